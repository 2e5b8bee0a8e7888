import { Archive as ArchiveOperation } from "#ops/Archive.ts";
import { useState } from "preact/hooks";
import { go, href } from "../../data/address.ts";
import { useSave } from "../../data/use-save.ts";
import { TextField } from "../../parts/form.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";
import type { Pool } from "./index.tsx";

/** Takes the pooled budget out of the register, once somebody has said why. */
export function Archive({ pool }: { pool: Pool }) {
  const [reason, setReason] = useState("");
  const save = useSave(ArchiveOperation);
  return (
    <details class="nhsuk-details app-fold app-screen-only">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Take it out of the register</span>
      </summary>
      <form
        class="nhsuk-details__text"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { id, version } = pool;
          void save.send({ id, expectedVersion: version, reason: reason.trim() }).then((came) => {
            if (came?.written) go(href("/pools"));
          });
        }}
      >
        <p>The history keeps all of it, and it can be put back.</p>
        <SaveOutcome form="archive" save={save}>
          <p>Taken out.</p>
        </SaveOutcome>
        <TextField
          id="archive-reason"
          label="Why it is taken out"
          value={reason}
          onValue={setReason}
        />
        <button class="nhsuk-button nhsuk-button--warning" type="submit" disabled={save.isSaving}>
          Take “{pool.name}” out of the register
        </button>
      </form>
    </details>
  );
}
