/* How much ends in each month: how many, and the pounds a year of those whose value is on record. */
import { CliffMonths } from "#ops/CliffMonths.ts";
import type { CliffMonthsQuery, CliffMonthsQueryVariables } from "#ops/types.ts";
import { useCallback } from "preact/hooks";
import { inWords } from "../../data/dates.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { count } from "../../parts/words.ts";
import { Known } from "../funding/stakes.tsx";

export type Cliff = NonNullable<CliffMonthsQuery["cliff"]>;
export type Month = Cliff["months"][number];

export interface CliffProps {
  cliff: Cliff;
  revision: number | undefined;
  variables: CliffMonthsQueryVariables;
}

/** How many end in a month: those with and without a value on record, and with those that also
 * cover other areas or offers. */
export function ofMonth({ stakes }: Month) {
  const sum = (of: (part: NonNullable<Month["stakes"]>["within"]) => number) =>
    stakes ? of(stakes.within) + of(stakes.beyond) : 0;
  return {
    endings: sum((part) => part.endings),
    known: sum((part) => Math.max(part.baseTerm.onRecord, part.fullTerm.onRecord)),
    beyond: stakes?.beyond.endings ?? 0,
  };
}

const columns: readonly Column<Month>[] = [
  { head: "Month", text: ({ month }) => month, cell: ({ month }) => inWords(month) },
  {
    head: "End",
    text: (month) => String(ofMonth(month).endings),
    cell: (month) => {
      const { endings, beyond } = ofMonth(month);
      return (
        <>
          {count(endings)}
          {beyond > 0 && <p class="app-small">{count(beyond)} reach beyond what is asked about</p>}
        </>
      );
    },
    isNumber: true,
  },
  {
    head: "With a value on record",
    text: (month) => String(ofMonth(month).known),
    isNumber: true,
  },
  {
    head: "Pounds a year, base term",
    text: ({ stakes }) => stakes?.within.baseTerm.pounds ?? "",
    cell: (month) => <Pounds month={month} term="baseTerm" />,
    isNumber: true,
  },
  {
    head: "Pounds a year, full term",
    text: ({ stakes }) => stakes?.within.fullTerm.pounds ?? "",
    cell: (month) => <Pounds month={month} term="fullTerm" />,
    isNumber: true,
  },
  {
    head: "Pounds a year beyond, base term",
    text: ({ stakes }) => stakes?.beyond.baseTerm.pounds ?? "",
    isFileOnly: true,
  },
  {
    head: "Pounds a year beyond, full term",
    text: ({ stakes }) => stakes?.beyond.fullTerm.pounds ?? "",
    isFileOnly: true,
  },
  {
    head: "People who live there",
    text: ({ stakes }) => (stakes ? String(stakes.people) : ""),
    cell: ({ stakes }) =>
      stakes && stakes.within.endings + stakes.beyond.endings > 0 ? (
        <>
          {count(stakes.people)}
          {stakes.unmeasured > 0 && (
            <p class="app-small">{count(stakes.unmeasured)} cannot be measured</p>
          )}
        </>
      ) : (
        "–"
      ),
    isNumber: true,
  },
  {
    head: "Cannot be measured",
    text: ({ stakes }) => String(stakes?.unmeasured ?? ""),
    isFileOnly: true,
  },
];

/** A month in which nothing ends has a dash; one whose values are unknown says so. */
function Pounds({ month, term }: { month: Month; term: "baseTerm" | "fullTerm" }) {
  const { stakes } = month;
  if (!stakes) return <NotOnRecord />;
  const { within, beyond } = stakes;
  if (within.endings + beyond.endings === 0) return <>–</>;
  return (
    <>
      {within.endings > 0 && <Known sum={within[term]} />}
      {beyond.endings > 0 && (
        <p class="app-small">
          And beyond: <Known sum={beyond[term]} />
        </p>
      )}
    </>
  );
}

export function Months({ cliff, revision, variables }: CliffProps) {
  const { months } = cliff;
  const ending = months.filter((month) => ofMonth(month).endings > 0);
  const chart = useCallback(
    () => import("./months-chart.ts").then(({ draw }) => draw(months)),
    [months],
  );
  return (
    <Figure
      id="months"
      title="By month"
      columns={columns}
      rows={ending}
      rowKey={({ month }) => month}
      chart={chart}
      query={{ operation: CliffMonths, variables }}
      asOf={cliff.asOf}
      revision={revision}
      empty={
        <p>
          Nothing is on record as ending in these {months.length} months. What has no end on record
          is below.
        </p>
      }
    >
      <p>
        Contracts, and services of which no contract counts, by the month of the end of their base
        term. A full bar has a value on record, a dotted one has none: a month without pounds is not
        a month without money. A value is read both as of the base term and as of the full term.{" "}
        {ending.length < months.length &&
          `The table has the months in which something ends: nothing is on record as ending in the other ${months.length - ending.length}.`}
      </p>
    </Figure>
  );
}
