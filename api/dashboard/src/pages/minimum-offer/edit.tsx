/* A minimum offer is copied and edited, or changed. What is typed is kept; it can be checked first. */
import { MinimumOfferChoices } from "#ops/MinimumOfferChoices.ts";
import { MinimumOfferSave } from "#ops/MinimumOfferSave.ts";
import { MinimumOfferStandard } from "#ops/MinimumOfferStandard.ts";
import { Who } from "#ops/Who.ts";
import type { Visibility } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, href } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { BodyChoice } from "../../parts/choices.tsx";
import { RadioField, TextArea, TextField, faultOf } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ChangeList, SaveOutcome } from "../../parts/saved.tsx";
import { counted } from "../../parts/words.ts";
import { type LineDraft, type Standard, draftOf, emptyLine, inputOf, isStandard } from "./draft.ts";
import { EditLine } from "./edit-line.tsx";
import { visibilities } from "./words.ts";

export function Edit({ of, isCopy }: { of: string | undefined; isCopy: boolean }) {
  const asked = useAnswer(MinimumOfferStandard, of ? { id: of } : undefined);
  if (!of) return <p>Choose the minimum offer to begin from on the page before.</p>;
  return (
    <Loaded asked={asked} what="the minimum offer">
      {({ node }) =>
        isStandard(node) ? (
          <Form
            key={`${node.id} ${node.version}`}
            standard={node}
            isCopy={isCopy}
            reload={asked.again}
          />
        ) : (
          <p>The register has no such minimum offer that you may see.</p>
        )
      }
    </Loaded>
  );
}

interface Props {
  standard: Standard;
  isCopy: boolean;
  reload: () => void;
}

