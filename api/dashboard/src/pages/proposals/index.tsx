/* What is proposed: open, and what became of the others. */
import { ProposalsChanged } from "#ops/ProposalsChanged.ts";
import { ProposalsList } from "#ops/ProposalsList.ts";
import type { ProposalState, ProposalToldFragment } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { here, href, useAddress } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Notice } from "../../parts/register/notice.tsx";
import { proposalPath, proposalTitle } from "../../parts/register/proposal-line.tsx";
import { momentText } from "../../parts/register/telling.ts";
import { may, useViewer } from "../../parts/register/use-viewer.ts";
import { proposalStates } from "../../parts/register/words.ts";
import { counted, word } from "../../parts/words.ts";

const place = [
  { name: "Home", path: "/" },
  { name: "Register", path: "/register" },
];

const states = Object.keys(proposalStates) as readonly ProposalState[];

const columns: readonly Column<ProposalToldFragment>[] = [
  {
    head: "What it would change",
    text: proposalTitle,
    cell: (one) => <a href={proposalPath(one.id)}>{proposalTitle(one)}</a>,
  },
  { head: "Why", text: (one) => one.reason },
  {
    head: "Proposed",
    text: (one) => `${one.proposedBy}, ${one.proposedAt}`,
    cell: (one) => (
      <>
        By {one.proposedBy} on {momentText(one.proposedAt)}
      </>
    ),
  },
  {
    head: "Where it stands",
    text: (one) =>
      [word(proposalStates, one.state), one.decidedBy, one.decisionReason]
        .filter(Boolean)
        .join("; "),
    cell: (one) => (
      <>
        {word(proposalStates, one.state)}
        {one.decidedBy && ` by ${one.decidedBy}`}
        {one.isAmended && ", with changes"}
        {one.decisionReason && <p class="app-small">{one.decisionReason}</p>}
        {one.mayDecide && (
          <p class="app-small">
            <strong>You may decide on it.</strong>
          </p>
        )}
      </>
    ),
  },
];

export default function Proposals() {
  const { params } = useAddress();
  const viewer = useViewer();
  const mayAsk = may(viewer, "Query.proposals");
  const asked_ = params.get("state")?.toUpperCase();
  const state = asked_ === "ALL" ? null : (states.find((one) => one === asked_) ?? "OPEN");
  const after = params.get("after") ?? undefined;
  const variables = { state, first: 50, after };
  const asked = useAnswer(ProposalsList, mayAsk ? variables : undefined);
  const changes = useChanges(ProposalsChanged, mayAsk ? {} : undefined);
  const today = useStore(answered)?.today ?? "";
  return (
    <Page title="Proposals" place={place}>
      <Notice />
      <p>
        Whoever may not write an entry proposes a change of it. It counts for nothing until somebody
        who keeps the entry accepts it, as it stands or with changes.
      </p>
      {viewer && !mayAsk && (
        <div class="nhsuk-inset-text">
          <p>
            Proposals are open to whoever made them and to those who decide on them.{" "}
            <a href={href("/sign-in")}>Sign in</a> to see yours.
          </p>
        </div>
      )}
      {mayAsk && (
        <>
          <nav aria-label="Which proposals" class="app-choices">
            <ul>
              {[...states, null].map((one) => (
                <li key={one}>
                  <a
                    href={here({ state: one?.toLowerCase() ?? "all", after: undefined })}
                    aria-current={one === state ? "true" : undefined}
                  >
                    {one ? word(proposalStates, one) : "All"}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Changed changes={changes} show={asked.again} />
          <Loaded asked={asked} what="the proposals">
            {({ proposals }, { revision }) =>
              proposals && (
                <>
                  <Figure
                    id="list"
                    title={state ? `${word(proposalStates, state)} proposals` : "All proposals"}
                    columns={columns}
                    rows={proposals.nodes}
                    rowKey={(one) => one.id}
                    query={{ operation: ProposalsList, variables }}
                    asOf={today}
                    revision={revision}
                    empty={<p>None that you made or may decide on.</p>}
                  >
                    <p>
                      {counted(proposals.totalCount, "proposal")}, newest first: those that you
                      made, and those on which you decide.
                    </p>
                  </Figure>
                  {proposals.pageInfo.hasNextPage && (
                    <p>
                      <a href={here({ after: proposals.pageInfo.endCursor ?? undefined })}>
                        Older proposals
                      </a>
                    </p>
                  )}
                </>
              )
            }
          </Loaded>
        </>
      )}
    </Page>
  );
}
