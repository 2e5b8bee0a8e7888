import { CultureEvidence } from "#ops/CultureEvidence.ts";
import type { AreaKind } from "#ops/types.ts";
import { href, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import type { Column } from "../../parts/figure.tsx";
import { Fold, FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { NotOnRecord, PartialDate, shareText } from "../../parts/values.tsx";
import { claimKind, justice } from "../../parts/words-offers.ts";
import { asserted, count, flags, states, statuses, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Claim, Community, Row } from "./index.tsx";

const nameOf = ({ community }: Community) => community?.name ?? "No community that is coded";

export function rowColumns(kind: AreaKind): readonly Column<Row>[] {
  return [
    {
      head: "Area",
      text: ({ area }) => area.name,
      cell: ({ area }) =>
        area.code ? <a href={areaPath({ ...area, kind })}>{area.name}</a> : area.name,
    },
    { head: "Area code", text: ({ area }) => area.code ?? "", isFileOnly: true },
    {
      head: "Community",
      text: ({ found }) => nameOf(found),
      cell: ({ found }) => <strong>{nameOf(found)}</strong>,
    },
    {
      head: "Nearest census groups, people",
      text: ({ found }) => (found.censusPeople === null ? "" : String(found.censusPeople)),
      cell: ({ found }) => <Census found={found} />,
    },
    { head: "Counted are", text: ({ found }) => found.censusNote, isFileOnly: true },
    {
      head: "Claims",
      text: ({ found }) => found.claims.map(claimText).join("; "),
      cell: ({ found }) => (
        <ul class="nhsuk-list app-claims">
          {found.claims.map((claim) => (
            <li key={claim.id}>
              <OneClaim claim={claim} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      head: "The services named, on record",
      text: ({ found }) =>
        found.coverage
          ? `${word(states, found.coverage.state)} (${found.coverage.states.map(({ state, share }) => `${word(states, state)}: ${shareText(share)}`).join("; ")})`
          : "",
      cell: ({ found: { coverage } }) =>
        coverage ? (
          <>
            <StateTag state={coverage.state} />
            <StateShares parts={coverage.states} />
            <p class="app-small">
              {coverage.explanation.flags.map((flag) => word(flags, flag)).join(" ")} Of all people
              of the area, by where they live. Whether it reaches this community is not on record.
            </p>
          </>
        ) : (
          <NotOnRecord what="No service is named" />
        ),
    },
  ];
}

function Census({ found: { censusPeople, censusNote, community } }: { found: Community }) {
  return (
    <>
      {censusPeople === null ? (
        <NotOnRecord what="Not known" />
      ) : (
        <>{count(censusPeople)} residents, census of 2021</>
      )}
      <Fold name="What is counted" unseen={`– ${community?.name ?? "no coded community"}`}>
        <p class="app-small">
          {censusNote}. {community?.note}
        </p>
      </Fold>
    </>
  );
}

function claimText(claim: Claim): string {
  return `${claim.body?.name ?? "No organisation named"}: ${claimKind(claim.kind)} (said by ${asserted(claim.claimedBy)}; ${claim.communitiesAsStated})`;
}

function OneClaim({ claim }: { claim: Claim }) {
  return (
    <>
      <strong>{claim.body?.name ?? <NotOnRecord what="No organisation named" />}</strong>:{" "}
      {claimKind(claim.kind).toLowerCase()}, for “{claim.communitiesAsStated}”. Said by{" "}
      {asserted(claim.claimedBy)}.
      <p class="app-small">
        {claim.isProvision ? "" : "A finding, map, fund or campaign, not provision for people. "}
        {word(statuses, claim.status)}
        {(claim.startsOn || claim.endsOn) && (
          <>
            {claim.startsOn && (
              <>
                , from <PartialDate date={claim.startsOn} />
              </>
            )}
            {claim.endsOn ? (
              <>
                , until <PartialDate date={claim.endsOn} />
              </>
            ) : (
              ", no end on record"
            )}
          </>
        )}
        . {word(justice, claim.worksWithJustice)}.
      </p>
      {claim.service && (
        <p class="app-small">
          <a href={href(`/register/entries/${encodeURIComponent(claim.service.id)}`)}>
            {claim.service.title}
          </a>
        </p>
      )}
      <EvidenceOfClaim claim={claim} />
    </>
  );
}

/** The evidence of a claim, fetched when somebody opens it. */
function EvidenceOfClaim({ claim }: { claim: Claim }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${claimText(claim)}`}>
      {() => <ClaimRestsOn id={claim.id} />}
    </FoldAsked>
  );
}

function ClaimRestsOn({ id }: { id: string }) {
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(CultureEvidence, { id, asOf, knownAt });
  return (
    <Loaded asked={asked} what="the evidence">
      {({ node }) => {
        const evidence = node && "evidence" in node ? node.evidence : null;
        return evidence ? (
          <EvidenceItem evidence={evidence} />
        ) : (
          <p class="app-small">No evidence on record.</p>
        );
      }}
    </Loaded>
  );
}

export const claimColumns: readonly Column<Claim>[] = [
  {
    head: "Organisation",
    text: (claim) => claim.body?.name ?? "",
    cell: (claim) => claim.body?.name ?? <NotOnRecord what="No organisation named" />,
  },
  { head: "Claim", text: (claim) => claimKind(claim.kind) },
  { head: "For", text: (claim) => claim.communitiesAsStated },
  { head: "Said by", text: (claim) => asserted(claim.claimedBy) },
  {
    head: "What it says of itself",
    text: (claim) => `${word(statuses, claim.status)}. ${word(justice, claim.worksWithJustice)}.`,
    cell: (claim) => (
      <>
        {word(statuses, claim.status)}. {word(justice, claim.worksWithJustice)}.
        {!claim.isProvision && (
          <p class="app-small">A finding, map, fund or campaign, not provision for people.</p>
        )}
        <EvidenceOfClaim claim={claim} />
      </>
    ),
  },
];
