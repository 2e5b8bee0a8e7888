/* What holds the pooled plan back, what one more pound would buy, what a condition costs, and
 * whether the plan still stands where costs or needs turn out otherwise. */
import type { AllocationConditionKind, AllocationEnd, AllocationMeasure } from "#ops/types.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { word } from "../../parts/words.ts";
import { type Found, type Frame, decimal } from "./answer.tsx";

const measures: Readonly<Record<AllocationMeasure, string>> = {
  POUND: "one more pound",
  PERSON: "one person by whom it gives way",
  HUNDREDTH: "one hundredth of a share by which it gives way",
};

const kinds: Readonly<Record<AllocationConditionKind, string>> = {
  COMMITMENT: "Promised money",
  EQUITY: "Equity limit",
  LIMIT: "Floor or ceiling",
  MINIMUM_OFFER: "Minimum offer",
  STREAM_AREAS: "Where a stream may be spent",
  STREAM_COHORTS: "For whom a stream may be spent",
  STREAM_OFFERS: "What a stream may be spent on",
  STREAM_SILO: "A stream outside the pool",
};

const ends: Readonly<Record<AllocationEnd, string>> = {
  AGAINST_THE_PLAN: "What the plan buys at its high cost, the rest at its low",
  ALL_HIGH: "All offers at their high cost",
  ALL_LOW: "All offers at their low cost",
  NEEDS_HIGH: "All needs at their high number",
  NEEDS_LOW: "All needs at their low number",
  OFFER_HIGH: "This offer at its high cost",
  OFFER_LOW: "This offer at its low cost",
};

type Binding = Found["binding"][number];
type Pound = Found["oneMorePound"][number];
type Lifted = Found["lifted"][number];
type Corner = Found["corners"][number];

const bindingColumns: readonly Column<Binding>[] = [
  {
    head: "What holds it back",
    text: (row) => row.demand?.sentence ?? `The money of “${row.stream ?? ""}”`,
  },
  { head: "More of it is", text: (row) => word(measures, row.measure) },
  {
    head: "Weighted need that would be met",
    text: (row) => decimal(row.weighted),
    isNumber: true,
  },
];

const poundColumns: readonly Column<Pound>[] = [
  { head: "In stream", text: (row) => row.stream },
  {
    head: "Would end in",
    text: (row) =>
      row.area && row.offer
        ? `${row.offer.name}, ${row.area.name}${row.cohort ? `, for ${row.cohort.name}` : ""}`
        : "",
    cell: (row) =>
      row.area && row.offer ? (
        <>
          {row.offer.name}, {row.area.name}
          {row.cohort && `, for ${row.cohort.name}`}
        </>
      ) : (
        "Nowhere, or through a demand that it relieves"
      ),
  },
  {
    head: "People whom it would serve",
    text: (row) => row.people ?? "",
    cell: (row) => row.people ?? <NotOnRecord what="Several needs change" />,
    isNumber: true,
  },
  {
    head: "Weighted need that it would meet",
    text: (row) => decimal(row.weighted),
    isNumber: true,
  },
  {
    head: "Left in it",
    text: (row) => row.unspent,
    cell: (row) => moneyText(row.unspent),
    isNumber: true,
  },
];

const liftedColumns: readonly Column<Lifted>[] = [
  {
    head: "Without",
    text: (row) => row.sentence,
    cell: (row) => (
      <>
        {row.sentence}
        <p class="app-small">
          {word(kinds, row.kind)}
          {row.stream && ` “${row.stream}”`}
        </p>
      </>
    ),
  },
  {
    head: "More people served",
    text: (row) => row.buys?.people ?? "",
    cell: (row) => row.buys?.people ?? <NotOnRecord what="Not solved anew" />,
    isNumber: true,
  },
  {
    head: "More weighted need met",
    text: (row) => (row.buys ? decimal(row.buys.weighted) : ""),
    cell: (row) => (row.buys ? decimal(row.buys.weighted) : <NotOnRecord what="Not solved anew" />),
    isNumber: true,
  },
  { head: "At most", text: (row) => decimal(row.atMost), isNumber: true },
];

function stands(row: Corner): string {
  if (row.clashes) return "No plan holds there what is demanded";
  if (row.flips === null) return "Not reckoned: the question is too large";
  return row.flips ? "Another plan does better there" : "The plan stands";
}

const cornerColumns: readonly Column<Corner>[] = [
  {
    head: "If",
    text: (row) => `${word(ends, row.end)}${row.offer ? `: ${row.offer.name}` : ""}`,
  },
  {
    head: "Then",
    text: stands,
    cell: (row) => (row.flips || row.clashes ? <strong>{stands(row)}</strong> : stands(row)),
  },
  {
    head: "Unmet by the plan’s money",
    text: (row) => (row.unmetByThePlan ? decimal(row.unmetByThePlan) : ""),
    cell: (row) =>
      row.unmetByThePlan ? decimal(row.unmetByThePlan) : <NotOnRecord what="Not reckoned" />,
    isNumber: true,
  },
  {
    head: "Unmet at best",
    text: (row) => (row.unmetAtBest ? decimal(row.unmetAtBest) : ""),
    cell: (row) =>
      row.unmetAtBest ? decimal(row.unmetAtBest) : <NotOnRecord what="Not looked for" />,
    isNumber: true,
  },
  {
    head: "Pounds spent elsewhere at best",
    text: (row) => row.moved ?? "",
    cell: (row) => (row.moved ? moneyText(row.moved) : <NotOnRecord what="Not looked for" />),
    isNumber: true,
  },
];

export function Why({ answer, frame }: { answer: Found; frame: Frame }) {
  return (
    <>
      <Figure
        {...frame}
        level={3}
        id="binds"
        title="What holds the pooled plan back"
        columns={bindingColumns}
        rows={answer.binding}
        rowKey={(row) => `${row.stream}${row.demand?.field}${row.demand?.sentence}`}
        empty="Nothing holds it back: everybody in reach is served."
      />
      <Figure
        {...frame}
        level={3}
        id="pound"
        title="What one more pound would buy"
        columns={poundColumns}
        rows={answer.oneMorePound}
        rowKey={(row) => row.stream}
        empty="There is no stream."
      >
        <p>It may end elsewhere than the stream may pay for: it relieves another stream there.</p>
      </Figure>
      <Figure
        {...frame}
        level={3}
        id="lifted"
        title="What one condition lifted would buy"
        columns={liftedColumns}
        rows={answer.lifted}
        rowKey={(row) => `${row.kind}${row.stream}${row.field}${row.sentence}`}
        empty="No single condition lifted would buy anything."
      />
      <Figure
        {...frame}
        level={3}
        id="flips"
        title="Whether the plan stands where costs and needs turn out otherwise"
        columns={cornerColumns}
        rows={answer.corners}
        rowKey={(row) => `${row.end}${row.offer?.name}`}
        empty="No cost and no need was given with a range, so nothing could be tried."
      />
    </>
  );
}
