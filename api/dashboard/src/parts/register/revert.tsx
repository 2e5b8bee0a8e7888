/* Puts everything back that one revision changed: first a look, then with a reason. */
import { ChangesRevert } from "#ops/ChangesRevert.ts";
import type { WrittenFragment } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextArea, faultOf } from "../form.tsx";
import { Differences } from "./differences.tsx";
import { Sending } from "./entry-form.tsx";
import { tell } from "./notice.tsx";

interface Props {
  revision: number;
  onReverted: () => void;
}

export function Revert({ revision, onReverted }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      class="nhsuk-details app-details"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          Put back what was before
          <span class="nhsuk-u-visually-hidden"> revision {revision}</span>
        </span>
      </summary>
      <div class="nhsuk-details__text">
        {isOpen && <RevertForm revision={revision} onReverted={onReverted} />}
      </div>
    </details>
  );
}

function RevertForm({ revision, onReverted }: Props) {
  const form = `revert-${revision}`;
  const draft = useDraft(form, { reason: "" });
  const save = useSave(ChangesRevert);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [looked, setLooked] = useState<WrittenFragment["changes"]>();
  const reason = draft.value.reason.trim();
  const send = async (dryRun: boolean) => {
    const wrong = reason === "" ? [{ field: "reason", message: "Say why: history keeps it" }] : [];
    setFaults(wrong);
    if (wrong.length > 0) return;
    const came = await save.send({ revision, reason, dryRun });
    if (!came) return;
    setFaults(came.problems);
    if (came.problems.length > 0) return;
    if (dryRun) {
      setLooked(came.changes);
      return;
    }
    draft.reset({ reason: "" });
    tell(`What revision ${revision} changed is put back, in revision ${came.revision}.`);
    onReverted();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(!looked);
      }}
    >
      <p>
        All that revision {revision} changed is put back by a new change, or nothing of it. History
        keeps both.
      </p>
      <ErrorSummary form={form} faults={faults} />
      <TextArea
        id={`${form}-reason`}
        label="Why"
        fault={faultOf(faults, "reason")}
        value={draft.value.reason}
        onValue={(why) => draft.set({ reason: why })}
      />
      <Sending save={save} />
      {looked && <Differences changes={looked} heads={["It is now", "It would be again"]} />}
      <button
        type="submit"
        class="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
        disabled={save.isSaving}
      >
        {looked ? `Put back revision ${revision}` : "See what would change"}
      </button>
    </form>
  );
}
