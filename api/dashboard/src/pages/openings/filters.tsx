/* Which openings of the lists are shown, and in which order; all of it is in the address. */
import type { Eligibility, OpeningKind } from "#ops/types.ts";
import { go, here, useAddress } from "../../data/address.ts";
import { CheckField, SelectField, TextField } from "../../parts/form.tsx";
import type { Entry } from "./columns.tsx";
import { openingKinds, verdictWords } from "./words.ts";

const orders = {
  best: "Best fit first",
  closing: "Closing soonest first",
  worth: "Worth most first",
  title: "By name",
};

export interface Shown {
  readonly kinds: readonly OpeningKind[];
  readonly verdicts: readonly Eligibility[];
  readonly text: string;
  readonly order: keyof typeof orders;
}

export function useShown(): Shown {
  const { params } = useAddress();
  const several = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const order = params.get("order") ?? "";
  return {
    kinds: several("kind").filter((one): one is OpeningKind => one in openingKinds),
    verdicts: several("fit").filter((one): one is Eligibility => one in verdictWords),
    text: params.get("find") ?? "",
    order: order in orders ? (order as Shown["order"]) : "best",
  };
}

/** Those that pass, in the order asked for. The server's own order is the best first. */
export function passing(entries: readonly Entry[], shown: Shown): readonly Entry[] {
  const sought = shown.text.trim().toLowerCase();
  const found = entries.filter(
    ({ opening, verdict }) =>
      (shown.kinds.length === 0 || shown.kinds.includes(opening.kind)) &&
      (shown.verdicts.length === 0 || shown.verdicts.includes(verdict)) &&
      (sought === "" ||
        `${opening.title} ${opening.funder?.name ?? ""}`.toLowerCase().includes(sought)),
  );
  return shown.order === "best" ? found : found.toSorted(comparing[shown.order]);
}

/** What is not on record comes last, whatever the order. */
const comparing: Readonly<Record<Exclude<Shown["order"], "best">, (a: Entry, b: Entry) => number>> =
  {
    closing: (a, b) =>
      (a.opening.closesOn ?? "9999").localeCompare(b.opening.closesOn ?? "9999") || byTitle(a, b),
    worth: (a, b) => worth(b) - worth(a) || byTitle(a, b),
    title: (a, b) => byTitle(a, b),
  };

const byTitle = (a: Entry, b: Entry) => a.opening.title.localeCompare(b.opening.title, "en-GB");

const worth = ({ opening }: Entry) =>
  Number(opening.yearlyValue?.most ?? opening.maxAward ?? opening.minAward ?? -1);

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, name]) => ({ value, name }));

export function Filters({ shown }: { shown: Shown }) {
  const change = (params: Record<string, string | undefined>) =>
    go(here(params), { replace: true });
  return (
    <div class="app-filters" role="group" aria-label="Which openings to show">
      <CheckField
        id="filter-kind"
        label="Kind"
        values={shown.kinds}
        options={optionsOf(openingKinds)}
        onValues={(kinds) => change({ kind: kinds.join(",") })}
      />
      <CheckField
        id="filter-fit"
        label="How it fits"
        values={shown.verdicts}
        options={optionsOf(verdictWords)}
        onValues={(verdicts) => change({ fit: verdicts.join(",") })}
      />
      <div>
        <TextField
          id="filter-find"
          label="Name or funder"
          value={shown.text}
          onValue={(text) => change({ find: text })}
        />
        <SelectField
          id="filter-order"
          label="Order"
          value={shown.order}
          options={optionsOf(orders)}
          onValue={(order) => change({ order: order === "best" ? undefined : order })}
        />
      </div>
    </div>
  );
}
