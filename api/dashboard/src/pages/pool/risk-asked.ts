/* What is asked about an overspend, in the address: the same address gives the same answer. */
import type { PoolRiskInput, RiskShare } from "#ops/types.ts";
import { moneyOf, wholeOf } from "./text.ts";
import { riskShares } from "./words.ts";

export interface CostLine {
  readonly name: string;
  readonly low: string;
  readonly central: string;
  readonly high: string;
}

export interface RiskAsked {
  readonly costs: readonly CostLine[];
  readonly seed: string;
  readonly draws: string;
  readonly above: string;
  readonly share: RiskShare | "";
  readonly tier: string;
  readonly together: boolean;
  /** What a member bears at most, by its id. */
  readonly caps: Readonly<Record<string, string>>;
}

export const newCost: CostLine = { name: "", low: "", central: "", high: "" };

export const firstRisk: RiskAsked = {
  costs: [newCost],
  seed: "1",
  draws: "10000",
  above: "",
  share: "",
  tier: "",
  together: false,
  caps: {},
};

const isText = (value: unknown): value is string => typeof value === "string";

/** What the address asks; undefined: nothing. What it says and cannot be read is left out. */
export function readRisk(params: URLSearchParams): RiskAsked | undefined {
  const costs = list(params.get("costs")).flatMap((row) => {
    const [name, low, central, high] = Array.isArray(row) ? (row as unknown[]) : [];
    return isText(name) && isText(low) && isText(central) && isText(high)
      ? [{ name, low, central, high }]
      : [];
  });
  if (costs.length === 0) return undefined;
  const caps = list(params.get("caps")).filter(
    (row): row is [string, string] => Array.isArray(row) && isText(row[0]) && isText(row[1]),
  );
  const share = params.get("share") ?? "";
  return {
    costs,
    seed: params.get("seed") ?? firstRisk.seed,
    draws: params.get("draws") ?? firstRisk.draws,
    above: params.get("above") ?? "",
    share: share in riskShares ? (share as RiskShare) : "",
    tier: params.get("tier") ?? "",
    together: params.get("together") === "yes",
    caps: Object.fromEntries(caps),
  };
}

/** What is asked as parameters of the address. */
export function writeRisk(asked: RiskAsked): Record<string, string | undefined> {
  const caps = Object.entries(asked.caps).filter(([, cap]) => cap.trim() !== "");
  const costs = asked.costs.map(({ name, low, central, high }) => [name, low, central, high]);
  return {
    costs: JSON.stringify(costs),
    seed: asked.seed,
    draws: asked.draws,
    above: asked.above,
    share: asked.share,
    tier: asked.tier,
    together: asked.together ? "yes" : undefined,
    caps: caps.length > 0 ? JSON.stringify(caps) : undefined,
  };
}

/** What is wrong with it before it is asked, by field. */
export function faultsIn(asked: RiskAsked): { field: string; message: string }[] {
  const found = [];
  if (wholeOf(asked.seed) === undefined) {
    found.push({ field: "seed", message: "The seed is a whole number from 0" });
  }
  const draws = wholeOf(asked.draws);
  if (draws === undefined || draws === 0) {
    found.push({ field: "draws", message: "Draws are a whole number from 1" });
  }
  for (const [index, line] of asked.costs.entries()) {
    if (Object.values(line).some((one) => String(one).trim() === "")) {
      found.push({
        field: "costs",
        message: `Fill in the name and the three sums of cost ${index + 1}`,
      });
    }
  }
  return found;
}

export function riskInput(asked: RiskAsked, pool: string, year: number): PoolRiskInput {
  const above = asked.above.split(";").flatMap((one) => moneyOf(one) ?? []);
  const members = Object.entries(asked.caps).flatMap(([member, cap]) => {
    const read = moneyOf(cap);
    return read === undefined ? [] : [{ member, cap: read }];
  });
  const tier = moneyOf(asked.tier);
  return {
    pool,
    financialYear: year,
    seed: wholeOf(asked.seed) ?? 0,
    draws: wholeOf(asked.draws) ?? 10_000,
    costs: asked.costs.map(({ name, low, central, high }) => ({
      name: name.trim(),
      low: moneyOf(low) ?? low,
      central: moneyOf(central) ?? central,
      high: moneyOf(high) ?? high,
    })),
    costsMoveTogether: asked.together,
    ...(above.length > 0 ? { above } : {}),
    ...(asked.share ? { riskShare: asked.share } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...(members.length > 0 ? { members } : {}),
  };
}

function list(text: string | null): unknown[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? (read as unknown[]) : [];
  } catch {
    return [];
  }
}
