/* Fields that several kinds have, and short ways to write them. */
import { confidences, grades, statuses } from "../words.ts";
import type { Control, Field, Target, Words } from "./kind.ts";
import { asserters, vats, visibilities } from "./words.ts";

export const text = (rows?: number): Control => (rows ? { is: "text", rows } : { is: "text" });
export const date: Control = { is: "date" };
export const money: Control = { is: "money" };
export const flag: Control = { is: "flag" };
export const year: Control = { is: "year" };
export const count = { is: "count" } as const;
export const choice = (words: Words): Control => ({ is: "choice", words });
export const choices = (words: Words): Control => ({ is: "choices", words });
export const ref = (to: Target): Control => ({ is: "ref", to });
export const refs = (to: Target): Control => ({ is: "refs", to });

const hintOfDate = "As precise as the source: 2027-03-31, 2027-03 or 2027";

export const dateField = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  hint: hint ? `${hint}. ${hintOfDate}` : hintOfDate,
  control: date,
});

export const moneyField = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  hint: hint ?? "Pounds. Leave it empty if it is not on record: that is not nothing",
  control: money,
});

export const cohort: Field = {
  name: "cohort",
  label: "For whom",
  none: "Everyone",
  control: ref("cohort"),
};

export const status: Field = {
  name: "status",
  label: "What the evidence says",
  needed: true,
  control: choice(
    Object.fromEntries(Object.entries(statuses).filter(([code]) => code !== "ABSENT")),
  ),
};

export const visibility: Field = {
  name: "visibility",
  label: "Who may see it",
  hint: "Leave it empty for everybody",
  control: choice(visibilities),
};

export const owner: Field = {
  name: "owner",
  label: "Kept by",
  none: "The register itself",
  hint: "The body that keeps it. Needed for what not everybody may see",
  control: ref("body"),
};

export const sourceFields: readonly Field[] = [
  { name: "title", label: "Title of the source", needed: true, control: text() },
  {
    name: "url",
    label: "Public address",
    hint: "It begins with https://. Leave it empty for a letter, minute or email",
    control: text(),
  },
  { name: "publisher", label: "Publisher", hint: "Who published or wrote it", control: text() },
  dateField("date", "Date of the source"),
  { name: "vintage", label: "Edition or period", control: text() },
  { name: "licence", label: "Licence that it states", control: text() },
  {
    name: "note",
    label: "Before quoting it",
    hint: "What a reader should know. No personal data",
    control: text(2),
  },
];

const source: Field = {
  name: "source",
  label: "Source",
  needed: true,
  control: { is: "made", to: "source", maker: "newSource", table: "source", fields: sourceFields },
};

export const evidenceFields: readonly Field[] = [
  {
    name: "statement",
    label: "What it says",
    hint: "In your own words. No personal data",
    needed: true,
    control: text(3),
  },
  source,
  { name: "grade", label: "Kind of source", needed: true, control: choice(grades) },
  { name: "assertedBy", label: "Who says so", needed: true, control: choice(asserters) },
  {
    name: "asserter",
    label: "The body that says so",
    hint: "Needed for claims that something is culturally informed or led by and for",
    control: ref("body"),
  },
  dateField("asOf", "The day that it speaks of", "Leave it empty for the date of the source"),
  {
    name: "confidence",
    label: "How sure you are that it says so",
    hint: "Leave it empty if you would rather not say",
    control: choice(confidences),
  },
  dateField("reviewOn", "To be looked at again on", "From the day after, it counts as stale"),
];

export const evidence: Field = {
  name: "evidence",
  label: "What it rests on",
  needed: true,
  control: {
    is: "made",
    to: "evidence",
    maker: "newEvidence",
    table: "evidence",
    fields: evidenceFields,
  },
};

/** What is not open to everybody has a body that keeps it. */
export const guarded: readonly Field[] = [visibility, owner];

export const vat: Field = { name: "vat", label: "VAT", control: choice(vats) };
