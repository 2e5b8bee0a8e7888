import { EntryFundingAllocation } from "#ops/EntryFundingAllocation.ts";
import { EntryFundingStream } from "#ops/EntryFundingStream.ts";
import { EntrySaveFundingAllocation } from "#ops/EntrySaveFundingAllocation.ts";
import { EntrySaveFundingStream } from "#ops/EntrySaveFundingStream.ts";
import { moneyText } from "../../values.tsx";
import { stages } from "../../words.ts";
import {
  choice,
  cohort,
  dateField,
  evidence,
  guarded,
  moneyField,
  ref,
  text,
  year,
} from "../fields.ts";
import { type Field, kind } from "../kind.ts";
import { contractLink, financialYear, group, groups } from "../telling.ts";
import { bodyKinds, fundingConditions, stated } from "../words.ts";

const theYear: Field = {
  name: "financialYear",
  label: "Financial year",
  hint: "The year in which it begins: 2026 is April 2026 to March 2027",
  needed: true,
  control: year,
};

export const stream = kind({
  code: "funding-stream",
  concern: "funding_stream",
  one: "funding stream",
  many: "Funding streams",
  says: "Money that can be spent on services, under conditions and for a time",
  prefix: "funding",
  table: "funding_stream",
  entry: EntryFundingStream,
  save: EntrySaveFundingStream,
  may: "Mutation.saveFundingStream",
  fields: [
    { name: "name", label: "What its funder calls it", needed: true, control: text() },
    { name: "funder", label: "Whose money it is", needed: true, control: ref("body") },
    { name: "purpose", label: "What it is for", needed: true, control: text(3) },
    { name: "area", label: "Where it may be spent", control: ref("area") },
    cohort,
    moneyField("amount", "All of it over its period"),
    dateField("startsOn", "First day"),
    dateField("endsOn", "Last day"),
    { name: "ringFenced", label: "May it be spent on nothing else?", control: choice(stated) },
    { name: "recurrent", label: "Does it come again each year?", control: choice(stated) },
    {
      name: "insideMhis",
      label: "Does it count towards the Mental Health Investment Standard?",
      control: choice(stated),
    },
    {
      name: "years",
      label: "What it has in each financial year",
      control: {
        is: "list",
        table: "funding_year",
        one: "year",
        fields: [theYear, { ...moneyField("amount", "Amount", "Pounds"), needed: true }],
      },
    },
    {
      name: "conditions",
      label: "Conditions",
      hint: "Those of one kind are alternatives; all kinds hold. Fill in what its kind is on",
      control: {
        is: "list",
        table: "funding_condition",
        one: "condition",
        fields: [
          {
            name: "kind",
            label: "What it is on",
            needed: true,
            control: choice(fundingConditions),
          },
          { name: "offer", label: "Offer", control: ref("offer") },
          { name: "area", label: "Area", control: ref("area") },
          { name: "cohort", label: "For whom", control: ref("cohort") },
          { name: "stage", label: "Stage", control: choice(stages) },
          { name: "body", label: "Body", control: ref("body") },
          { name: "bodyKind", label: "Kind of body", control: choice(bodyKinds) },
        ],
      },
    },
    evidence,
    ...guarded,
  ],
  title: (row) => row.name,
  rests: (row) =>
    groups(
      group(
        "Money set aside for services",
        row.allocations.map((one) => ({
          id: one.id,
          name: `${moneyText(one.committed)} for ${one.service?.title ?? "a service"}`,
          note: financialYear(one.financialYear),
        })),
      ),
      group("Contracts and grants by which it is committed", row.awards.map(contractLink)),
    ),
  areas: (row) => [row.area?.code ?? null],
  page: (row) => ({ path: `/funding/streams/${encodeURIComponent(row.id)}`, name: "Its money" }),
});

export const allocation = kind({
  code: "funding-allocation",
  concern: "funding_allocation",
  one: "sum set aside for a service",
  many: "Sums set aside for services",
  says: "Money of a funding stream that is committed to a service in a financial year",
  prefix: "allocation",
  table: "funding_allocation",
  entry: EntryFundingAllocation,
  save: EntrySaveFundingAllocation,
  may: "Mutation.saveFundingAllocation",
  fields: [
    { name: "stream", label: "Funding stream", needed: true, control: ref("stream") },
    { name: "service", label: "Service", needed: true, control: ref("service") },
    theYear,
    { ...moneyField("committed", "Committed", "Pounds"), needed: true },
    moneyField("spent", "Spent"),
    { name: "contract", label: "Contract or grant", control: ref("contract") },
    evidence,
    ...guarded,
  ],
  title: (row) =>
    `${moneyText(row.committed)} of ${row.stream?.name ?? "a stream"}, ${financialYear(row.financialYear)}`,
});
