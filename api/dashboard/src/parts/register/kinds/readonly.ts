/* What is shown here and entered elsewhere, or by nobody. */
import { EntryFigure } from "#ops/EntryFigure.ts";
import { EntryPool } from "#ops/EntryPool.ts";
import { EntryPoolTransfer } from "#ops/EntryPoolTransfer.ts";
import { EntryScenario } from "#ops/EntryScenario.ts";
import { EntryStatement } from "#ops/EntryStatement.ts";
import { moneyText } from "../../values.tsx";
import {
  cohort,
  date,
  dateField,
  evidence,
  moneyField,
  ref,
  sourceFields,
  text,
} from "../fields.ts";
import { kind } from "../kind.ts";
import { financialYear } from "../telling.ts";

export const statement = kind({
  code: "statement",
  concern: "statement",
  one: "statement",
  many: "Statements",
  says: "What a report or body says that is no record of coverage",
  prefix: "statement",
  table: "statement",
  entry: EntryStatement,
  fields: [
    {
      name: "kind",
      label: "Kind of statement",
      control: text(),
      from: (node) => String(node["kind"]).replaceAll("_", " "),
    },
    { name: "area", label: "Where", control: ref("area") },
    { name: "offer", label: "Offer", control: ref("offer") },
    cohort,
    { name: "asOf", label: "As of", control: date },
    evidence,
  ],
  title: (row) => row.evidence?.statement ?? `Statement: ${row.kind.replaceAll("_", " ")}`,
});

export const figure = kind({
  code: "figure",
  concern: "figure",
  one: "published figure",
  many: "Published figures",
  says: "A figure of a source document with its definition",
  prefix: "figure",
  table: "figure",
  entry: EntryFigure,
  fields: [
    { name: "statement", label: "What it counts", control: text() },
    { name: "value", label: "Value as published", control: text() },
    { name: "unit", label: "Unit", control: text() },
    { name: "year", label: "Year", control: text() },
    { name: "population", label: "Whom it counts", control: text() },
    { name: "geography", label: "Geography", control: text() },
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
  ],
  title: (row) => row.statement,
});

export const pool = kind({
  code: "pool",
  concern: "pool",
  one: "pooled budget",
  many: "Pooled budgets",
  says: "Money that several bodies plan together",
  prefix: "pool",
  table: "pool",
  entry: EntryPool,
  fields: [
    { name: "name", label: "What it is called", control: text() },
    { name: "purpose", label: "What it is for", control: text() },
    { name: "host", label: "Held by", control: ref("body") },
    { name: "area", label: "Where it is for", control: ref("area") },
    dateField("startsOn", "First day"),
    dateField("endsOn", "Last day"),
  ],
  title: (row) => row.name,
  page: (row) => ({
    path: `/pools/${encodeURIComponent(row.id)}`,
    name: "Its members, ledger and findings",
  }),
});

export const transfer = kind({
  code: "pool-transfer",
  concern: "pool_transfer",
  one: "move of money",
  many: "Moves of money",
  says: "One move of money of a pooled budget",
  prefix: "transfer",
  table: "pool_transfer",
  entry: EntryPoolTransfer,
  fields: [
    { name: "pool", label: "Pooled budget", control: ref("pool") },
    moneyField("amount", "Amount"),
    dateField("madeOn", "Made on"),
    { name: "member", label: "Whose money", control: ref("body") },
    { name: "service", label: "Service", control: ref("service") },
    { name: "stream", label: "Funding stream", control: ref("stream") },
    { name: "reference", label: "Reference", control: text() },
    { name: "note", label: "Note", control: text() },
  ],
  title: (row) => `${moneyText(row.amount)}, ${financialYear(row.financialYear)}`,
  page: (row) =>
    row.pool
      ? { path: `/pools/${encodeURIComponent(row.pool.id)}`, name: "The pooled budget" }
      : undefined,
});

export const scenario = kind({
  code: "scenario",
  concern: "scenario",
  one: "scenario",
  many: "Scenarios",
  says: "A named plan on a copy of the register",
  prefix: "scenario",
  table: "scenario",
  entry: EntryScenario,
  fields: [
    { name: "name", label: "What it is called", control: text() },
    { name: "purpose", label: "What it is to show", control: text() },
    { name: "baseDay", label: "Day on which it is compared", control: date },
    { name: "owner", label: "Kept by", control: ref("body") },
  ],
  title: (row) => row.name,
  page: (row) => ({ path: `/scenarios/${encodeURIComponent(row.id)}`, name: "Open it" }),
});
