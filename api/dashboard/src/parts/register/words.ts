/* Words for what people enter, beside those of `parts/words.ts`. */
import type {
  ChangeAction,
  CostUnit,
  FamilyRole,
  FundingConditionKind,
  Nation,
  OpeningConditionKind,
  OpeningKind,
  OpeningStanding,
  OpeningStatus,
  ProcurementProcedure,
  ProposalState,
  Role,
  Stated,
  Visibility,
  WorksWithJustice,
} from "#ops/types.ts";

type Of<Value extends string> = Readonly<Record<Value, string>>;

export const visibilities: Of<Visibility> = {
  PUBLIC: "Everybody",
  RESTRICTED: "Analysts, commissioners and the bodies that take part in it",
  PRIVATE: "The body that keeps it, and administrators",
};

export const asserters = {
  commissioner: "The commissioner",
  provider: "The provider",
  funder: "The funder",
  inspectorate: "An inspectorate",
  report: "A report",
  third_party: "A third party",
};

export const vats = { included: "Included", excluded: "Excluded", not_stated: "Not stated" };

export const roles: Of<Role> = {
  COMMISSIONER: "Commissions it",
  FUNDER: "Funds it without commissioning it",
  PROVIDER: "Provides it, as lead",
  SUBCONTRACTOR: "Provides a part of it",
};

export const bodyKinds = {
  nhs_trust: "NHS trust",
  vcse: "Voluntary, community or social enterprise",
  private: "Private company",
  council: "Council",
  nhs_england: "NHS England",
  icb: "Integrated care board",
  pcc: "Police and crime commissioner or mayor",
  hmpps: "HM Prison and Probation Service",
  moj: "Ministry of Justice",
  government: "Other government",
  police: "Police force",
  partnership: "Partnership",
  health_board: "Local health board",
  prison_operator: "Prison operator",
  probation_provider: "Probation provider",
  funder: "Funder",
  unknown: "Not known",
};

export const claimKinds = {
  led_by_and_for: "Led by and for a community",
  culturally_informed_service: "Culturally informed service",
  co_produced: "Made together with those who use it",
  faith_based: "Faith-based",
  interpreter_or_language: "Interpreter or language",
  other: "Something else",
};

export const claimedBy = { ...asserters, itself: "The body itself" };

export const justice: Of<WorksWithJustice> = {
  YES: "The source says so",
  NO: "The source says that it does not",
  UNKNOWN: "The source does not say",
};

export const stated: Of<Stated> = {
  YES: "Yes, it says so",
  NO: "No, it says so",
  NOT_STATED: "It does not say",
};

export const procedures: Of<ProcurementProcedure> = {
  OPEN_COMPETITION: "Open competition",
  RESTRICTED_COMPETITION: "Restricted competition",
  FRAMEWORK_CALL_OFF: "Called off a framework",
  DIRECT_AWARD: "Direct award",
  URGENT_AWARD: "Urgent award, to bridge a time",
  EXTENSION: "Extension of an earlier contract",
  GRANT: "Grant",
};

export const openingKinds: Of<OpeningKind> = {
  GRANT: "Grant programme",
  TENDER: "Tender",
  LOT: "Lot of a tender",
  FRAMEWORK: "Framework",
  SUPPLY_CHAIN: "Work under a lead provider",
};

export const openingStatuses: Of<OpeningStatus> = {
  OPEN: "Open",
  FORTHCOMING: "Announced",
  CLOSED: "Closed",
  ABANDONED: "Abandoned",
  UNCLEAR: "The source does not say",
};

export const openingStandings: Of<OpeningStanding> = {
  OPEN: "Can be applied for",
  FORTHCOMING: "Is to come",
  UNDATED: "Has no closing date on record",
  CLOSED: "Has closed",
};

export const openingConditions: Of<OpeningConditionKind> = {
  AREA: "Where the applicant has to be or to work",
  LEGAL_FORM: "Legal forms that may apply",
  MIN_TURNOVER: "Least yearly turnover",
  MAX_TURNOVER: "Greatest yearly turnover",
  AWARD_TO_TURNOVER: "Greatest award as a share of turnover",
  COHORT: "Whom the applicant has to serve",
  SPECIALISM: "Main work of the applicant",
  LED_BY_AND_FOR: "Communities that have to lead the applicant",
  CONSORTIUM: "Whether applicants may or have to join",
  FRAMEWORK: "Suppliers of a framework only",
  EXISTING_PROVIDER: "Whoever provides it already",
  OTHER: "Something else",
};

export const awardBases = { a_year: "A year", whole_award: "The whole award", lot: "A lot" };

export const fundingConditions: Of<FundingConditionKind> = {
  OFFER: "What it may buy",
  AREA: "Where it may be spent",
  COHORT: "For whom",
  STAGE: "At which stage",
  BODY: "Which body may receive it",
  BODY_KIND: "Which kind of body may receive it",
};

export const costUnits: Of<CostUnit> = {
  PERSON: "One person helped",
  ORDER: "One order of a court",
  PLACE_YEAR: "One place kept for a year",
};

export const periods = {
  "people in a year": "People in a year",
  "people on a day": "People on a day",
  "orders in a year": "Orders in a year",
};

export const nations: Of<Nation> = { ENGLAND: "England", WALES: "Wales" };

export const familyRoles: Of<FamilyRole> = {
  OWN: "It stands for itself",
  MEMBER: "It belongs to a family",
  FAMILY: "It is a family",
};

export const offerKinds = { service: "Service", order: "Order of a court", pathway: "Pathway" };

export const schemes = {
  gss: "Office for National Statistics",
  ods: "NHS Organisation Data Service",
  ndelius: "Probation (nDelius)",
  pcc: "Police and crime commissioner",
  prison: "Prison code",
  court: "Court code",
  nps_region: "Probation region",
};

export const nameNotes = {
  former: "Former",
  short: "Short",
  spelling: "Misspelt in a source",
  alternative: "Other name",
};

export const certainties = { done: "Done", due: "Due: it depends on law or a decision" };

export const actions: Of<ChangeAction> = {
  CREATED: "Entered",
  UPDATED: "Changed",
  ARCHIVED: "Taken out",
};

export const proposalStates: Of<ProposalState> = {
  OPEN: "Open",
  ACCEPTED: "Accepted",
  DECLINED: "Declined",
  WITHDRAWN: "Taken back",
};
