/* The services that provide an offer, and when they end. */
import { OfferEnds } from "#ops/OfferEnds.ts";
import { OfferServices } from "#ops/OfferServices.ts";
import type { OfferServicesQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords, monthsAfter } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { count, counted, listed, serviceStates, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Facts } from "./index.tsx";

const months = 24;

type Service = NonNullable<OfferServicesQuery["services"]>["nodes"][number];

const names = (list: readonly { name: string }[]) => listed(list.map((one) => one.name));

const columns: readonly Column<Service>[] = [
  {
    head: "Service",
    text: (service) => service.title,
    cell: (service) => (
      <>
        <a href={href(`/register/entries/${encodeURIComponent(service.id)}`)}>
          <strong>{service.title}</strong>
        </a>
        <EvidenceOfService id={service.id} title={service.title} />
      </>
    ),
  },
  { head: "On this day", text: (service) => word(serviceStates, service.state) },
  {
    head: "Areas",
    text: (service) => service.areas.map((area) => area.name).join("; "),
    cell: (service) => (
      <>
        {service.areas.slice(0, 6).map((area, index) => (
          <span key={area.kind + area.name}>
            {index > 0 && ", "}
            {area.code ? <a href={areaPath(area)}>{area.name}</a> : area.name}
          </span>
        ))}
        {service.areas.length > 6 && ` and ${service.areas.length - 6} more`}
        {service.areas.length === 0 && <NotOnRecord />}
      </>
    ),
  },
  {
    head: "Commissioned by",
    text: (service) => names(service.commissioners),
    cell: (service) => names(service.commissioners) || <NotOnRecord />,
  },
  {
    head: "Provided by",
    text: (service) => names(service.providers),
    cell: (service) => names(service.providers) || <NotOnRecord />,
  },
  {
    head: "From",
    text: (service) => service.startsOn ?? "",
    cell: (service) => <PartialDate date={service.startsOn} />,
  },
  {
    head: "Until",
    text: (service) => service.endsOn ?? "",
    cell: (service) => <PartialDate date={service.endsOn} />,
  },
];

export function Services({ offer }: { offer: Facts }) {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const from = asOf ?? today;
  const until = monthsAfter(from, months);
  // A record of any member speaks for a family.
  const filter =
    offer.familyRole === "FAMILY" ? { family: offer.code } : { code: { eq: offer.code } };
  const [after, setAfter] = useState<string>();
  const variables = { filter, asOf, knownAt, after };
  const asked = useAnswer(OfferServices, variables);
  const ends = useAnswer(OfferEnds, { filter, asOf, knownAt, from, until });
  const { live, withoutEnd, ending } = ends.answer?.data ?? {};
  return (
    <>
      <Loaded asked={asked} what="the services">
        {({ services }, { revision }) =>
          services && (
            <Figure
              id="services"
              title="Services that provide it, and when they end"
              columns={columns}
              rows={services.nodes}
              rowKey={(service) => service.id}
              query={{ operation: OfferServices, variables }}
              asOf={from}
              revision={revision}
              empty={
                <p>
                  No service on record provides it. That is not evidence that none does: see what
                  each area says.
                </p>
              }
            >
              <p>
                {counted(services.totalCount, "service")} on record, whatever became of them, those
                that run first and of those the first to end.
                {live &&
                  withoutEnd &&
                  ending &&
                  ` On ${inWords(from)}, ${counted(live.totalCount, "service runs", "services run")}: ${count(ending.totalCount)} with an end by ${inWords(until)}, and ${count(withoutEnd.totalCount)} without an end on record, which is not the same as without end.`}
              </p>
              <p>
                <a href={href("/funding/cliff", { offer: offer.code })}>
                  What ends, month by month, and the money at stake
                </a>
              </p>
            </Figure>
          )
        }
      </Loaded>
      <Pages
        info={asked.answer?.data.services?.pageInfo}
        shown={asked.answer?.data.services?.nodes.length ?? 0}
        isLater={after !== undefined}
        go={setAfter}
      />
    </>
  );
}

interface PagesProps {
  info: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  shown: number;
  isLater: boolean;
  go: (after: string | undefined) => void;
}

function Pages({ info, shown, isLater, go }: PagesProps) {
  if (!info?.hasNextPage && !isLater) return null;
  return (
    <p>
      {isLater && (
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => go(undefined)}
        >
          From the start
        </button>
      )}{" "}
      {info?.hasNextPage && (
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => go(info.endCursor ?? undefined)}
        >
          Show the services after these {shown}
        </button>
      )}
    </p>
  );
}
