/* One indicator in many areas, and the list of indicators to choose it from. */
import { ScorecardAll } from "#ops/ScorecardAll.ts";
import type { IndicatorOutcome, ScorecardValueFragment } from "#ops/types.ts";
import { useCallback } from "preact/hooks";
import { here } from "../../data/address.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { count } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { About, type Card, type Indicator, Value } from "./sections.tsx";
import { shareRange, valueText } from "./words.ts";

interface Props {
  card: Card;
  variables: object;
  revision: number | undefined;
}

/** One indicator in every area that was asked about, with the least and the most of each. */
export function OneIndicator({ card, variables, revision }: Props) {
  const indicator = card.indicators[0];
  const values = indicator?.values ?? [];
  const chart = useCallback(async () => {
    const { draw } = await import("./range-chart.ts");
    return draw(
      values.flatMap(({ area, fractionAtLeast, fractionAtMost }) =>
        fractionAtLeast === null || fractionAtMost === null
          ? []
          : [{ name: area.name, least: Number(fractionAtLeast), most: Number(fractionAtMost) }],
      ),
    );
  }, [values]);
  if (!indicator) return null;
  const hasShares = values.some((value) => value.fractionAtLeast !== null);
  return (
    <Figure
      id="one-indicator"
      title={indicator.name}
      columns={columnsFor(indicator)}
      rows={values}
      rowKey={({ area }) => area.code ?? area.name}
      {...(hasShares ? { chart } : {})}
      query={{ operation: ScorecardAll, variables }}
      asOf={card.asOf}
      revision={revision}
      empty={<p>No such area exists on this day.</p>}
    >
      <About indicator={indicator} />
      <p>
        {outcomesOf(values)} Areas that the chart leaves out have nothing on record, which is not
        the same as none.
      </p>
      <p class="app-screen-only">
        <a href={here({ indicator: undefined })}>All indicators</a>
      </p>
    </Figure>
  );
}

function columnsFor(indicator: Indicator): readonly Column<ScorecardValueFragment>[] {
  return [
    {
      head: "Area",
      text: ({ area }) => area.name,
      cell: ({ area }) => <a href={areaPath(area)}>{area.name}</a>,
    },
    {
      head: "On record",
      text: (value) => valueText(value, indicator.unit),
      cell: (value) => <Value indicator={indicator} value={value} />,
    },
    { head: "Share", text: shareRange },
    { head: "Share at least", text: (value) => value.fractionAtLeast ?? "", isFileOnly: true },
    { head: "Share at most", text: (value) => value.fractionAtMost ?? "", isFileOnly: true },
  ];
}

const outcomeCount = (values: readonly ScorecardValueFragment[], outcome: IndicatorOutcome) =>
  values.filter((value) => value.outcome === outcome).length;

function outcomesOf(values: readonly ScorecardValueFragment[]): string {
  const of = (outcome: IndicatorOutcome) => count(outcomeCount(values, outcome));
  return `Counted in ${of("COUNTED")} of ${count(values.length)} areas, not recorded in ${of("NOT_RECORDED")}, does not apply in ${of("NOT_APPLICABLE")}.`;
}

const listColumns: readonly Column<Indicator>[] = [
  {
    head: "Recommendation",
    text: ({ recommendation }) => recommendation?.number ?? "",
  },
  {
    head: "Indicator",
    text: ({ name }) => name,
    cell: (indicator) => (
      <>
        <a href={here({ indicator: indicator.code })}>{indicator.name}</a>
        {indicator.unit === "NOT_HELD" && (
          <p class="app-small">Nobody collects it here. Who would have it: {indicator.request}</p>
        )}
      </>
    ),
  },
  ...(
    [
      ["Areas where it is counted", "COUNTED"],
      ["Areas where it is not recorded", "NOT_RECORDED"],
      ["Areas to which it does not apply", "NOT_APPLICABLE"],
    ] as const
  ).map(([head, outcome]) => ({
    head,
    text: ({ values }: Indicator) => count(outcomeCount(values, outcome)),
    isNumber: true,
  })),
  { head: "What it counts", text: ({ formula }) => formula, isFileOnly: true },
  { head: "What is missing", text: ({ missing }) => missing, isFileOnly: true },
  { head: "Who would have it", text: ({ request }) => request, isFileOnly: true },
];

/** Many areas: each indicator leads to its values in all of them. */
export function IndicatorList({ card, variables, revision }: Props) {
  return (
    <Figure
      id="indicators"
      title={`Indicators in ${count(card.areas.length)} areas`}
      columns={listColumns}
      rows={card.indicators}
      rowKey={({ code }) => code}
      query={{ operation: ScorecardAll, variables }}
      asOf={card.asOf}
      revision={revision}
      empty={<p>No indicator.</p>}
    >
      <p>Choose an indicator to see it in every one of these areas.</p>
    </Figure>
  );
}
