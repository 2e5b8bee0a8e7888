/* The months, what lies before and after them and what has no date make up the whole. */
import { CliffMonths } from "#ops/CliffMonths.ts";
import type { StakesShownFragment } from "#ops/types.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { count } from "../../parts/words.ts";
import { StakesOf } from "../funding/stakes.tsx";
import type { CliffProps } from "./months.tsx";

interface Part {
  readonly what: string;
  readonly stakes: StakesShownFragment;
}

const ending = ({ stakes }: Part) => stakes.within.endings + stakes.beyond.endings;

const columns: readonly Column<Part>[] = [
  { head: "What", text: (part) => part.what, cell: (part) => <strong>{part.what}</strong> },
  {
    head: "How many",
    text: (part) => String(ending(part)),
    cell: (part) => count(ending(part)),
    isNumber: true,
  },
  {
    head: "At stake",
    text: ({ stakes }) => stakes.within.baseTerm.pounds ?? "",
    cell: ({ stakes }) => <StakesOf stakes={stakes} />,
  },
  {
    head: "Pounds a year, full term",
    text: ({ stakes }) => stakes.within.fullTerm.pounds ?? "",
    isFileOnly: true,
  },
  {
    head: "Values not on record",
    text: ({ stakes }) => String(stakes.within.baseTerm.notStated),
    isFileOnly: true,
  },
  { head: "People", text: ({ stakes }) => String(stakes.people), isFileOnly: true },
];

export function Whole({ cliff, revision, variables }: CliffProps) {
  const parts: readonly Part[] = [
    { what: "Ended before these months", stakes: cliff.before },
    { what: "Ends after these months", stakes: cliff.after },
    { what: "Runs, and no end is on record", stakes: cliff.noEndOnRecord },
    { what: "Has ended, nobody says when", stakes: cliff.endedUndated },
    { what: "All of these and the months together", stakes: cliff.whole },
  ];
  return (
    <Figure
      id="whole"
      title="Outside these months, and the whole"
      columns={columns}
      rows={parts}
      rowKey={(part) => part.what}
      query={{ operation: CliffMonths, variables }}
      asOf={cliff.asOf}
      revision={revision}
      empty={<p>Nothing is on record.</p>}
    >
      <p>
        The months above, what lies before and after them, and what has no date make up the whole of
        what runs or ran.
      </p>
    </Figure>
  );
}
