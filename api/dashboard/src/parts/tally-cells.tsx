/* A tally within a table: how many areas are in each state, and where the people live. */
import type { AreaKind } from "#ops/types.ts";
import type { Column } from "./figure.tsx";
import { StateShares, StateTag } from "./state-tag.tsx";
import { type StateTally, type Tally, inState } from "./tally.ts";
import { NotOnRecord } from "./values.tsx";
import { shortKind } from "./words-offers.ts";
import { count, counted, percent, stateOrder, states, word } from "./words.ts";

/** Areas in each state, the word of the area as a whole. */
function AreasByState({ of, kind }: { of: Tally; kind: AreaKind }) {
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
function PeopleByState({ of }: { of: Tally }) {
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

function areasText(of: Tally): string {
  return of.states
    .filter((one) => one.areas > 0)
    .map(({ state, areas }) => `${word(states, state)}: ${areas}`)
    .join("; ");
}

function peopleText(of: Tally): string {
  return of.states
    .filter((one) => one.people > 0)
    .map(({ state, people }) => `${word(states, state)}: ${people} of ${of.of}`)
    .join("; ");
}

/** Of rows with a tally: for the page, and for files a column for each state. */
export function tallyColumns<Row extends { readonly tally: Tally }>(kind: AreaKind): Column<Row>[] {
  const each = stateOrder.flatMap((state): Column<Row>[] => [
    {
      head: `Areas: ${word(states, state)}`,
      text: (row) => String(inState(row.tally, state).areas),
      isFileOnly: true,
    },
    {
      head: `People: ${word(states, state)}`,
      // Of areas whose people nobody knows, nought would be an answer.
      text: (row) => (row.tally.of === 0 ? "" : String(inState(row.tally, state).people)),
      isFileOnly: true,
    },
  ]);
  return [
    {
      head: "Areas by state",
      text: (row) => areasText(row.tally),
      cell: (row) => <AreasByState of={row.tally} kind={kind} />,
    },
    {
      head: "People by state",
      text: (row) => peopleText(row.tally),
      cell: (row) => <PeopleByState of={row.tally} />,
    },
    ...each,
    { head: "Areas: all", text: (row) => String(row.tally.areas), isFileOnly: true },
    {
      head: "People: all",
      text: (row) => (row.tally.of === 0 ? "" : String(row.tally.of)),
      isFileOnly: true,
    },
    {
      head: "Areas whose people are not known",
      text: (row) => String(row.tally.unmeasured),
      isFileOnly: true,
    },
  ];
}

/** Of rows that are states. */
export const stateColumn: Column<StateTally> = {
  head: "State",
  text: ({ state }) => word(states, state),
  cell: ({ state }) => <StateTag state={state} />,
};

export function peopleColumn(head: string, found: Tally): Column<StateTally> {
  return {
    head,
    text: ({ people }) => (found.of === 0 ? "" : String(people)),
    cell: ({ people, areas }) =>
      found.of === 0
        ? "Counted, not measured"
        : people === 0 && areas > 0
          ? "Counted by part"
          : count(people),
    isNumber: true,
  };
}
