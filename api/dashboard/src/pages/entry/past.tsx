/* What is proposed about an entry, and what became of it so far. */
import { EntryHistory } from "#ops/EntryHistory.ts";
import { ProposalsChanged } from "#ops/ProposalsChanged.ts";
import { ProposalsList } from "#ops/ProposalsList.ts";
import type { ChangeToldFragment } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { History } from "../../parts/register/history.tsx";
import { ProposalLine } from "../../parts/register/proposal-line.tsx";
import { type Viewer, may } from "../../parts/register/use-viewer.ts";

/** Proposals are told to whoever made them and to those who decide. */
export function EntryProposals({ id, viewer }: { id: string; viewer: Viewer | undefined }) {
  const mayAsk = may(viewer, "Query.proposals");
  const asked = useAnswer(ProposalsList, mayAsk ? { node: id, state: null, first: 20 } : undefined);
  const changes = useChanges(ProposalsChanged, mayAsk ? {} : undefined);
  if (!mayAsk) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 class="nhsuk-heading-m" id="proposals">
        Proposals about it
      </h2>
      <Changed changes={changes} show={asked.again} />
      <Loaded asked={asked} what="the proposals">
        {({ proposals }) =>
          proposals &&
          (proposals.nodes.length === 0 ? (
            <Empty>None that you made or may decide on.</Empty>
          ) : (
            <ul class="app-hits">
              {proposals.nodes.map((one) => (
                <ProposalLine key={one.id} proposal={one} />
              ))}
            </ul>
          ))
        }
      </Loaded>
    </section>
  );
}

interface PastProps {
  id: string;
  viewer: Viewer | undefined;
  /** Asks for the entry again, after something was put back. */
  again: () => void;
}

export function Past({ id, viewer, again }: PastProps) {
  const [older, setOlder] = useState<readonly ChangeToldFragment[]>([]);
  const [after, setAfter] = useState<string>();
  const asked = useAnswer(EntryHistory, { id, first: 20, after });
  return (
    <section aria-labelledby="history">
      <h2 class="nhsuk-heading-m" id="history">
        History
      </h2>
      <Loaded asked={asked} what="its history">
        {({ history }) =>
          history ? (
            <>
              <History
                changes={[...(after ? older : []), ...history.nodes]}
                of={id}
                mayRevert={may(viewer, "Mutation.revert")}
                onReverted={() => {
                  setOlder([]);
                  setAfter(undefined);
                  asked.again();
                  again();
                }}
              />
              {history.pageInfo.hasNextPage && (
                <button
                  type="button"
                  class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                  onClick={() => {
                    setOlder([...older, ...history.nodes]);
                    setAfter(history.pageInfo.endCursor ?? undefined);
                  }}
                >
                  Show older changes
                </button>
              )}
            </>
          ) : (
            <Empty>No change of it is on record that you may know of.</Empty>
          )
        }
      </Loaded>
    </section>
  );
}
