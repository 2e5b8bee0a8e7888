/* What a plan buys where, whom it reaches, and who pays for it. */
import type { AllocationDoneFragment } from "#ops/types.ts";
import { useCallback } from "preact/hooks";
import { type Column, Figure } from "../../parts/figure.tsx";
import { moneyText } from "../../parts/values.tsx";
import { percent } from "../../parts/words.ts";
import { type Frame, decimal } from "./answer.tsx";

type Place = AllocationDoneFragment["places"][number];
type Total = AllocationDoneFragment["byArea"][number];
type Payment = AllocationDoneFragment["payments"][number];

interface Props {
  frame: Frame;
  plan: AllocationDoneFragment;
  /** As in “what the plan buys, pooled”. */
  name: string;
}

const served = (row: { peopleServed: string; peopleInNeed: string }) =>
  percent(Number(row.peopleServed), Number(row.peopleInNeed));

const columns: readonly Column<Place>[] = [
  { head: "Area", text: (place) => place.area?.name ?? "" },
  {
    head: "Offer",
    text: (place) => place.offer?.name ?? "",
    cell: (place) => (
      <>
        {place.offer?.name}
        {place.cohort && <p class="app-small">For {place.cohort.name}</p>}
      </>
    ),
  },
  { head: "For whom", text: (place) => place.cohort?.name ?? "Everybody", isFileOnly: true },
  { head: "People in need", text: (place) => decimal(place.peopleInNeed), isNumber: true },
  {
    head: "People served",
    text: (place) => place.peopleServed,
    cell: (place) => (
      <>
        {decimal(place.peopleServed)} ({served(place)})
      </>
    ),
    isNumber: true,
  },
  {
    head: "Spent",
    text: (place) => place.amount,
    cell: (place) => (
      <>
        {moneyText(place.amount)}
        {place.committed !== "0.00" && (
          <p class="app-small">{moneyText(place.committed)} of it promised</p>
        )}
      </>
    ),
    isNumber: true,
  },
  {
    head: "Whole units",
    text: (place) => (place.units === null ? "" : String(place.units)),
    cell: (place) => (place.units === null ? "Any size" : place.units),
    isNumber: true,
  },
];

export function Places({
  frame,
  plan,
  siloed,
  name,
}: Props & { siloed: AllocationDoneFragment | null }) {
  const { places } = plan;
  const before = siloed?.places;
  const spend = useCallback(
    () => import("./charts.ts").then(({ drawSpend }) => drawSpend(places)),
    [places],
  );
  const reach = useCallback(
    () => import("./charts.ts").then(({ drawReach }) => drawReach(places, before ?? [])),
    [places, before],
  );
  const groups: [string, string, readonly Total[], (row: Total) => string][] = [
    ["by-area", "People reached, by area", plan.byArea, (row) => row.area?.name ?? ""],
    ["by-offer", "People reached, by offer", plan.byOffer, (row) => row.offer?.name ?? ""],
    [
      "by-cohort",
      "People reached, by whom it is for",
      plan.byCohort,
      (row) => row.cohort?.name ?? "Needs that name no group",
    ],
  ];
  return (
    <>
      <Figure
        {...frame}
        level={3}
        id="places"
        title={`What is bought where, ${name}`}
        columns={columns}
        rows={places}
        rowKey={(place) => `${place.area?.code}${place.offer?.code}${place.cohort?.code}`}
        chart={spend}
        empty="Nothing is bought."
      />
      {groups.map(([id, title, rows, read]) => (
        <Figure
          key={id}
          {...frame}
          level={3}
          id={id}
          title={title}
          columns={totalColumns(read)}
          rows={rows}
          rowKey={read}
          {...(id === "by-area" ? { chart: reach } : {})}
          empty="Nobody is in need."
        />
      ))}
    </>
  );
}

function totalColumns(read: (row: Total) => string): Column<Total>[] {
  return [
    { head: "Of", text: read },
    { head: "People in need", text: (row) => decimal(row.peopleInNeed), isNumber: true },
    {
      head: "People served",
      text: (row) => row.peopleServed,
      cell: (row) => (
        <>
          {decimal(row.peopleServed)} ({served(row)})
        </>
      ),
      isNumber: true,
    },
    { head: "Weighted need unmet", text: (row) => decimal(row.unmet), isNumber: true },
    {
      head: "Spent",
      text: (row) => row.amount,
      cell: (row) => moneyText(row.amount),
      isNumber: true,
    },
  ];
}

const paymentColumns: readonly Column<Payment>[] = [
  { head: "Stream", text: (row) => row.stream },
  { head: "Area", text: (row) => row.area?.name ?? "" },
  { head: "Offer", text: (row) => row.offer?.name ?? "" },
  { head: "For whom", text: (row) => row.cohort?.name ?? "Everybody" },
  { head: "Pays", text: (row) => row.amount, cell: (row) => moneyText(row.amount), isNumber: true },
  {
    head: "Of that promised",
    text: (row) => row.committed,
    cell: (row) => moneyText(row.committed),
    isNumber: true,
  },
];

export function Payments({ frame, plan, name }: Props) {
  return (
    <Figure
      {...frame}
      level={3}
      id="payments"
      title={`Who pays for what, ${name}`}
      columns={paymentColumns}
      rows={plan.payments}
      rowKey={(row) => `${row.stream}${row.area?.code}${row.offer?.code}${row.cohort?.code}`}
      empty="No stream pays for anything."
    >
      <p>Every payment lies within the conditions of its stream.</p>
    </Figure>
  );
}
