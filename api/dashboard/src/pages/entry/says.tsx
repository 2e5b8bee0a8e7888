/* What an entry says, field by field, on what it rests, and what rests on it. */
import { EntryEvidenceOfSource } from "#ops/EntryEvidenceOfSource.ts";
import { EntryRecordsOfSource } from "#ops/EntryRecordsOfSource.ts";
import type { RefEvidenceFragment } from "#ops/types.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import type { Kind, LinkGroup, Node } from "../../parts/register/kind.ts";
import { isEmpty, valuesOf } from "../../parts/register/reading.ts";
import { Shown, entryPath } from "../../parts/register/shown.tsx";
import { group, recordLink } from "../../parts/register/telling.ts";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { counted } from "../../parts/words.ts";

export function Says({ kind, node }: { kind: Kind; node: Node }) {
  const values = valuesOf(kind.fields, node);
  const evidence = node["evidence"] as RefEvidenceFragment | null | undefined;
  return (
    <>
      <section aria-labelledby="says">
        <h2 class="nhsuk-heading-m" id="says">
          What it says
        </h2>
        <dl class="nhsuk-summary-list">
          {kind.facts?.(node).map(({ name, text }) => (
            <Fact key={name} name={name}>
              {text === null ? (
                <NotOnRecord />
              ) : /^\d{4}(-\d\d){0,2}$/.test(text) ? (
                <PartialDate date={text} />
              ) : (
                text
              )}
            </Fact>
          ))}
          {kind.fields
            .filter((field) => field.name !== "evidence" && !field.unread)
            .map(({ name, label, none, control }) => (
              <Fact key={name} name={label}>
                {none && isEmpty(values[name]) ? (
                  none
                ) : (
                  <Shown control={control} value={values[name]} />
                )}
              </Fact>
            ))}
        </dl>
      </section>
      {"evidence" in node && <RestsOn evidence={evidence ?? undefined} />}
      <UsedBy kind={kind} node={node} />
    </>
  );
}

function RestsOn({ evidence }: { evidence: RefEvidenceFragment | undefined }) {
  return (
    <section aria-labelledby="rests-on">
      <h2 class="nhsuk-heading-m" id="rests-on">
        What it rests on
      </h2>
      {evidence ? (
        <>
          <EvidenceItem evidence={evidence} />
          <p class="app-small">
            <a href={entryPath(evidence.id)}>The evidence as an entry</a>
            {evidence.source && (
              <>
                {" · "}
                <a href={entryPath(evidence.source.id)}>The source as an entry</a>
              </>
            )}
          </p>
        </>
      ) : (
        <Empty>No evidence is on record.</Empty>
      )}
    </section>
  );
}

function UsedBy({ kind, node }: { kind: Kind; node: Node }) {
  if (kind.code === "source") return <OfSource title={String(node["title"])} id={node.id} />;
  if (kind.code === "evidence") return <OfEvidence node={node} />;
  const found = kind.rests?.(node);
  if (!found) return null;
  return <Groups found={found} one={kind.one} />;
}

interface GroupsProps {
  found: readonly LinkGroup[];
  one: string;
  note?: string;
}

function Groups({ found, one, note }: GroupsProps) {
  return (
    <section aria-labelledby="used-by">
      <h2 class="nhsuk-heading-m" id="used-by">
        What belongs to it and rests on it
      </h2>
      {found.length === 0 && <Empty>Nothing on record rests on this {one}.</Empty>}
      {found.map(({ title, links, total }) => (
        <details class="nhsuk-details app-fold" key={title} open={links.length <= 6}>
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              {title} ({total ?? links.length})
            </span>
          </summary>
          <ul class="nhsuk-list app-register-links">
            {links.map((link) => (
              <li key={link.id}>
                <a href={entryPath(link.id)}>{link.name}</a>
                {link.note && <span class="app-small"> {link.note}</span>}
              </li>
            ))}
          </ul>
          {total !== undefined && total > links.length && (
            <p class="app-small">
              The first {links.length} of {total} are listed.
            </p>
          )}
        </details>
      ))}
      {note && <p class="app-small">{note}</p>}
    </section>
  );
}

/** Lists of evidence and records can be asked for by the title of a source, not by its id. */
function OfSource({ title, id }: { title: string; id: string }) {
  const asked = useAnswer(EntryEvidenceOfSource, { title });
  return (
    <Loaded asked={asked} what="what rests on it">
      {({ evidence }) => {
        const pieces = (evidence?.nodes ?? []).filter((one) => one.source?.id === id);
        const links = pieces.map((one) => ({
          id: one.id,
          name: one.statement ?? `Row ${one.starterRow} of ${one.starterTable}`,
        }));
        const hasMore = evidence?.pageInfo.hasNextPage === true;
        return (
          <Groups
            found={links.length === 0 ? [] : [group("Evidence", links)]}
            one="source"
            note={
              hasMore
                ? `The first 100 of ${counted(evidence?.totalCount ?? 0, "piece")} of evidence of sources with this title are listed.`
                : "Areas and handovers between bodies name sources as well; the register does not list them from here."
            }
          />
        );
      }}
    </Loaded>
  );
}

function OfEvidence({ node }: { node: Node }) {
  const source = node["source"] as { title: string } | null;
  const asked = useAnswer(EntryRecordsOfSource, source ? { title: source.title } : undefined);
  if (!source) return null;
  return (
    <Loaded asked={asked} what="what rests on it">
      {({ records }) => {
        const links = (records?.nodes ?? [])
          .filter((one) => one.evidence.id === node.id)
          .map(recordLink);
        return (
          <Groups
            found={links.length === 0 ? [] : [group("Coverage records", links)]}
            one="piece of evidence, as far as coverage records go"
            note={
              records?.pageInfo.hasNextPage
                ? "Among the first 100 records of its source; there are more."
                : "Contracts, claims, funding streams and openings may rest on it too: they name their evidence, but the register does not list them from here."
            }
          />
        );
      }}
    </Loaded>
  );
}
