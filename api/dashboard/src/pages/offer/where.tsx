/* The state of an offer: people by state, and area by area. */
import { OfferCoverage } from "#ops/OfferCoverage.ts";
import type { AreaKind, OfferCoverageQuery } from "#ops/types.ts";
import { useCallback, useMemo } from "preact/hooks";
import { inWords } from "../../data/dates.ts";
import { Covered, coveredText } from "../../parts/covered.tsx";
import { EvidenceOfCell } from "../../parts/evidence-of-cell.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { peopleColumn, stateColumn } from "../../parts/tally-cells.tsx";
import { type StateTally, tally } from "../../parts/tally.ts";
import { PartialDate, shareText } from "../../parts/values.tsx";
import { kindsOfAreas, shortKind } from "../../parts/words-offers.ts";
import {
  confidences,
  count,
  counted,
  flags,
  listed,
  percent,
  stateOrder,
  states,
  word,
} from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Facts } from "./index.tsx";

type Matrix = NonNullable<OfferCoverageQuery["coverageMatrix"]>;
type Cell = Matrix["cells"][number];

interface Props {
  offer: Facts;
  kind: AreaKind;
  matrix: Matrix;
  revision: number | undefined;
  variables: object;
}

export function Where({ offer, kind, matrix, revision, variables }: Props) {
  const cells = useMemo(() => matrix.cells.toSorted(inOrder), [matrix]);
  const frame = {
    query: { operation: OfferCoverage, variables },
    asOf: matrix.asOf,
    revision,
  };
  return (
    <>
      <ByState {...frame} offer={offer} kind={kind} cells={cells} />
      <Figure
        {...frame}
        id="areas"
        title={`${offer.name} by area`}
        columns={columns(offer, kind)}
        rows={cells}
        rowKey={(cell) => cell.area.id}
        empty={<p>No such area existed on {inWords(matrix.asOf)}.</p>}
      >
        <p>
          What is lacking comes first, then what is there, then what nobody has recorded: a question
          to ask, never a gap.
        </p>
      </Figure>
    </>
  );
}

const inOrder = (a: Cell, b: Cell) =>
  stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
  a.area.name.localeCompare(b.area.name, "en-GB");

interface ByStateProps {
  offer: Facts;
  kind: AreaKind;
  cells: readonly Cell[];
  query: Parameters<typeof Figure>[0]["query"];
  asOf: string;
  revision: number | undefined;
}

function ByState({ offer, kind, cells, query, asOf, revision }: ByStateProps) {
  const found = useMemo(() => tally(cells), [cells]);
  const columns: readonly Column<StateTally>[] = [
    stateColumn,
    {
      head: "Areas",
      text: ({ areas }) => String(areas),
      cell: ({ areas }) => count(areas),
      isNumber: true,
    },
    peopleColumn("People", found),
    {
      head: "Of all people",
      text: ({ people, areas }) => (people === 0 && areas > 0 ? "" : percent(people, found.of)),
      isNumber: true,
    },
  ];
  const chart = useCallback(
    () =>
      import("../../parts/state-chart.ts").then(({ drawStates }) =>
        drawStates(
          found.states
            .filter((one) => one.people > 0)
            .map(({ state, people }) => ({
              label: word(states, state),
              parts: [{ state, count: people }],
            })),
          190,
          "People",
        ),
      ),
    [found],
  );
  return (
    <Figure
      id="states"
      title={`${offer.name}: people by state`}
      columns={columns}
      rows={found.states}
      rowKey={({ state }) => state}
      {...(found.of > 0 ? { chart } : {})}
      query={query}
      asOf={asOf}
      revision={revision}
      empty={<p>No such area existed on {inWords(asOf)}.</p>}
    >
      <p>
        Over {count(found.areas)} {word(kindsOfAreas, kind)} on {inWords(asOf)}
        {found.of > 0 && `, where ${count(found.of)} people live (mid-2022 estimate)`}. An area is
        counted by its state as a whole; people are counted by the state of the part where they
        live.
        {found.of > 0 &&
          found.unmeasured > 0 &&
          ` Of ${counted(found.unmeasured, word(shortKind, kind))} the people are not known.`}
      </p>
    </Figure>
  );
}

function why({ explanation }: Cell): string {
  const { sentence } = explanation;
  const said = explanation.flags.map((flag) => word(flags, flag));
  return [sentence, ...said.filter((one) => !sentence.includes(one.replace(/\.$/, "")))].join(" ");
}

function columns(offer: Facts, kind: AreaKind): readonly Column<Cell>[] {
  return [
    {
      head: "Area",
      text: ({ area }) => area.name,
      cell: ({ area }) =>
        area.code ? <a href={areaPath({ ...area, kind })}>{area.name}</a> : area.name,
    },
    { head: "Code", text: ({ area }) => area.code ?? "", isFileOnly: true },
    {
      head: "On record as",
      text: (cell) => word(states, cell.state),
      cell: (cell) => (
        <>
          <StateTag state={cell.state} />
          <StateShares parts={cell.states} />
          {cell.places.length > 0 && (
            <p class="app-small">Records of their own: {listed(cell.places.map(placeText))}.</p>
          )}
        </>
      ),
    },
    {
      head: "Shares",
      text: (cell) =>
        cell.states
          .map(({ state, share }) => `${word(states, state)}: ${shareText(share)}`)
          .join("; "),
      isFileOnly: true,
    },
    {
      head: "Prisons and courts",
      text: (cell) => listed(cell.places.map(placeText)),
      isFileOnly: true,
    },
    {
      head: "People covered",
      text: coveredText,
      cell: (cell) => <Covered state={cell.state} share={cell.share} />,
    },
    {
      head: "Why",
      text: why,
      cell: (cell) => (
        <>
          <p class="app-small">
            {why(cell)}{" "}
            {cell.explanation.oldestEvidence && (
              <>
                Oldest evidence: <PartialDate date={cell.explanation.oldestEvidence} />.{" "}
              </>
            )}
            {cell.explanation.confidence && `${word(confidences, cell.explanation.confidence)}.`}
          </p>
          {cell.state !== "NOT_APPLICABLE" && cell.area.code && (
            <EvidenceOfCell
              area={cell.area.code}
              kind={kind}
              offer={offer.code}
              of={cell.area.name}
            />
          )}
        </>
      ),
    },
  ];
}

function placeText({ place, state }: Cell["places"][number]): string {
  return `${place.name}: ${word(states, state).toLowerCase()}`;
}
