import { HomeEnding } from "#ops/HomeEnding.ts";
import type { HomeEndingQuery } from "#ops/types.ts";
import { useCallback, useMemo } from "preact/hooks";
import { href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords, monthsAfter } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { counted, listed } from "../../parts/words.ts";

type Service = NonNullable<HomeEndingQuery["ending"]>["nodes"][number];

const months = 24;

const columns: readonly Column<Service>[] = [
  {
    head: "Ends",
    text: (service) => service.endsOn ?? "",
    cell: (service) => <PartialDate date={service.endsOn} />,
  },
  {
    head: "Service",
    text: (service) => service.title,
    cell: (service) => (
      <>
        <strong>{service.title}</strong>
        <p class="app-small">{listed(service.offers.map((offer) => offer.name))}</p>
        <EvidenceOfService id={service.id} title={service.title} />
      </>
    ),
  },
  {
    head: "Areas",
    text: (service) => service.areas.map((area) => area.name).join("; "),
    cell: (service) => (
      <>
        {service.areas.slice(0, 6).map((area, index) => (
          <span key={area.code ?? area.name}>
            {index > 0 && ", "}
            {area.code ? <a href={href(`/areas/${area.code}`)}>{area.name}</a> : area.name}
          </span>
        ))}
        {service.areas.length > 6 && ` and ${service.areas.length - 6} more`}
      </>
    ),
  },
  {
    head: "Commissioned by",
    text: (service) => listed(service.commissioners.map((body) => body.name)),
    cell: (service) => listed(service.commissioners.map((body) => body.name)) || <NotOnRecord />,
  },
];

/** What runs on the day and is on record as ending within two years of it. */
export function Ending() {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const from = asOf ?? today;
  const until = monthsAfter(from, months);
  const variables = { asOf, knownAt, from, until };
  const asked = useAnswer(HomeEnding, variables);
  const nodes = asked.answer?.data.ending?.nodes;
  const services = useMemo(() => nodes ?? [], [nodes]);
  const chart = useCallback(
    () => import("./ending-chart.ts").then(({ draw }) => draw(services, from, until)),
    [services, from, until],
  );
  return (
    <Loaded asked={asked} what="what ends soon">
      {({ ending, withoutEnd, live }, { revision }) =>
        ending && (
          <Figure
            id="ending"
            title="What ends soon"
            columns={columns}
            rows={ending.nodes}
            rowKey={(service) => service.id}
            chart={chart}
            query={{ operation: HomeEnding, variables }}
            asOf={from}
            revision={revision}
            empty={<p>No service that runs is on record as ending by {inWords(until)}.</p>}
          >
            <p>
              {counted(ending.totalCount, "service")} that run on {inWords(from)} are on record as
              ending by {inWords(until)}.{" "}
              {withoutEnd &&
                live &&
                `Of the ${counted(live.totalCount, "service")} that run, ${withoutEnd.totalCount} have no end on record, which is not the same as without end.`}
              {ending.totalCount > ending.nodes.length &&
                ` The first ${ending.nodes.length} are shown; the query behind this gives the rest.`}
            </p>
          </Figure>
        )
      }
    </Loaded>
  );
}
