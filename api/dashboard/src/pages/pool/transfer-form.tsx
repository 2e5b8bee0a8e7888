/* One move of money: a contribution, an allocation, a commitment, what was spent, or one step back. */
import { PoolSaveTransfer } from "#ops/PoolSaveTransfer.ts";
import { PoolStreamsOf } from "#ops/PoolStreamsOf.ts";
import type { PoolAccount, SavePoolTransferInput } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useDraft } from "../../data/use-draft.ts";
import { useSave } from "../../data/use-save.ts";
import type { Named } from "../../parts/choice.tsx";
import { ServiceChoice } from "../../parts/choices.tsx";
import { SelectField, TextField, faultOf } from "../../parts/form.tsx";
import { ChangeList, SaveOutcome } from "../../parts/saved.tsx";
import { moneyText } from "../../parts/values.tsx";
import { financialYear } from "../funding/words.ts";
import { DateFields } from "./date-fields.tsx";
import type { Pool } from "./index.tsx";
import { MayNot, mayWrite, useViewer } from "./may.tsx";
import { dateOf, moneyOf } from "./text.ts";
import { told } from "./told.ts";
import { accounts } from "./words.ts";

interface Move {
  readonly step: string;
  readonly member: string;
  readonly stream: string;
  readonly service: Named | null;
  readonly amount: string;
  readonly madeOn: string;
  readonly reference: string;
  readonly note: string;
  readonly reason: string;
}

/** Money goes one step on or, as a correction, one step back. */
const steps: readonly (readonly [PoolAccount, PoolAccount, string])[] = [
  ["MEMBER", "POOLED", "A member pays into the fund"],
  ["MEMBER", "ALIGNED", "A member sets its own money aside for the common plan"],
  ["POOLED", "ALLOCATED", "Money of the fund is set aside for a service"],
  ["ALIGNED", "ALLOCATED", "Aligned money is set aside for a service"],
  ["ALLOCATED", "COMMITTED", "What is set aside is promised by contract or grant"],
  ["COMMITTED", "SPENT", "What is promised is paid"],
  ["SPENT", "COMMITTED", "Back: what was paid was not"],
  ["COMMITTED", "ALLOCATED", "Back: what was promised is only set aside"],
  ["ALLOCATED", "POOLED", "Back: what was set aside returns to the fund"],
  ["ALLOCATED", "ALIGNED", "Back: what was set aside returns to the aligned money"],
  ["POOLED", "MEMBER", "Back: the fund returns money to a member"],
  ["ALIGNED", "MEMBER", "Back: aligned money returns to its member"],
];

const first: Move = {
  step: "MEMBER POOLED",
  member: "",
  stream: "",
  service: null,
  amount: "",
  madeOn: "--",
  reference: "",
  note: "",
  reason: "",
};

const form = "record";
const withService: readonly string[] = ["ALLOCATED", "COMMITTED", "SPENT"];

interface Props {
  pool: Pool;
  year: number;
  again: () => void;
}

