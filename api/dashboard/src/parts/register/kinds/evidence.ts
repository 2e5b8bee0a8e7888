import { EntryEvidence } from "#ops/EntryEvidence.ts";
import { EntrySaveEvidence } from "#ops/EntrySaveEvidence.ts";
import { EntrySaveSource } from "#ops/EntrySaveSource.ts";
import { EntrySource } from "#ops/EntrySource.ts";
import { evidenceFields, sourceFields } from "../fields.ts";
import { kind } from "../kind.ts";

/** The whole of it is on the page; a heading is a line or two. */
const cut = (text: string) =>
  text.length > 120 ? `${text.slice(0, 100).replace(/\s\S*$/, "")} …` : text;

export const evidence = kind({
  code: "evidence",
  concern: "evidence",
  one: "piece of evidence",
  many: "Evidence",
  says: "What one source says: who says so, of what, when",
  prefix: "evidence",
  table: "evidence",
  entry: EntryEvidence,
  save: EntrySaveEvidence,
  may: "Mutation.saveEvidence",
  fields: evidenceFields,
  title: (row) =>
    (row.statement && cut(row.statement)) ??
    `Evidence from ${row.source?.title ?? `row ${row.starterRow} of ${row.starterTable}`}`,
  facts: (row) => [
    { name: "Date of its source", text: row.date },
    {
      name: "Came with the starter register",
      text: row.starterTable ? `${row.starterTable}, row ${row.starterRow}` : "No",
    },
    { name: "Due to be looked at again", text: row.isStale ? "Yes, since the day above" : "No" },
  ],
});

export const source = kind({
  code: "source",
  concern: "source",
  one: "source",
  many: "Sources",
  says: "A page, notice, register, report or letter that evidence rests on",
  prefix: "source",
  table: "source",
  entry: EntrySource,
  save: EntrySaveSource,
  may: "Mutation.saveSource",
  fields: sourceFields,
  title: (row) => row.title,
});
