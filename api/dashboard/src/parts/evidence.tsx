/* Where an answer comes from: the records, and what each rests on. */
import { ServiceEvidence } from "#ops/ServiceEvidence.ts";
import type { EvidenceShownFragment, Flag, RecordShownFragment, Standing } from "#ops/types.ts";
import { useScope } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { FoldAsked } from "./fold.tsx";
import { Loaded } from "./loaded.tsx";
import { NotOnRecord, PartialDate } from "./values.tsx";
import { areaKinds, asserted, counted, flags, grades, listed, standings, word } from "./words.ts";

/** One piece of evidence: what it says, who says so, when, and where to read it. */
export function EvidenceItem({ evidence }: { evidence: EvidenceShownFragment }) {
  const { source } = evidence;
  const says = evidence.asserter?.name ?? asserted(evidence.assertedBy);
  return (
    <div class="app-evidence">
      <p class="app-evidence__statement">
        {evidence.statement ?? (
          <NotOnRecord
            what={`The source’s text may not be restated (${evidence.starterTable}, row ${evidence.starterRow})`}
          />
        )}
      </p>
      <p class="app-evidence__source">
        {source?.url ? (
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          (source?.title ?? <NotOnRecord what="No source on record" />)
        )}
        {source?.publisher && <>, {source.publisher}</>}.{" "}
        {evidence.date ? (
          <>
            Dated <PartialDate date={evidence.date} />.
          </>
        ) : (
          "Undated."
        )}{" "}
        {word(grades, evidence.grade)}; said by {says}.
        {evidence.isStale && (
          <>
            {" "}
            <strong>Due for review since {<PartialDate date={evidence.reviewOn} />}.</strong>
          </>
        )}
      </p>
    </div>
  );
}

interface Read {
  readonly record: RecordShownFragment;
  readonly reading?: { readonly standing: Standing; readonly flags?: readonly Flag[] };
}

/** Records with their evidence, open at one press. Nothing on record is said, not left blank. */
export function EvidenceList({ records, of }: { records: readonly Read[]; of: string }) {
  if (records.length === 0) return <p class="app-small">No record speaks of it.</p>;
  return (
    <details class="nhsuk-details app-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          Where this comes from
          <span class="nhsuk-u-visually-hidden"> – {of}</span> ({counted(records.length, "record")})
        </span>
      </summary>
      <div class="nhsuk-details__text">
        <Records records={records} />
      </div>
    </details>
  );
}

/** The records themselves, where something else is already open around them. */
export function Records({ records }: { records: readonly Read[] }) {
  return (
    <ul class="app-records">
      {records.map(({ record, reading }) => (
        <li key={record.id}>
          <p class="app-records__head">
            <strong>{record.service?.title ?? "A statement that there is none"}</strong>
            {record.service && record.service.providers.length > 0 && (
              <>, by {listed(record.service.providers.map((body) => body.name))}</>
            )}
            . For {record.area.name} ({word(areaKinds, record.area.kind).toLowerCase()}).
            {reading && <> On this day: {word(standings, reading.standing).toLowerCase()}.</>}
          </p>
          {reading?.flags && reading.flags.length > 0 && (
            <p class="app-small">{reading.flags.map((flag) => word(flags, flag)).join(" ")}</p>
          )}
          <EvidenceItem evidence={record.evidence} />
        </li>
      ))}
    </ul>
  );
}

/** The evidence of a service, fetched when somebody opens it. */
export function EvidenceOfService({ id, title }: { id: string; title: string }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${title}`}>
      {() => <RecordsOfService id={id} />}
    </FoldAsked>
  );
}

function RecordsOfService({ id }: { id: string }) {
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(ServiceEvidence, { id, asOf, knownAt });
  return (
    <Loaded asked={asked} what="the evidence">
      {({ node }) => (
        <Records
          records={(node && "records" in node ? node.records : []).map((record) => ({
            record,
          }))}
        />
      )}
    </Loaded>
  );
}
