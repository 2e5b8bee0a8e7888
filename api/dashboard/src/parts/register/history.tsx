/* Who changed what, when and why, revision by revision. */
import type { ChangeToldFragment } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { Fold } from "../fold.tsx";
import { counted, word } from "../words.ts";
import { Differences } from "./differences.tsx";
import { tableOf } from "./kinds.ts";
import { Revert } from "./revert.tsx";
import { AskedName, entryPath } from "./shown.tsx";
import { idInTable } from "./stored.ts";
import { momentText } from "./telling.ts";
import { actions } from "./words.ts";

interface Props {
  changes: readonly ChangeToldFragment[];
  /** The entry whose history it is: its name needs no saying. */
  of?: string;
  mayRevert: boolean;
  onReverted: () => void;
}

export function History({ changes, of, mayRevert, onReverted }: Props) {
  const revisions = new Map<number, ChangeToldFragment[]>();
  for (const one of changes) {
    revisions.set(one.revision, [...(revisions.get(one.revision) ?? []), one]);
  }
  return (
    <ol class="app-history">
      {[...revisions].map(([revision, made]) => {
        const [first] = made;
        if (!first) return null;
        return (
          <li key={revision} class="app-history__revision">
            <p class="app-history__head">
              <strong>Revision {revision}</strong>,{" "}
              <time dateTime={first.at}>{momentText(first.at)}</time>
              {first.actor ? `, by ${first.actor}` : ""}
            </p>
            <p class="app-history__reason">{first.reason}</p>
            <Fold name={summary(made)} unseen={`in revision ${revision}`}>
              <Made made={made} of={of} />
            </Fold>
            {mayRevert && <Revert revision={revision} onReverted={onReverted} />}
          </li>
        );
      })}
    </ol>
  );
}

/** `Changed: coverage record`, `Entered: evidence, source and 3 more rows`. */
function summary(made: readonly ChangeToldFragment[]): string {
  return (["CREATED", "UPDATED", "ARCHIVED"] as const)
    .flatMap((action) => {
      const rows = made.filter((one) => one.action === action);
      if (rows.length === 0) return [];
      const names = [...new Set(rows.map((one) => rowName(one.nodeKind)))];
      const what = names.length < 4 ? names.join(", ") : counted(rows.length, "row");
      return [`${word(actions, action)}: ${what}`];
    })
    .join("; ");
}

function rowName(table: string): string {
  const found = tableOf(table);
  if (found?.list?.control.is === "list") return found.list.label.toLowerCase();
  return found?.kind.one ?? table.replaceAll("_", " ");
}

/** Each row with its fields. They are drawn when somebody opens them. */
function Made({ made, of }: { made: readonly ChangeToldFragment[]; of: string | undefined }) {
  return (
    <>
      {made.map((one) => (
        <div key={one.id} class="app-history__row">
          {one.nodeId && one.nodeId !== of && (
            <p class="app-small">
              {word(actions, one.action)}:{" "}
              {one.action === "ARCHIVED" ? (
                <>{rowName(one.nodeKind)}</>
              ) : (
                <a href={entryPath(one.nodeId)}>
                  <AskedName id={one.nodeId} unknown="an entry that is no longer there" />
                </a>
              )}
            </p>
          )}
          <Differences
            changes={one.fields}
            heads={["Before", "After"]}
            of={one.nodeId ?? idInTable(one.nodeKind, one.id)}
          />
        </div>
      ))}
    </>
  );
}

/** The feed from one revision on, for who wants to see it among the others. */
export const feedPath = (revision: number): string =>
  href("/register/changes", { since: String(revision - 1) });
