/* Several areas held against a minimum offer: by line, and by area. Verdicts are counted apart. */
import { MinimumOfferAreas } from "#ops/MinimumOfferAreas.ts";
import type { AreaKind, MinimumOfferAreasQuery, Verdict } from "#ops/types.ts";
import { here } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { count, counted, word } from "../../parts/words.ts";
import { asksFor } from "./line-text.ts";
import { VerdictSwatch } from "./verdict-tag.tsx";
import { verdictOrder, verdicts } from "./words.ts";

type Held = NonNullable<MinimumOfferAreasQuery["minimumOffer"]>;
type Line = Held["lines"][number];
type AreaRow = Held["areas"][number];
type Counts = readonly { readonly verdict: Verdict; readonly count: number }[];

const of = (counts: Counts, verdict: Verdict) =>
  counts.find((one) => one.verdict === verdict)?.count ?? 0;

/** The page of one area, at one line of it. */
function linkTo(area: { code: string | null; kind: AreaKind }, position?: number): string {
  const part = position === undefined ? "" : `#line-${position}`;
  const kind = area.kind === "UPPER_TIER" ? area.kind : undefined;
  return here({ areas: area.code ?? undefined, kind }) + part;
}

/** One column for each verdict: the number, and its pattern in the head. */
function countColumns<Row>(counts: (row: Row) => Counts): Column<Row>[] {
  return verdictOrder.map((verdict) => ({
    head: word(verdicts, verdict),
    text: (row) => String(of(counts(row), verdict)),
    isNumber: true,
  }));
}

interface Props {
  variables: {
    areas: object;
    standard: string | undefined;
    asOf: string | undefined;
    knownAt: { readonly revision: number } | undefined;
  };
}

export function ManyAreas({ variables }: Props) {
  const asked = useAnswer(MinimumOfferAreas, variables);
  return (
    <Loaded asked={asked} what="the areas held against the minimum offer">
      {({ minimumOffer: held }, { revision }) =>
        held && (
          <>
            <Sum held={held} />
            <Figure
              id="by-line"
              title="By line: how many areas meet it"
              columns={lineColumns(held)}
              rows={held.lines}
              rowKey={({ line }) => String(line.position)}
              query={{ operation: MinimumOfferAreas, variables }}
              asOf={held.asOf}
              revision={revision}
              empty={<p>This minimum offer has no line.</p>}
            />
            <Figure
              id="by-area"
              title="By area: how many lines it meets"
              columns={areaColumns}
              rows={held.areas}
              rowKey={({ area }) => area.code ?? area.name}
              query={{ operation: MinimumOfferAreas, variables }}
              asOf={held.asOf}
              revision={revision}
              empty={<p>No such area exists on this day.</p>}
            />
          </>
        )
      }
    </Loaded>
  );
}

function Sum({ held }: { held: Held }) {
  const { completeness, verdicts: counts } = held.tally;
  return (
    <>
      <p class="nhsuk-lede-text">
        {counted(held.areas.length, "area")} held against {counted(held.lines.length, "line")} on{" "}
        {inWords(held.asOf)}: of {count(completeness.cells)} answers to which a line applies, the
        register says nothing of {count(completeness.cellsNotRecorded)}. Those are questions to ask,
        not failures.
      </p>
      <ul class="app-cards" aria-label="All answers, by verdict">
        {verdictOrder.map((verdict) => (
          <li key={verdict}>
            <p>
              <span class="app-cards__number">{count(of(counts, verdict))}</span>{" "}
              <VerdictSwatch verdict={verdict} /> {word(verdicts, verdict).toLowerCase()}
            </p>
          </li>
        ))}
      </ul>
      <p>
        There is no share of lines met: it would hide what nobody has recorded. A line is met where
        there is any, not where there is enough.
      </p>
    </>
  );
}

function lineColumns(held: Held): readonly Column<Line>[] {
  return [
    {
      head: "What is asked for",
      text: ({ line }) => `${line.position}. ${asksFor(line)}`,
      cell: ({ line }) => (
        <>
          <strong>
            {line.position}. {asksFor(line)}
          </strong>
          {line.note && <p class="app-small">{line.note}</p>}
          <Where held={held} line={line} />
        </>
      ),
    },
    { head: "Note", text: ({ line }) => line.note ?? "", isFileOnly: true },
    ...countColumns<Line>(({ tally }) => tally.verdicts),
    ...verdictOrder.map((verdict) => ({
      head: `${word(verdicts, verdict)}: where`,
      text: ({ line }: Line) =>
        cellsOf(held, line.position, verdict)
          .map(({ area }) => area.name)
          .join("; "),
      isFileOnly: true,
    })),
  ];
}

function cellsOf(held: Held, position: number, verdict: Verdict) {
  return held.cells.filter((cell) => cell.line.position === position && cell.verdict === verdict);
}

/** The areas of a line by verdict, each with its evidence one click away. */
function Where({ held, line }: { held: Held; line: Line["line"] }) {
  return (
    <Fold name="Which areas" unseen={`– ${asksFor(line)}`}>
      <dl>
        {verdictOrder.map((verdict) => {
          const cells = cellsOf(held, line.position, verdict);
          if (cells.length === 0) return null;
          return (
            <div key={verdict}>
              <dt>
                <VerdictSwatch verdict={verdict} /> {word(verdicts, verdict)}
              </dt>
              <dd>
                {cells.map(({ area }, index) => (
                  <span key={area.code ?? area.name}>
                    {index > 0 && ", "}
                    <a href={linkTo(area, line.position)}>{area.name}</a>
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </Fold>
  );
}

const areaColumns: readonly Column<AreaRow>[] = [
  {
    head: "Area",
    text: ({ area }) => area.name,
    cell: ({ area }) => <a href={linkTo(area)}>{area.name}</a>,
  },
  { head: "Code", text: ({ area }) => area.code ?? "", isFileOnly: true },
  ...countColumns<AreaRow>(({ tally }) => tally.verdicts),
];
