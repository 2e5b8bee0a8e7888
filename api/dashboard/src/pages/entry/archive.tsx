/* Takes an entry out of the register, or proposes it: first a look, then with a reason. */
import { Archive as TakeOut } from "#ops/Archive.ts";
import { useState } from "preact/hooks";
import { go, href } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextArea, faultOf } from "../../parts/form.tsx";
import { Differences } from "../../parts/register/differences.tsx";
import { Sending } from "../../parts/register/entry-form.tsx";
import type { Kind, Node } from "../../parts/register/kind.ts";
import { tell } from "../../parts/register/notice.tsx";
import { proposalPath } from "../../parts/register/proposal-line.tsx";
import type { FieldChangedFragment } from "#ops/types.ts";

interface Looked {
  readonly propose: boolean;
  readonly changes: readonly FieldChangedFragment[];
}

const form = "archive";

export function Archive({ kind, node }: { kind: Kind; node: Node }) {
  const draft = useDraft(`archive.${node.id}`, { reason: "" });
  const save = useSave(TakeOut);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [looked, setLooked] = useState<Looked>();
  const reason = draft.value.reason.trim();
  const input = { id: node.id, expectedVersion: node.version ?? null, reason };
  const send = async () => {
    const wrong = reason === "" ? [{ field: "reason", message: "Say why: history keeps it" }] : [];
    setFaults(wrong);
    if (wrong.length > 0) return;
    const how = looked ? { propose: looked.propose } : { dryRun: true };
    let came = await save.send({ ...input, ...how });
    const isRefused = came?.problems.some((one) => one.code === "FORBIDDEN");
    const propose = looked?.propose ?? isRefused === true;
    if (!looked && isRefused) came = await save.send({ ...input, dryRun: true, propose: true });
    if (!came) return;
    const isOvertaken = came.conflict
      ? [{ field: "id", message: "Somebody changed it meanwhile: load the page again and look" }]
      : [];
    setFaults([...came.problems, ...isOvertaken]);
    if (came.problems.length > 0 || came.conflict) return;
    if (!looked) {
      setLooked({ propose, changes: came.changes });
      return;
    }
    draft.reset({ reason: "" });
    tell(
      came.proposalId
        ? "Your proposal is sent to whoever keeps the entry."
        : `Taken out of the register in revision ${came.revision}. History keeps it, and the revision can be put back.`,
    );
    go(came.proposalId ? proposalPath(came.proposalId) : href("/register"));
  };
  return (
    <section aria-labelledby="take-out">
      <h2 class="nhsuk-heading-m" id="take-out">
        Take it out
      </h2>
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">Take this {kind.one} out of the register</span>
        </summary>
        <div class="nhsuk-details__text">
          <p>
            For entries that should never have been made. What has ended stays, with its last day.
            History keeps what is taken out.
          </p>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <ErrorSummary form={form} faults={faults} />
            <TextArea
              id={`${form}-reason`}
              label="Why"
              fault={faultOf(faults, "reason")}
              value={draft.value.reason}
              onValue={(why) => draft.set({ reason: why })}
            />
            <Sending save={save} />
            {looked && (
              <>
                {looked.propose && (
                  <p>
                    You may not take it out yourself: it goes as a proposal to whoever keeps it.
                  </p>
                )}
                <Differences changes={looked.changes} heads={["It is now", "It would be"]} />
              </>
            )}
            <button
              type="submit"
              class="nhsuk-button nhsuk-button--small nhsuk-button--warning"
              disabled={save.isSaving}
            >
              {looked
                ? looked.propose
                  ? "Propose to take it out"
                  : "Take it out"
                : "See what would go"}
            </button>
          </form>
        </div>
      </details>
    </section>
  );
}
