import type {
  IndicatorOutcome,
  IndicatorUnit,
  NotRecordedReason,
  ScorecardValueFragment,
} from "#ops/types.ts";
import { moneyText } from "../../parts/values.tsx";
import { count, percent, word } from "../../parts/words.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const units: Words<IndicatorUnit> = {
  PEOPLE: "residents",
  PRISONS: "prisons",
  COURTS: "courts",
  SERVICES: "services",
  COMMUNITIES: "communities",
  PENCE: "pounds",
  POOLS: "pooled budgets",
  BOARDS: "integrated care boards",
  STANDARDS: "minimum offers",
  NOT_HELD: "not counted: the register has no table for it",
};

export const outcomes: Words<IndicatorOutcome> = {
  COUNTED: "Counted",
  NOT_RECORDED: "Not recorded",
  NOT_APPLICABLE: "Does not apply",
};

export const reasons: Words<NotRecordedReason> = {
  NOT_HELD: "Nobody collects it here",
  NOTHING_ON_RECORD: "No record speaks of it",
  NOT_BY_PLACE: "Records speak of the area, of none of its prisons or courts",
  PEOPLE_NOT_KNOWN: "The area’s people are not known",
};

/** So many of what is counted; an amount of pence as pounds. */
function amount(number: number, unit: IndicatorUnit): string {
  if (unit !== "PENCE") return count(number);
  const pence = String(number % 100).padStart(2, "0");
  return moneyText(`${Math.trunc(number / 100)}.${pence}`);
}

/** What came out, in words: a count of a whole and how much is unknown, or why there is none. */
export function valueText(value: ScorecardValueFragment, unit: IndicatorUnit): string {
  if (value.outcome === "NOT_APPLICABLE") return "Does not apply: there is nothing here to count";
  if (value.outcome === "NOT_RECORDED" || value.numerator === null) {
    return value.reason ? word(reasons, value.reason) : "Not recorded";
  }
  const { numerator, denominator, unknown } = value;
  if (denominator && unknown === denominator) {
    return `Not known for any of the ${amount(denominator, unit)}${unit === "PENCE" ? "" : ` ${word(units, unit)}`}`;
  }
  const what = unit === "PENCE" ? "" : ` ${word(units, unit)}`;
  const of = denominator === null ? "" : ` of ${amount(denominator, unit)}`;
  const rest = unknown ? `; ${amount(unknown, unit)} unknown` : "";
  return `${amount(numerator, unit)}${of}${what}${rest}`;
}

/** The least and the most that the share can be; neither is an estimate. */
export function shareRange({ numerator, denominator, unknown }: ScorecardValueFragment): string {
  if (numerator === null || !denominator || unknown === denominator) return "";
  const least = percent(numerator, denominator);
  if (!unknown) return least;
  return `at least ${least}, at most ${percent(numerator + unknown, denominator)}`;
}
