/* A question of what to commission where, as it is typed. What is left blank is not asked about:
 * no number is ever put in by the page. */
import type { AllocateInput, AllocateScopeInput, LimitSense } from "#ops/types.ts";

export interface Scope {
  readonly areas: readonly string[];
  readonly offers: readonly string[];
  readonly cohorts: readonly string[];
}

export interface Stream {
  readonly id: string;
  readonly amount: string;
  readonly pooled: boolean;
  readonly conditions: Scope;
  readonly silo: Scope;
}

export interface Need {
  readonly area: string;
  readonly offer: string;
  readonly cohort: string;
  readonly people: string;
  readonly low: string;
  readonly high: string;
  readonly weight: string;
}

export interface Cost {
  readonly offer: string;
  readonly area: string;
  readonly cost: string;
  readonly low: string;
  readonly high: string;
}

/** A row of a list of further conditions, by field. */
export type Row = Readonly<Record<string, string>>;

export interface Question {
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly offers: readonly string[];
  readonly streams: readonly Stream[];
  readonly needs: readonly Need[];
  readonly costs: readonly Cost[];
  readonly units: readonly Row[];
  readonly minimums: readonly Row[];
  readonly limits: readonly Row[];
  readonly commitments: readonly Row[];
  readonly equity: readonly Row[];
  readonly reach: readonly Row[];
  readonly pieces: readonly Row[];
}

export const anything: Scope = { areas: [], offers: [], cohorts: [] };

export const empty: Question = {
  areas: [],
  offers: [],
  streams: [],
  needs: [],
  costs: [],
  units: [],
  minimums: [],
  limits: [],
  commitments: [],
  equity: [],
  reach: [],
  pieces: [],
};

export const newStream = (id: string): Stream => ({
  id,
  amount: "",
  pooled: true,
  conditions: anything,
  silo: anything,
});

/** A row for each area and offer that is asked about, typed in already or not. */
export function needRows({ areas, offers, needs }: Question): Need[] {
  return areas.flatMap(({ code: area }) =>
    offers.flatMap((offer) => {
      const mine = needs.filter((need) => need.area === area && need.offer === offer);
      const blank = { area, offer, cohort: "", people: "", low: "", high: "", weight: "" };
      return mine.some((need) => need.cohort === "") ? mine : [blank, ...mine];
    }),
  );
}

export function costRows({ offers, costs }: Question): Cost[] {
  return offers.flatMap((offer) => {
    const mine = costs.filter((cost) => cost.offer === offer);
    const blank = { offer, area: "", cost: "", low: "", high: "" };
    return mine.some((cost) => cost.area === "") ? mine : [blank, ...mine];
  });
}

/** Those that say something, in the order in which they are sent. */
export const sentNeeds = (question: Question) =>
  needRows(question).filter((need) => [need.people, need.low, need.high].some(isTyped));
export const sentCosts = (question: Question) =>
  costRows(question).filter((cost) => [cost.cost, cost.low, cost.high].some(isTyped));

const isTyped = (text: string) => text.trim() !== "";
const plain = (text: string | undefined) => (text ?? "").trim().replaceAll(/[£,%\s]/g, "");
const given = (text: string | undefined) => plain(text) || undefined;

export interface Wrong {
  readonly field: string;
  readonly message: string;
}

/** What cannot even be sent. All else the server judges. */
export function faultsOf(question: Question): Wrong[] {
  const wrong: Wrong[] = [];
  const whole = (field: string, text: string | undefined, isNeeded: boolean) => {
    const typed = plain(text);
    if (typed === "" ? !isNeeded : /^\d{1,9}$/.test(typed)) return;
    const said = typed === "" ? "Give" : `“${(text ?? "").trim()}” is none: give`;
    wrong.push({ field, message: `${said} a whole number of people` });
  };
  for (const [index, need] of sentNeeds(question).entries()) {
    whole(`needs.${index}.people`, need.people, true);
    whole(`needs.${index}.peopleLow`, need.low, false);
    whole(`needs.${index}.peopleHigh`, need.high, false);
  }
  for (const [index, row] of question.units.entries()) {
    whole(`units.${index}.people`, row["people"], true);
  }
  for (const [index, row] of question.limits.entries()) {
    whole(`limits.${index}.people`, row["people"], false);
  }
  const shares = [
    ...question.minimums.map((row, index) => [`minimumOffers.${index}.share`, row["share"]]),
    ...question.equity.flatMap((row, index) => [
      [`equity.${index}.mostUnmet`, row["mostUnmet"]],
      [`equity.${index}.mostGap`, row["mostGap"]],
    ]),
    ...question.reach.map((row, index) => [`reach.${index}.reachable`, row["reachable"]]),
    ...question.pieces.map((row, index) => [`pieces.${index}.upTo`, row["upTo"]]),
  ] as const;
  for (const [field = "", text] of shares) {
    if (plain(text) === "" || share(text) !== undefined) continue;
    wrong.push({ field, message: `“${text}” is no percentage: give a number from 0 to 100` });
  }
  if (question.streams.length === 0) {
    wrong.push({ field: "streams", message: "Give at least one funding stream" });
  }
  if (sentNeeds(question).length === 0) {
    wrong.push({ field: "needs", message: "Say of at least one area and offer who is in need" });
  }
  return wrong;
}

