/* A pooled budget to plan or to change: every field that the register keeps of one. */
import { PoolSave } from "#ops/PoolSave.ts";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import type { Draft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { OfferNames } from "#ops/OfferNames.ts";
import { ErrorSummary, type Fault, TextArea } from "../../parts/form.tsx";
import { ChangeList, SaveOutcome } from "../../parts/saved.tsx";
import { MayNot, mayWrite, useViewer } from "./may.tsx";
import { Agreement, Money, What, Who } from "./plan-fields.tsx";
import { type Plan, faultsIn, inputOf } from "./plan.ts";
import { told } from "./told.ts";
import { parts } from "./words.ts";

interface Props {
  /** The pooled budget that is changed; undefined: a new one. */
  id?: string;
  draft: Draft<Plan>;
  onSaved: (id: string) => void;
  /** Begins again from what is on record now. */
  onTakeTheirs?: () => void;
}

const form = "pool";

export function PlanForm({ id, draft, onSaved, onTakeTheirs }: Props) {
  const { value: plan, set } = draft;
  const viewer = useViewer();
  const save = useSave(PoolSave);
  const offers = useAnswer(OfferNames, {}).answer?.data.offers?.nodes ?? [];
  const [mine, setMine] = useState<Fault[]>([]);
  const [wasTried, setWasTried] = useState(false);
  // Whoever acts for one body keeps what they plan, unless they say otherwise.
  const [only] = viewer?.bodies.length === 1 ? viewer.bodies : [];
  useEffect(() => {
    if (id === undefined && only && !plan.owner) set({ owner: { id: only.id, name: only.name } });
  }, [id, only?.id]);

  const send = async (how: { dryRun?: boolean; propose?: boolean; version?: number } = {}) => {
    const found = faultsIn(plan);
    setMine(found);
    setWasTried(how.dryRun === true);
    if (found.length > 0) {
      save.clear();
      return;
    }
    const { dryRun, propose, version } = how;
    const input = inputOf(version === undefined ? plan : { ...plan, version }, id);
    const came = await save.send({
      ...input,
      ...(dryRun ? { dryRun } : {}),
      ...(propose ? { propose } : {}),
    });
    if (came?.written && came.nodeId) onSaved(came.nodeId);
  };

  const names = {
    host: plan.host?.name,
    owner: plan.owner?.name,
    area: plan.area?.name,
    offers: plan.offers
      .map((code) => offers.find((offer) => offer.code === code)?.name ?? code)
      .join(", "),
    members: plan.members
      .flatMap(({ body, part }) => (body ? [`${body.name}: ${parts[part].toLowerCase()}`] : []))
      .join("; "),
  };
  const saved = told(save.saved, names);
  const faults: readonly Fault[] = mine.length > 0 ? mine : (saved?.problems ?? []);
  const isForbidden = saved?.problems.some((one) => one.code === "FORBIDDEN") ?? false;
  const fields = { plan, set, faults, form };
  return (
    <form
      noValidate
      class="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {mine.length > 0 ? (
        <ErrorSummary form={form} faults={mine} />
      ) : (
        <SaveOutcome
          form={form}
          save={{ saved, failure: save.failure, isSaving: save.isSaving }}
          onKeepMine={(version) => {
            set({ version });
            void send({ version });
          }}
          {...(onTakeTheirs
            ? {
                onTakeTheirs: () => {
                  save.clear();
                  onTakeTheirs();
                },
              }
            : {})}
        >
          {saved?.written ? (
            <p>Saved.</p>
          ) : saved?.proposalId ? (
            <p>Proposed. Whoever keeps it decides.</p>
          ) : wasTried ? (
            <div class="nhsuk-inset-text app-empty">
              <h2 class="nhsuk-heading-s">It can be saved so. Nothing was written.</h2>
              <p>What would be written:</p>
              <ChangeList changes={saved?.changes ?? []} />
              <p>
                What the law and its own agreement say of it is worked out of what is saved. Let it
                be seen by its keeper alone if nobody else is to see it yet.
              </p>
            </div>
          ) : (
            <p>Nothing differs from what is on record, so nothing was written.</p>
          )}
        </SaveOutcome>
      )}
      {isForbidden && (
        <p>
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => void send({ propose: true })}
          >
            Propose it to whoever keeps it
          </button>
        </p>
      )}
      <MayNot viewer={viewer} id={`${form}-token`} />
      <What {...fields} />
      <Who {...fields} />
      <Money {...fields} />
      <Agreement {...fields} />
      <TextArea
        id={`${form}-reason`}
        label={id ? "Why you change it" : "Why it is entered"}
        hint="In your words. The history keeps it."
        value={plan.reason}
        fault={faults.find((one) => one.field === "reason")?.message}
        onValue={(reason) => set({ reason })}
        rows={2}
      />
      <p class="app-small" role="status">
        {draft.isChanged ? "What you typed is kept in this browser tab until you save it." : ""}
      </p>
      <div class="app-buttons">
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary"
          disabled={!mayWrite(viewer) || save.isSaving}
          onClick={() => void send({ dryRun: true })}
        >
          Try it without saving
        </button>
        <button type="submit" class="nhsuk-button" disabled={!mayWrite(viewer) || save.isSaving}>
          {id ? "Save the changes" : "Save the pooled budget"}
        </button>
      </div>
    </form>
  );
}
