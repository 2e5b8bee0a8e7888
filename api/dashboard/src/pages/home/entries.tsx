/* Entries that somebody should look at again: their records disagree, or are old. */
import { HomeContested } from "#ops/HomeContested.ts";
import { HomeStale } from "#ops/HomeStale.ts";
import type { HomeContestedQuery, HomeStaleQuery } from "#ops/types.ts";
import { href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, monthsAfter } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { PartialDate } from "../../parts/values.tsx";
import { count, counted, listed } from "../../parts/words.ts";

/** Months after which a source without a start of its own no longer speaks of the day. */
const fresh = 24;

type Contested = NonNullable<HomeContestedQuery["contested"]>["nodes"][number];
type Stale = NonNullable<HomeStaleQuery["stale"]>["nodes"][number];

const entry = (id: string, title: string) => (
  <a href={href(`/register/entries/${encodeURIComponent(id)}`)}>{title}</a>
);

const names = (list: readonly { name: string }[]) => listed(list.map((one) => one.name));

const contestedColumns: readonly Column<Contested>[] = [
  { head: "Service", text: (one) => one.title, cell: (one) => entry(one.id, one.title) },
  { head: "Offer", text: (one) => names(one.offers) },
  { head: "Where", text: (one) => names(one.areas) },
];

const titleOf = ({ service }: Stale) => service?.title ?? "A statement that there is none";

const staleColumns: readonly Column<Stale>[] = [
  { head: "Entry", text: titleOf, cell: (one) => entry(one.id, titleOf(one)) },
  { head: "Offer", text: (one) => one.offer.name },
  { head: "Where", text: (one) => one.area.name },
  {
    head: "Source of",
    text: (one) => one.evidence.date ?? "",
    cell: (one) => <PartialDate date={one.evidence.date} />,
  },
];

export function Entries() {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const variables = { asOf, knownAt };
  const old = { ...variables, old: monthsAfter(day, -fresh) };
  const contested = useAnswer(HomeContested, variables);
  const stale = useAnswer(HomeStale, old);
  return (
    <>
      <Loaded asked={contested} what="what is contested">
        {({ contested: list, unsettled }, { revision }) =>
          list && (
            <Figure
              id="contested"
              title="Services whose records disagree"
              columns={contestedColumns}
              rows={list.nodes}
              rowKey={(one) => one.id}
              query={{ operation: HomeContested, variables }}
              asOf={day}
              revision={revision}
              empty={<p>No service has records that disagree on this day.</p>}
            >
              <p>
                {counted(list.totalCount, "service")}.{" "}
                {unsettled &&
                  `Of another ${counted(unsettled.totalCount, "service")} the records do not settle whether they run.`}
              </p>
            </Figure>
          )
        }
      </Loaded>
      <Loaded asked={stale} what="what rests on old sources">
        {({ stale: list, undated }, { revision }) =>
          list && (
            <Figure
              id="stale"
              title="Said to be live, from an old source"
              columns={staleColumns}
              rows={list.nodes}
              rowKey={(one) => one.id}
              query={{ operation: HomeStale, variables: old }}
              asOf={day}
              revision={revision}
              empty={<p>No record that is said to be live rests on an old source.</p>}
            >
              <p>
                {counted(list.totalCount, "record")} without a start, from a source that was two
                years old or more on this day.{" "}
                {undated &&
                  `The source of ${count(undated.totalCount)} more bears no date at all. `}
                {list.totalCount > list.nodes.length &&
                  `The ${list.nodes.length} oldest are shown; the query behind this gives the rest.`}
              </p>
            </Figure>
          )
        }
      </Loaded>
    </>
  );
}
