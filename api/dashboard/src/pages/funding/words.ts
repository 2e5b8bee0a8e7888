/* Words for money that ends, in the closed lists of the schema. */
import type { EndFrom, EndingStanding, ProcurementProcedure, Role, Straddles } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const ends: Words<EndFrom> = {
  CONTRACT: "The contract states it",
  SERVICE: "Other records of the service state it",
  ENDED_UNDATED: "It has ended; when is not on record",
  NOT_ON_RECORD: "Not on record, which is not the same as without end",
};

export const endings: Words<EndingStanding> = {
  COUNTS: "Runs, or ran",
  PLANNED: "Contracted or announced, not begun",
  ABANDONED: "Procurement abandoned",
  UNCLEAR: "Not settled whether it was awarded",
};

export const procedures: Words<ProcurementProcedure> = {
  DIRECT_AWARD: "Direct award",
  EXTENSION: "Extension of an earlier contract",
  FRAMEWORK_CALL_OFF: "Called off a framework",
  GRANT: "Grant",
  OPEN_COMPETITION: "Open competition",
  RESTRICTED_COMPETITION: "Restricted competition",
  URGENT_AWARD: "Urgent award",
};

export const roles: Words<Role> = {
  COMMISSIONER: "Commissions it",
  FUNDER: "Pays for it without commissioning it",
  PROVIDER: "Leads the delivery",
  SUBCONTRACTOR: "Delivers a part",
};

export const straddling: Words<Straddles> = {
  YES: "Runs across the change",
  IF_EXTENDED: "Only if an extension is taken up that nobody has confirmed",
  END_NOT_ON_RECORD: "Runs, and no end is on record",
};

const changes: Readonly<Record<string, string>> = {
  transfer: "Commissioning passes on",
  abolition: "The body ends",
  merger: "The body merges",
};

/** What kind of reorganisation it is, in words. */
export function changeWord(kind: string): string {
  return changes[kind] ?? kind.replaceAll("_", " ");
}

/** The financial year that begins in a year: 2026 as 2026/27. */
export function financialYear(begins: number): string {
  return `${begins}/${String((begins + 1) % 100).padStart(2, "0")}`;
}

/** The year in which the financial year of a day begins: it begins on 1 April. */
export function yearOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}
