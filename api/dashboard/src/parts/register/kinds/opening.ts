import { EntryOpening } from "#ops/EntryOpening.ts";
import { EntrySaveOpening } from "#ops/EntrySaveOpening.ts";
import { word } from "../../words.ts";
import {
  choice,
  cohort,
  count,
  dateField,
  evidence,
  guarded,
  moneyField,
  ref,
  refs,
  text,
} from "../fields.ts";
import { kind } from "../kind.ts";
import { group, groups, titled } from "../telling.ts";
import {
  awardBases,
  openingConditions,
  openingKinds,
  openingStandings,
  openingStatuses,
} from "../words.ts";

export const opening = kind({
  code: "opening",
  concern: "opening",
  one: "opening",
  many: "Openings",
  says: "A grant, tender, lot or other funding that organisations can apply for",
  prefix: "opening",
  table: "opening",
  entry: EntryOpening,
  save: EntrySaveOpening,
  may: "Mutation.saveOpening",
  fields: [
    { name: "title", label: "What its funder calls it", needed: true, control: text() },
    { name: "kind", label: "Kind of funding", needed: true, control: choice(openingKinds) },
    { name: "funder", label: "Whose money it is", needed: true, control: ref("body") },
    { name: "funderAsStated", label: "The funder, in the words of the source", control: text() },
    { name: "purpose", label: "What it is for", needed: true, control: text(3) },
    cohort,
    { name: "cohortAsStated", label: "For whom, in the words of the source", control: text() },
    { name: "areas", label: "Where it may be spent", control: refs("area") },
    { name: "offers", label: "What it would buy", control: refs("offer") },
    {
      name: "status",
      label: "What the source says of it",
      needed: true,
      control: choice(openingStatuses),
    },
    dateField("opensOn", "First day of applications"),
    dateField("closesOn", "Last day of applications"),
    dateField("startsOn", "First day of the work"),
    {
      name: "durationMonths",
      label: "How long the work lasts",
      control: { ...count, suffix: "months" },
    },
    moneyField("minAward", "Least award"),
    moneyField("maxAward", "Greatest award"),
    { name: "awardBasis", label: "What least and greatest are of", control: choice(awardBases) },
    moneyField("total", "All that is to be given"),
    { name: "reference", label: "Reference of the notice", control: text() },
    {
      name: "conditions",
      label: "What it asks of those who apply",
      control: {
        is: "list",
        table: "opening_condition",
        one: "condition",
        fields: [
          {
            name: "kind",
            label: "What it is about",
            needed: true,
            control: choice(openingConditions),
          },
          {
            name: "statement",
            label: "What it asks, in your own words",
            needed: true,
            control: text(2),
          },
          {
            name: "words",
            label: "Codes that it allows",
            hint: "Joined with a semicolon: legal forms, communities, a framework",
            control: text(),
          },
          moneyField("amount", "Turnover that it names", "Pounds"),
          { name: "permille", label: "Share that it names, in thousandths", control: count },
          { name: "areas", label: "Areas that it names", control: refs("area") },
          { name: "cohort", label: "Cohort that it names", control: ref("cohort") },
        ],
      },
    },
    { name: "partOf", label: "A lot of", control: ref("opening") },
    { name: "service", label: "Service that does the work now", control: ref("service") },
    evidence,
    ...guarded,
  ],
  title: (row) => row.title,
  facts: (row) => [{ name: "On this day", text: word(openingStandings, row.standing) }],
  rests: (row) => groups(group("Its lots and other parts", row.lots.map(titled))),
  areas: (row) => row.areas.map((area) => area.code),
  page: (row) => ({
    path: `/openings/${encodeURIComponent(row.id)}`,
    name: "What it is and who may apply",
  }),
});
