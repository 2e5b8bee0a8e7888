/* Which money may pay for a service, how much each would give, and recording just that. */
import { PoolSaveTransfer } from "#ops/PoolSaveTransfer.ts";
import { PoolSplitOf } from "#ops/PoolSplitOf.ts";
import type { PoolSplitOfQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, here, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useSave } from "../../data/use-save.ts";
import type { Named } from "../../parts/choice.tsx";
import { ServiceChoice } from "../../parts/choices.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { ErrorSummary, type Fault, TextField, faultOf } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { counted, listed, word } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import { DateFields } from "./date-fields.tsx";
import type { SectionProps } from "./index.tsx";
import { mayWrite, useViewer } from "./may.tsx";
import { dateOf, moneyOf } from "./text.ts";
import { accounts, conditionKinds, fits } from "./words.ts";

type Split = NonNullable<PoolSplitOfQuery["poolSplit"]>;
type Pot = Split["pots"][number];

const form = "split";

const columns: readonly Column<Pot>[] = [
  {
    head: "Whose money",
    text: (pot) => pot.member?.name ?? "",
    cell: (pot) => (
      <>
        <strong>{pot.member?.name ?? <NotOnRecord what="Not stated" />}</strong>
        <p class="app-small">
          {pot.stream?.name ?? <NotOnRecord what="Funding stream not stated" />};{" "}
          {word(accounts, pot.account).toLowerCase()}
        </p>
      </>
    ),
  },
  { head: "Funding stream", text: (pot) => pot.stream?.name ?? "", isFileOnly: true },
  {
    head: "There is",
    text: (pot) => pot.held,
    cell: (pot) => moneyText(pot.held),
    isNumber: true,
  },
  {
    head: "May it pay for this?",
    text: (pot) =>
      [word(fits, pot.fit), ...pot.conditions.map((one) => word(conditionKinds, one))].join("; "),
    cell: (pot) => (
      <>
        {word(fits, pot.fit)}
        {pot.conditions.length > 0 && (
          <p class="app-small">
            Decided by {listed(pot.conditions.map((one) => word(conditionKinds, one)))}
          </p>
        )}
      </>
    ),
  },
  {
    head: "Would give",
    text: (pot) => pot.gives,
    cell: (pot) => moneyText(pot.gives),
    isNumber: true,
  },
];

export function Split(props: SectionProps & { again: () => void }) {
  const { year } = props;
  const { params } = useAddress();
  const service = params.get("service") ?? "";
  const amount = moneyOf(params.get("amount") ?? "");
  const [chosen, setChosen] = useState<Named | null>(
    service
      ? { id: service, name: params.get("serviceName") ?? "The service of this address" }
      : null,
  );
  const [typed, setTyped] = useState(params.get("amount") ?? "");
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  return (
    <>
      <section class="app-figure" aria-labelledby="split">
        <h2 class="nhsuk-heading-m" id="split">
          Split an amount over the money there is
        </h2>
        <p>
          Which money of {financialYear(year)} may pay for a service by its conditions, and how much
          of each, in proportion to what there is and to the penny. It writes nothing until you
          record it.
        </p>
        <form
          class="app-screen-only"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const found = [
              ...(chosen ? [] : [{ field: "service", message: "Choose a service" }]),
              ...(moneyOf(typed) ? [] : [{ field: "amount", message: "Enter how much it costs" }]),
            ];
            setFaults(found);
            if (found.length > 0 || !chosen) return;
            go(here({ service: chosen.id, serviceName: chosen.name, amount: typed.trim() }), {
              replace: true,
            });
          }}
        >
          <ErrorSummary form={form} faults={faults} />
          <ServiceChoice
            id={`${form}-service`}
            label="What is to be paid for"
            chosen={chosen}
            fault={faultOf(faults, "service")}
            onChoose={setChosen}
          />
          <TextField
            id={`${form}-amount`}
            label="How much is to be paid"
            prefix="£"
            width={10}
            isNumber
            value={typed}
            fault={faultOf(faults, "amount")}
            onValue={setTyped}
          />
          <button type="submit" class="nhsuk-button">
            Split it
          </button>
        </form>
      </section>
      {service && amount && (
        <Answer
          {...props}
          service={{ id: service, name: params.get("serviceName") ?? "" }}
          amount={amount}
        />
      )}
    </>
  );
}

