/* A scenario being typed: what it is called, whose it is, and its steps. */
import { ScenarioById } from "#ops/ScenarioById.ts";
import { ScenarioLists } from "#ops/ScenarioLists.ts";
import { ScenarioSave } from "#ops/ScenarioSave.ts";
import type { ScenarioViewerFragment, StepKind, Visibility } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, href, useScope } from "../../data/address.ts";
import { ask } from "../../data/client.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Draft, useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { BodyChoice } from "../../parts/choices.tsx";
import { DayField } from "../../parts/day-field.tsx";
import {
  ErrorSummary,
  type Fault,
  RadioField,
  TextArea,
  TextField,
  faultOf,
} from "../../parts/form.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";
import { ListChoice, listsOf } from "./choices.tsx";
import {
  type ScenarioDraft,
  type StepDraft,
  draftOf,
  faultsOf,
  inputOf,
  isScenario,
  newStep,
} from "./draft.ts";
import { StepForm } from "./step-form.tsx";
import { visibilities } from "./words.ts";

interface Props {
  /** Under which what is typed is kept. */
  name: string;
  /** Of the row that is changed; undefined: a new one. */
  id: string | undefined;
  first: ScenarioDraft;
  viewer: ScenarioViewerFragment | null | undefined;
  /** It was written; the id is that of the row. */
  onDone: (id: string) => void;
}

export function ScenarioForm({ name, id, first, viewer, onDone }: Props) {
  const { asOf } = useScope();
  const draft = useDraft<ScenarioDraft>(name, first);
  const { value, set } = draft;
  const save = useSave(ScenarioSave);
  const [own, setOwn] = useState<readonly Fault[]>([]);
  const lists = listsOf(useAnswer(ScenarioLists, { asOf }).answer?.data);
  const faults = [...own, ...(save.saved?.problems ?? [])];

  const send = async (typed: ScenarioDraft, propose = false) => {
    const wrong = faultsOf(typed);
    setOwn(wrong);
    save.clear();
    if (wrong.length > 0) return;
    const came = await save.send({ ...inputOf(typed, id), ...(propose ? { propose } : {}) });
    if (!came?.written || !came.nodeId) return;
    draft.reset(typed);
    onDone(came.nodeId);
  };
  const takeTheirs = async () => {
    if (!id) return;
    const { data } = await ask(ScenarioById, { id });
    if (!data.node || !isScenario(data.node)) return;
    draft.reset(draftOf(data.node));
    save.clear();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(value);
      }}
    >
      <ErrorSummary form="scenario" faults={own} />
      <SaveOutcome
        form="scenario"
        save={save}
        onKeepMine={(version) => {
          const mine = { ...value, version };
          set({ version });
          void send(mine);
        }}
        onTakeTheirs={() => void takeTheirs()}
      >
        <Proposed proposal={save.saved?.proposalId ?? null} />
      </SaveOutcome>
      {save.saved?.problems.some((one) => one.code === "FORBIDDEN") && (
        <p>
          It is not yours to write. What you typed can be sent as a proposal to whoever keeps it.{" "}
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => void send(value, true)}
          >
            Send it as a proposal
          </button>
        </p>
      )}
      {draft.isChanged && (
        <p class="app-small">
          What you type is kept in this browser tab until it is saved.{" "}
          <button type="button" class="app-link" onClick={() => draft.reset(first)}>
            Throw it away and begin again
          </button>
        </p>
      )}
      <About draft={draft} faults={faults} viewer={viewer} />
      <Steps
        steps={value.steps}
        onSteps={(steps) => set({ steps })}
        render={(step, index, handlers) => (
          <StepForm
            key={step.key}
            step={step}
            index={index}
            count={value.steps.length}
            lists={lists}
            faults={faults}
            {...handlers}
          />
        )}
      />
      <TextField
        id="scenario-reason"
        label="Why you make or change it"
        hint="In your words. The history of the register keeps it."
        fault={faultOf(faults, "reason")}
        value={value.reason}
        onValue={(reason) => set({ reason })}
      />
      <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
        Save and compare
      </button>
    </form>
  );
}

