/* Accept a proposal, with or without changes, decline it, or take one’s own back. */
import { ProposalAccept } from "#ops/ProposalAccept.ts";
import { ProposalDecline } from "#ops/ProposalDecline.ts";
import { ProposalWithdraw } from "#ops/ProposalWithdraw.ts";
import { useState } from "preact/hooks";
import { href } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextArea, faultOf } from "../../parts/form.tsx";
import { Sending } from "../../parts/register/entry-form.tsx";
import { kindOfConcern } from "../../parts/register/kinds.ts";
import { tell } from "../../parts/register/notice.tsx";
import type { Viewer } from "../../parts/register/use-viewer.ts";
import { type Proposal, target } from "./index.tsx";

interface Props {
  proposal: Proposal;
  viewer: Viewer | undefined;
  /** Asks for the proposal again. */
  again: () => void;
}

type Deed = "accept" | "decline" | "withdraw";

const form = "decide";

export function Decide({ proposal, viewer, again }: Props) {
  const { id, mayDecide, proposedBy } = proposal;
  const isMine = viewer?.actor === proposedBy;
  const draft = useDraft(`proposal.${id}`, { reason: "" });
  const accept = useSave(ProposalAccept);
  const decline = useSave(ProposalDecline, false);
  const withdraw = useSave(ProposalWithdraw, false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const reason = draft.value.reason.trim();
  const save = [accept, decline, withdraw].find((one) => one.isSaving || one.failure) ?? accept;
  if (!mayDecide && !isMine) {
    return <p>Whoever keeps the entry decides on it.</p>;
  }
  const send = async (deed: Deed) => {
    const wrong = reason === "" ? [{ field: "reason", message: "Say why" }] : [];
    setFaults(wrong);
    for (const one of [accept, decline, withdraw]) one.clear();
    if (wrong.length > 0) return;
    const came = await { accept, decline, withdraw }[deed].send({ id, reason });
    if (!came) return;
    if (came.conflict) {
      setFaults([
        {
          field: "id",
          message: "The entry was changed since it was proposed: accept with changes",
        },
      ]);
      return;
    }
    setFaults(came.problems);
    if (came.problems.length > 0) return;
    draft.reset({ reason: "" });
    tell(
      {
        accept: `Accepted: the register has it, in revision ${came.revision}.`,
        decline: "Declined. Whoever proposed it reads your reason.",
        withdraw: "Taken back.",
      }[deed],
    );
    again();
  };
  return (
    <section aria-labelledby="decide">
      <h2 class="nhsuk-heading-m" id="decide">
        {mayDecide ? "Decide" : "Take it back"}
      </h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(mayDecide ? "accept" : "withdraw");
        }}
      >
        <ErrorSummary form={form} faults={faults} />
        <TextArea
          id={`${form}-reason`}
          label="Why"
          hint="History keeps it, and whoever proposed it reads it"
          fault={faultOf(faults, "reason")}
          value={draft.value.reason}
          onValue={(why) => draft.set({ reason: why })}
        />
        <Sending save={save} />
        <div class="nhsuk-button-group">
          {mayDecide && (
            <>
              <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
                Accept as it stands
              </button>
              <button
                class="nhsuk-button nhsuk-button--warning"
                type="button"
                disabled={save.isSaving}
                onClick={() => void send("decline")}
              >
                Decline
              </button>
            </>
          )}
          {isMine && (
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type={mayDecide ? "button" : "submit"}
              disabled={save.isSaving}
              onClick={mayDecide ? () => void send("withdraw") : undefined}
            >
              Take my proposal back
            </button>
          )}
        </div>
      </form>
      {mayDecide && <Amend proposal={proposal} />}
    </section>
  );
}

/** The form of the entry as the proposal would leave it; what is sent settles the proposal. */
function Amend({ proposal }: { proposal: Proposal }) {
  const kind = kindOfConcern(proposal.kind);
  const own = proposal.changes.filter((one) => one.table === kind?.table);
  const takesOut = own.length > 0 && own.every((one) => one.after === null);
  const isGone = proposal.problems.some((one) => one.code === "NOT_FOUND" && one.field === "id");
  if (!kind?.save || takesOut || isGone) return null;
  const id = target(proposal);
  const params = { proposal: proposal.id };
  const to = id
    ? href(`/register/entries/${encodeURIComponent(id)}/edit`, params)
    : href(`/register/new/${kind.code}`, params);
  return (
    <p>
      <a href={to}>Accept with changes</a>: the form opens as the proposal would leave it.
    </p>
  );
}
