/* What runs across a change of commissioner. */
import { FundingMoney } from "#ops/FundingMoney.ts";
import type { FundingChangeFragment, FundingMoneyQueryVariables } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { capital, count } from "../../parts/words.ts";
import type { Money } from "./on-record.tsx";
import { StakesOf } from "./stakes.tsx";
import { changeWord } from "./words.ts";

type Row = Money["straddling"][number];

/** From whom to whom, and whether that is done or due, with its source. */
export function Change({ change }: { change: FundingChangeFragment }) {
  return (
    <>
      <strong>{changeWord(change.kind)}</strong>: from {change.predecessor.name} to{" "}
      {change.successor?.name ?? <NotOnRecord what="nobody who is on record" />}
      {change.certainty === "due" && " (due: it still depends on law or decision)"}
      {change.note && <p class="app-small">{sentence(change.note)}</p>}
      <p class="app-small">
        {change.source?.url ? (
          <a href={change.source.url} rel="noreferrer">
            {change.source.title}
          </a>
        ) : (
          (change.source?.title ?? <NotOnRecord what="No source on record" />)
        )}
      </p>
    </>
  );
}

/** A note of the register with a capital and a full stop. */
export function sentence(text: string): string {
  const first = capital(text);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

const columns: readonly Column<Row>[] = [
  {
    head: "When",
    text: ({ change }) => change.date ?? "",
    cell: ({ change }) => <PartialDate date={change.date} />,
  },
  {
    head: "What changes",
    text: ({ change }) =>
      `${changeWord(change.kind)}: ${change.predecessor.name} to ${change.successor?.name ?? "not on record"} (${change.certainty})`,
    cell: ({ change }) => <Change change={change} />,
  },
  {
    head: "Run across it",
    text: (row) => String(row.count),
    isNumber: true,
    cell: (row) => (
      <>
        {count(row.count)}
        {row.services.length > 0 && (
          <Fold name="The services" unseen={`across ${inWords(row.change.date ?? "")}`}>
            <ul class="nhsuk-list">
              {row.services.map((service) => (
                <li key={service.id}>
                  {service.title}, until <PartialDate date={service.endsOn} />
                </li>
              ))}
            </ul>
            <StakesOf stakes={row.stakes} />
          </Fold>
        )}
      </>
    ),
  },
  {
    head: "Only if extended",
    text: (row) => String(row.ifExtended),
    cell: (row) => count(row.ifExtended),
    isNumber: true,
  },
  {
    head: "No end on record",
    text: (row) => String(row.endNotOnRecord),
    cell: (row) => count(row.endNotOnRecord),
    isNumber: true,
  },
  {
    head: "Pounds a year, base term",
    text: (row) => row.stakes.within.baseTerm.pounds ?? "",
    isFileOnly: true,
  },
  {
    head: "Pounds a year, full term",
    text: (row) => row.stakes.within.fullTerm.pounds ?? "",
    isFileOnly: true,
  },
  {
    head: "Values not on record",
    text: (row) => String(row.stakes.within.baseTerm.notStated),
    isFileOnly: true,
  },
];

interface Props {
  money: Money;
  revision: number | undefined;
  variables: FundingMoneyQueryVariables;
}

export function Straddling({ money, revision, variables }: Props) {
  return (
    <Figure
      id="straddling"
      title="What runs across a change of commissioner"
      columns={columns}
      rows={money.straddling}
      rowKey={(row) => row.change.id}
      query={{ operation: FundingMoney, variables }}
      asOf={money.asOf}
      revision={revision}
      empty={<p>No change of commissioner is on record that any of these services runs across.</p>}
    >
      <p>
        Each row is one change that is on record, and the services whose commissioning it touches. A
        service may straddle several: rows are not to be added.
      </p>
    </Figure>
  );
}
