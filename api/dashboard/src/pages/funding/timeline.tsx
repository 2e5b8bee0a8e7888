/* Contracts as bars from start to end. What has no start or no end on record stays open, in a
 * pattern of its own. */
import { FundingTimeline } from "#ops/FundingTimeline.ts";
import { FundingTimelineOfArea } from "#ops/FundingTimelineOfArea.ts";
import { FundingTimelineOfBody } from "#ops/FundingTimelineOfBody.ts";
import type { FundingServiceFragment, MoneyScope, ServiceFilter } from "#ops/types.ts";
import { useCallback, useMemo } from "preact/hooks";
import { here, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { counted } from "../../parts/words.ts";
import type { Money } from "./on-record.tsx";
import { type Bar, barsOf } from "./bars.ts";
import { columns } from "./timeline-rows.tsx";

interface Props {
  scope: MoneyScope;
  endingBy: string;
  asOf: string;
  changes: Money["straddling"];
}

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly FundingServiceFragment[];
}

export function Timeline({ scope, endingBy, asOf, changes }: Props) {
  const { params } = useAddress();
  const { asOf: day, knownAt } = useScope();
  const only = params.get("only") === "ending";
  const after = params.get("after") || undefined;
  const filter: ServiceFilter = {
    state: ["LIVE"],
    ...(scope.offer ? { offers: { some: { family: scope.offer } } } : {}),
    ...(only ? { endsOn: { onOrBefore: endingBy } } : {}),
  };
  const common = { filter, after, asOf: day, knownAt };
  const isOfArea = scope.area !== undefined && scope.area !== null;
  const isOfBody = !isOfArea && scope.body !== undefined && scope.body !== null;
  const all = useAnswer(FundingTimeline, isOfArea || isOfBody ? undefined : common);
  const ofArea = useAnswer(
    FundingTimelineOfArea,
    isOfArea ? { ...common, area: scope.area ?? "", kind: scope.kind } : undefined,
  );
  const ofBody = useAnswer(
    FundingTimelineOfBody,
    isOfBody ? { ...common, id: scope.body ?? "", role: scope.role } : undefined,
  );
  const dates = [...new Set(changes.flatMap(({ change }) => (change.date ? [change.date] : [])))];
  const frame = { asOf, dates, only, endingBy, after };
  const note =
    isOfArea && scope.body
      ? "The timeline shows every service of the area: it cannot be narrowed to a body at the same time."
      : undefined;
  if (isOfArea) {
    return (
      <Loaded asked={ofArea} what="the timeline">
        {({ provisionGrid }, { revision }) =>
          provisionGrid && (
            <Bars
              {...frame}
              note={note}
              services={provisionGrid.area.services}
              revision={revision}
              query={{
                operation: FundingTimelineOfArea,
                variables: { ...common, area: scope.area, kind: scope.kind },
              }}
            />
          )
        }
      </Loaded>
    );
  }
  if (isOfBody) {
    return (
      <Loaded asked={ofBody} what="the timeline">
        {({ node }, { revision }) =>
          node &&
          "services" in node && (
            <Bars
              {...frame}
              services={node.services}
              revision={revision}
              query={{
                operation: FundingTimelineOfBody,
                variables: { ...common, id: scope.body, role: scope.role },
              }}
            />
          )
        }
      </Loaded>
    );
  }
  return (
    <Loaded asked={all} what="the timeline">
      {({ services }, { revision }) =>
        services && (
          <Bars
            {...frame}
            services={services}
            revision={revision}
            query={{ operation: FundingTimeline, variables: common }}
          />
        )
      }
    </Loaded>
  );
}

interface BarsProps {
  services: Connection;
  asOf: string;
  dates: readonly string[];
  only: boolean;
  endingBy: string;
  after: string | undefined;
  note?: string | undefined;
  revision: number | undefined;
  query: Parameters<typeof Figure<Bar>>[0]["query"];
}

function Bars({ services, asOf, dates, only, endingBy, after, note, revision, query }: BarsProps) {
  const { nodes } = services;
  const bars = useMemo(() => barsOf(nodes), [nodes]);
  const said = JSON.stringify(dates);
  const chart = useCallback(
    () =>
      import("./timeline-chart.ts").then(({ draw }) =>
        draw(bars, asOf, JSON.parse(said) as string[]),
      ),
    [bars, asOf, said],
  );
  return (
    <>
      <Figure
        id="timeline"
        title="Timeline of contracts"
        columns={columns}
        rows={bars}
        rowKey={(bar) => bar.id}
        chart={chart}
        query={query}
        asOf={asOf}
        revision={revision}
        empty={<p>No service that runs is on record for this.</p>}
      >
        <p>
          {counted(services.totalCount, "service that runs", "services that run")}
          {only ? `, ending by ${inWords(endingBy)}` : ""}, what ends first on top
          {services.totalCount > nodes.length && `; ${nodes.length} are shown at a time`}. A full
          bar runs from the start to the end of the base term; a striped one is an extension that
          nobody has confirmed; a dotted one is open because no end, or no start, is on record.{" "}
          {dates.length > 0 &&
            `Lines mark ${inWords(asOf)} and the changes of commissioner on record.`}
        </p>
        {note && <p>{note}</p>}
        <p class="app-screen-only">
          <a href={here({ only: only ? undefined : "ending", after: undefined })}>
            {only
              ? "Show those that end later and those without an end on record too"
              : `Show only what ends by ${inWords(endingBy)}`}
          </a>
        </p>
      </Figure>
      <p class="app-screen-only">
        {after && <a href={here({ after: undefined })}>From the start</a>}{" "}
        {services.pageInfo.hasNextPage && (
          <a href={here({ after: services.pageInfo.endCursor ?? undefined })}>
            Show the next services
          </a>
        )}
      </p>
    </>
  );
}