/** `25` percent as `0.25`, digit by digit: never by way of a number that cannot hold it. */
export function share(percent: string | undefined): string | undefined {
  const [, whole, part = ""] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plain(percent)) ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
  return text.replace(/\.?0+$/, "");
}

function scope({ areas, offers, cohorts }: Scope): AllocateScopeInput | undefined {
  const some = (list: readonly string[]) => (list.length > 0 ? [...list] : undefined);
  const found = { areas: some(areas), offers: some(offers), cohorts: some(cohorts) };
  return found.areas || found.offers || found.cohorts ? found : undefined;
}

export function inputOf(question: Question): AllocateInput {
  const list = <T>(all: readonly Row[], one: (row: Row) => T): T[] | undefined =>
    all.length > 0 ? all.map(one) : undefined;
  const curved = [...question.reach, ...question.pieces].map((row) => row["offer"] ?? "");
  return {
    mostSteps: 200,
    streams: question.streams.map((stream) => ({
      id: stream.id.trim(),
      amount: given(stream.amount),
      currency: "GBP",
      pooled: stream.pooled,
      conditions: scope(stream.conditions),
      silo: scope(stream.silo),
    })),
    needs: sentNeeds(question).map((need) => ({
      area: need.area,
      offer: need.offer,
      cohort: given(need.cohort),
      people: Number(plain(need.people)),
      peopleLow: isTyped(need.low) ? Number(plain(need.low)) : undefined,
      peopleHigh: isTyped(need.high) ? Number(plain(need.high)) : undefined,
      weight: given(need.weight) ?? "1",
    })),
    unitCosts: sentCosts(question).map((cost) => ({
      offer: cost.offer,
      area: given(cost.area),
      cost: given(cost.cost),
      costLow: given(cost.low),
      costHigh: given(cost.high),
      currency: "GBP",
    })),
    units: list(question.units, (row) => ({
      offer: row["offer"],
      people: Number(plain(row["people"])),
    })),
    minimumOffers: list(question.minimums, (row) => ({
      offer: row["offer"],
      share: share(row["share"]) ?? "",
    })),
    limits: list(question.limits, (row) => ({
      sense: (row["sense"] || "FLOOR") as LimitSense,
      area: given(row["area"]),
      offer: given(row["offer"]),
      cohort: given(row["cohort"]),
      people: isTyped(row["people"] ?? "") ? Number(plain(row["people"])) : undefined,
      amount: given(row["amount"]),
    })),
    commitments: list(question.commitments, (row) => ({
      stream: (row["stream"] ?? "").trim(),
      area: given(row["area"]),
      offer: given(row["offer"]),
      cohort: given(row["cohort"]),
      amount: given(row["amount"]),
    })),
    equity: list(question.equity, (row) => ({
      between: row["between"] === "COHORTS" ? "COHORTS" : "AREAS",
      mostUnmet: share(row["mostUnmet"]),
      mostGap: share(row["mostGap"]),
    })),
    curves:
      curved.length === 0
        ? undefined
        : [...new Set(curved)].map((offer) => {
            const reach = question.reach.find((row) => row["offer"] === offer);
            const pieces = question.pieces.filter((row) => row["offer"] === offer);
            return {
              offer,
              saturating: reach && {
                reachable: share(reach["reachable"]) ?? "",
                firstCosts: given(reach["firstCosts"]) ?? "1",
              },
              pieces:
                pieces.length === 0
                  ? undefined
                  : pieces.map((row) => ({
                      upTo: share(row["upTo"]) ?? "",
                      costs: given(row["costs"]) ?? "",
                    })),
            };
          }),
  };
}

/** A question as it stands in an address. */
export function encoded(question: Question): string {
  const kept = Object.entries(question).filter(([, list]) => list.length > 0);
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept)));
  const text = [...bytes].map((byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The question of an address; undefined: it cannot be read. */
export function decoded(text: string): Question | undefined {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const read: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof read !== "object" || read === null) return undefined;
    if (Object.values(read).some((list) => !Array.isArray(list))) return undefined;
    return { ...empty, ...read };
  } catch {
    return undefined;
  }
}
