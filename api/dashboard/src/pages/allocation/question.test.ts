import { expect, test } from "@playwright/test";
import { decoded, empty, encoded, faultsOf, inputOf, newStream, share } from "./question.ts";

const asked = {
  ...empty,
  areas: [{ code: "E08000035", name: "Leeds" }],
  offers: ["link_worker", "dual_diagnosis_worker"],
  streams: [{ ...newStream("The board’s"), amount: "£300,000.50" }],
  needs: [
    {
      area: "E08000035",
      offer: "link_worker",
      cohort: "",
      people: "1,200",
      low: "",
      high: "",
      weight: "2",
    },
  ],
};

test("what is left blank is not sent: no number is made up", () => {
  const input = inputOf(asked);
  expect(input.needs).toEqual([
    {
      area: "E08000035",
      offer: "link_worker",
      cohort: undefined,
      people: 1200,
      peopleLow: undefined,
      peopleHigh: undefined,
      weight: "2",
    },
  ]);
  expect(input.unitCosts).toEqual([]);
  expect(input.streams[0]?.amount).toBe("300000.50");
  expect(input.limits).toBeUndefined();
});

test("a percentage keeps its digits", () => {
  expect(share("25")).toBe("0.25");
  expect(share("29 %")).toBe("0.29");
  expect(share("100")).toBe("1");
  expect(share("12.5")).toBe("0.125");
  expect(share("0")).toBe("0");
  expect(share("a quarter")).toBeUndefined();
  expect(share("-1")).toBeUndefined();
});

test("a question comes back from its address as it was", () => {
  expect(decoded(encoded(asked))).toEqual(asked);
  expect(encoded(asked)).toMatch(/^[\w-]+$/);
  expect(decoded("not a question")).toBeUndefined();
  expect(decoded(btoa('{"areas": 5}'))).toBeUndefined();
});

test("what is no whole number of people is told by its place", () => {
  const needs = asked.needs.map((need) => ({ ...need, people: "some" }));
  expect(faultsOf({ ...asked, needs }).map((one) => one.field)).toEqual(["needs.0.people"]);
  expect(faultsOf(empty).map((one) => one.field)).toEqual(["streams", "needs"]);
  expect(faultsOf(asked)).toEqual([]);
});
