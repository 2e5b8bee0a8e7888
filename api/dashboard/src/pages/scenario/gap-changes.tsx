/* Gaps, cohorts, communities and need that differ. */
import { useCallback } from "preact/hooks";
import { href } from "../../data/address.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { count, counted, listed, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Compared, Frame } from "./comparison.tsx";
import { why } from "./coverage-changes.tsx";

interface Props {
  found: Compared;
  frame: Frame;
}

type Gap = Compared["gaps"][number];

const gapColumns: readonly Column<Gap>[] = [
  {
    head: "Area",
    text: (gap) => gap.area.name,
    cell: (gap) => <a href={areaPath(gap.area)}>{gap.area.name}</a>,
  },
  {
    head: "Offer",
    text: (gap) => gap.offer.name,
    cell: (gap) => <a href={href(`/offers/${gap.offer.code}`)}>{gap.offer.name}</a>,
  },
  { head: "For", text: (gap) => gap.cohort.name },
  ...(["before", "after", "closed", "gained"] as const).map((key): Column<Gap> => ({
    head: {
      before: "In the gap before",
      after: "In the gap with it",
      closed: "Gap closes for",
      gained: "Newly in the gap",
    }[key],
    text: (gap) => String(gap[key]),
    cell: (gap) => count(gap[key]),
    isNumber: true,
  })),
];

type Cohort = Compared["byCohort"][number];

const cohortColumns: readonly Column<Cohort>[] = [
  { head: "People whom offers are for", text: (row) => row.cohort.name },
  { head: "Pairs that differ", text: (row) => String(row.cells), isNumber: true },
  {
    head: "Gap closes for",
    text: (row) => String(row.closed),
    cell: (row) => count(row.closed),
    isNumber: true,
  },
  {
    head: "Newly in a gap",
    text: (row) => String(row.gained),
    cell: (row) => count(row.gained),
    isNumber: true,
  },
];

export function GapChanges({ found, frame }: Props) {
  const { gaps } = found;
  const chart = useCallback(
    () => import("./gaps-chart.ts").then(({ drawGaps }) => drawGaps(gaps)),
    [gaps],
  );
  return (
    <>
      {gaps.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="gaps"
          title="Gaps that open or close"
          columns={gapColumns}
          rows={gaps}
          rowKey={(gap) => `${gap.area.kind}${gap.area.code}${gap.offer.code}`}
          chart={chart}
          empty=""
        >
          <p>
            People who live there and for whom a record says that the offer is missing or has ended
            (mid-2022 estimate). Of what nobody has recorded nothing is counted.
          </p>
        </Figure>
      )}
      {found.byCohort.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="cohorts"
          title="By the people whom offers are for"
          columns={cohortColumns}
          rows={found.byCohort}
          rowKey={(row) => row.cohort.code}
          empty=""
        />
      )}
    </>
  );
}

type Need = Compared["need"][number];

const estimates = (found: readonly number[]) => listed(found.map(count));

const needColumns: readonly Column<Need>[] = [
  { head: "Area", text: (row) => row.area.name },
  { head: "Offer", text: (row) => row.offer.name },
  { head: "Of whom", text: (row) => row.cohort.name },
  {
    head: "In need before",
    text: (row) => estimates(row.before),
    cell: (row) => estimates(row.before) || <NotOnRecord what="No estimate on record" />,
  },
  { head: "In need with the scenario", text: (row) => estimates(row.after) },
];

export function NeedChanges({ found, frame }: Props) {
  if (found.need.length === 0) return null;
  return (
    <Figure
      {...frame}
      level={3}
      id="need"
      title="People in need"
      columns={needColumns}
      rows={found.need}
      rowKey={(row) => `${row.area.kind}${row.area.code}${row.offer.code}${row.cohort.name}`}
      empty=""
    >
      <p>Central estimates. Where several are on record they are told side by side.</p>
    </Figure>
  );
}

type Community = Compared["byCommunity"][number];
type Of = Community["coverage"][number] & { readonly of: Community };

const communityColumns: readonly Column<Of>[] = [
  {
    head: "Community",
    text: (row) => row.of.community.name,
    cell: (row) => (
      <>
        {row.of.community.name}
        <p class="app-small">{counted(row.of.services, "service")} on record as for it</p>
      </>
    ),
  },
  { head: "Area", text: (row) => row.area.name },
  { head: "Offer", text: (row) => row.offer.name },
  {
    head: "People of the nearest census groups",
    text: (row) => (row.censusPeople === null ? "" : String(row.censusPeople)),
    cell: (row) => (row.censusPeople === null ? <NotOnRecord /> : count(row.censusPeople)),
    isNumber: true,
  },
  {
    head: "Before",
    text: (row) => word(states, row.before.state),
    cell: (row) => <StateTag state={row.before.state} />,
  },
  {
    head: "With the scenario",
    text: (row) => word(states, row.after.state),
    cell: (row) => <StateTag state={row.after.state} />,
  },
  { head: "Why", text: (row) => why(row.after) },
];

/** By the services for one community alone, as far as claims say which those are. */
export function Communities({ found, frame }: Props) {
  const rows = found.byCommunity.flatMap((of) => of.coverage.map((one) => ({ ...one, of })));
  const silent = found.byCommunity.filter((one) => one.services === 0);
  if (rows.length === 0 && silent.length === 0) return null;
  return (
    <>
      {rows.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="communities"
          title="Coverage by services for one community"
          columns={communityColumns}
          rows={rows}
          rowKey={(row) => `${row.of.community.code}${row.area.code}${row.offer.code}`}
          empty=""
        >
          <p>Only services that a claim on record says are for the community count here.</p>
        </Figure>
      )}
      {silent.length > 0 && (
        <p class="app-small">
          Of {counted(silent.length, "community", "communities")} no claim says which services are
          for it, which is not the same as none: {listed(silent.map((one) => one.community.name))}.
        </p>
      )}
    </>
  );
}
