import { expect, test } from "@playwright/test";
import { dateOf, moneyOf, penceOf, wholeOf } from "./text.ts";

test("pounds are read as people write them, and what is no sum is left as typed", () => {
  expect(moneyOf("£1,234.5")).toBe("1234.50");
  expect(moneyOf(" 300000 ")).toBe("300000.00");
  expect(moneyOf("267857.14")).toBe("267857.14");
  expect(moneyOf("")).toBeUndefined();
  expect(moneyOf("a lot")).toBe("alot");
  expect(moneyOf("1.234")).toBe("1.234");
});

test("a date is as precise as what is typed, and what is no date is left as typed", () => {
  expect(dateOf("2026-4-1")).toBe("2026-04-01");
  expect(dateOf("2026-1-")).toBe("2026-01");
  expect(dateOf("2026--")).toBe("2026");
  expect(dateOf("--")).toBeUndefined();
  expect(dateOf("-2-31")).toBe("-02-31");
});

test("only whole numbers are numbers", () => {
  expect(wholeOf(" 6 ")).toBe(6);
  expect(wholeOf("6.5")).toBeUndefined();
  expect(wholeOf("-1")).toBeUndefined();
});

test("pence are exact, also above what a number holds", () => {
  expect(penceOf("90071992547409.93")).toBe(9007199254740993n);
  expect(penceOf("-0.01")).toBe(-1n);
});
