/* What was changed in the register, revision by revision, newest first. */
import { ChangesFeed } from "#ops/ChangesFeed.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { queryAddress } from "../../parts/figure.tsx";
import { TextField } from "../../parts/form.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { History } from "../../parts/register/history.tsx";
import { Notice } from "../../parts/register/notice.tsx";
import { may, useViewer } from "../../parts/register/use-viewer.ts";

const place = [
  { name: "Home", path: "/" },
  { name: "Register", path: "/register" },
];

export default function Changes() {
  const { params } = useAddress();
  const viewer = useViewer();
  const mayAsk = may(viewer, "Query.changes");
  const since = /^\d{1,9}$/.exec(params.get("since") ?? "")?.[0];
  const actor = params.get("actor") ?? undefined;
  const after = params.get("after") ?? undefined;
  const variables = { first: 50, after, actor, since: since ? Number(since) : undefined };
  const asked = useAnswer(ChangesFeed, mayAsk ? variables : undefined);
  return (
    <Page title="What was changed last" place={place}>
      <Notice />
      <p>
        Every change is kept with who made it, when and why. Each entry’s own history is on its
        page, for everybody who may see the entry.
      </p>
      {viewer && !mayAsk && (
        <div class="nhsuk-inset-text">
          <p>
            The changes of the whole register are open to analysts, commissioners and
            administrators. <a href={href("/sign-in")}>Sign in</a> as one to see them.
          </p>
        </div>
      )}
      {mayAsk && (
        <>
          <Filter since={since ?? ""} actor={actor ?? ""} />
          <Loaded asked={asked} what="the changes">
            {({ changes }) =>
              changes && (
                <>
                  {changes.nodes.length === 0 ? (
                    <Empty>No change answers to this.</Empty>
                  ) : (
                    <History
                      changes={changes.nodes}
                      mayRevert={may(viewer, "Mutation.revert")}
                      onReverted={() => {
                        go(here({ after: undefined }));
                        asked.again();
                      }}
                    />
                  )}
                  <p class="app-pages">
                    {after && <a href={here({ after: undefined })}>The newest changes</a>}{" "}
                    {changes.pageInfo.hasNextPage && (
                      <a href={here({ after: changes.pageInfo.endCursor ?? undefined })}>
                        Older changes
                      </a>
                    )}
                  </p>
                  <p>
                    <a href={queryAddress(ChangesFeed, variables)}>The query behind this</a>
                  </p>
                </>
              )
            }
          </Loaded>
        </>
      )}
    </Page>
  );
}

function Filter({ since, actor }: { since: string; actor: string }) {
  const [typed, setTyped] = useState({ since, actor });
  return (
    <form
      role="search"
      class="app-register-filter"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go(here({ since: typed.since.trim(), actor: typed.actor.trim(), after: undefined }));
      }}
    >
      <TextField
        id="since"
        label="After revision"
        hint="Leave it empty for all"
        width={10}
        isNumber
        value={typed.since}
        onValue={(value) => setTyped({ ...typed, since: value })}
      />
      <TextField
        id="actor"
        label="Made by"
        hint="The name as history keeps it"
        width={20}
        value={typed.actor}
        onValue={(value) => setTyped({ ...typed, actor: value })}
      />
      <button class="nhsuk-button nhsuk-button--small" type="submit">
        Show these
      </button>
    </form>
  );
}
