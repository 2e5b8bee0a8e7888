/* One proposal: what it would change of the register as it is now, and what one decides of it. */
import { ProposalOne } from "#ops/ProposalOne.ts";
import { ProposalsChanged } from "#ops/ProposalsChanged.ts";
import type { ProposalOneQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Differences } from "../../parts/register/differences.tsx";
import { Notice } from "../../parts/register/notice.tsx";
import { proposalTitle } from "../../parts/register/proposal-line.tsx";
import { entryPath } from "../../parts/register/shown.tsx";
import { momentText } from "../../parts/register/telling.ts";
import { may, useViewer } from "../../parts/register/use-viewer.ts";
import { proposalStates } from "../../parts/register/words.ts";
import { word } from "../../parts/words.ts";
import { Decide } from "./decide.tsx";

export type Proposal = NonNullable<ProposalOneQuery["proposal"]>;

const place = [
  { name: "Home", path: "/" },
  { name: "Register", path: "/register" },
  { name: "Proposals", path: "/register/proposals" },
];

export default function ProposalPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  const viewer = useViewer();
  const mayAsk = may(viewer, "Query.proposal");
  const asked = useAnswer(ProposalOne, mayAsk ? { id } : undefined);
  const changes = useChanges(ProposalsChanged, mayAsk ? {} : undefined);
  const proposal = asked.answer?.data.proposal;
  return (
    <Page
      title={proposal ? proposalTitle(proposal) : "A proposal"}
      {...(proposal ? { caption: `Proposal · ${word(proposalStates, proposal.state)}` } : {})}
      place={place}
    >
      <Notice />
      <Changed changes={changes} show={asked.again} />
      {viewer && !mayAsk && (
        <p class="nhsuk-lede-text">
          Proposals are open to whoever made them and to those who decide on them.{" "}
          <a href={href("/sign-in")}>Sign in</a> to see this one.
        </p>
      )}
      {mayAsk && (
        <Loaded asked={asked} what="the proposal">
          {() =>
            proposal ? (
              <>
                <About proposal={proposal} />
                {proposal.state === "OPEN" ? (
                  <>
                    <Would proposal={proposal} />
                    <Decide proposal={proposal} viewer={viewer} again={asked.again} />
                  </>
                ) : (
                  <p>
                    What it changed is in the history
                    {target(proposal) ? " of the entry" : ""}, with who accepted it and why.
                  </p>
                )}
              </>
            ) : (
              !asked.isAsking && (
                <p class="nhsuk-lede-text">
                  There is no such proposal, or none that you made or may decide on.
                </p>
              )
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

/** The id of the row that it is about. */
export function target({ node }: Proposal): string | undefined {
  return node && "id" in node ? String(node.id) : undefined;
}

function About({ proposal }: { proposal: Proposal }) {
  const id = target(proposal);
  return (
    <dl class="nhsuk-summary-list">
      <Fact name="Why">{proposal.reason}</Fact>
      <Fact name="Proposed by">
        {proposal.proposedBy} on {momentText(proposal.proposedAt)}
      </Fact>
      {id && (
        <Fact name="About">
          <a href={entryPath(id)}>The entry as it is now</a>
        </Fact>
      )}
      {proposal.decidedAt && (
        <>
          <Fact name={word(proposalStates, proposal.state)}>
            By {proposal.decidedBy} on {momentText(proposal.decidedAt)}
            {proposal.isAmended && ", with changes"}
          </Fact>
          <Fact name="Why so">{proposal.decisionReason}</Fact>
        </>
      )}
    </dl>
  );
}

function Would({ proposal }: { proposal: Proposal }) {
  const { conflict, problems } = proposal;
  const of = target(proposal);
  return (
    <section aria-labelledby="would">
      <h2 class="nhsuk-heading-m" id="would">
        What it would change
      </h2>
      {conflict && (
        <div class="app-failure">
          <h3 class="app-failure__head">The entry was changed since</h3>
          <p>
            {conflict.changedBy ?? "Somebody"} changed it
            {conflict.changedAt && ` on ${momentText(conflict.changedAt)}`}, after this was
            proposed. To accept it now, accept it with changes: there you say field by field what is
            to stand.
          </p>
          <Differences
            changes={conflict.theirs}
            heads={["When it was proposed", "Changed since to"]}
            of={of}
          />
        </div>
      )}
      {problems.length > 0 && (
        <div class="app-failure">
          <h3 class="app-failure__head">It cannot be done as it stands</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {problems.map((one) => (
              <li key={one.field + one.message}>{one.message}</li>
            ))}
          </ul>
        </div>
      )}
      <Differences
        changes={conflict?.yours ?? proposal.changes}
        heads={["It is now", "It would be"]}
        of={of}
      />
    </section>
  );
}
