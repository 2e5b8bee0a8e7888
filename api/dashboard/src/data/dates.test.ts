import { expect, test } from "@playwright/test";
import { inWords, isDay, monthsAfter } from "./dates.ts";

test("a day is in the calendar or it is none", () => {
  for (const day of ["2026-11-22", "2028-02-29", "2030-12-31"]) expect(isDay(day)).toBe(true);
  for (const day of ["2027-02-29", "2026-13-01", "2026-11-00", "2026-1-1", "today", ""]) {
    expect(isDay(day)).toBe(false);
  }
});

test("a date is written as precisely as it is known", () => {
  expect(inWords("2026-11-02")).toBe("2 November 2026");
  expect(inWords("2026-11")).toBe("November 2026");
  expect(inWords("2026")).toBe("2026");
});

test("months are counted on, to the last of a shorter one", () => {
  expect(monthsAfter("2026-11-22", 24)).toBe("2028-11-22");
  expect(monthsAfter("2027-01-31", 1)).toBe("2027-02-28");
  expect(monthsAfter("2026-12-31", 2)).toBe("2027-02-28");
});
