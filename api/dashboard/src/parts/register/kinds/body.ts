import { EntryBody } from "#ops/EntryBody.ts";
import { EntryBodySuccession } from "#ops/EntryBodySuccession.ts";
import { EntrySaveBody } from "#ops/EntrySaveBody.ts";
import { EntrySaveBodySuccession } from "#ops/EntrySaveBodySuccession.ts";
import { inWords } from "../../../data/dates.ts";
import { choice, dateField, ref, sourceFields, text } from "../fields.ts";
import { type Node, kind } from "../kind.ts";
import { claimLink, group, groups, named, titled } from "../telling.ts";
import { bodyKinds, certainties } from "../words.ts";

export const body = kind({
  code: "body",
  concern: "body",
  one: "body",
  many: "Bodies",
  says: "A commissioner, funder or provider",
  prefix: "body",
  table: "body",
  entry: EntryBody,
  save: EntrySaveBody,
  may: "Mutation.saveBody",
  fields: [
    { name: "name", label: "Name", needed: true, control: text() },
    { name: "kind", label: "Kind of body", needed: true, control: choice(bodyKinds) },
    {
      name: "otherNames",
      label: "Other names",
      hint: "All under which sources speak of it",
      from: (node: Node) => (node["otherNames"] as readonly string[]).map((name) => ({ name })),
      control: {
        is: "list",
        table: "body_name",
        one: "name",
        fields: [{ name: "name", label: "Name", needed: true, control: text() }],
      },
    },
    { name: "charityNumber", label: "Charity number", control: { is: "text", width: 20 } },
    { name: "companyNumber", label: "Company number", control: { is: "text", width: 20 } },
    {
      name: "odsCode",
      label: "ODS code",
      hint: "Its code with the NHS Organisation Data Service",
      control: { is: "text", width: 10 },
    },
    dateField("validFrom", "First day"),
    dateField("validTo", "Last day"),
    { name: "note", label: "Note", hint: "No names of people", control: text(3) },
  ],
  title: (row) => row.name,
  rests: (row) =>
    groups(
      group(
        "Services that it commissions, funds or provides",
        row.services.nodes.map(titled),
        row.services.totalCount,
      ),
      group(
        "Its funding streams",
        row.fundingStreams.nodes.map(named),
        row.fundingStreams.totalCount,
      ),
      group("Claims about it", row.claims.map(claimLink)),
      group(
        "What passes to another body",
        row.successions.map((one) => ({
          id: one.id,
          name: one.successor?.name ?? "Not settled to whom",
          note: [one.kind.replaceAll("_", " "), one.date && inWords(one.date)]
            .filter(Boolean)
            .join(", "),
        })),
      ),
    ),
});

export const bodySuccession = kind({
  code: "body-succession",
  concern: "body_succession",
  one: "handover between bodies",
  many: "Handovers between bodies",
  says: "That one body follows another in a function, or ends",
  prefix: "handover",
  table: "body_succession",
  entry: EntryBodySuccession,
  save: EntrySaveBodySuccession,
  may: "Mutation.saveBodySuccession",
  fields: [
    { name: "predecessor", label: "Who hands over", needed: true, control: ref("body") },
    {
      name: "successor",
      label: "Who takes over",
      hint: "Leave it empty if that is not settled",
      control: ref("body"),
    },
    { name: "kind", label: "What passes", needed: true, control: text() },
    { name: "certainty", label: "How sure it is", needed: true, control: choice(certainties) },
    dateField("date", "When"),
    {
      name: "source",
      label: "Source",
      control: {
        is: "made",
        to: "source",
        maker: "newSource",
        table: "source",
        fields: sourceFields,
      },
    },
    { name: "note", label: "Note", control: text(3) },
  ],
  title: (row) => `${row.predecessor.name} to ${row.successor?.name ?? "a body not settled"}`,
});
