/* What runs: in all, by who answers for it, and by area. Sums on record, beside how many are not. */
import type { ComparedRunningFragment, ComparedRunsFragment } from "#ops/types.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { count, counted, listed } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Compared, Frame } from "./comparison.tsx";

interface Runs {
  readonly what: string;
  readonly link?: string;
  readonly running: ComparedRunningFragment;
}

type Read = (side: ComparedRunsFragment) => string;

const services: Read = ({ services: running, awards }) =>
  `${counted(running, "service")}, ${counted(awards, "award")}`;

/** A sum, which says nothing of what it lacks: so that is told beside it. */
const pounds =
  (reading: "base" | "full"): Read =>
  (side) => {
    const { amount, stated, notStated } = side[reading];
    const lacking = notStated > 0 ? `; ${count(notStated)} not on record` : "";
    return stated === 0
      ? notStated === 0
        ? "None"
        : `Not on record of ${count(notStated)}`
      : `${moneyText(amount)} of ${counted(stated, "award")}${lacking}`;
  };

const places: Read = ({ places: { people, stated, notStated } }) => {
  const lacking = notStated > 0 ? `; ${count(notStated)} not on record` : "";
  return stated === 0
    ? notStated === 0
      ? "None"
      : `Not on record of ${count(notStated)}`
    : `${counted(people, "person", "people")} of ${counted(stated, "award")}${lacking}`;
};

function pair(head: string, read: Read): Column<Runs> {
  return {
    head,
    text: ({ running }) => `${read(running.before)} → ${read(running.after)}`,
    cell: ({ running }) => {
      const [before, after] = [read(running.before), read(running.after)];
      if (before === after) return <>Same: {before}</>;
      return (
        <>
          {before} → <strong>{after}</strong>
        </>
      );
    },
  };
}

function columnsOf(first: string): Column<Runs>[] {
  return [
    {
      head: first,
      text: (row) => row.what,
      cell: (row) =>
        row.link ? (
          <a href={row.link}>{row.what}</a>
        ) : (
          row.what || <NotOnRecord what="Not on record who" />
        ),
    },
    pair("What runs", services),
    pair("Pounds a year, if values are of the base term", pounds("base")),
    pair("Pounds a year, if they are of the full term", pounds("full")),
    pair("Places a year", places),
  ];
}

type Area = Compared["byArea"][number];

export function RunningChanges({ found, frame }: { found: Compared; frame: Frame }) {
  const by = found.byCommissioner.map(({ commissioners, running }) => ({
    what: listed(commissioners.map((body) => body.name)),
    running,
  }));
  return (
    <>
      <Figure
        {...frame}
        level={3}
        id="running"
        title="What runs, with its money and places"
        columns={columnsOf("Where")}
        rows={[{ what: "Everywhere", running: found.running }]}
        rowKey={(row) => row.what}
        empty=""
      >
        <p>
          Of all services that run on the day. A contract’s value is of its base term or of its full
          term, and sources seldom say which: both readings are told and never averaged.
        </p>
      </Figure>
      {by.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="commissioners"
          title="By who answers for it"
          columns={columnsOf("Commissioner")}
          rows={by}
          rowKey={(row) => row.what}
          empty=""
        >
          <p>A service of several commissioners is theirs together, and never split.</p>
        </Figure>
      )}
      {found.byArea.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="by-area"
          title="By area"
          columns={areaColumns}
          rows={found.byArea}
          rowKey={(row) => `${row.area.kind}${row.area.code}`}
          empty=""
        >
          <p>
            The services that differ and reach the area. One that reaches further is told whole in
            each.
          </p>
        </Figure>
      )}
    </>
  );
}

const people = (head: string, read: (row: Area) => number): Column<Area> => ({
  head,
  text: (row) => String(read(row)),
  cell: (row) => count(read(row)),
  isNumber: true,
});

const areaColumns: readonly Column<Area>[] = [
  {
    head: "Area",
    text: (row) => row.area.name,
    cell: (row) => <a href={areaPath(row.area)}>{row.area.name}</a>,
  },
  people("Offers that differ", (row) => row.offers),
  people("Gap closes for", (row) => row.closed),
  people("Newly in a gap", (row) => row.gained),
  ...columnsOf("Area")
    .slice(1)
    .map((column): Column<Area> => ({
      head: column.head,
      text: (row) => column.text({ what: "", running: row.running }),
      ...(column.cell
        ? { cell: (row: Area) => column.cell?.({ what: "", running: row.running }) }
        : {}),
    })),
];