export function TransferForm({ pool, year, again }: Props) {
  const { asOf } = useScope();
  const viewer = useViewer();
  const draft = useDraft(`pool.move.${pool.id}`, first);
  const { value: move, set } = draft;
  const save = useSave(PoolSaveTransfer);
  const [wasTried, setWasTried] = useState(false);
  const streams = useAnswer(
    PoolStreamsOf,
    move.member ? { body: move.member, year, asOf } : undefined,
  );
  const node = streams.answer?.data.node;
  const own = node && "fundingStreams" in node ? node.fundingStreams.nodes : [];
  const [from, to] = move.step.split(" ") as [PoolAccount, PoolAccount];
  const needsService = withService.includes(from) || withService.includes(to);
  const names = {
    member: pool.members.find((one) => one.body?.id === move.member)?.body?.name,
    stream: own.find((one) => one.id === move.stream)?.name,
    service: move.service?.name,
    pool: pool.name,
    fromAccount: accounts[from],
    toAccount: accounts[to],
  };
  const saved = told(save.saved, names);
  const fault = (field: string) => faultOf(saved?.problems ?? [], field);

  const send = async (dryRun: boolean) => {
    setWasTried(dryRun);
    const input: SavePoolTransferInput = {
      pool: pool.id,
      financialYear: year,
      fromAccount: from,
      toAccount: to,
      reason: move.reason.trim(),
      ...given("madeOn", dateOf(move.madeOn)),
      ...given("member", move.member),
      ...given("stream", move.stream),
      ...given("service", needsService ? move.service?.id : undefined),
      ...given("amount", moneyOf(move.amount)),
      ...given("reference", move.reference.trim()),
      ...given("note", move.note.trim()),
      ...(dryRun ? { dryRun } : {}),
    };
    const came = await save.send(input);
    if (!came?.written) return;
    // The next one is often alike: of the same member, day and reason.
    draft.reset({ ...move, amount: "", reference: "", note: "" });
    streams.again();
    again();
  };
  return (
    <section class="app-figure app-screen-only" aria-labelledby={form}>
      <h2 class="nhsuk-heading-m" id={form}>
        Record a move of money in {financialYear(year)}
      </h2>
      <p>
        Money keeps the name of its member and of its funding stream wherever it stands, so that the
        conditions on it hold. Another year is chosen above the ledger.
      </p>
      <MayNot viewer={viewer} id={`${form}-token`} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <SaveOutcome form={form} save={{ saved, failure: save.failure, isSaving: save.isSaving }}>
          {saved?.written ? (
            <p>Recorded. The ledger above has it.</p>
          ) : wasTried ? (
            <div class="nhsuk-inset-text app-empty">
              <h3 class="nhsuk-heading-s">It can be recorded so. Nothing was written.</h3>
              <ChangeList changes={saved?.changes ?? []} />
            </div>
          ) : (
            <p>Nothing was written.</p>
          )}
        </SaveOutcome>
        <SelectField
          id={`${form}-toAccount`}
          label="What happens"
          fault={fault("toAccount") ?? fault("fromAccount")}
          value={move.step}
          options={steps.map(([a, b, name]) => ({ value: `${a} ${b}`, name }))}
          onValue={(step) => set({ step })}
        />
        <SelectField
          id={`${form}-member`}
          label="Whose money"
          fault={fault("member")}
          value={move.member}
          options={[
            { value: "", name: "Choose a member" },
            ...pool.members.flatMap(({ body }) =>
              body ? [{ value: body.id, name: body.name }] : [],
            ),
          ]}
          onValue={(member) => set({ member, stream: "" })}
        />
        <SelectField
          id={`${form}-stream`}
          label="Under which funding stream"
          hint={
            move.member && streams.answer && own.length === 0
              ? "No funding stream of this member is on record. One is entered in the register."
              : "What each has left of the year stands beside it"
          }
          fault={fault("stream")}
          value={move.stream}
          options={[
            { value: "", name: "Not stated" },
            ...own.map(({ id, name, headroom }) => ({
              value: id,
              name: `${name}: ${headroom.left === null ? "amount not on record" : `${moneyText(headroom.left)} left`}`,
            })),
          ]}
          onValue={(stream) => set({ stream })}
        />
        {needsService && (
          <ServiceChoice
            id={`${form}-service`}
            label="For which service"
            chosen={move.service}
            fault={fault("service")}
            onChoose={(service) => set({ service })}
          />
        )}
        <TextField
          id={`${form}-amount`}
          label="How much"
          prefix="£"
          width={10}
          isNumber
          value={move.amount}
          fault={fault("amount")}
          onValue={(amount) => set({ amount })}
        />
        <DateFields
          id={`${form}-madeOn`}
          label="When it was made"
          hint="For example, 1 4 2026"
          value={move.madeOn}
          fault={fault("madeOn")}
          onValue={(madeOn) => set({ madeOn })}
        />
        <TextField
          id={`${form}-reference`}
          label="Reference of the contract, invoice or minute"
          value={move.reference}
          fault={fault("reference")}
          onValue={(reference) => set({ reference })}
        />
        <TextField
          id={`${form}-note`}
          label="What to know of it"
          value={move.note}
          fault={fault("note")}
          onValue={(note) => set({ note })}
        />
        <TextField
          id={`${form}-reason`}
          label="Why it is recorded"
          hint="In your words. The history keeps it."
          value={move.reason}
          fault={fault("reason")}
          onValue={(reason) => set({ reason })}
        />
        <div class="app-buttons">
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary"
            disabled={!mayWrite(viewer) || save.isSaving}
            onClick={() => void send(true)}
          >
            Try the move without recording it
          </button>
          <button type="submit" class="nhsuk-button" disabled={!mayWrite(viewer) || save.isSaving}>
            Record the move
          </button>
        </div>
      </form>
    </section>
  );
}

function given<Name extends string>(name: Name, value: string | undefined) {
  return (value ? { [name]: value } : {}) as Partial<Record<Name, string>>;
}
