/* One year’s report: the test, what arrives, and the two ledgers. */
import { InvestmentStandard } from "#ops/InvestmentStandard.ts";
import type {
  InvestmentStandardBoundsFragment,
  InvestmentStandardGrowthFragment,
  InvestmentStandardQuery,
  InvestmentStandardQueryVariables,
} from "#ops/types.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { Fact } from "../../parts/fact.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { sentence } from "../funding/straddling.tsx";
import { financialYear } from "../funding/words.ts";
import { statedWords } from "../streams/words.ts";
import { growthText } from "./growth.ts";
import { placings, verdicts, whys } from "./words.ts";

export type Test = NonNullable<InvestmentStandardQuery["mhis"]>["years"][number];
type Line = Test["ledgers"]["lines"][number];

interface TestRow {
  readonly what: string;
  readonly growth: InvestmentStandardGrowthFragment;
}

/** The least and the most; one where they are the same. */
export function boundsText(bounds: InvestmentStandardBoundsFragment): string {
  return bounds.least === bounds.most
    ? moneyText(bounds.least)
    : `${moneyText(bounds.least)} to ${moneyText(bounds.most)}`;
}

const testColumns: readonly Column<TestRow>[] = [
  { head: "Tested on", text: (row) => row.what, cell: (row) => <strong>{row.what}</strong> },
  {
    head: "Answer",
    text: ({ growth }) =>
      word(verdicts, growth.verdict) + (growth.why ? `: ${word(whys, growth.why)}` : ""),
  },
  {
    head: "Spent",
    text: ({ growth }) => boundsText(growth.spend),
    isNumber: true,
  },
  {
    head: "Year before",
    text: ({ growth }) => (growth.before ? boundsText(growth.before) : ""),
    cell: ({ growth }) =>
      growth.before ? boundsText(growth.before) : <NotOnRecord what="Nothing entered" />,
    isNumber: true,
  },
  {
    head: "Growth",
    text: ({ growth }) => (growth.growth ? growthText(growth.growth) : ""),
    cell: ({ growth }) =>
      growth.growth ? growthText(growth.growth) : <NotOnRecord what="Cannot be said" />,
    isNumber: true,
  },
  {
    head: "To be reached",
    text: ({ growth }) => (growth.target ? growthText(growth.target) : ""),
    cell: ({ growth }) =>
      growth.target ? (
        <>
          {growthText(growth.target)}
          <p class="app-small">
            {growth.targetWasSet ? "As set for the board" : "Growth of its programme allocation"}
            {growth.required && `: ${boundsText(growth.required)}`}
          </p>
        </>
      ) : (
        <NotOnRecord what="Not stated" />
      ),
    isNumber: true,
  },
];

const lineColumns: readonly Column<Line>[] = [
  {
    head: "Line",
    text: ({ line }) => line.label,
    cell: ({ line, ofAnotherBody }) => (
      <>
        <strong>{line.label}</strong>
        {line.service && <p class="app-small">{line.service.title}</p>}
        {ofAnotherBody && (
          <p class="app-small">
            Spent by another body before its functions arrived: in neither sum
          </p>
        )}
      </>
    ),
  },
  {
    head: "Pounds",
    text: ({ line }) => line.amount,
    cell: ({ line }) => moneyText(line.amount),
    isNumber: true,
  },
  {
    head: "Towards the standard",
    text: ({ placing, excludedAs, line }) =>
      word(placings, placing) +
      (excludedAs ? `: ${excludedAs}` : line.exclusion ? ` (${line.exclusion})` : ""),
  },
  {
    head: "From the allocation",
    text: ({ inAllocation }) => word(statedWords, inAllocation),
  },
  { head: "Each year again", text: ({ line }) => word(statedWords, line.recurrent) },
  { head: "Came from another body", text: ({ line }) => word(statedWords, line.transferred) },
];

interface Props {
  test: Test;
  asOf: string;
  revision: number | undefined;
  variables: InvestmentStandardQueryVariables;
}

export function Year({ test, asOf, revision, variables }: Props) {
  const { report, growth, arrival, ledgers } = test;
  const name = financialYear(report.financialYear);
  const rows: readonly TestRow[] = [
    { what: "What the board itself spent", growth },
    ...(arrival
      ? [
          { what: "With the year before restated", growth: arrival.restatedBaseline },
          { what: "With what arrives left out of both years", growth: arrival.leftOut },
        ]
      : []),
  ];
  const common = { query: { operation: InvestmentStandard, variables }, asOf, revision };
  return (
    <>
      <Figure
        {...common}
        id={`test-${report.id}`}
        title={`${name}: is the standard met?`}
        columns={testColumns}
        rows={rows}
        rowKey={(row) => row.what}
        empty={<p>Nothing was tested.</p>}
      >
        <p>Programme allocation: {moneyText(report.allocation)}.</p>
        {arrival && (
          <p>
            {boundsText(arrival.arrives)} arrives from another body, which had spent{" "}
            {boundsText(arrival.cameWith)} on it the year before. {sentence(arrival.inference)}{" "}
            {arrival.notStated > 0 &&
              `${counted(arrival.notStated, "line does", "lines do")} not say whether ${arrival.notStated === 1 ? "it arrives" : "they arrive"}: taken not to.`}
          </p>
        )}
        {report.evidence && (
          <Fold name="Where this comes from" unseen={`– ${name}`}>
            <EvidenceItem evidence={report.evidence} />
          </Fold>
        )}
      </Figure>
      <Figure
        {...common}
        id={`lines-${report.id}`}
        title={`${name}: two ledgers`}
        level={3}
        columns={lineColumns}
        rows={ledgers.lines}
        rowKey={({ line }) => `${line.label} ${line.amount}`}
        empty={<p>The report has no lines.</p>}
      >
        <dl class="nhsuk-summary-list">
          {(
            [
              ["Counts towards the standard", boundsText(ledgers.mhis)],
              ["Of which comes again each year", boundsText(ledgers.recurrent)],
              ["Paid from the programme allocation", boundsText(ledgers.allocation)],
              ["Settled to be in both", moneyText(ledgers.both)],
              ["In the standard alone", moneyText(ledgers.mhisOnly)],
              ["In the allocation alone", moneyText(ledgers.allocationOnly)],
              ["In neither", moneyText(ledgers.neither)],
              ["Of which one of the two is not stated", moneyText(ledgers.notSettled)],
              [
                "What counts, as a share of the allocation",
                ledgers.leastShareOfAllocation === null || ledgers.mostShareOfAllocation === null
                  ? "There is no allocation"
                  : ledgers.leastShareOfAllocation === ledgers.mostShareOfAllocation
                    ? growthText(ledgers.leastShareOfAllocation)
                    : `${growthText(ledgers.leastShareOfAllocation)} to ${growthText(ledgers.mostShareOfAllocation)}`,
              ],
            ] as const
          ).map(([what, said]) => (
            <Fact key={what} name={what}>
              {said}
            </Fact>
          ))}
        </dl>
      </Figure>
    </>
  );
}
