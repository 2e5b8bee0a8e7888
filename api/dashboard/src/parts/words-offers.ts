/* Words for geographies, offers and claims where more than one of them is spoken of. */
import type { AreaKind, FamilyRole, Nation, WorksWithJustice } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

/** Several areas of a kind. */
export const kindsOfAreas: Words<AreaKind> = {
  COURT: "courts",
  DISTRICT: "local authority districts",
  HEALTH_BOARD: "local health boards of Wales",
  ICB: "integrated care boards of England",
  NATION: "nations",
  NHS_REGION: "NHS England regions",
  PDU: "probation delivery units",
  POLICE_FORCE: "police force areas",
  PRISON: "prisons",
  PROBATION_REGION: "probation regions",
  REGION: "English regions",
  UPPER_TIER: "upper-tier authorities",
};

/** One area of a kind, short enough for a count. */
export const shortKind: Words<AreaKind> = {
  COURT: "court",
  DISTRICT: "district",
  HEALTH_BOARD: "health board",
  ICB: "board",
  NATION: "nation",
  NHS_REGION: "region",
  PDU: "delivery unit",
  POLICE_FORCE: "police force area",
  PRISON: "prison",
  PROBATION_REGION: "probation region",
  REGION: "region",
  UPPER_TIER: "authority",
};

export const nations: Words<Nation> = { ENGLAND: "England", WALES: "Wales" };

export const familyRoles: Words<FamilyRole> = {
  FAMILY: "A family: any of its members answers for it",
  MEMBER: "A member of a family",
  OWN: "It stands for itself",
};

/** What an offer is, of the register’s open list. */
const offerKinds: Readonly<Record<string, string>> = {
  order: "A requirement or order of a court, or a disposal of the police",
  pathway: "An arrangement between services, not one that somebody buys alone",
  service: "A service",
};

export function offerKind(kind: string): string {
  return offerKinds[kind] ?? kind.replaceAll("_", " ");
}

/** What somebody claims, of the register’s open list. */
const claimKinds: Readonly<Record<string, string>> = {
  co_produced: "Made together with the people it is for",
  culturally_informed_service: "Culturally informed",
  faith_based: "Faith-based",
  interpreter_or_language: "In other languages",
  led_by_and_for: "Led by and for the community",
  other: "Another claim",
};

export function claimKind(kind: string): string {
  return claimKinds[kind] ?? kind.replaceAll("_", " ");
}

export const claimKindOrder = Object.keys(claimKinds);

export const justice: Words<WorksWithJustice> = {
  YES: "Says that it works with people in the justice system",
  NO: "Says that it does not",
  UNKNOWN: "Does not say whether it does",
};
