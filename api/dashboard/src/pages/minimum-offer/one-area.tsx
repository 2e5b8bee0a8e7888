/* One area, line by line: whether it is met, why, and on which records that rests. */
import { MinimumOfferArea } from "#ops/MinimumOfferArea.ts";
import type { MinimumOfferAreaQuery } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceList } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateShares } from "../../parts/state-tag.tsx";
import { PartialDate, shareText } from "../../parts/values.tsx";
import { count, counted, flags, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { asksFor } from "./line-text.ts";
import { VerdictTag } from "./verdict-tag.tsx";
import { amounts, bases, verdictOrder, verdicts } from "./words.ts";

type Held = NonNullable<MinimumOfferAreaQuery["minimumOffer"]>;
type Cell = Held["cells"][number];

interface Props {
  variables: {
    areas: object;
    standard: string | undefined;
    asOf: string | undefined;
    knownAt: { readonly revision: number } | undefined;
  };
}

export function OneArea({ variables }: Props) {
  const asked = useAnswer(MinimumOfferArea, variables);
  return (
    <Loaded asked={asked} what="the area held against the minimum offer">
      {({ minimumOffer: held }, { revision }) => {
        const area = held?.areas[0]?.area;
        if (!held || !area) return <p>No such area exists on this day.</p>;
        return (
          <Figure
            id="line-by-line"
            title={`${area.name}, line by line`}
            columns={columns}
            rows={held.cells}
            rowKey={({ line }) => String(line.position)}
            query={{ operation: MinimumOfferArea, variables }}
            asOf={held.asOf}
            revision={revision}
            empty={<p>This minimum offer has no line.</p>}
          >
            <Sum held={held} />
            <p>
              A line is met where there is any, not where there is enough. What nobody has recorded
              is a question to ask. <a href={areaPath(area)}>All that is on record for the area</a>.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}

function Sum({ held }: { held: Held }) {
  const { verdicts: counts } = held.tally;
  const said = verdictOrder
    .map((verdict) => ({
      verdict,
      number: counts.find((one) => one.verdict === verdict)?.count ?? 0,
    }))
    .filter(({ number }) => number > 0)
    .map(({ verdict, number }) => `${count(number)} ${word(verdicts, verdict).toLowerCase()}`);
  return (
    <p class="nhsuk-lede-text">
      Of {counted(held.cells.length, "line")} on {inWords(held.asOf)}: {said.join("; ")}.
    </p>
  );
}

const columns: readonly Column<Cell>[] = [
  {
    head: "What is asked for",
    text: ({ line }) => `${line.position}. ${asksFor(line)}`,
    cell: ({ line }) => (
      <>
        <strong id={`line-${line.position}`}>
          {line.position}.{" "}
          {line.offer ? (
            <a href={href(`/offers/${line.offer.code}`)}>{asksFor(line)}</a>
          ) : (
            asksFor(line)
          )}
        </strong>
        {line.note && <p class="app-small">{line.note}</p>}
      </>
    ),
  },
  {
    head: "On record as",
    text: ({ verdict }) => word(verdicts, verdict),
    cell: (cell) => (
      <>
        <VerdictTag verdict={cell.verdict} />
        <StateShares parts={cell.coverage.states} />
        <Amount cell={cell} />
      </>
    ),
  },
  {
    head: "Counted",
    text: countedText,
    cell: (cell) => (
      <>
        {countedText(cell)}
        <p class="app-small">{word(bases, cell.basis)}</p>
      </>
    ),
  },
  {
    head: "Why",
    text: why,
    cell: (cell) => (
      <>
        <p class="app-small">
          {why(cell)}{" "}
          {cell.coverage.explanation.oldestEvidence && (
            <>
              Oldest evidence: <PartialDate date={cell.coverage.explanation.oldestEvidence} />.
            </>
          )}
        </p>
        <Evidence cell={cell} />
      </>
    ),
  },
  { head: "Enough", text: ({ amount }) => word(amounts, amount.verdict), isFileOnly: true },
  { head: "Note", text: ({ line }) => line.note ?? "", isFileOnly: true },
];

function why({ coverage: { explanation } }: Cell): string {
  return [explanation.sentence, ...explanation.flags.map((flag) => word(flags, flag))].join(" ");
}

/** People by what is on record for them: nobody recorded is never written as nobody. */
function countedText(cell: Cell): string {
  if (cell.basis === "PLACES" || cell.basis === "NO_PLACE") return placesText(cell);
  return cell.coverage.states
    .map(({ state, share }) => `${word(states, state)}: ${shareText(share)}`)
    .join("; ");
}

/** Each prison or court has its own verdict; they are counted, never averaged. */
function placesText({ places, basis }: Cell): string {
  if (basis === "NO_PLACE") return "No prison or court here";
  const said = verdictOrder.flatMap((verdict) => {
    const number = places.filter((one) => one.verdict === verdict).length;
    return number > 0 ? [`${count(number)} ${word(verdicts, verdict).toLowerCase()}`] : [];
  });
  return `${counted(places.length, "prison or court", "prisons or courts")}: ${said.join("; ")}`;
}

function Amount({ cell: { amount, line } }: { cell: Cell }) {
  if (!line.perThousand) return null;
  return (
    <p class="app-small">
      {word(amounts, amount.verdict)}.{" "}
      {amount.placesOnRecord !== null && `${count(amount.placesOnRecord)} places on record. `}
      {amount.required.map(
        ({ low, central, high }) =>
          `The need asks for ${count(central)} (${count(low)} to ${count(high)}). `,
      )}
      {amount.mayBeMore && "There may be services that the register does not know of."}
    </p>
  );
}

/** Who looked in vain, and the records behind the verdict. */
function Evidence({ cell }: { cell: Cell }) {
  const { records, searches } = cell.coverage.explanation;
  return (
    <>
      {searches.map((search) => (
        <p class="app-small" key={search.id}>
          Somebody looked and found none
          {search.searchedOn ? ` (${inWords(search.searchedOn)})` : ""}: {search.whatWasSearched}
        </p>
      ))}
      {records.length > 0 && <EvidenceList records={records} of={asksFor(cell.line)} />}
    </>
  );
}
