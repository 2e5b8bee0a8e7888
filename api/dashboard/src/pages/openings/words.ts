import type {
  ApplyingAs,
  Eligibility,
  LegalForm,
  OpeningConditionKind,
  OpeningKind,
  OpeningStanding,
  OpeningStatus,
} from "#ops/types.ts";
import { capital } from "../../parts/words.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const openingKinds: Words<OpeningKind> = {
  GRANT: "Grant",
  LOT: "Lot",
  TENDER: "Contract out to tender",
  FRAMEWORK: "Framework of suppliers",
  SUPPLY_CHAIN: "Supply chain",
};

/** What each kind is, for who has not applied for one before. */
export const kindHints: Words<OpeningKind> = {
  GRANT: "Money given for a purpose",
  LOT: "One part of a larger tender or programme",
  TENDER: "A contract that providers bid for",
  FRAMEWORK: "A list of suppliers that work is called off from later",
  SUPPLY_CHAIN: "Work under a lead provider",
};

export const openingStandings: Words<OpeningStanding> = {
  OPEN: "Open",
  FORTHCOMING: "Opens later",
  UNDATED: "No closing date on record",
  CLOSED: "Closed",
};

export const openingStatuses: Words<OpeningStatus> = {
  OPEN: "Open",
  FORTHCOMING: "Announced",
  CLOSED: "Closed",
  ABANDONED: "Abandoned",
  UNCLEAR: "The source does not say",
};

export const verdictWords: Words<Eligibility> = {
  ELIGIBLE: "Fits",
  NOT_ELIGIBLE: "Does not fit",
  NOT_STATED: "Not known",
};

export const conditionKinds: Words<OpeningConditionKind> = {
  LEGAL_FORM: "Legal form",
  MIN_TURNOVER: "Least turnover",
  MAX_TURNOVER: "Greatest turnover",
  AWARD_TO_TURNOVER: "Award against turnover",
  AREA: "Where",
  COHORT: "For whom",
  CONSORTIUM: "Alone or with others",
  LED_BY_AND_FOR: "Led by and for",
  FRAMEWORK: "Supplier of a framework",
  EXISTING_PROVIDER: "Already provides it",
  SPECIALISM: "Main work",
  OTHER: "Anything else it asks",
};

export const legalForms: Words<LegalForm> = {
  REGISTERED_CHARITY: "Registered charity",
  CIO: "Charitable incorporated organisation (CIO)",
  CHARITABLE_COMPANY: "Charitable company",
  EXEMPT_CHARITY: "Charity that need not register",
  CIC: "Community interest company (CIC)",
  SOCIAL_ENTERPRISE: "Social enterprise",
  CONSTITUTED_GROUP: "Group with a constitution",
  UNREGISTERED_GROUP: "Group without a constitution",
  COMPANY: "Company that may distribute profit",
  STATUTORY_BODY: "Council, NHS body, school or other public body",
  INDIVIDUAL: "One person",
};

export const applyingAs: Words<ApplyingAs> = {
  ALONE: "By ourselves",
  LEAD: "As the lead of others",
  PARTNER: "As a partner or subcontractor",
};

const bases: Readonly<Record<string, string>> = {
  a_year: "for a year",
  whole_award: "for the whole award",
  lot: "for the lot",
};

/** Of what an award is; nothing where the notice does not say. */
export function awardBasis(basis: string | null): string {
  return basis === null ? "" : (bases[basis] ?? basis.replaceAll("_", " "));
}

/** A code of the register as words, where it has no name of its own. */
export function ofCode(code: string): string {
  const words = code.replaceAll("_", " ");
  return capital(words);
}
