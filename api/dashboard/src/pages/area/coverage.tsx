/* What the register says of each offer: what is lacking, what nobody recorded, what is there. */
import { AreaCoverage } from "#ops/AreaCoverage.ts";
import type { AreaCoverageQuery, CoverageState } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { Covered, coveredText } from "../../parts/covered.tsx";
import { EvidenceList } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Later } from "../../parts/later.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { PartialDate } from "../../parts/values.tsx";
import { confidences, count, flags, stateOrder, states, word } from "../../parts/words.ts";
import type { AreaShown, Cell } from "./index.tsx";

interface Props {
  area: AreaShown;
  matrix: NonNullable<AreaCoverageQuery["coverageMatrix"]>;
  revision: number | undefined;
  variables: object;
}

const lacking: readonly CoverageState[] = ["ABSENT", "LAPSED", "CONTESTED"];
const silent: readonly CoverageState[] = ["NOT_RECORDED", "NOT_APPLICABLE"];

function why({ explanation }: Cell): string {
  const { flags: said, sentence } = explanation;
  return [sentence, ...said.map((flag) => word(flags, flag))].join(" ");
}

const columns: readonly Column<Cell>[] = [
  {
    head: "Offer",
    text: (cell) => cell.offer.name,
    cell: (cell) => (
      <>
        <strong>{cell.offer.name}</strong>
        {cell.cohort.name.toLowerCase() === "all" ? "" : <br />}
        {cell.cohort.name.toLowerCase() === "all" ? "" : `For ${cell.cohort.name.toLowerCase()}`}
      </>
    ),
  },
  {
    head: "On record as",
    text: (cell) => word(states, cell.state),
    cell: (cell) => (
      <>
        <StateTag state={cell.state} />
        <StateShares parts={cell.states} />
      </>
    ),
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
              Oldest evidence: <PartialDate date={cell.explanation.oldestEvidence} />.
            </>
          )}{" "}
          {cell.explanation.confidence && `${word(confidences, cell.explanation.confidence)}.`}
        </p>
        <EvidenceList records={cell.explanation.records} of={cell.offer.name} />
      </>
    ),
  },
];

const inOrder = (a: Cell, b: Cell) =>
  stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
  a.offer.name.localeCompare(b.offer.name, "en-GB");

export function Coverage({ area, matrix, revision, variables }: Props) {
  const cells = matrix.cells.toSorted(inOrder);
  const gaps = cells.filter((cell) => lacking.includes(cell.state));
  const there = cells.filter((cell) => ![...lacking, ...silent].includes(cell.state));
  const unknown = cells.filter((cell) => cell.state === "NOT_RECORDED");
  const elsewhere = cells.filter((cell) => cell.state === "NOT_APPLICABLE");
  const { completeness } = matrix;
  const frame = {
    columns,
    rowKey: (cell: Cell) => cell.offer.code,
    query: { operation: AreaCoverage, variables },
    asOf: matrix.asOf,
    revision,
  };
  return (
    <>
      <p class="nhsuk-lede-text">
        Of {count(completeness.cells)} offers that could be commissioned here, the register says
        something of {count(completeness.cells - completeness.cellsNotRecorded)}. Of the other{" "}
        {count(completeness.cellsNotRecorded)} nobody has recorded anything.
      </p>
      <Figure
        {...frame}
        id="lacking"
        title={`What ${area.name} lacks`}
        rows={gaps}
        empty={
          <p>
            No record says that anything is missing on {inWords(matrix.asOf)}. That is not the same
            as nothing missing: see what nobody has recorded.
          </p>
        }
      >
        <p>
          Offers that a record says are not commissioned, that have ended with nothing after them,
          or about which records disagree.
        </p>
      </Figure>
      <Later>
        <Unrecorded cells={unknown} elsewhere={elsewhere} />
        <Figure
          {...frame}
          id="on-record"
          title="What is on record as commissioned"
          rows={there}
          empty={<p>Nothing is on record as commissioned on {inWords(matrix.asOf)}.</p>}
        />
      </Later>
    </>
  );
}

/** A question, never a gap: listed apart, with who looked in vain. */
function Unrecorded({ cells, elsewhere }: { cells: readonly Cell[]; elsewhere: readonly Cell[] }) {
  return (
    <section class="app-figure" aria-labelledby="not-recorded">
      <h2 class="nhsuk-heading-m" id="not-recorded">
        What nobody has recorded
      </h2>
      <p>
        <StateTag state="NOT_RECORDED" />. These are questions to ask, not gaps: the register does
        not know whether they are commissioned.
      </p>
      <ul class="app-columns">
        {cells.map(({ offer, explanation }) => (
          <li key={offer.code}>
            {offer.name}
            {explanation.searches.map((search) => (
              <span class="app-small" key={search.id}>
                <br />
                Somebody looked and found none
                {search.searchedOn ? ` (${inWords(search.searchedOn)})` : ""}:{" "}
                {search.whatWasSearched}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <p class="app-small">
          Left out, because they do not exist in this nation:{" "}
          {elsewhere.map((cell) => cell.offer.name).join("; ")}.
        </p>
      )}
    </section>
  );
}
