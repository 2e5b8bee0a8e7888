/* What became of a change: done, refused with reasons, taken up by somebody else meanwhile, or not
 * answered. In each case what was typed stays in the form. */
import type { FieldChangedFragment } from "#ops/types.ts";
import type { ComponentChildren } from "preact";
import type { Save } from "../data/use-save.ts";
import { Fact } from "./fact.tsx";
import { ErrorSummary } from "./form.tsx";
import { NotOnRecord } from "./values.tsx";

interface Props {
  /** Of the ids of the fields, what stands before the dash. */
  form: string;
  save: Pick<Save<never>, "saved" | "failure" | "isSaving">;
  /** Said once it is done. */
  children: ComponentChildren;
  /** Sends the same with the version that somebody else has made. */
  onKeepMine?: (version: number) => void;
  /** Takes what somebody else has made, and begins again from there. */
  onTakeTheirs?: () => void;
}

export function SaveOutcome({ form, save, children, onKeepMine, onTakeTheirs }: Props) {
  const { saved, failure, isSaving } = save;
  const conflict = saved?.conflict;
  return (
    <>
      <div role="status">
        {isSaving && <p>Saving…</p>}
        {!isSaving && saved && saved.problems.length === 0 && !conflict && children}
      </div>
      {failure && !isSaving && (
        <div class="app-failure" role="alert">
          <h2 class="app-failure__head">Not saved</h2>
          <p>
            {failure.message} What you typed is still here. Send it again: it is made once, even if
            the first try did arrive.
          </p>
        </div>
      )}
      <ErrorSummary form={form} faults={saved?.problems ?? []} />
      {conflict && (
        <section class="app-failure" role="alert" aria-label="Somebody else changed this">
          <h2 class="app-failure__head">Somebody else changed this</h2>
          <p>
            {conflict.changedBy ?? "Somebody"} changed it
            {conflict.changedAt &&
              ` on ${new Date(conflict.changedAt).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}`}
            , after you had opened it. Nothing of yours was written.
          </p>
          <h3 class="nhsuk-heading-xs">What they changed</h3>
          <ChangeList changes={conflict.theirs} />
          <h3 class="nhsuk-heading-xs">What you would change of it as it is now</h3>
          <ChangeList changes={conflict.yours} />
          {onKeepMine && (
            <button
              type="button"
              class="nhsuk-button nhsuk-button--small"
              onClick={() => onKeepMine(conflict.currentVersion)}
            >
              Write mine over theirs
            </button>
          )}{" "}
          {onTakeTheirs && (
            <button
              type="button"
              class="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
              onClick={onTakeTheirs}
            >
              Begin again from theirs
            </button>
          )}
        </section>
      )}
    </>
  );
}

/** Field by field, before and after. */
export function ChangeList({ changes }: { changes: readonly FieldChangedFragment[] }) {
  if (changes.length === 0) return <p class="app-small">No field differs.</p>;
  return (
    <dl class="nhsuk-summary-list app-changes">
      {changes.map(({ table, row, field, before, after }) => (
        <Fact key={`${table} ${row} ${field}`} name={field.replaceAll("_", " ")}>
          <del>{before ?? <NotOnRecord what="Nothing" />}</del>{" "}
          <ins>{after ?? <NotOnRecord what="Nothing" />}</ins>
        </Fact>
      ))}
    </dl>
  );
}
