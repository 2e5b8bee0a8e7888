/* What plans rest on: need, cost, prices, the investment standard, minimum offers. */
import { EntryDeflator } from "#ops/EntryDeflator.ts";
import { EntryMhisYear } from "#ops/EntryMhisYear.ts";
import { EntryNeed } from "#ops/EntryNeed.ts";
import { EntrySaveDeflator } from "#ops/EntrySaveDeflator.ts";
import { EntrySaveMhisYear } from "#ops/EntrySaveMhisYear.ts";
import { EntrySaveNeed } from "#ops/EntrySaveNeed.ts";
import { EntrySaveStandard } from "#ops/EntrySaveStandard.ts";
import { EntrySaveUnitCost } from "#ops/EntrySaveUnitCost.ts";
import { EntryStandard } from "#ops/EntryStandard.ts";
import { EntryUnitCost } from "#ops/EntryUnitCost.ts";
import { stages } from "../../words.ts";
import {
  choice,
  cohort,
  count,
  evidence,
  guarded,
  moneyField,
  ref,
  text,
  year,
} from "../fields.ts";
import { type Field, kind } from "../kind.ts";
import { financialYear } from "../telling.ts";
import { costUnits, periods, stated } from "../words.ts";

const theYear: Field = {
  name: "financialYear",
  label: "Financial year",
  hint: "The year in which it begins: 2026 is April 2026 to March 2027",
  needed: true,
  control: year,
};
const offer: Field = { name: "offer", label: "Offer", needed: true, control: ref("offer") };
const people = (name: string, label: string): Field => ({
  name,
  label,
  needed: true,
  control: count,
});
const estimate = (name: string, label: string): Field => ({
  ...moneyField(name, label, "Pounds"),
  needed: true,
});

export const need = kind({
  code: "need",
  concern: "need",
  one: "estimate of need",
  many: "Estimates of need",
  says: "How many people need an offer in an area: low, central and high",
  prefix: "need",
  table: "need",
  entry: EntryNeed,
  save: EntrySaveNeed,
  may: "Mutation.saveNeed",
  fields: [
    { name: "area", label: "Area", needed: true, control: ref("area") },
    offer,
    cohort,
    { name: "period", label: "What is counted", needed: true, control: choice(periods) },
    people("peopleLow", "Low estimate"),
    people("people", "Central estimate"),
    people("peopleHigh", "High estimate"),
    {
      name: "method",
      label: "How it was estimated",
      hint: "With the year of the survey that it rests on",
      needed: true,
      control: text(3),
    },
    evidence,
    ...guarded,
  ],
  title: (row) => `Need for ${row.offer?.name ?? "an offer"} in ${row.area?.name ?? "an area"}`,
});

export const unitCost = kind({
  code: "unit-cost",
  concern: "unit_cost",
  one: "unit cost",
  many: "Unit costs",
  says: "What one unit of an offer costs, as a range",
  prefix: "cost",
  table: "unit_cost",
  entry: EntryUnitCost,
  save: EntrySaveUnitCost,
  may: "Mutation.saveUnitCost",
  fields: [
    offer,
    { name: "area", label: "Area", hint: "Leave it empty for anywhere", control: ref("area") },
    { name: "unit", label: "What one unit is", needed: true, control: choice(costUnits) },
    estimate("low", "Low estimate"),
    estimate("central", "Central estimate"),
    estimate("high", "High estimate"),
    evidence,
    ...guarded,
  ],
  title: (row) => `Unit cost of ${row.offer?.name ?? "an offer"}, ${row.area?.name ?? "anywhere"}`,
});

export const deflator = kind({
  code: "price-index",
  concern: "deflator",
  one: "price index figure",
  many: "Price index figures",
  says: "Where a price index stood in a financial year",
  prefix: "deflator",
  table: "deflator",
  entry: EntryDeflator,
  save: EntrySaveDeflator,
  may: "Mutation.saveDeflator",
  fields: [
    {
      name: "series",
      label: "Index",
      hint: "With its release, such as GDP deflator, October 2026",
      needed: true,
      control: text(),
    },
    theYear,
    { name: "index", label: "Where it stood", needed: true, control: { is: "decimal" } },
    evidence,
    ...guarded,
  ],
  title: (row) => `${row.series}, ${financialYear(row.financialYear)}`,
});

const says = (name: string, label: string): Field => ({ name, label, control: choice(stated) });

export const mhisYear = kind({
  code: "investment-standard",
  concern: "mhis_year",
  one: "report for the Mental Health Investment Standard",
  many: "Reports for the Mental Health Investment Standard",
  says: "What an integrated care board reports in a financial year, line by line",
  prefix: "mhis",
  table: "mhis_year",
  entry: EntryMhisYear,
  save: EntrySaveMhisYear,
  may: "Mutation.saveMhisYear",
  fields: [
    { name: "area", label: "Integrated care board", needed: true, control: ref("area") },
    theYear,
    {
      ...moneyField("allocation", "Programme allocation", "Base, before convergence. Pounds"),
      needed: true,
    },
    {
      name: "targetGrowth",
      label: "Growth that it was set",
      hint: "Such as 0.0345. Leave it empty for that of its allocation",
      control: { is: "decimal" },
    },
    {
      name: "lines",
      label: "Lines",
      control: {
        is: "list",
        table: "mhis_line",
        one: "line",
        fields: [
          { name: "label", label: "What the money is spent on", needed: true, control: text() },
          { ...moneyField("amount", "Amount", "Pounds"), needed: true },
          { name: "service", label: "Service", control: ref("service") },
          says("insideMhis", "Does it count towards the standard?"),
          says("inAllocation", "Is it paid from the programme allocation?"),
          says("recurrent", "Does it come again each year?"),
          says("transferred", "Did it come with functions of another body?"),
          { name: "exclusion", label: "Why it does not count", control: text() },
        ],
      },
    },
    evidence,
    ...guarded,
  ],
  title: (row) =>
    `Investment standard of ${row.area?.name ?? "a board"}, ${financialYear(row.financialYear)}`,
});

export const standard = kind({
  code: "minimum-offer",
  concern: "standard",
  one: "minimum offer",
  many: "Minimum offers",
  says: "What every area should have, line by line",
  prefix: "standard",
  table: "standard",
  entry: EntryStandard,
  save: EntrySaveStandard,
  may: "Mutation.saveStandard",
  fields: [
    { name: "name", label: "What it is called", needed: true, control: text() },
    { name: "purpose", label: "What it is for", needed: true, control: text(3) },
    {
      name: "lines",
      label: "What it asks",
      needed: true,
      control: {
        is: "list",
        table: "standard_line",
        one: "line",
        fields: [
          { name: "position", label: "Its place, from 1", needed: true, control: count },
          offer,
          cohort,
          {
            name: "stage",
            label: "Stage",
            hint: "Leave it empty for wherever the offer is made",
            control: choice(stages),
          },
          {
            name: "perThousand",
            label: "Places for every thousand people in need",
            hint: "Leave it empty where any provision meets it",
            control: { is: "decimal" },
          },
          { name: "note", label: "What it rests on", control: text(2) },
        ],
      },
    },
    evidence,
    ...guarded,
  ],
  title: (row) => row.name,
});
