/* One entry of the register, whatever its kind: what it says, what it rests on, what rests on it,
 * what is proposed, and its history. */
import { EntryChanged } from "#ops/EntryChanged.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { here, href, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import type { Kind, Node } from "../../parts/register/kind.ts";
import { Notice } from "../../parts/register/notice.tsx";
import { entryPath } from "../../parts/register/shown.tsx";
import { useEntry } from "../../parts/register/use-entry.ts";
import { type Viewer, may, useViewer } from "../../parts/register/use-viewer.ts";
import { Archive } from "./archive.tsx";
import { EntryProposals, Past } from "./past.tsx";
import { Says } from "./says.tsx";
import { capital } from "../../parts/words.ts";

const place = [
  { name: "Home", path: "/" },
  { name: "Register", path: "/register" },
];

export default function EntryPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  const { asOf, knownAt } = useScope();
  const { asked, kind, node } = useEntry({ id, asOf, knownAt });
  const viewer = useViewer();
  const codes = ((node && kind?.areas?.(node)) ?? []).filter((code) => code !== null);
  // What is cited does not change. More areas at once the server does not watch for one page.
  const isWatched = !knownAt && codes.length > 0 && codes.length <= 40;
  const changes = useChanges(EntryChanged, isWatched ? { codes, asOf } : undefined);
  const isGone = asked.answer !== undefined && !node && !asked.isAsking;
  return (
    <Page
      title={node && kind ? kind.title(node) : isGone ? "Not in the register" : "Entry"}
      caption={kind ? capital(kind.one) : "Register"}
      place={place}
    >
      <Notice />
      <Changed changes={changes} show={asked.again} />
      <Loaded asked={asked} what="this entry">
        {() =>
          node && kind ? (
            <>
              <Doing {...{ kind, node, viewer }} isCited={knownAt !== undefined} />
              <Says kind={kind} node={node} />
              <EntryProposals id={id} viewer={viewer} />
              <Past id={id} viewer={viewer} again={asked.again} />
              {kind.save && !knownAt && may(viewer, "Mutation.archive") && (
                <Archive kind={kind} node={node} />
              )}
            </>
          ) : (
            isGone && <Gone id={id} kind={kind} viewer={viewer} isCited={knownAt !== undefined} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface DoingProps {
  kind: Kind;
  node: Node;
  viewer: Viewer | undefined;
  isCited: boolean;
}

/** What the viewer may do about it. Which rows are theirs the server says when they send. */
function Doing({ kind, node, viewer, isCited }: DoingProps) {
  const page = kind.page?.(node);
  const writes = viewer?.role === "ADMIN" || viewer?.role === "COMMISSIONER";
  return (
    <>
      {page && (
        <p>
          <a href={href(page.path)}>{page.name}</a>
        </p>
      )}
      {isCited ? (
        <p>
          This is the entry as an earlier revision had it.{" "}
          <a href={here({ revision: undefined })}>Show it as it is now</a>
        </p>
      ) : (
        kind.save &&
        (may(viewer, kind.may) ? (
          <p>
            <a
              class="nhsuk-button nhsuk-button--small app-button-link"
              href={entryPath(node.id, "/edit")}
            >
              {writes ? "Edit this entry" : "Propose a correction"}
            </a>
          </p>
        ) : (
          viewer && (
            <p class="app-small">
              {viewer.role === "PUBLIC" ? (
                <>
                  Is something wrong? <a href={href("/sign-in")}>Sign in</a> to propose a
                  correction.
                </>
              ) : (
                "With your role you read this kind of entry and do not change it."
              )}
            </p>
          )
        ))
      )}
    </>
  );
}

interface GoneProps {
  id: string;
  kind: Kind | undefined;
  viewer: Viewer | undefined;
  isCited: boolean;
}

/** An id that leads nowhere, a row that was taken out, or one that is not open to the viewer. */
function Gone({ id, kind, viewer, isCited }: GoneProps) {
  return (
    <>
      <p class="nhsuk-lede-text">
        {kind
          ? `There is no such ${kind.one} in the register${isCited ? " of that revision" : " now"}, or none that is open to you.`
          : "This address names no entry of the register."}
      </p>
      <p>
        <a href={href("/register")}>Find an entry</a>
        {viewer?.role === "PUBLIC" && (
          <>
            , or <a href={href("/sign-in")}>sign in</a> if it is kept for those who take part in it
          </>
        )}
        .
      </p>
      {kind && <Past id={id} viewer={viewer} again={() => undefined} />}
    </>
  );
}
