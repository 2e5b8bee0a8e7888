import { EntryContract } from "#ops/EntryContract.ts";
import { EntrySaveContract } from "#ops/EntrySaveContract.ts";
import { moneyText } from "../../values.tsx";
import {
  choice,
  count,
  dateField,
  evidence,
  guarded,
  moneyField,
  ref,
  status,
  text,
  vat,
} from "../fields.ts";
import { type Node, type RowOf, kind } from "../kind.ts";
import { contractName } from "../telling.ts";
import { procedures } from "../words.ts";

type Yearly = RowOf<NonNullable<typeof EntryContract.data>>["yearlyValue"]["baseTerm"];

/** A yearly figure that somebody entered; what value and months give is nobody’s entry. */
const entered = (reading: "baseTerm" | "fullTerm") => (node: Node) => {
  const found = (node["yearlyValue"] as Record<typeof reading, Yearly>)[reading];
  return found?.origin === "STATED" ? found.pounds : null;
};

const months = { ...count, suffix: "months" };

export const contract = kind({
  code: "contract",
  concern: "contract",
  one: "contract",
  many: "Contracts",
  says: "A contract, grant or award for a service, with its term and value",
  prefix: "contract",
  table: "contract",
  entry: EntryContract,
  save: EntrySaveContract,
  may: "Mutation.saveContract",
  fields: [
    { name: "service", label: "Service", needed: true, control: ref("service") },
    { name: "reference", label: "Reference of the notice or contract", control: text() },
    status,
    dateField("startsOn", "First day"),
    dateField("endsOn", "Last day", "Confirmed extensions included"),
    dateField("baseEndsOn", "Last day of the base term"),
    { name: "baseMonths", label: "Base term", control: months },
    { name: "extensionMonths", label: "Possible extension", control: months },
    moneyField("value", "Value"),
    {
      name: "valueBasis",
      label: "What the value is of",
      hint: "The base term, the full term or a year. Needed with a value",
      control: text(),
    },
    vat,
    {
      ...moneyField("annualBase", "A year, if the value is for the base term"),
      from: entered("baseTerm"),
    },
    {
      ...moneyField("annualFull", "A year, if it is for the full term"),
      from: entered("fullTerm"),
    },
    { name: "places", label: "People to be reached a year", control: count },
    { name: "lot", label: "Lot", control: text() },
    { name: "procedure", label: "How it came about", control: choice(procedures) },
    {
      name: "partOf",
      label: "Lies inside",
      hint: "The contract that holds this one: the two are never added",
      control: ref("contract"),
    },
    evidence,
    ...guarded,
  ],
  title: (row) =>
    `${contractName(row)}${row.reference && row.service ? `: ${row.service.title}` : ""}`,
  facts: ({ yearlyValue: { baseTerm, fullTerm } }) => [
    {
      name: "A year, if the value is for the base term",
      text: baseTerm && moneyText(baseTerm.pounds),
    },
    { name: "A year, if it is for the full term", text: fullTerm && moneyText(fullTerm.pounds) },
  ],
});
