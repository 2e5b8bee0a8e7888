/* What the register holds, and where else to look. */
import { HomeHeld } from "#ops/HomeHeld.ts";
import type { HomeHeldQuery } from "#ops/types.ts";
import { href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { capital, count } from "../../parts/words.ts";

type Count = NonNullable<HomeHeldQuery["register"]>["counts"][number];

/** `fundingStreams` as one writes it. */
function kind(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return capital(words);
}

const columns: readonly Column<Count>[] = [
  { head: "Kind", text: (one) => kind(one.kind) },
  {
    head: "Entries",
    text: (one) => String(one.count),
    cell: (one) => (one.count === 0 ? "None yet" : count(one.count)),
    isNumber: true,
  },
];

export function Held() {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? "";
  const variables = { knownAt };
  const asked = useAnswer(HomeHeld, variables);
  return (
    <Loaded asked={asked} what="what the register holds">
      {({ register }) => {
        if (!register) return null;
        const tables = register.starterTables;
        const sum = (of: "rows" | "merged" | "unplaced") =>
          tables.reduce((all, table) => all + table[of], 0);
        return (
          <details class="nhsuk-details">
            <summary class="nhsuk-details__summary">
              <span class="nhsuk-details__summary-text">What the register holds</span>
            </summary>
            <div class="nhsuk-details__text">
              <Figure
                id="held"
                title="What the register holds"
                columns={columns}
                rows={register.counts}
                rowKey={(one) => one.kind}
                query={{ operation: HomeHeld, variables }}
                asOf={asOf ?? today}
                revision={register.revision}
                empty={<p>Nothing yet.</p>}
              >
                <p>
                  Of {count(sum("rows"))} rows that it began with, {count(sum("merged"))} told of
                  something that another row tells, and {count(sum("unplaced"))} could not be placed
                  on the map of areas. They are kept, with the reason.
                </p>
              </Figure>
            </div>
          </details>
        );
      }}
    </Loaded>
  );
}

const pages = [
  ["/map", "Map", "one offer over any geography, on any day"],
  ["/compare", "Compare", "two to eight areas side by side"],
  ["/offers", "Offers", "each offer, and how many areas are in each state"],
  ["/gaps", "Gaps", "absent and ended, with a proof for a bid"],
  ["/treatment-requirements", "Treatment requirements", "which court can impose what"],
  ["/culture", "Culturally informed provision", "who claims what, by area and community"],
  ["/funding", "Funding", "contracts, streams and when they end"],
  ["/funding/cliff", "What ends by month", "and what is left if nothing is renewed"],
  ["/openings", "Openings", "what an organisation can apply for"],
  ["/pools", "Pooled budgets", "their ledgers, risk and exits"],
  ["/scenarios", "Scenarios", "plan on a copy of the register, compare, freeze"],
  ["/minimum-offer", "Minimum offer", "areas held against what every area should have"],
  ["/scorecard", "Scorecard", "the report’s recommendations as indicators"],
  ["/register", "Register", "find an entry, correct it, see its history"],
] as const;

export function Pages() {
  return (
    <nav aria-labelledby="pages-of-ours">
      <h2 class="nhsuk-heading-m" id="pages-of-ours">
        Where else to look
      </h2>
      <ul class="app-columns">
        {pages.map(([path, name, what]) => (
          <li key={path}>
            <a href={href(path)}>{name}</a>
            <span class="app-small">: {what}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