function Form({ standard, isCopy, reload }: Props) {
  const draft = useDraft(
    `minimum-offer-${isCopy ? "copy" : "change"}-${standard.id}`,
    draftOf(standard, isCopy),
  );
  const save = useSave(MinimumOfferSave);
  const choices = useAnswer(MinimumOfferChoices, {}).answer?.data;
  const viewer = useAnswer(Who, {}).answer?.data.viewer;
  const [wasChecked, setWasChecked] = useState(false);
  const { value, set } = draft;
  const faults = save.saved?.problems ?? [];
  const fault = (field: string) => faultOf(faults, field);
  const send = async (how: { dryRun: boolean; propose?: boolean; version?: number }) => {
    setWasChecked(how.dryRun);
    const seen = how.version === undefined ? value : { ...value, version: how.version };
    const came = await save.send(
      inputOf(seen, standard, { isCopy, propose: how.propose ?? false, dryRun: how.dryRun }),
    );
    const isDone = came && !came.conflict && came.problems.length === 0 && !how.dryRun;
    if (!isDone || !came.written) return;
    draft.reset(value);
    if (came.nodeId) go(href("/minimum-offer", { standard: came.nodeId }));
  };
  const setLine = (index: number, line: LineDraft) =>
    set({ lines: value.lines.map((one, at) => (at === index ? line : one)) });
  const move = (index: number, by: -1 | 1) => {
    const lines = [...value.lines];
    const [line] = lines.splice(index, 1);
    if (line) lines.splice(index + by, 0, line);
    set({ lines });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ dryRun: false });
      }}
    >
      <p>
        {isCopy
          ? `It begins as ${standard.name}, which stays as it is.`
          : "It is changed for everybody who sees it; history keeps what it was."}{" "}
        What you type is kept in this tab until it is saved.
      </p>
      {viewer && !["ANALYST", "COMMISSIONER", "ADMIN"].includes(viewer.role) && (
        <p class="nhsuk-inset-text app-empty">
          You can type and keep a draft, but to check or save it you have to sign in as an analyst,
          a commissioner or an administrator. <a href={href("/sign-in")}>Sign in</a>
        </p>
      )}
      <SaveOutcome
        form="standard"
        save={save}
        onKeepMine={(version) => void send({ dryRun: false, version })}
        onTakeTheirs={() => {
          save.clear();
          draft.reset(draftOf(standard, isCopy));
          reload();
        }}
      >
        {wasChecked ? (
          <section aria-label="What would change" class="app-changed">
            <p>
              Nothing is wrong with it. If it is saved,{" "}
              {counted(save.saved?.changes.length ?? 0, "field")} change. Nothing was written yet.
            </p>
            <ChangeList changes={save.saved?.changes ?? []} />
          </section>
        ) : (
          <p>
            {save.saved?.proposalId
              ? "It was proposed. Whoever keeps it decides."
              : save.saved?.written
                ? "It is saved."
                : "Nothing differs from what is on record, so nothing was written."}
          </p>
        )}
      </SaveOutcome>
      <TextField
        id="standard-name"
        label="Name"
        value={value.name}
        fault={fault("name")}
        onValue={(name) => set({ name })}
      />
      <TextArea
        id="standard-purpose"
        label="What it is for"
        value={value.purpose}
        fault={fault("purpose")}
        onValue={(purpose) => set({ purpose })}
      />
      <RadioField
        id="standard-visibility"
        label="Who may see it"
        value={value.visibility}
        fault={fault("visibility")}
        options={Object.entries(visibilities).map(([one, name]) => ({ value: one, name }))}
        onValue={(visibility) => set({ visibility: visibility as Visibility })}
      />
      <BodyChoice
        id="standard-owner"
        label="The body that keeps it"
        hint="Needed for what is not public. Type a part of its name, then choose it below"
        fault={fault("owner")}
        chosen={value.owner}
        onChoose={(owner) => set({ owner })}
      />
      <RadioField
        id="standard-evidence"
        label="What it rests on"
        value={value.source}
        fault={fault("evidence") ?? fault("newEvidence")}
        options={[
          { value: "same", name: "The same as the one that it begins from" },
          { value: "new", name: "Another document" },
        ]}
        onValue={(source) => set({ source: source === "new" ? "new" : "same" })}
      />
      {value.source === "new" && (
        <div class="app-conditional">
          <TextField
            id="standard-title"
            label="Title of the document"
            value={value.title}
            onValue={(title) => set({ title })}
          />
          <TextField
            id="standard-date"
            label="Its date"
            hint="As it bears it: 2026, 2026-11 or 2026-11-10"
            width={10}
            value={value.date}
            onValue={(date) => set({ date })}
          />
          <TextArea
            id="standard-statement"
            label="What it says, in your own words"
            value={value.statement}
            onValue={(statement) => set({ statement })}
          />
        </div>
      )}
      <h2 class="nhsuk-heading-m" id="standard-lines" tabIndex={-1}>
        Its {counted(value.lines.length, "line")}
      </h2>
      {value.lines.map((line, index) => (
        <EditLine
          key={index}
          position={index + 1}
          line={line}
          choices={choices}
          fault={fault(`lines.${index}`)}
          isLast={index === value.lines.length - 1}
          onChange={(changed) => setLine(index, changed)}
          onMove={(by) => move(index, by)}
          onRemove={() => set({ lines: value.lines.filter((_, at) => at !== index) })}
        />
      ))}
      <p>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => set({ lines: [...value.lines, emptyLine] })}
        >
          Add a line
        </button>
      </p>
      <TextArea
        id="standard-reason"
        label={isCopy ? "Why you make it" : "Why you change it"}
        hint="History keeps it."
        value={value.reason}
        fault={fault("reason")}
        onValue={(reason) => set({ reason })}
      />
      <div class="app-buttons">
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary"
          disabled={save.isSaving}
          onClick={() => void send({ dryRun: true })}
        >
          Check it without saving
        </button>
        <button type="submit" class="nhsuk-button" disabled={save.isSaving}>
          Save
        </button>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary"
          disabled={save.isSaving}
          onClick={() => void send({ dryRun: false, propose: true })}
        >
          Propose it to whoever keeps it
        </button>
        {draft.isChanged && (
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary"
            onClick={() => {
              save.clear();
              draft.reset(draftOf(standard, isCopy));
            }}
          >
            Throw away what you typed
          </button>
        )}
      </div>
    </form>
  );
}
