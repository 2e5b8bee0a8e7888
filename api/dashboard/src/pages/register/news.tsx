/* What to look at again, what is proposed, and what was changed last. */
import { ProposalsChanged } from "#ops/ProposalsChanged.ts";
import { RegisterLastChanges } from "#ops/RegisterLastChanges.ts";
import { RegisterDoubtful } from "#ops/RegisterDoubtful.ts";
import { RegisterOpenProposals } from "#ops/RegisterOpenProposals.ts";
import { RegisterUndated } from "#ops/RegisterUndated.ts";
import { href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { History } from "../../parts/register/history.tsx";
import { ProposalLine } from "../../parts/register/proposal-line.tsx";
import { type Viewer, may } from "../../parts/register/use-viewer.ts";
import { NotOnRecord } from "../../parts/values.tsx";
import { count, counted } from "../../parts/words.ts";
import { oldOn } from "./listings.ts";

interface Doubt {
  readonly what: string;
  readonly why: string;
  /** Undefined: the server did not answer this part. */
  readonly count: number | undefined;
  readonly kind: string;
  readonly look: string;
}

const columns: readonly Column<Doubt>[] = [
  {
    head: "Entries",
    text: (one) => one.what,
    cell: (one) => <a href={href("/register", { kind: one.kind, look: one.look })}>{one.what}</a>,
  },
  {
    head: "How many",
    text: (one) => String(one.count ?? ""),
    cell: (one) =>
      one.count === undefined ? <NotOnRecord what="Not answered" /> : count(one.count),
    isNumber: true,
  },
  { head: "Why to look again", text: (one) => one.why },
];

export function LookAgain() {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const dated = useAnswer(RegisterUndated, { asOf, knownAt, old: oldOn(day) });
  const variables = { asOf, knownAt };
  const asked = useAnswer(RegisterDoubtful, variables);
  const { undated, old } = dated.answer?.data ?? {};
  return (
    <Loaded asked={asked} what="what to look at again">
      {(data, { revision }) => {
        const doubts: Doubt[] = [
          {
            what: "Services whose records disagree",
            why: "Sources contradict each other whether it runs",
            count: data.contested?.totalCount,
            kind: "services",
            look: "contested",
          },
          {
            what: "Stale records",
            why: "No start or end is on record, and the source is more than 24 months old",
            count: old?.totalCount,
            kind: "records",
            look: "old",
          },
          {
            what: "Undated records",
            why: "Neither a start nor the date of the source is on record",
            count: undated?.totalCount,
            kind: "records",
            look: "undated",
          },
          {
            what: "Live contracts with no end",
            why: "No end is on record, which is not the same as without end",
            count: data.endless?.totalCount,
            kind: "contracts",
            look: "no-end",
          },
        ];
        return (
          <Figure
            id="look-again"
            title="What to look at again"
            columns={columns}
            rows={doubts}
            rowKey={(one) => one.look}
            query={{ operation: RegisterDoubtful, variables }}
            asOf={day}
            revision={revision}
            empty={<p>Nothing.</p>}
          >
            <p>
              Entries that are contested, stale, undated or without an end, on this day. Each list
              has the query behind it.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}

export function OpenProposals({ viewer }: { viewer: Viewer | undefined }) {
  const mayAsk = may(viewer, "Query.proposals");
  const asked = useAnswer(RegisterOpenProposals, mayAsk ? {} : undefined);
  const changes = useChanges(ProposalsChanged, mayAsk ? {} : undefined);
  return (
    <section aria-labelledby="open-proposals">
      <h2 class="nhsuk-heading-m" id="open-proposals">
        Open proposals
      </h2>
      {!mayAsk ? (
        viewer && (
          <p>
            <a href={href("/sign-in")}>Sign in</a> to see what you proposed and what you decide on.
          </p>
        )
      ) : (
        <>
          <Changed changes={changes} show={asked.again} />
          <Loaded asked={asked} what="the proposals">
            {({ proposals }) =>
              proposals && (
                <>
                  {proposals.nodes.length === 0 ? (
                    <Empty>None that you made or may decide on.</Empty>
                  ) : (
                    <ul class="app-hits">
                      {proposals.nodes.map((one) => (
                        <ProposalLine key={one.id} proposal={one} />
                      ))}
                    </ul>
                  )}
                  <p>
                    <a href={href("/register/proposals")}>
                      All proposals ({counted(proposals.totalCount, "open one", "open")})
                    </a>
                  </p>
                </>
              )
            }
          </Loaded>
        </>
      )}
    </section>
  );
}

export function LastChanges({ viewer }: { viewer: Viewer | undefined }) {
  const mayAsk = may(viewer, "Query.changes");
  const asked = useAnswer(RegisterLastChanges, mayAsk ? {} : undefined);
  return (
    <section aria-labelledby="last-changes">
      <h2 class="nhsuk-heading-m" id="last-changes">
        What was changed last
      </h2>
      {!mayAsk ? (
        viewer && (
          <p>
            Each entry shows its own history. The changes of the whole register are open to
            analysts, commissioners and administrators.
          </p>
        )
      ) : (
        <Loaded asked={asked} what="the changes">
          {({ changes }) =>
            changes && (
              <>
                <History changes={changes.nodes} mayRevert={false} onReverted={() => undefined} />
                <p>
                  <a href={href("/register/changes")}>All changes, revision by revision</a>
                </p>
              </>
            )
          }
        </Loaded>
      )}
    </section>
  );
}
