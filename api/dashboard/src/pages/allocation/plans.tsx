/* The plans side by side: nothing more than promised, by head, in silos, pooled, in whole units. */
import type { AllocationSumFragment } from "#ops/types.ts";
import { useCallback, useMemo } from "preact/hooks";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { type Found, type Frame, decimal } from "./answer.tsx";

export interface PlanRow {
  readonly name: string;
  readonly about: string;
  /** Null: there is none that holds what is demanded. */
  readonly plan: AllocationSumFragment | null;
}

const none = "None holds what is demanded";

function amount(head: string, read: (plan: AllocationSumFragment) => string, isMoney = false) {
  const column: Column<PlanRow> = {
    head,
    text: ({ plan }) => (plan ? read(plan) : none),
    cell: ({ plan }) =>
      plan ? isMoney ? moneyText(read(plan)) : read(plan) : <NotOnRecord what={none} />,
    isNumber: true,
  };
  return column;
}

const columns: readonly Column<PlanRow>[] = [
  {
    head: "Plan",
    text: (row) => row.name,
    cell: (row) => (
      <>
        <strong>{row.name}</strong>
        <p class="app-small">{row.about}</p>
        {row.plan && row.plan.broken.length > 0 && (
          <p class="app-small">
            It breaks: {row.plan.broken.map((one) => `${one.demand.sentence}${by(one)}`).join("; ")}
          </p>
        )}
      </>
    ),
  },
  amount("Spent", (plan) => plan.amount, true),
  amount("Left over", (plan) => plan.unspent, true),
  amount("People served", (plan) => plan.peopleServed),
  amount("People in need", (plan) => plan.peopleInNeed),
  amount("Weighted need unmet", (plan) => decimal(plan.unmet)),
  {
    head: "Weighted need from the best possible, at most",
    text: ({ plan }) => plan?.distance ?? "",
    cell: ({ plan }) =>
      plan?.distance ? apart(plan.distance) : <span class="app-small">Not optimised</span>,
    isNumber: true,
  },
];

/** What is less than a thousandth of a person is so to the eye; the file has its digits. */
function apart(distance: string): string {
  const size = Number(distance);
  return size > 0 && size < 0.001 ? "under 0.001" : decimal(distance);
}

type Broken = AllocationSumFragment["broken"][number];

/** By how much a demand is missed. */
function by({ amount: pounds, people, share }: Broken): string {
  if (pounds) return `, by ${moneyText(pounds)}`;
  if (people) return `, by ${people} people`;
  return share ? `, by ${(Number(share) * 100).toFixed(1)} percentage points` : "";
}

export function Plans({ answer, frame }: { answer: Found; frame: Frame }) {
  const rows = useMemo(() => {
    const all: PlanRow[] = [
      { name: "Nothing more", about: "What is promised, and nothing else", plan: answer.doNothing },
      {
        name: "By head",
        about: "Each stream’s money by head of the need that it may pay for",
        plan: answer.equalShare,
      },
      { name: "In silos", about: "Each funder keeps to itself", plan: answer.siloed },
      { name: "Pooled", about: "The silos given up, every condition held", plan: answer.pooled },
    ];
    if (!answer.pooledWholeUnits && !answer.siloedWholeUnits) return all;
    const about = "Offers that are bought in units, in whole ones";
    return [
      ...all,
      { name: "In silos, whole units", about, plan: answer.siloedWholeUnits },
      { name: "Pooled, whole units", about, plan: answer.pooledWholeUnits },
    ];
  }, [answer]);
  const chart = useCallback(
    () => import("./charts.ts").then(({ drawPlans }) => drawPlans(rows)),
    [rows],
  );
  return (
    <Figure
      {...frame}
      level={3}
      id="plans"
      title="Siloed against pooled"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      chart={chart}
      empty=""
    >
      <p>The same money in each. The chart shows people served of those in need.</p>
    </Figure>
  );
}
