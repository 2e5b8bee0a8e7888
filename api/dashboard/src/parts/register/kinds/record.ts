import { EntryRecord } from "#ops/EntryRecord.ts";
import { EntrySaveAbsence } from "#ops/EntrySaveAbsence.ts";
import { EntrySaveCoverageRecord } from "#ops/EntrySaveCoverageRecord.ts";
import { EntrySaveSearch } from "#ops/EntrySaveSearch.ts";
import { EntrySearch } from "#ops/EntrySearch.ts";
import { confidences, flags, intensities, stages, standings, word } from "../../words.ts";
import {
  choice,
  choices,
  cohort,
  dateField,
  evidence,
  guarded,
  ref,
  status,
  text,
} from "../fields.ts";
import { type Field, type Node, type RowOf, kind } from "../kind.ts";
import { recordName } from "../telling.ts";

type Row = RowOf<NonNullable<typeof EntryRecord.data>>;

const offer: Field = { name: "offer", label: "Offer", needed: true, control: ref("offer") };
const area: Field = {
  name: "area",
  label: "Area, prison or court",
  needed: true,
  control: ref("area"),
};

const facts = (row: Row) => [
  { name: "On this day", text: word(standings, row.reading.standing) },
  {
    name: "Notes",
    text: row.reading.flags.map((flag) => word(flags, flag)).join(" ") || "None",
  },
  { name: "Confidence in its evidence", text: word(confidences, row.confidence) },
];

const ofOffer = (node: Node) => node["offer"] as Row["offer"];

/** The API gives the offer's stages where the record has none of its own, so alike is taken as none. */
const ownStages = (node: Node) => {
  const [mine, offers] = [node["stages"] as Row["stages"], ofOffer(node).stages];
  return mine.join() === offers.join() ? [] : mine;
};

const ownIntensity = (node: Node) =>
  node["intensity"] === ofOffer(node).intensity ? null : node["intensity"];

export const record = kind({
  code: "coverage-record",
  concern: "coverage",
  one: "coverage record",
  many: "Coverage records",
  says: "One source’s word that a service gives an offer in an area",
  prefix: "record",
  table: "coverage",
  entry: EntryRecord,
  save: EntrySaveCoverageRecord,
  may: "Mutation.saveCoverageRecord",
  is: (row) => row.status !== "ABSENT",
  fields: [
    { name: "service", label: "Service", needed: true, control: ref("service") },
    offer,
    area,
    cohort,
    status,
    dateField("startsOn", "First day"),
    dateField("endsOn", "Last day"),
    dateField(
      "baseEndsOn",
      "Last day of the base term",
      "Where an extension is possible and nobody has confirmed it",
    ),
    {
      name: "stages",
      label: "Stages",
      hint: "Only where they differ from those of the offer",
      none: "As its offer",
      control: choices(stages),
      from: ownStages,
    },
    {
      name: "intensity",
      label: "Intensity",
      hint: "Only where it differs from that of the offer",
      none: "As its offer",
      control: choice(intensities),
      from: ownIntensity,
    },
    evidence,
    ...guarded,
  ],
  title: recordName,
  facts,
  areas: (row) => [row.area.code],
});

export const absence = kind({
  code: "absence",
  concern: "absence",
  one: "record of absence",
  many: "Records of absence",
  says: "Somebody’s word that an offer is not commissioned in an area: a gap on record",
  prefix: "record",
  table: "coverage",
  entry: EntryRecord,
  save: EntrySaveAbsence,
  may: "Mutation.saveAbsence",
  is: (row) => row.status === "ABSENT",
  fields: [
    offer,
    area,
    cohort,
    dateField("startsOn", "There has been none since"),
    dateField("endsOn", "Until"),
    evidence,
    ...guarded,
  ],
  title: recordName,
  facts,
  areas: (row) => [row.area.code],
});

export const search = kind({
  code: "search",
  concern: "search",
  one: "search that found none",
  many: "Searches that found none",
  says: "Somebody looked for an offer in an area and found none: neither an absence nor a gap",
  prefix: "search",
  table: "search",
  entry: EntrySearch,
  save: EntrySaveSearch,
  may: "Mutation.saveSearch",
  fields: [
    offer,
    area,
    {
      name: "whatWasSearched",
      label: "What was read",
      hint: "In your own words",
      needed: true,
      control: text(3),
    },
    { ...dateField("searchedOn", "When"), needed: true },
  ],
  title: (row) => `Search for ${row.offer?.name ?? "an offer"} in ${row.area?.name ?? "an area"}`,
  areas: (row) => [row.area?.code ?? null],
});
