/* Keeping a scenario for good, and putting one away. Both are said to be what they are first. */
import { Archive as ArchiveIt } from "#ops/Archive.ts";
import { ScenarioFreeze } from "#ops/ScenarioFreeze.ts";
import type { ScenarioShownFragment } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { href } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextField, faultOf } from "../../parts/form.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";

interface Props {
  scenario: ScenarioShownFragment;
  onChanged: () => void;
}

const unsaid: readonly Fault[] = [{ field: "reason", message: "Say why: the history keeps it" }];

export function Freeze({ scenario, onChanged }: Props) {
  const draft = useDraft(`scenario.freeze.${scenario.id}`, { reason: "" });
  const save = useSave(ScenarioFreeze);
  const [own, setOwn] = useState<readonly Fault[]>([]);
  const { reason } = draft.value;
  const send = async () => {
    const wrong = reason.trim() === "" ? unsaid : [];
    setOwn(wrong);
    save.clear();
    if (wrong.length > 0) return;
    const came = await save.send({
      id: scenario.id,
      expectedVersion: scenario.version,
      reason: reason.trim(),
    });
    if (!came?.written) return;
    draft.reset({ reason: "" });
    onChanged();
  };
  return (
    <section aria-labelledby="freeze">
      <h2 class="nhsuk-heading-m" id="freeze">
        Freeze it
      </h2>
      <p>
        Freezing keeps the steps, the revision of the register and what they make of it, with a hash
        of all that. After that nobody can change it, you neither; it can only be archived. Every
        step has to hold, for everybody who may see it.
      </p>
      {scenario.visibility === "PRIVATE" && (
        <p>
          Only the body that keeps it sees it, frozen or not. To share its address with others,
          change who may see it before you freeze it.
        </p>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary form="freeze" faults={own} />
        <SaveOutcome form="freeze" save={save} onTakeTheirs={onChanged}>
          <Outcome proposal={save.saved?.proposalId ?? null} done="It is frozen." />
        </SaveOutcome>
        <TextField
          id="freeze-reason"
          label="Why you freeze it"
          fault={faultOf(own, "reason")}
          value={reason}
          onValue={(typed) => draft.set({ reason: typed })}
        />
        <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
          Freeze this scenario
        </button>
      </form>
    </section>
  );
}

export function Archive({ scenario }: { scenario: ScenarioShownFragment }) {
  const draft = useDraft(`scenario.archive.${scenario.id}`, { reason: "" });
  const save = useSave(ArchiveIt);
  const [own, setOwn] = useState<readonly Fault[]>([]);
  const { reason } = draft.value;
  const send = async () => {
    const wrong = reason.trim() === "" ? unsaid : [];
    setOwn(wrong);
    save.clear();
    if (wrong.length > 0) return;
    const came = await save.send({
      id: scenario.id,
      expectedVersion: scenario.version,
      reason: reason.trim(),
    });
    if (came?.written) draft.reset({ reason: "" });
  };
  return (
    <section aria-labelledby="archive">
      <h2 class="nhsuk-heading-m" id="archive">
        Archive it
      </h2>
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">Take it off the list</span>
        </summary>
        <div class="nhsuk-details__text">
          <p>It is not shown any more and its address leads nowhere. The history keeps it. .</p>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <ErrorSummary form="archive" faults={own} />
            <SaveOutcome form="archive" save={save}>
              <Outcome proposal={save.saved?.proposalId ?? null} done="It is archived." />
            </SaveOutcome>
            <TextField
              id="archive-reason"
              label="Why you archive it"
              fault={faultOf(own, "reason")}
              value={reason}
              onValue={(typed) => draft.set({ reason: typed })}
            />
            <button
              class="nhsuk-button nhsuk-button--warning"
              type="submit"
              disabled={save.isSaving || save.saved?.written}
            >
              Archive this scenario
            </button>
          </form>
        </div>
      </details>
    </section>
  );
}

function Outcome({ proposal, done }: { proposal: string | null; done: string }) {
  if (!proposal) {
    return (
      <p>
        {done} <a href={href("/scenarios")}>See the scenarios</a>
      </p>
    );
  }
  return (
    <p>
      This is not yours to do, so it was sent as a proposal to whoever keeps it.{" "}
      <a href={href(`/register/proposals/${encodeURIComponent(proposal)}`)}>See the proposal</a>
    </p>
  );
}