interface AnswerProps extends SectionProps {
  service: Named;
  amount: string;
  again: () => void;
}

function Answer({ pool, year, asOf, service, amount, again }: AnswerProps) {
  const variables = {
    input: { pool: pool.id, service: service.id, financialYear: year, amount },
  };
  const asked = useAnswer(PoolSplitOf, variables);
  // Kept here: once it is recorded there may be nothing left to split.
  const [done, setDone] = useState<readonly string[]>([]);
  return (
    <Loaded asked={asked} what="how it would be split">
      {({ poolSplit }, { revision }) =>
        poolSplit ? (
          <>
            <Figure
              id="pots"
              title={`${moneyText(amount)} for ${service.name || "the service"}`}
              level={3}
              columns={columns}
              rows={poolSplit.pots}
              rowKey={(pot) => `${pot.member?.id} ${pot.stream?.id} ${pot.account}`}
              query={{ operation: PoolSplitOf, variables }}
              asOf={asOf}
              revision={revision}
              empty={<p>There is no money of this year that is for no service yet.</p>}
            >
              <p>
                What may pay for it holds {moneyText(poolSplit.held)}.{" "}
                {poolSplit.short !== "0.00" &&
                  `${moneyText(poolSplit.short)} is short, so nothing is split.`}
              </p>
            </Figure>
            <div role="status">
              {done.length > 0 && (
                <p>Recorded: {listed(done)}. What is shown above is of what is left.</p>
              )}
            </div>
            {poolSplit.pots.some((pot) => pot.gives !== "0.00") && (
              <Record
                pool={pool}
                year={year}
                service={service}
                split={poolSplit}
                onDone={(made) => {
                  setDone(made);
                  asked.again();
                  again();
                }}
              />
            )}
          </>
        ) : (
          <p>The server does not know this service, or you may not see it.</p>
        )
      }
    </Loaded>
  );
}

interface RecordProps extends Pick<AnswerProps, "pool" | "year" | "service"> {
  split: Split;
  onDone: (made: readonly string[]) => void;
}

/** Records what each pot gives as a move of its own, one after the other. */
function Record({ pool, year, service, split, onDone }: RecordProps) {
  const viewer = useViewer();
  const save = useSave(PoolSaveTransfer);
  const [madeOn, setMadeOn] = useState("--");
  const [reason, setReason] = useState("");
  const giving = split.pots.filter((pot) => pot.gives !== "0.00");
  if (!mayWrite(viewer)) return null;
  const send = async () => {
    const made: string[] = [];
    for (const pot of giving) {
      const day = dateOf(madeOn);
      const came = await save.send({
        pool: pool.id,
        financialYear: year,
        fromAccount: pot.account,
        toAccount: "ALLOCATED",
        service: service.id,
        amount: pot.gives,
        reason: reason.trim(),
        ...(day ? { madeOn: day } : {}),
        ...(pot.member ? { member: pot.member.id } : {}),
        ...(pot.stream ? { stream: pot.stream.id } : {}),
      });
      if (!came?.written) break;
      made.push(`${pot.member?.name ?? "a member"}: ${moneyText(pot.gives)}`);
    }
    if (made.length > 0) onDone(made);
  };
  return (
    <form
      class="app-screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 class="nhsuk-heading-s">Record this as set aside</h3>
      <SaveOutcome form={`${form}-record`} save={save}>
        <p>Recorded.</p>
      </SaveOutcome>
      <DateFields
        id={`${form}-record-madeOn`}
        label="When it was set aside"
        hint="For example, 1 4 2026"
        value={madeOn}
        fault={faultOf(save.saved?.problems ?? [], "madeOn")}
        onValue={setMadeOn}
      />
      <TextField
        id={`${form}-record-reason`}
        label="Why it is set aside"
        value={reason}
        fault={faultOf(save.saved?.problems ?? [], "reason")}
        onValue={setReason}
      />
      <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
        Record {counted(giving.length, "move")}
      </button>
    </form>
  );
}
