import { FundingChanged } from "#ops/FundingChanged.ts";
import { FundingMoney } from "#ops/FundingMoney.ts";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords, isDay, monthsAfter } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { DatePicker } from "../../parts/date-picker.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { OnRecord } from "./on-record.tsx";
import { ScopeForm, useMoneyScope } from "./scope.tsx";
import { Straddling } from "./straddling.tsx";
import { Timeline } from "./timeline.tsx";

/** The day by which endings are asked for, eighteen months on where the address names none. */
function useEndingBy(): string {
  const { params } = useAddress();
  const { asOf } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const by = params.get("by") ?? "";
  return isDay(by) ? by : monthsAfter(asOf ?? today, 18);
}

export default function Funding() {
  const { asOf, knownAt } = useScope();
  const scope = useMoneyScope();
  const endingBy = useEndingBy();
  const variables = { scope, endingBy, asOf, knownAt };
  const asked = useAnswer(FundingMoney, variables);
  const changes = useChanges(
    FundingChanged,
    knownAt
      ? undefined
      : {
          areas: scope.area
            ? { codes: [scope.area], kind: scope.kind }
            : { kind: "PROBATION_REGION" as const },
          asOf,
        },
  );
  return (
    <Page title="Funding" place={[{ name: "Home", path: "/" }]}>
      <p class="nhsuk-lede-text">
        What money is on record for services that run, when it ends, what passes to another
        commissioner, and how much of all that nobody has written down.
      </p>
      <Elsewhere />
      <Changed changes={changes} show={asked.again} />
      <ScopeForm />
      <DatePicker
        id="by"
        legend="Which services end by this day?"
        hint="The day is included. For example, 31 3 2028"
        value={endingBy}
        button="Show what ends by it"
        onChoose={(by) => go(here({ by, after: undefined }), { replace: true })}
      />
      <Loaded asked={asked} what="the money on record">
        {({ moneyOnRecord }, { revision }) =>
          moneyOnRecord && (
            <>
              <OnRecord money={moneyOnRecord} revision={revision} variables={variables} />
              <Straddling money={moneyOnRecord} revision={revision} variables={variables} />
              <Timeline
                scope={scope}
                endingBy={endingBy}
                asOf={moneyOnRecord.asOf}
                changes={moneyOnRecord.straddling}
              />
            </>
          )
        }
      </Loaded>
      <p class="app-small">
        Today’s register is a public record, mostly without values: what is shown as not on record
        is a question to the commissioner, not a sum of nothing. {inWords(endingBy)} is the day
        asked about above.
      </p>
    </Page>
  );
}

/** The other pages on money. */
function Elsewhere() {
  const { params } = useAddress();
  const kept = Object.fromEntries(
    ["area", "kind", "offer", "body", "role"].map((name) => [name, params.get(name) ?? undefined]),
  );
  return (
    <nav class="app-contents" aria-label="More on funding">
      <ul class="nhsuk-list">
        <li>
          <a href={href("/funding/cliff", kept)}>What ends month by month, and what is left</a>
        </li>
        <li>
          <a href={href("/funding/streams")}>
            Funding streams: whose money, and on what conditions
          </a>
        </li>
        <li>
          <a href={href("/pools")}>Pooled budgets: plan one, or look at one</a>
        </li>
        <li>
          <a href={href("/funding/investment-standard")}>
            The Mental Health Investment Standard, board by board
          </a>
        </li>
      </ul>
    </nav>
  );
}
