/* Funding streams in words. */
import type { AmountOf, FundingConditionKind, Stated, StreamsStreamFragment } from "#ops/types.ts";
import { listed, stages, word } from "../../parts/words.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;
type Condition = StreamsStreamFragment["conditions"][number];

export const statedWords: Words<Stated> = {
  YES: "Yes",
  NO: "No",
  NOT_STATED: "Not stated",
};

export const amountsOf: Words<AmountOf> = {
  YEAR: "what it has in that year",
  REST: "what the years that are not stated by themselves share",
  NOT_STATED: "not on record",
};

export const conditionHeads: Words<FundingConditionKind> = {
  AREA: "Where it may be spent",
  BODY: "Which body may receive it",
  BODY_KIND: "Which kind of body may receive it",
  COHORT: "For whom",
  OFFER: "What it may buy",
  STAGE: "At which stage of justice",
};

const bodyKinds: Readonly<Record<string, string>> = {
  icb: "integrated care board",
  pcc: "police and crime commissioner",
  vcse: "voluntary, community or social enterprise",
  nhs_trust: "NHS trust",
  nhs_england: "NHS England",
  hmpps: "HM Prison and Probation Service",
  moj: "Ministry of Justice",
};

/** What one condition allows, by its name. */
export function allowed({ area, body, bodyKind, cohort, offer, stage }: Condition): string {
  return (
    area?.name ??
    body?.name ??
    cohort?.name ??
    offer?.name ??
    (stage ? word(stages, stage) : undefined) ??
    (bodyKind ? (bodyKinds[bodyKind] ?? bodyKind.replaceAll("_", " ")) : "not on record")
  );
}

/** Conditions by kind: those of one kind are alternatives, all kinds hold. */
export function byKind(
  conditions: readonly Condition[],
): readonly { readonly kind: FundingConditionKind; readonly allows: readonly string[] }[] {
  const found = new Map<FundingConditionKind, string[]>();
  for (const one of conditions) {
    found.set(one.kind, [...(found.get(one.kind) ?? []), allowed(one)]);
  }
  return [...found].map(([kind, allows]) => ({ kind, allows }));
}

/** `A or B` for alternatives. */
export function either(names: readonly string[]): string {
  return names.length < 2 ? listed(names) : listed(names).replace(/ and (?=[^,]*$)/, " or ");
}
