/* Keeping a scenario for good, and putting one away. Both are said to be what they are first. */
import { Archive as ArchiveIt } from "#ops/Archive.ts";
import { ScenarioFreeze } from "#ops/ScenarioFreeze.ts";
import type { ScenarioShownFragment } from "#ops/types.ts";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { href } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import { type Save, useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextField, faultOf } from "../../parts/form.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";

interface Props {
  scenario: ScenarioShownFragment;
  onChanged: () => void;
}

const unsaid: readonly Fault[] = [{ field: "reason", message: "Say why: the history keeps it" }];

export function Freeze({ scenario, onChanged }: Props) {
  const save = useSave(ScenarioFreeze);
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
      <ReasonForm
        form="freeze"
        label="Why you freeze it"
        done="It is frozen."
        scenario={scenario}
        save={save}
        onChanged={onChanged}
      >
        <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
          Freeze this scenario
        </button>
      </ReasonForm>
    </section>
  );
}

export function Archive({ scenario }: Pick<Props, "scenario">) {
  const save = useSave(ArchiveIt);
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
          <p>It is not shown any more and its address leads nowhere. The history keeps it.</p>
          <ReasonForm
            form="archive"
            label="Why you archive it"
            done="It is archived."
            scenario={scenario}
            save={save}
          >
            <button
              class="nhsuk-button nhsuk-button--warning"
              type="submit"
              disabled={save.isSaving || save.saved?.written}
            >
              Archive this scenario
            </button>
          </ReasonForm>
        </div>
      </details>
    </section>
  );
}

interface ReasonProps extends Pick<Props, "scenario"> {
  form: string;
  label: string;
  done: string;
  save: Save<{ id: string | number; expectedVersion: number; reason: string }>;
  onChanged?: () => void;
  /** Its button. */
  children: ComponentChildren;
}

/** All that it asks is why. */
function ReasonForm({ form, label, done, scenario, save, onChanged, children }: ReasonProps) {
  const draft = useDraft(`scenario.${form}.${scenario.id}`, { reason: "" });
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
    onChanged?.();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary form={form} faults={own} />
      <SaveOutcome form={form} save={save} {...(onChanged ? { onTakeTheirs: onChanged } : {})}>
        <Outcome proposal={save.saved?.proposalId ?? null} done={done} />
      </SaveOutcome>
      <TextField
        id={`${form}-reason`}
        label={label}
        fault={faultOf(own, "reason")}
        value={reason}
        onValue={(typed) => draft.set({ reason: typed })}
      />
      {children}
    </form>
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
