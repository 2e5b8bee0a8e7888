/* What the whole register rests on: offers, and areas with what followed what. */
import { EntryArea } from "#ops/EntryArea.ts";
import { EntryAreaSuccession } from "#ops/EntryAreaSuccession.ts";
import { EntryOffer } from "#ops/EntryOffer.ts";
import { EntrySaveArea } from "#ops/EntrySaveArea.ts";
import { EntrySaveAreaSuccession } from "#ops/EntrySaveAreaSuccession.ts";
import { EntrySaveOffer } from "#ops/EntrySaveOffer.ts";
import {
  areaKinds,
  count as counted,
  intensities,
  stages,
  successions,
  word,
} from "../../words.ts";
import {
  choice,
  choices,
  cohort,
  dateField,
  flag,
  ref,
  refs,
  sourceFields,
  text,
} from "../fields.ts";
import { kind } from "../kind.ts";
import { group, groups, named, recordLink, successionLink } from "../telling.ts";
import { familyRoles, nameNotes, nations, offerKinds, schemes } from "../words.ts";

export const offer = kind({
  code: "offer",
  concern: "offer",
  one: "offer",
  many: "Offers",
  says: "A kind of provision that can be asked about. Administrators keep the vocabulary",
  prefix: "offer",
  table: "offer",
  entry: EntryOffer,
  save: EntrySaveOffer,
  may: "Mutation.saveOffer",
  fields: [
    {
      name: "code",
      label: "Code",
      hint: "Small letters, digits and _. It is never changed",
      needed: true,
      once: true,
      control: { is: "text", width: 30 },
    },
    { name: "name", label: "What people call it", needed: true, control: text() },
    { name: "description", label: "What it is and is not", needed: true, control: text(4) },
    { name: "kind", label: "Kind of offer", needed: true, control: choice(offerKinds) },
    { name: "intensity", label: "Intensity", needed: true, control: choice(intensities) },
    { name: "stages", label: "Stages", needed: true, control: choices(stages) },
    {
      name: "geographies",
      label: "Commissioned on",
      needed: true,
      control: choices(areaKinds),
      from: (node) => node["commissionedOn"],
    },
    { name: "nations", label: "Nations", needed: true, control: choices(nations) },
    cohort,
    {
      name: "countsAsTreatment",
      label: "Does it count as treatment?",
      needed: true,
      control: flag,
    },
    { name: "familyRole", label: "How it stands to a family", control: choice(familyRoles) },
    { name: "families", label: "Families that it belongs to", control: refs("offer") },
    {
      name: "vocabularyVersion",
      label: "Edition of the vocabulary",
      needed: true,
      control: { is: "text", width: 20 },
    },
  ],
  title: (row) => row.name,
  rests: (row) => groups(group("Offers whose records answer for it", row.members.map(named))),
  page: (row) => ({ path: `/offers/${row.code}`, name: "Where it is and where it lacks" }),
});

export const area = kind({
  code: "area",
  concern: "area",
  one: "area",
  many: "Areas",
  says: "A dated place in one geography. Administrators keep the areas",
  prefix: "area",
  table: "area",
  entry: EntryArea,
  save: EntrySaveArea,
  may: "Mutation.saveArea",
  fields: [
    { name: "name", label: "Official name", needed: true, control: text() },
    { name: "kind", label: "Geography", needed: true, control: choice(areaKinds) },
    { name: "nation", label: "Nation", control: choice(nations) },
    dateField("validFrom", "First day"),
    dateField("validTo", "Last day"),
    {
      name: "codes",
      label: "Official codes",
      control: {
        is: "list",
        table: "area_code",
        one: "code",
        fields: [
          { name: "scheme", label: "Who gives it out", needed: true, control: choice(schemes) },
          { name: "code", label: "Code", needed: true, control: { is: "text", width: 20 } },
          dateField("validFrom", "First day"),
          dateField("validTo", "Last day"),
        ],
      },
    },
    {
      name: "otherNames",
      label: "Other names",
      control: {
        is: "list",
        table: "area_name",
        one: "name",
        fields: [
          { name: "name", label: "Name", needed: true, control: text() },
          { name: "note", label: "Kind of name", control: choice(nameNotes) },
        ],
      },
    },
    {
      name: "members",
      label: "Made of",
      hint: "Areas whose people belong to it. The register does not read this list back: enter it whole to change it, or leave it empty to keep it",
      unread: true,
      control: {
        is: "list",
        table: "area_part",
        one: "area",
        fields: [
          { name: "area", label: "Area", needed: true, control: ref("area") },
          {
            name: "share",
            label: "Share of its residents",
            hint: "From 0 to 1. Leave it empty for all of them",
            control: { is: "text", width: 10 },
          },
          { name: "shareUnknown", label: "Is the share unknown?", control: flag },
        ],
      },
    },
    {
      name: "source",
      label: "Source",
      needed: true,
      control: {
        is: "made",
        to: "source",
        maker: "newSource",
        table: "source",
        fields: sourceFields,
      },
    },
  ],
  title: (row) => row.name,
  facts: (row) => [
    { name: "People (mid-2022 estimate)", text: row.people === null ? null : counted(row.people) },
  ],
  rests: (row) =>
    groups(
      group("Records that name it", row.records.nodes.map(recordLink), row.records.totalCount),
      group("It followed", row.predecessors.map(successionLink)),
      group("It is followed by", row.successors.map(successionLink)),
    ),
  areas: (row) => [row.code],
  page: (row) =>
    row.code
      ? { path: `/areas/${encodeURIComponent(row.code)}`, name: "What is on record here" }
      : undefined,
});

export const areaSuccession = kind({
  code: "area-succession",
  concern: "area_succession",
  one: "succession of areas",
  many: "Successions of areas",
  says: "That one area follows another",
  prefix: "succession",
  table: "area_succession",
  entry: EntryAreaSuccession,
  save: EntrySaveAreaSuccession,
  may: "Mutation.saveAreaSuccession",
  fields: [
    { name: "predecessor", label: "What was", needed: true, control: ref("area") },
    { name: "successor", label: "What took over", needed: true, control: ref("area") },
    { name: "kind", label: "How", needed: true, control: choice(successions) },
    { ...dateField("date", "First day of the successor"), needed: true },
  ],
  title: (row) => `${row.predecessor.name} to ${row.successor.name}`,
  facts: (row) => [{ name: "How", text: word(successions, row.kind) }],
});
