/* What runs across a change of commissioner, contract by contract. */
import { CliffBeside } from "#ops/CliffBeside.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { count, counted, word } from "../../parts/words.ts";
import { StakesOf } from "../funding/stakes.tsx";
import { Change } from "../funding/straddling.tsx";
import { changeWord, straddling } from "../funding/words.ts";
import type { BesideCliff, BesideProps } from "./beside.tsx";

type Row = BesideCliff["crossings"][number];

const sure = (row: Row) => row.endings.filter((one) => one.straddles === "YES").length;

const columns: readonly Column<Row>[] = [
  {
    head: "When",
    text: ({ change }) => change.date ?? "",
    cell: ({ change }) => <PartialDate date={change.date} />,
  },
  {
    head: "What changes",
    text: ({ change }) =>
      `${changeWord(change.kind)}: ${change.predecessor.name} to ${change.successor?.name ?? "not on record"}`,
    cell: ({ change }) => <Change change={change} />,
  },
  {
    head: "Surely across it",
    text: (row) => String(sure(row)),
    cell: (row) => count(sure(row)),
    isNumber: true,
  },
  {
    head: "Perhaps across it",
    text: (row) => String(row.endings.length - sure(row)),
    cell: (row) => count(row.endings.length - sure(row)),
    isNumber: true,
  },
  {
    head: "What",
    text: (row) =>
      row.endings
        .map((one) => `${one.ending.service?.title ?? ""}: ${word(straddling, one.straddles)}`)
        .join("; "),
    cell: (row) => (
      <Fold
        name={counted(row.endings.length, "contract or service", "contracts or services")}
        unseen={`of ${row.change.predecessor.name}`}
      >
        <p>At stake in those that surely run across it:</p>
        <StakesOf stakes={row.stakes} />
        <ul class="app-records">
          {row.endings.map(({ ending, straddles }, index) => (
            <li key={ending.contract?.id ?? ending.service?.id ?? index}>
              <p>
                <strong>
                  {ending.service?.title ?? (
                    <NotOnRecord what="A service that is not yours to see" />
                  )}
                </strong>{" "}
                {ending.contract?.reference}. {word(straddling, straddles)}.
              </p>
              {ending.service && (
                <EvidenceOfService
                  id={ending.service.id}
                  title={ending.contract?.reference ?? ending.service.title}
                />
              )}
            </li>
          ))}
        </ul>
      </Fold>
    ),
  },
];

export function Crossings({ cliff, revision, variables }: BesideProps) {
  return (
    <Figure
      id="crossings"
      title="Changes of commissioner"
      columns={columns}
      rows={cliff.crossings}
      rowKey={(row) => row.change.id}
      query={{ operation: CliffBeside, variables }}
      asOf={cliff.asOf}
      revision={revision}
      empty={<p>No change of commissioner to come is on record for any of these.</p>}
    >
      <p>One contract may straddle several changes: their sums are not to be added.</p>
    </Figure>
  );
}
