/* Lists that are shown whole: they cannot be searched by text. */
import { RegisterFigures } from "#ops/RegisterFigures.ts";
import { RegisterNeeds } from "#ops/RegisterNeeds.ts";
import { RegisterStandards } from "#ops/RegisterStandards.ts";
import { RegisterStatements } from "#ops/RegisterStatements.ts";
import { RegisterUnitCosts } from "#ops/RegisterUnitCosts.ts";
import { moneyText } from "../../parts/values.tsx";
import { count } from "../../parts/words.ts";
import { type Listing, listing, resting, said } from "./listing.ts";

export const others: readonly Listing[] = [
  listing({
    code: "needs",
    name: "Estimates of need",
    operation: RegisterNeeds,
    hasScope: false,
    textHint: "",
    row: (one) => ({
      id: one.id,
      name: `${one.offer?.name ?? "An offer"} in ${one.area?.name ?? "an area"}`,
      says: `${count(one.people)} in the central estimate`,
      ...resting(one),
    }),
  }),
  listing({
    code: "unit-costs",
    name: "Unit costs",
    operation: RegisterUnitCosts,
    hasScope: false,
    textHint: "",
    row: (one) => ({
      id: one.id,
      name: `${one.offer?.name ?? "An offer"}, ${one.area?.name ?? "anywhere"}`,
      says: `${moneyText(one.central)} in the central estimate`,
      ...resting(one),
    }),
  }),
  listing({
    code: "minimum-offers",
    name: "Minimum offers",
    operation: RegisterStandards,
    hasScope: false,
    textHint: "",
    row: (one) => ({ id: one.id, name: one.name, says: "", ...resting(one) }),
  }),
  listing({
    code: "statements",
    name: "Statements that are no record of coverage",
    operation: RegisterStatements,
    hasScope: false,
    textHint: "",
    row: (one) => ({
      id: one.id,
      name: one.evidence?.statement ?? one.kind.replaceAll("_", " "),
      says: said(one.kind.replaceAll("_", " "), one.area?.name ?? null),
      ...resting(one),
    }),
  }),
  listing({
    code: "figures",
    name: "Published figures",
    operation: RegisterFigures,
    hasScope: false,
    textHint: "",
    row: (one) => ({
      id: one.id,
      name: one.statement,
      says: said(`${one.value} ${one.unit}`, one.year),
      source: one.source?.title ?? null,
      date: one.source?.date ?? null,
    }),
  }),
];
