/* A tally within a table: how many areas are in each state, and where the people live. */
import type { AreaKind } from "#ops/types.ts";
import type { Column } from "./figure.tsx";
import { StateShares, StateTag } from "./state-tag.tsx";
import { type Tally, inState } from "./tally.ts";
import { NotOnRecord } from "./values.tsx";
import { shortKind } from "./words-offers.ts";
import { count, counted, percent, stateOrder, states, word } from "./words.ts";

/** Areas in each state, the word of the area as a whole. */
export function AreasByState({ of, kind }: { of: Tally; kind: AreaKind }) {
  return (
    <ul class="app-tally">
      {of.states
        .filter((one) => one.areas > 0)
        .map(({ state, areas }) => (
          <li key={state}>
            <StateTag state={state} /> <span class="app-tally__count">{count(areas)}</span>
            <span class="nhsuk-u-visually-hidden">
              {" "}
              of {counted(of.areas, word(shortKind, kind))}
            </span>
          </li>
        ))}
    </ul>
  );
}

/** The people of all areas by the state of where they live. */
export function PeopleByState({ of }: { of: Tally }) {
  const lived = of.states.filter((one) => one.people > 0);
  const [only] = lived;
  return (
    <>
      {of.of === 0 && <NotOnRecord what="Counted, not measured" />}
      {lived.length === 1 && only && (
        <>
          {word(states, only.state)}: {percent(only.people, of.of)} ({count(only.people)} people)
        </>
      )}
      <StateShares
        parts={lived.map(({ state, people }) => ({ state, share: { people, of: of.of } }))}
      />
      {of.of > 0 && of.unmeasured > 0 && (
        <p class="app-small">
          Left out, because their people are not known: {counted(of.unmeasured, "area")}.
        </p>
      )}
    </>
  );
}

export function areasText(of: Tally): string {
  return of.states
    .filter((one) => one.areas > 0)
    .map(({ state, areas }) => `${word(states, state)}: ${areas}`)
    .join("; ");
}

export function peopleText(of: Tally): string {
  return of.states
    .filter((one) => one.people > 0)
    .map(({ state, people }) => `${word(states, state)}: ${people} of ${of.of}`)
    .join("; ");
}

/** The same for files: one column for the areas and one for the people of each state. */
export function tallyColumns<Row>(of: (row: Row) => Tally): Column<Row>[] {
  const each = stateOrder.flatMap((state): Column<Row>[] => [
    {
      head: `Areas: ${word(states, state)}`,
      text: (row) => String(inState(of(row), state).areas),
      isFileOnly: true,
    },
    {
      head: `People: ${word(states, state)}`,
      // Of areas whose people nobody knows, nought would be an answer.
      text: (row) => (of(row).of === 0 ? "" : String(inState(of(row), state).people)),
      isFileOnly: true,
    },
  ]);
  return [
    ...each,
    { head: "Areas: all", text: (row) => String(of(row).areas), isFileOnly: true },
    {
      head: "People: all",
      text: (row) => (of(row).of === 0 ? "" : String(of(row).of)),
      isFileOnly: true,
    },
    {
      head: "Areas whose people are not known",
      text: (row) => String(of(row).unmeasured),
      isFileOnly: true,
    },
  ];
}
