import { expect, test } from "@playwright/test";
import type { ScorecardValueFragment } from "#ops/types.ts";
import { shareRange, valueText } from "./words.ts";

const value = (fields: Partial<ScorecardValueFragment>): ScorecardValueFragment => ({
  area: { code: "E23000013", name: "Cleveland", kind: "POLICE_FORCE" },
  outcome: "COUNTED",
  reason: null,
  sentence: null,
  numerator: null,
  denominator: null,
  unknown: null,
  fractionAtLeast: null,
  fractionAtMost: null,
  money: null,
  states: [],
  ...fields,
});

test("what is unknown stands beside what is counted, and makes the share a range", () => {
  const counted = value({ numerator: 100, denominator: 160, unknown: 60 });
  expect(valueText(counted, "PEOPLE")).toBe("100 of 160 residents; 60 unknown");
  expect(shareRange(counted)).toBe("at least 63%, at most 100%");
  expect(shareRange({ ...counted, unknown: 0 })).toBe("63%");
});

test("nought is written only where it was counted", () => {
  expect(valueText(value({ numerator: 0, denominator: 27, unknown: 27 }), "SERVICES")).toBe(
    "Not known for any of the 27 services",
  );
  expect(valueText(value({ numerator: 0, denominator: 27, unknown: 26 }), "SERVICES")).toBe(
    "0 of 27 services; 26 unknown",
  );
  const none = value({ outcome: "NOT_RECORDED", reason: "NOT_HELD" });
  expect(valueText(none, "NOT_HELD")).toBe("Nobody collects it here");
  expect(shareRange(none)).toBe("");
});

test("pence are written as pounds", () => {
  const money = value({ numerator: 1_250_050, denominator: 5_000_000, unknown: 0 });
  expect(valueText(money, "PENCE")).toBe("£12,500.50 of £50,000");
});