/** It is somebody else's to decide. */
function Proposed({ proposal }: { proposal: string | null }) {
  if (!proposal) return <p>Saved.</p>;
  return (
    <div class="nhsuk-inset-text">
      <p>
        This is not yours to write, so it was sent as a proposal to whoever keeps it.{" "}
        <a href={href(`/register/proposals/${encodeURIComponent(proposal)}`)}>See the proposal</a>
      </p>
    </div>
  );
}

interface AboutProps {
  draft: Draft<ScenarioDraft>;
  faults: readonly Fault[];
  viewer: Props["viewer"];
}

function About({ draft: { value, set }, faults, viewer }: AboutProps) {
  const bodies = viewer?.bodies ?? [];
  return (
    <>
      <TextField
        id="scenario-name"
        label="Name"
        fault={faultOf(faults, "name")}
        value={value.name}
        onValue={(name) => set({ name })}
      />
      <TextArea
        id="scenario-purpose"
        label="What it is to show (optional)"
        fault={faultOf(faults, "purpose")}
        value={value.purpose}
        onValue={(purpose) => set({ purpose })}
      />
      <DayField
        id="scenario-baseDay"
        label="The day on which it is compared"
        hint="For example, 1 6 2027"
        fault={faultOf(faults, "baseDay")}
        value={value.baseDay}
        onValue={(baseDay) => set({ baseDay })}
      />
      {viewer?.role === "ADMIN" ? (
        <BodyChoice
          id="scenario-owner"
          label="The body that keeps it"
          hint="Needed unless everybody may see it. Type a part of its name, then choose it below"
          fault={faultOf(faults, "owner")}
          chosen={value.owner}
          onChoose={(owner) => set({ owner })}
        />
      ) : (
        <ListChoice
          id="scenario-owner"
          label="The body that keeps it"
          hint={bodies.length === 0 ? "Your token names no body." : ""}
          fault={faultOf(faults, "owner")}
          chosen={value.owner}
          onChoose={(owner) => set({ owner })}
          list={bodies}
          none="None: the register itself"
        />
      )}
      <RadioField
        id="scenario-visibility"
        label="Who may see it"
        hint="A published scenario that is frozen can be opened by everybody at its address."
        fault={faultOf(faults, "visibility")}
        value={value.visibility}
        options={(Object.keys(visibilities) as Visibility[]).map((one) => ({
          value: one,
          name: visibilities[one],
        }))}
        onValue={(visibility) => set({ visibility: visibility as Visibility })}
      />
    </>
  );
}

interface Handlers {
  onChange: (fields: Partial<StepDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

interface StepsProps {
  steps: readonly StepDraft[];
  onSteps: (steps: readonly StepDraft[]) => void;
  render: (step: StepDraft, index: number, handlers: Handlers) => preact.ComponentChildren;
}

function Steps({ steps, onSteps, render }: StepsProps) {
  const move = (from: number, by: -1 | 1) => {
    const next = [...steps];
    const [one] = next.splice(from, 1);
    if (one) next.splice(from + by, 0, one);
    onSteps(next);
  };
  const add = () => {
    const kind: StepKind = steps.at(-1)?.kind ?? "END_SERVICE";
    onSteps([...steps, newStep(kind)]);
    // The new one is where the work goes on.
    const id = `scenario-steps-${steps.length}-kind`;
    setTimeout(() => document.getElementById(id)?.focus(), 50);
  };
  return (
    <section aria-labelledby="scenario-steps">
      <h2 class="nhsuk-heading-m" id="scenario-steps" tabIndex={-1}>
        Steps
      </h2>
      <p>They are taken in this order. The register itself stays as it is.</p>
      {steps.length === 0 && (
        <p class="app-unknown">No step yet: it equals the register as it is.</p>
      )}
      <ol class="app-steps">
        {steps.map((step, index) =>
          render(step, index, {
            onChange: (fields) =>
              onSteps(steps.map((one) => (one.key === step.key ? { ...one, ...fields } : one))),
            onMove: (by) => move(index, by),
            onRemove: () => onSteps(steps.filter((one) => one.key !== step.key)),
          }),
        )}
      </ol>
      <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={add}>
        Add a step
      </button>
    </section>
  );
}

export function toScenario(id: string): void {
  go(href(`/scenarios/${encodeURIComponent(id)}`));
}
