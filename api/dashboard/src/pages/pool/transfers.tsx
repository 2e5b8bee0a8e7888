/* The moves of money, newest first, each of which can be taken back while nothing rests on it. */
import { Archive } from "#ops/Archive.ts";
import { PoolTransfers } from "#ops/PoolTransfers.ts";
import type { PoolTransfersQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { here, href, useAddress, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useSave } from "../../data/use-save.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { TextField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { SaveOutcome } from "../../parts/saved.tsx";
import { NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import type { SectionProps } from "./index.tsx";
import { mayWrite, useViewer } from "./may.tsx";
import { accounts } from "./words.ts";

type Node = NonNullable<PoolTransfersQuery["node"]>;
type Transfer = Extract<Node, { readonly transfers: unknown }>["transfers"]["nodes"][number];

const moved = (one: Transfer) =>
  `${word(accounts, one.fromAccount)} → ${word(accounts, one.toAccount)}`;

const columns = (after: () => void, isOurs: boolean): readonly Column<Transfer>[] => [
  {
    head: "Made on",
    text: (one) => one.madeOn,
    cell: (one) => (
      <>
        <PartialDate date={one.madeOn} />
        <p class="app-small">For {financialYear(one.financialYear)}</p>
      </>
    ),
  },
  {
    head: "Financial year",
    text: (one) => financialYear(one.financialYear),
    isFileOnly: true,
  },
  { head: "From and to", text: moved },
  {
    head: "Pounds",
    text: (one) => one.amount,
    cell: (one) => moneyText(one.amount),
    isNumber: true,
  },
  {
    head: "Whose",
    text: (one) => one.member?.name ?? "",
    cell: (one) => (
      <>
        {one.member?.name ?? <NotOnRecord />}
        <p class="app-small">
          {one.stream ? (
            <a href={href(`/funding/streams/${encodeURIComponent(one.stream.id)}`)}>
              {one.stream.name}
            </a>
          ) : (
            <NotOnRecord what="Funding stream not stated" />
          )}
        </p>
      </>
    ),
  },
  { head: "Funding stream", text: (one) => one.stream?.name ?? "", isFileOnly: true },
  {
    head: "For",
    text: (one) => one.service?.title ?? "",
    cell: (one) => (
      <>
        {one.service?.title ?? "No service yet"}
        {(one.reference || one.note) && (
          <p class="app-small">{[one.reference, one.note].filter(Boolean).join(". ")}</p>
        )}
        {isOurs && <TakeBack transfer={one} after={after} />}
      </>
    ),
  },
];

/** Takes a move out of the ledger; the server refuses it where the money has moved on. */
function TakeBack({ transfer, after }: { transfer: Transfer; after: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const save = useSave(Archive);
  const form = `back-${transfer.id}`;
  const what = `${moneyText(transfer.amount)}, ${moved(transfer)}`;
  if (!isOpen) {
    return (
      <button type="button" class="app-link app-small" onClick={() => setIsOpen(true)}>
        Take it back<span class="nhsuk-u-visually-hidden"> – {what}</span>
      </button>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { id, version } = transfer;
        void save.send({ id, expectedVersion: version, reason: reason.trim() }).then((came) => {
          if (came?.written) after();
        });
      }}
    >
      <SaveOutcome form={form} save={save}>
        <p>Taken back.</p>
      </SaveOutcome>
      <TextField
        id={`${form}-reason`}
        label="Why it is taken back"
        value={reason}
        onValue={setReason}
      />
      <button type="submit" class="nhsuk-button nhsuk-button--small" disabled={save.isSaving}>
        Take back<span class="nhsuk-u-visually-hidden"> {what}</span>
      </button>{" "}
      <button type="button" class="app-link" onClick={() => setIsOpen(false)}>
        Leave it<span class="nhsuk-u-visually-hidden"> – {what}</span>
      </button>
    </form>
  );
}

export function Transfers({ pool, asOf, revision, again }: SectionProps & { again: () => void }) {
  const { params } = useAddress();
  const { asOf: day, knownAt } = useScope();
  const viewer = useViewer();
  const after = params.get("moves") || undefined;
  const variables = { id: pool.id, after, asOf: day, knownAt };
  const asked = useAnswer(PoolTransfers, variables);
  const isOurs = !knownAt && mayWrite(viewer);
  return (
    <Loaded asked={asked} what="the moves of money">
      {({ node }) => {
        if (!node || !("transfers" in node)) return null;
        const { transfers } = node;
        return (
          <>
            <Figure
              id="transfers"
              title="Moves of money"
              columns={columns(() => {
                asked.again();
                again();
              }, isOurs)}
              rows={transfers.nodes}
              rowKey={(one) => one.id}
              query={{ operation: PoolTransfers, variables }}
              asOf={asOf}
              revision={revision}
              empty={<p>No money has been moved.</p>}
            >
              <p>
                {counted(transfers.totalCount, "move")} of all years, the newest first. Balances are
                sums of these, and nothing else.
              </p>
            </Figure>
            <p class="app-screen-only">
              {after && <a href={here({ moves: undefined })}>From the newest</a>}{" "}
              {transfers.pageInfo.hasNextPage && (
                <a href={here({ moves: transfers.pageInfo.endCursor ?? undefined })}>
                  Show older moves
                </a>
              )}
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
