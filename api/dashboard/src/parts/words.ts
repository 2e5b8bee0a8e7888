/* The words for the closed lists of the schema. A value that is added to the schema does not
 * compile here until it has a word; one that a newer server sends is shown as it came. */
import type {
  AreaKind,
  Confidence,
  CoverageState,
  EvidenceGrade,
  Flag,
  Intensity,
  RecordStatus,
  ServiceState,
  Stage,
  Standing,
  SuccessionKind,
} from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export function word<Value extends string>(words: Words<Value>, value: Value): string {
  const known: string | undefined = words[value];
  return known ?? value.toLowerCase().replaceAll("_", " ");
}

export const states: Words<CoverageState> = {
  COMMISSIONED: "Commissioned",
  PARTIAL: "Commissioned in part",
  PLANNED: "Planned",
  LAPSED: "Ended, nothing followed",
  ABSENT: "None commissioned",
  CONTESTED: "Records disagree",
  NOT_RECORDED: "Not recorded",
  NOT_APPLICABLE: "Does not exist here",
};

/** In the order in which a reader wants them: what is lacking before what is there. */
export const stateOrder: readonly CoverageState[] = [
  "ABSENT",
  "LAPSED",
  "CONTESTED",
  "PLANNED",
  "PARTIAL",
  "COMMISSIONED",
  "NOT_RECORDED",
  "NOT_APPLICABLE",
];

export const areaKinds: Words<AreaKind> = {
  COURT: "Court",
  DISTRICT: "Local authority district",
  HEALTH_BOARD: "Local health board",
  ICB: "Integrated care board",
  NATION: "Nation",
  NHS_REGION: "NHS England region",
  PDU: "Probation delivery unit",
  POLICE_FORCE: "Police force area",
  PRISON: "Prison",
  PROBATION_REGION: "Probation region",
  REGION: "English region",
  UPPER_TIER: "Upper-tier authority",
};

export const stages: Words<Stage> = {
  PRE_ARREST: "Before arrest",
  POLICE_CUSTODY: "Police custody",
  OOCD: "Out-of-court disposal",
  COURT: "Court",
  COMMUNITY_SENTENCE: "Community sentence",
  CUSTODY: "Prison",
  PRE_RELEASE: "Preparing for release",
  RELEASE_DAY: "Day of release",
  POST_RELEASE: "After release",
  RECALL: "Recall",
};

/** In the order of the pathway. */
export const stageOrder = Object.keys(stages) as readonly Stage[];

export const intensities: Words<Intensity> = {
  SIGNPOSTING: "Signposting",
  LOW: "Low-level support",
  TREATMENT: "Treatment",
  SPECIALIST: "Specialist treatment",
  NONE: "Not on the ladder",
};

export const intensityOrder = Object.keys(intensities) as readonly Intensity[];

export const standings: Words<Standing> = {
  LIVE: "Runs",
  PERHAPS_LIVE: "Runs, unless its start lies later",
  PLANNED: "Planned",
  LAPSED: "Has ended",
  ABSENT: "Said not to be commissioned",
  DISPUTED: "Sources disagree whether it has ended",
  ABANDONED: "Procurement abandoned",
  LEAD: "To be followed up",
  SILENT: "Says nothing about this day",
};

export const statuses: Words<RecordStatus> = {
  LIVE: "Live",
  PLANNED: "Planned",
  ENDED: "Ended",
  ABSENT: "Stated absent",
  ABANDONED: "Abandoned",
  UNCLEAR: "Unclear",
};

export const serviceStates: Words<ServiceState> = {
  LIVE: "Runs",
  PLANNED: "Planned",
  ENDED: "Has ended",
  ABANDONED: "Procurement abandoned",
  CONTESTED: "Records disagree",
  NOT_RECORDED: "Not recorded for this day",
  UNCLEAR: "Not settled by its records",
};

export const grades: Words<EvidenceGrade> = {
  INSPECTORATE: "Inspectorate",
  OFFICIAL_NOTICE: "Notice under procurement law",
  OFFICIAL_REGISTER: "Register or contract file of the commissioner",
  OTHER: "Other source",
  PRESS: "Press",
  PROVIDER_PAGE: "Provider’s own page",
  REPORT: "Published report",
  RESPONSIBLE_BODY: "Body responsible for the service",
};

export const confidences: Words<Confidence> = {
  HIGH: "High confidence",
  MEDIUM: "Medium confidence",
  LOW: "Low confidence",
};

export const successions: Words<SuccessionKind> = {
  BOUNDARY: "the boundary moved",
  ENLARGEMENT: "it took in a part of another",
  MERGER: "several became one",
  RECODE: "a new code or name for the same place",
  SPLIT: "one became several",
};

export const flags: Words<Flag> = {
  ABANDONED_PROCUREMENT: "A procurement for it was abandoned.",
  ANOTHER_STAGE: "It is at another stage than the one asked about.",
  AREA_AROUND_PLACE: "It speaks of the area around the prison, not of the prison.",
  END_FROM_SIBLING: "Its end is stated by another record of the same service.",
  END_NOT_ON_RECORD: "It has ended; when is not on record.",
  FAMILY_EVIDENCE: "It is evidence of the family of offers, not of this one.",
  IMPRECISE_DATE: "A start or end is known to the month or year only.",
  LAPSED_UNLESS_EXTENDED: "The base term has ended and no extension is confirmed.",
  LOOKED_FOR_NONE_FOUND: "Somebody looked and found none, which is not evidence of none.",
  OVERDUE: "It was to have begun by now, and nobody says that it has.",
  OVERTAKEN: "A statement that there is none, overtaken by a later service.",
  PART_OF_COHORT: "A record is for a part of the people only.",
  PLANNED_FOLLOWS: "A follow-on is planned.",
  SHARE_UNKNOWN: "It speaks of an unknown share of a district.",
  STALE: "No start is on record, and the source is more than 24 months old.",
  START_NOT_ON_RECORD: "When it began is not on record.",
  UNDATED: "Neither a period nor a source date is on record.",
};

const asserters: Readonly<Record<string, string>> = {
  commissioner: "the commissioner",
  funder: "the funder",
  inspectorate: "an inspectorate",
  itself: "the body itself",
  provider: "the provider",
  report: "a report",
  third_party: "a third party",
};

/** Who says so, in words. */
export function asserted(by: string): string {
  return asserters[by] ?? by.replaceAll("_", " ");
}

/** `one`, `one and two`, `one, two and three`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

const whole = new Intl.NumberFormat("en-GB");

/** As it stands at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count(number: number): string {
  return whole.format(number);
}

/** `1 record`, `2 records`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A fraction as whole percent; what is neither none nor all is never shown as either. */
export function percent(part: number, of: number): string {
  if (of === 0) return "–";
  const exact = (part / of) * 100;
  if (part > 0 && exact < 1) return "under 1%";
  if (part < of && exact > 99) return "over 99%";
  return `${Math.round(exact)}%`;
}
