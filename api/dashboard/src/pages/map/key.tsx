import type { CoverageState } from "#ops/types.ts";
import { Swatch } from "../../parts/state-tag.tsx";
import { count, stateOrder, states, word } from "../../parts/words.ts";
import { type Row, counts } from "./rows.ts";

const meanings: Readonly<Record<CoverageState, string>> = {
  ABSENT: "a source says that there is none",
  LAPSED: "it ran, has ended, and no successor is on record",
  CONTESTED: "sources say opposite things",
  PLANNED: "announced or being bought, not running yet",
  PARTIAL: "it runs for some of the area or some of the people",
  COMMISSIONED: "it runs on this day",
  NOT_RECORDED: "nobody has told the register: a question to ask, not a gap",
  NOT_APPLICABLE: "the offer is not part of this nation’s system",
};

/** Every state with its pattern, what it means and how many areas are in it, none included. */
export function Key({ rows }: { rows: readonly Row[] }) {
  const found = counts(rows);
  return (
    <dl class="app-key" aria-label="Key, with the number of areas in each state">
      {stateOrder.map((state) => (
        <div key={state} class="app-key__state">
          <dt>
            <Swatch state={state} /> {word(states, state)}:{" "}
            <strong>{count(found.get(state) ?? 0)}</strong>
          </dt>
          <dd class="app-small">{meanings[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
