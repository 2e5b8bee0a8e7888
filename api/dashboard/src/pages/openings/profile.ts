/*
 * What an organisation says of itself: as it is typed, as it stands in the address, and as the
 * server is asked with it. Nothing is compulsory: what is not said is not held against anybody.
 */
import type { ApplyingAs, LegalForm, OrganisationProfileInput } from "#ops/types.ts";
import type { Fault } from "../../parts/form.tsx";
import { applyingAs, legalForms } from "./words.ts";

/** Whether something is not said, is said to be none, or is named. */
export type Said = "" | "none" | "some";

/** Everything as it is typed, so that a draft of it loses nothing. */
export interface Profile {
  readonly forms: readonly string[];
  readonly turnover: string;
  readonly areas: readonly string[];
  readonly serves: readonly string[];
  readonly gives: readonly string[];
  readonly as: readonly string[];
  readonly led: Said;
  readonly communities: readonly string[];
  readonly board: string;
  readonly staff: string;
  readonly listed: Said;
  readonly frameworks: readonly string[];
  readonly holds: Said;
  readonly services: readonly string[];
}

export const unsaid: Profile = {
  forms: [],
  turnover: "",
  areas: [],
  serves: [],
  gives: [],
  as: [],
  led: "",
  communities: [],
  board: "",
  staff: "",
  listed: "",
  frameworks: [],
  holds: "",
  services: [],
};

type Params = Record<string, string | undefined>;

/** The profile as parameters of an address; what is not said is not in it. */
export function toParams(profile: Profile): Params {
  const several = (values: readonly string[]) => values.join(",") || undefined;
  const said = (which: Said, values: readonly string[]) =>
    which === "none" ? "none" : which === "some" ? several(values) : undefined;
  return {
    form: several(profile.forms),
    turnover: poundsOf(profile.turnover) ?? (profile.turnover.trim() || undefined),
    areas: several(profile.areas),
    serves: several(profile.serves),
    gives: several(profile.gives),
    as: several(profile.as),
    ledBy: said(profile.led, profile.communities),
    board: profile.led === "some" ? profile.board.trim() || undefined : undefined,
    staff: profile.led === "some" ? profile.staff.trim() || undefined : undefined,
    frameworks: said(profile.listed, profile.frameworks),
    services: said(profile.holds, profile.services),
  };
}

export function fromParams(params: URLSearchParams): Profile {
  const several = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const said = (name: string): Said => {
    const value = params.get(name) ?? "";
    return value === "" ? "" : value === "none" ? "none" : "some";
  };
  const named = (name: string) => (said(name) === "some" ? several(name) : []);
  return {
    forms: several("form"),
    turnover: params.get("turnover") ?? "",
    areas: several("areas"),
    serves: several("serves"),
    gives: several("gives"),
    as: several("as"),
    led: said("ledBy"),
    communities: named("ledBy"),
    board: params.get("board") ?? "",
    staff: params.get("staff") ?? "",
    listed: said("frameworks"),
    frameworks: named("frameworks"),
    holds: said("services"),
    services: named("services"),
  };
}

/** Whether anything at all is said. */
export function saysSomething(profile: Profile): boolean {
  return Object.values(toParams(profile)).some((value) => value !== undefined);
}

/** The profile as the server is asked with it. */
export function toInput(profile: Profile): OrganisationProfileInput {
  const { forms, areas, serves, gives, led, listed, holds } = profile;
  const isForm = (value: string): value is LegalForm => value in legalForms;
  const isWay = (value: string): value is ApplyingAs => value in applyingAs;
  const ways = profile.as.filter(isWay);
  const turnover = poundsOf(profile.turnover);
  const board = permilleOf(profile.board);
  const staff = permilleOf(profile.staff);
  const said = (which: Said, values: readonly string[]) =>
    which === "none" ? [] : which === "some" && values.length > 0 ? [...values] : undefined;
  const input: OrganisationProfileInput = {
    legalForms: forms.some(isForm) ? forms.filter(isForm) : undefined,
    turnover,
    areas: areas.length > 0 ? [...areas] : undefined,
    cohorts: serves.length > 0 ? [...serves] : undefined,
    offers: gives.length > 0 ? [...gives] : undefined,
    applyingAs: ways.length > 0 ? ways : undefined,
    ledByAndFor: said(led, profile.communities),
    boardPermille: led === "some" ? board : undefined,
    staffPermille: led === "some" ? staff : undefined,
    frameworks: said(listed, profile.frameworks),
    services: said(holds, profile.services),
  };
  return JSON.parse(JSON.stringify(input)) as OrganisationProfileInput;
}

/** What has to be put right before the list can be asked for. */
export function faultsIn(profile: Profile): Fault[] {
  const faults: Fault[] = [];
  if (profile.turnover.trim() && !poundsOf(profile.turnover)) {
    faults.push({
      field: "turnover",
      message: "Write the turnover of a year in pounds, for example 300,000",
    });
  }
  if (profile.led === "some") {
    if (profile.communities.length === 0) {
      faults.push({ field: "communities", message: "Choose the communities that lead it" });
    }
    for (const [field, name] of [
      ["board", "board"],
      ["staff", "staff"],
    ] as const) {
      if (profile[field].trim() && permilleOf(profile[field]) === undefined) {
        faults.push({
          field,
          message: `Write the share of the ${name} as a percentage from 0 to 100, for example 60`,
        });
      }
    }
  }
  if (profile.listed === "some" && profile.frameworks.length === 0) {
    faults.push({ field: "frameworks", message: "Choose the frameworks" });
  }
  if (profile.holds === "some" && profile.services.length === 0) {
    faults.push({ field: "services", message: "Find and choose the services" });
  }
  return faults;
}

/** `£300,000` as `300000.00`; undefined: it is no amount of pounds. */
export function poundsOf(text: string): string | undefined {
  const plain = text.replaceAll(/[£,\s]/g, "");
  const [, whole, pence] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? undefined : `${BigInt(whole)}.${(pence ?? "").padEnd(2, "0")}`;
}

/** `60` or `60.5 %` in thousandths; undefined: it is no share. */
export function permilleOf(text: string): number | undefined {
  const [, whole, tenth] = /^(\d{1,3})(?:\.(\d))?$/.exec(text.replaceAll(/[%\s]/g, "")) ?? [];
  if (whole === undefined) return undefined;
  const permille = Number(whole) * 10 + Number(tenth ?? 0);
  return permille <= 1000 ? permille : undefined;
}
