import { expect, test } from "@playwright/test";
import {
  type Profile,
  faultsIn,
  fromParams,
  permilleOf,
  poundsOf,
  saysSomething,
  toInput,
  toParams,
  unsaid,
} from "./profile.ts";

const centre: Profile = {
  ...unsaid,
  forms: ["REGISTERED_CHARITY", "CHARITABLE_COMPANY"],
  turnover: "£300,000",
  areas: ["E23000013"],
  serves: ["women"],
  gives: ["womens_centre", "womens_diversion"],
  as: ["ALONE", "PARTNER"],
  led: "none",
  listed: "none",
  holds: "none",
};

function address(profile: Profile): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(toParams(profile))) {
    if (value !== undefined) params.set(name, value);
  }
  return params;
}

test("an address carries all eleven fields there and back", () => {
  const all: Profile = {
    ...centre,
    led: "some",
    communities: ["black", "roma"],
    board: "60.5",
    staff: "40",
    listed: "some",
    frameworks: ["probation_services_dynamic_framework"],
    holds: "some",
    services: ["service_a", "service_b"],
  };
  expect([...address(all).keys()].length).toBe(11);
  expect(toInput(fromParams(address(all)))).toEqual(toInput(all));
  expect(Object.keys(toInput(all)).length).toBe(11);
});

test("none is told apart from not said, and what is not said is not asked with", () => {
  expect(toInput(centre)).toEqual({
    legalForms: ["REGISTERED_CHARITY", "CHARITABLE_COMPANY"],
    turnover: "300000.00",
    areas: ["E23000013"],
    cohorts: ["women"],
    offers: ["womens_centre", "womens_diversion"],
    applyingAs: ["ALONE", "PARTNER"],
    ledByAndFor: [],
    frameworks: [],
    services: [],
  });
  expect(toInput(unsaid)).toEqual({});
  expect(saysSomething(unsaid)).toBe(false);
  expect(saysSomething({ ...unsaid, holds: "none" })).toBe(true);
});

test("pounds are read as they are written, and nothing else is", () => {
  expect(poundsOf("300000")).toBe("300000.00");
  expect(poundsOf("£ 300,000.5")).toBe("300000.50");
  expect(poundsOf("0")).toBe("0.00");
  for (const text of ["", "300k", "€300", "-5", "1.234", "a lot"]) {
    expect(poundsOf(text)).toBeUndefined();
  }
});

test("a share is a percentage from nothing to all", () => {
  expect(permilleOf("50")).toBe(500);
  expect(permilleOf("50.1 %")).toBe(501);
  expect(permilleOf("100")).toBe(1000);
  for (const text of ["", "101", "-1", "half", "100.1"]) expect(permilleOf(text)).toBeUndefined();
});

test("what cannot be asked with is told of, with its field", () => {
  expect(faultsIn(centre)).toEqual([]);
  const wrong: Profile = {
    ...centre,
    turnover: "300k",
    led: "some",
    board: "110",
    listed: "some",
    holds: "some",
  };
  expect(faultsIn(wrong).map((fault) => fault.field)).toEqual([
    "turnover",
    "communities",
    "board",
    "frameworks",
    "services",
  ]);
});
