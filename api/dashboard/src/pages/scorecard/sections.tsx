/* A few areas: every indicator with its value in each, section by section of the report. */
import { ScorecardAll } from "#ops/ScorecardAll.ts";
import type { ScorecardAllQuery, ScorecardValueFragment } from "#ops/types.ts";
import { here } from "../../data/address.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { count, states, word } from "../../parts/words.ts";
import { IndicatorEvidence } from "./evidence.tsx";
import { outcomes, shareRange, units, valueText } from "./words.ts";

export type Card = NonNullable<ScorecardAllQuery["scorecard"]>;
export type Indicator = Card["indicators"][number];

interface Row {
  readonly indicator: Indicator;
  readonly value: ScorecardValueFragment;
  /** The first of the rows of its indicator. */
  readonly isFirst: boolean;
}

/** What it counts, of what, and what is to be known of it. */
export function About({ indicator }: { indicator: Indicator }) {
  const { recommendation, formula, missing, request, unit } = indicator;
  return (
    <>
      {recommendation && (
        <p class="app-small">
          Recommendation {recommendation.number}: {recommendation.asks}.
        </p>
      )}
      <p class="app-small">
        It counts {word(units, unit)}. {formula}
      </p>
      <p class="app-small">
        <strong>What the register does not have:</strong> {missing}
      </p>
      <p class="app-small">
        <strong>Who would have it:</strong> {request}
      </p>
    </>
  );
}

export function Value({
  indicator,
  value,
}: {
  indicator: Indicator;
  value: ScorecardValueFragment;
}) {
  return (
    <>
      {(value.outcome !== "NOT_RECORDED" || value.reason === "NOT_HELD" || !value.sentence) && (
        <p class={value.outcome === "COUNTED" ? "app-value" : "app-unknown"}>
          {valueText(value, indicator.unit)}
        </p>
      )}
      {shareRange(value) && <p class="app-small">{shareRange(value)}</p>}
      {value.sentence && <p class="app-small">{value.sentence}</p>}
      {value.reason === "NOT_HELD" && (
        <p class="app-small">
          <strong>Who would have it:</strong> {indicator.request}
        </p>
      )}
      {value.outcome === "COUNTED" && value.states.length > 0 && (
        <p class="app-small">
          {value.states.map((one) => `${word(states, one.state)}: ${count(one.count)}`).join("; ")}.
        </p>
      )}
      {value.outcome === "COUNTED" && <IndicatorEvidence indicator={indicator} area={value.area} />}
    </>
  );
}

const columns: readonly Column<Row>[] = [
  {
    head: "Indicator",
    text: ({ indicator }) => indicator.name,
    cell: ({ indicator, isFirst }) =>
      isFirst ? (
        <>
          <strong>{indicator.name}</strong>
          <Fold name="What it counts, and what is missing" unseen={`– ${indicator.name}`}>
            <About indicator={indicator} />
            <p class="app-small">
              <a href={here({ indicator: indicator.code, areas: undefined, kind: "POLICE_FORCE" })}>
                In every police force area
              </a>
            </p>
          </Fold>
        </>
      ) : (
        <span class="app-small">{indicator.name}</span>
      ),
  },
  {
    head: "Recommendation",
    text: ({ indicator }) => indicator.recommendation?.number ?? "",
  },
  { head: "Area", text: ({ value }) => value.area.name },
  {
    head: "On record",
    text: ({ indicator, value }) => valueText(value, indicator.unit),
    cell: ({ indicator, value }) => <Value indicator={indicator} value={value} />,
  },
  { head: "Outcome", text: ({ value }) => word(outcomes, value.outcome), isFileOnly: true },
  { head: "Counted", text: ({ value }) => said(value.numerator), isFileOnly: true },
  { head: "Of", text: ({ value }) => said(value.denominator), isFileOnly: true },
  { head: "Unknown", text: ({ value }) => said(value.unknown), isFileOnly: true },
  { head: "Share at least", text: ({ value }) => value.fractionAtLeast ?? "", isFileOnly: true },
  { head: "Share at most", text: ({ value }) => value.fractionAtMost ?? "", isFileOnly: true },
  { head: "Unit", text: ({ indicator }) => indicator.unit.toLowerCase(), isFileOnly: true },
  { head: "What it counts", text: ({ indicator }) => indicator.formula, isFileOnly: true },
  { head: "What is missing", text: ({ indicator }) => indicator.missing, isFileOnly: true },
  { head: "Who would have it", text: ({ indicator }) => indicator.request, isFileOnly: true },
];

const said = (number: number | null) => (number === null ? "" : String(number));

interface Props {
  card: Card;
  variables: object;
  revision: number | undefined;
}

export function Sections({ card, variables, revision }: Props) {
  const sections = new Map<string, Row[]>();
  for (const indicator of card.indicators) {
    const section = indicator.recommendation?.section ?? "Other";
    const rows = indicator.values.map((value, at) => ({ indicator, value, isFirst: at === 0 }));
    sections.set(section, [...(sections.get(section) ?? []), ...rows]);
  }
  return (
    <>
      <nav class="app-contents" aria-label="Sections of the report">
        <ol>
          {[...sections.keys()].map((section, at) => (
            <li key={section}>
              <a href={`#section-${at + 1}`}>{section}</a>
            </li>
          ))}
        </ol>
      </nav>
      {[...sections].map(([section, rows], at) => (
        <Figure
          key={section}
          id={`section-${at + 1}`}
          title={section}
          columns={columns}
          rows={rows}
          rowKey={({ indicator, value }) => `${indicator.code} ${value.area.code}`}
          query={{ operation: ScorecardAll, variables }}
          asOf={card.asOf}
          revision={revision}
          empty={<p>No indicator.</p>}
        />
      ))}
    </>
  );
}
