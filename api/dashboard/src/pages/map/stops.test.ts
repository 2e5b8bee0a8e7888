import { expect, test } from "@playwright/test";
import { nearest, stopFor, stopsAround } from "./stops.ts";

test("the slider stops at every month from before the boards merged until April 2030, and today", () => {
  const stops = stopsAround("2026-11-22", "2026-11-22");
  expect(stops[0]).toBe("2025-04-01");
  expect(stops.at(-1)).toBe("2030-04-01");
  expect(stops).toHaveLength(62);
  expect(stops).toEqual([...stops].sort());
  for (const day of ["2026-03-01", "2026-04-01", "2027-04-01", "2028-05-01", "2026-11-22"]) {
    expect(stops).toContain(day);
  }
});

test("a day of the address outside the range is a stop too", () => {
  expect(stopsAround("2026-11-22", "2019-05-05")[0]).toBe("2019-05-05");
});

test("what lies nearest is fetched first", () => {
  const stops = ["a", "b", "c", "d", "e"];
  expect(nearest(stops, "b")).toEqual(["a", "c", "d", "e"]);
});

test("a month stands for its first day", () => {
  const stops = stopsAround("2026-11-22", "2026-11-22");
  expect(stopFor(stops, "2028-05")).toBe("2028-05-01");
  expect(stopFor(stops, "2027-04-01")).toBe("2027-04-01");
  expect(stopFor(stops, "2099")).toBeUndefined();
});
