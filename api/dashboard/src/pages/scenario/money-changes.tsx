/* Funding streams and pooled budgets whose money of the financial year differs. */
import type { ComparedPoolFragment, ComparedStreamFragment } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Money, NotOnRecord, moneyText } from "../../parts/values.tsx";
import { listed, word } from "../../parts/words.ts";
import { poolAccounts } from "./pool-words.ts";
import type { Compared, Frame } from "./comparison.tsx";

type Stream = Compared["streams"][number];
type Pool = Compared["pools"][number];

const amount = (head: string, key: keyof ComparedStreamFragment): Column<Stream> => ({
  head,
  text: ({ before, after }) =>
    `${before[key] ?? "Not on record"} → ${after[key] ?? "Not on record"}`,
  cell: ({ before, after }) =>
    before[key] === after[key] ? (
      <>
        Same: <Money amount={before[key]} />
      </>
    ) : (
      <>
        <Money amount={before[key]} /> →{" "}
        <strong>
          <Money amount={after[key]} />
        </strong>
      </>
    ),
});

const streamColumns: readonly Column<Stream>[] = [
  {
    head: "Funding stream",
    text: ({ stream }) => stream.name,
    cell: ({ stream }) => (
      <>
        <a href={href(`/funding/streams/${encodeURIComponent(stream.id)}`)}>{stream.name}</a>
        <p class="app-small">
          {stream.funder?.name ?? <NotOnRecord what="Whose is not on record" />}
        </p>
      </>
    ),
  },
  amount("What it has", "amount"),
  amount("Committed to services", "committed"),
  amount("In pooled budgets", "pooled"),
  amount("Left", "left"),
];

function accounts({ accounts: found }: ComparedPoolFragment): string {
  return listed(
    found.map(
      (one) => `${word(poolAccounts, one.account).toLowerCase()}: ${moneyText(one.amount)}`,
    ),
  );
}

const poolColumns: readonly Column<Pool>[] = [
  {
    head: "Pooled budget",
    text: ({ pool }) => pool.name,
    cell: ({ pool }) => <a href={href(`/pools/${encodeURIComponent(pool.id)}`)}>{pool.name}</a>,
  },
  {
    head: "Contributed in the year",
    text: ({ before, after }) => `${before.contributed} → ${after.contributed}`,
    cell: ({ before, after }) => (
      <>
        {moneyText(before.contributed)} → <strong>{moneyText(after.contributed)}</strong>
      </>
    ),
  },
  {
    head: "Where it stood before",
    text: ({ before }) => accounts(before),
    cell: ({ before }) => accounts(before) || "Nothing in it",
  },
  {
    head: "Where it stands with the scenario",
    text: ({ after }) => accounts(after),
    cell: ({ after }) => accounts(after) || "Nothing in it",
  },
];

export function MoneyChanges({ found, frame }: { found: Compared; frame: Frame }) {
  const year = `${found.financialYear}–${String((found.financialYear + 1) % 100).padStart(2, "0")}`;
  return (
    <>
      {found.streams.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="streams"
          title={`Funding streams, financial year ${year}`}
          columns={streamColumns}
          rows={found.streams}
          rowKey={(row) => row.stream.id}
          empty=""
        >
          <p>Where it is not on record what a stream has, nothing is claimed to be left of it.</p>
        </Figure>
      )}
      {found.pools.length > 0 && (
        <Figure
          {...frame}
          level={3}
          id="pools"
          title={`Pooled budgets, by the end of ${year}`}
          columns={poolColumns}
          rows={found.pools}
          rowKey={(row) => row.pool.id}
          empty=""
        />
      )}
    </>
  );
}
