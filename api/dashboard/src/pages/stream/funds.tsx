/* What a funding stream pays for: what is set aside by year, and the awards by which it is committed. */
import { StreamById } from "#ops/StreamById.ts";
import type { EvidenceShownFragment, StreamByIdQueryVariables } from "#ops/types.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Money, NotOnRecord, Term, moneyText } from "../../parts/values.tsx";
import { listed, word } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import { conditionHeads } from "../streams/words.ts";
import type { Stream } from "./index.tsx";

type Allocation = Stream["allocations"][number];
type Award = Stream["awards"][number];

function Evidence({ evidence, of }: { evidence: EvidenceShownFragment | null; of: string }) {
  if (!evidence) return <p class="app-small">No evidence on record.</p>;
  return (
    <Fold name="Where this comes from" unseen={`– ${of}`}>
      <EvidenceItem evidence={evidence} />
    </Fold>
  );
}

const allocationColumns: readonly Column<Allocation>[] = [
  { head: "Financial year", text: (one) => financialYear(one.financialYear) },
  {
    head: "Service",
    text: (one) => one.service?.title ?? "",
    cell: (one) => (
      <>
        <strong>
          {one.service?.title ?? <NotOnRecord what="A service that is not yours to see" />}
        </strong>
        {one.breaks.length > 0 && (
          <p>
            Outside the conditions of the stream:{" "}
            {listed(one.breaks.map((broken) => word(conditionHeads, broken.kind).toLowerCase()))}
          </p>
        )}
        <Evidence
          evidence={one.evidence}
          of={`${one.service?.title ?? "service"}, ${financialYear(one.financialYear)}`}
        />
      </>
    ),
  },
  {
    head: "Conditions that are broken",
    text: (one) => one.breaks.map((broken) => word(conditionHeads, broken.kind)).join("; "),
    isFileOnly: true,
  },
  {
    head: "Committed",
    text: (one) => one.committed,
    cell: (one) => moneyText(one.committed),
    isNumber: true,
  },
  {
    head: "Spent",
    text: (one) => one.spent ?? "",
    cell: (one) => (
      <>
        <Money amount={one.spent} />
        {one.overspent && <p class="app-small">{moneyText(one.overspent)} above it</p>}
      </>
    ),
    isNumber: true,
  },
];

const awardColumns: readonly Column<Award>[] = [
  {
    head: "Contract or grant",
    text: (one) => one.reference ?? "",
    cell: (one) => (
      <>
        <strong>{one.service?.title ?? <NotOnRecord />}</strong>
        <p class="app-small">{one.reference ?? "No reference on record"}</p>
        <Evidence evidence={one.evidence} of={one.reference ?? one.service?.title ?? "award"} />
      </>
    ),
  },
  {
    head: "Term",
    text: (one) => `${one.startsOn ?? ""} to ${one.endsOn ?? ""}`,
    cell: (one) => (
      <>
        <Term from={one.startsOn} until={one.endsOn} />
      </>
    ),
  },
  {
    head: "Value",
    text: (one) => one.value ?? "",
    cell: (one) => (
      <>
        <Money amount={one.value} />
        {one.valueBasis && <p class="app-small">{one.valueBasis}</p>}
      </>
    ),
    isNumber: true,
  },
];

interface Props {
  stream: Stream;
  variables: StreamByIdQueryVariables;
  asOf: string;
  revision: number | undefined;
}

export function Funds({ stream, variables, asOf, revision }: Props) {
  const common = { query: { operation: StreamById, variables }, asOf, revision };
  return (
    <>
      <Figure
        {...common}
        id="allocations"
        title="What it is set aside for"
        columns={allocationColumns}
        rows={stream.allocations}
        rowKey={(one) => one.id}
        empty={<p>Nothing is on record as set aside of it, which does not mean that nothing is.</p>}
      />
      <Figure
        {...common}
        id="awards"
        title="Contracts and grants by which it is committed"
        columns={awardColumns}
        rows={stream.awards}
        rowKey={(one) => one.id}
        empty={<p>No contract or grant is on record as paid from it.</p>}
      />
    </>
  );
}
