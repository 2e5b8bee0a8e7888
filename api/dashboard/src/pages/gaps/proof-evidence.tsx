import { GapsProof } from "#ops/GapsProof.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord, PartialDate, Term } from "../../parts/values.tsx";
import {
  asserted,
  confidences,
  flags,
  grades,
  listed,
  standings,
  word,
} from "../../parts/words.ts";
import type { Cell } from "./proof.tsx";

type Read = Cell["explanation"]["records"][number];

const columns: readonly Column<Read>[] = [
  {
    head: "Record",
    text: ({ record }) => record.service?.title ?? "A statement that there is none",
    cell: ({ record, reading }) => (
      <>
        <strong>{record.service?.title ?? "A statement that there is none"}</strong>
        <p class="app-small">
          For {record.area.name}.
          {record.service &&
            record.service.providers.length > 0 &&
            ` By ${listed(record.service.providers.map((body) => body.name))}.`}{" "}
          {reading.flags.map((flag) => word(flags, flag)).join(" ")}
        </p>
      </>
    ),
  },
  {
    head: "On this day",
    text: ({ reading }) => word(standings, reading.standing),
    cell: ({ record, reading }) => (
      <>
        {word(standings, reading.standing)}
        {(record.startsOn || record.endsOn) && (
          <p class="app-small">
            <Term from={record.startsOn} until={record.endsOn} />
          </p>
        )}
      </>
    ),
  },
  {
    head: "Evidence",
    text: ({ record }) => record.evidence.statement ?? "",
    cell: ({ record }) => <EvidenceItem evidence={record.evidence} />,
  },
  {
    head: "Source",
    text: ({ record }) => record.evidence.source?.title ?? "",
    isFileOnly: true,
  },
  { head: "Address", text: ({ record }) => record.evidence.source?.url ?? "", isFileOnly: true },
  { head: "Dated", text: ({ record }) => record.evidence.date ?? "", isFileOnly: true },
  { head: "Grade", text: ({ record }) => word(grades, record.evidence.grade), isFileOnly: true },
  { head: "Said by", text: ({ record }) => asserted(record.evidence.assertedBy), isFileOnly: true },
  {
    head: "Confidence",
    text: ({ record }) => word(confidences, record.confidence),
    cell: ({ record }) => word(confidences, record.confidence),
  },
];

interface Props {
  cell: Cell;
  asOf: string;
  revision: number | undefined;
  variables: object;
}

/** Every record that speaks of it, with its evidence open: this is what a bid quotes. */
export function ProofEvidence({ cell, asOf, revision, variables }: Props) {
  return (
    <Figure
      id="evidence"
      title="Provision on record, and the evidence"
      columns={columns}
      rows={cell.explanation.records}
      rowKey={({ record }) => record.id}
      query={{ operation: GapsProof, variables }}
      asOf={asOf}
      revision={revision}
      empty={<p>No record speaks of this offer here.</p>}
    >
      {cell.explanation.searches.map((search) => (
        <p key={search.id}>
          Somebody looked and found none, which is not evidence of none (
          {search.searchedOn ? <PartialDate date={search.searchedOn} /> : <NotOnRecord />}):{" "}
          {search.whatWasSearched}
        </p>
      ))}
    </Figure>
  );
}
