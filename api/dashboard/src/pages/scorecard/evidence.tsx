/* What an indicator counts in an area, fetched when somebody opens it. */
import { ScorecardCommunities } from "#ops/ScorecardCommunities.ts";
import { ScorecardEvidence } from "#ops/ScorecardEvidence.ts";
import type {
  AreaKind,
  IndicatorUnit,
  ScorecardCommunitiesQueryVariables,
  ScorecardEvidenceQuery,
} from "#ops/types.ts";
import { href, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { asserted, count, counted, states, word } from "../../parts/words.ts";

interface Props {
  indicator: { readonly code: string; readonly name: string; readonly unit: IndicatorUnit };
  area: { readonly code: string | null; readonly name: string; readonly kind: AreaKind };
}

const most = 60;

export function IndicatorEvidence(props: Props) {
  return (
    <FoldAsked
      name="Where this comes from"
      unseen={`– ${props.indicator.name}, ${props.area.name}`}
    >
      {() => <WhatIsCounted {...props} />}
    </FoldAsked>
  );
}

function WhatIsCounted({ indicator, area }: Props) {
  const { asOf, knownAt } = useScope();
  const variables = {
    areas: { codes: [area.code ?? ""], kind: area.kind },
    indicator: indicator.code,
    asOf,
    knownAt,
  };
  const asked = useAnswer(ScorecardEvidence, area.code ? variables : undefined);
  return (
    <Loaded asked={asked} what="what it counts">
      {({ scorecard }) => {
        const value = scorecard?.indicators[0]?.values[0];
        if (!value) return null;
        const { records, services, rowIds } = value;
        const isBare =
          indicator.unit !== "COMMUNITIES" &&
          records.length + services.length + rowIds.length === 0;
        return (
          <>
            {isBare && <p class="app-small">No row of the register is counted.</p>}
            {services.length > 0 && (
              <p class="app-small">
                {counted(services.length, "service")}:{" "}
                {services.map((service) => service.title).join("; ")}.
              </p>
            )}
            {indicator.unit === "COMMUNITIES" && <Communities variables={variables} />}
            {records.slice(0, most).map((record) => (
              <RecordItem key={record.id} record={record} />
            ))}
            {records.length > most && (
              <p class="app-small">
                The first {most} of {count(records.length)} records; the query behind this gives the
                rest.
              </p>
            )}
            <Rows ids={rowIds} name="Other entry" />
          </>
        );
      }}
    </Loaded>
  );
}

type Value = NonNullable<
  ScorecardEvidenceQuery["scorecard"]
>["indicators"][number]["values"][number];

/** What a record says, of what and where, with its source. */
function RecordItem({ record }: { record: Value["records"][number] }) {
  const { evidence, service, area } = record;
  return (
    <div class="app-evidence">
      <p>
        <strong>{service?.title ?? "A statement that there is none"}</strong>, for {area.name}.{" "}
        <a href={href(`/register/entries/${encodeURIComponent(record.id)}`)}>
          The entry<span class="nhsuk-u-visually-hidden"> of {area.name}</span>
        </a>
      </p>
      <p class="app-evidence__statement">
        {evidence.statement ?? <NotOnRecord what="The source’s text may not be restated" />}
      </p>
      <p class="app-evidence__source">
        {evidence.source?.url ? (
          <a href={evidence.source.url} rel="noreferrer">
            {evidence.source.title}
          </a>
        ) : (
          (evidence.source?.title ?? <NotOnRecord what="No source on record" />)
        )}
        . {evidence.date ? `Dated ${inWords(evidence.date)}` : "Undated"}; said by{" "}
        {asserted(evidence.assertedBy)}.
      </p>
    </div>
  );
}

/** Entries of the register by their id, each with its page. */
function Rows({ ids, name }: { ids: readonly string[]; name: string }) {
  if (ids.length === 0) return null;
  return (
    <ul class="nhsuk-list app-small">
      {ids.slice(0, most).map((id, at) => (
        <li key={id}>
          <a href={href(`/register/entries/${encodeURIComponent(id)}`)}>
            {name} {at + 1} of {count(ids.length)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What each community has by the claims made for it: asked apart, because it costs much. */
function Communities({ variables }: { variables: ScorecardCommunitiesQueryVariables }) {
  const asked = useAnswer(ScorecardCommunities, variables);
  return (
    <Loaded asked={asked} what="the communities">
      {({ scorecard }) =>
        scorecard?.indicators[0]?.values[0]?.communities.map((one) => (
          <div key={one.community?.name ?? "none"}>
            <p class="app-small">
              {one.community?.name ?? "A community that is not coded"}:{" "}
              {word(states, one.state).toLowerCase()}, by {counted(one.claims.length, "claim")}.{" "}
              {one.censusPeople === null
                ? "Its people are not published."
                : `${count(one.censusPeople)} people in the census of 2021.`}
            </p>
            <Rows ids={one.claims.map((claim) => claim.id)} name="Claim" />
          </div>
        ))
      }
    </Loaded>
  );
}
