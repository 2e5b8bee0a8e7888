import { expect, test } from "@playwright/test";
import {
  type RiskAsked,
  faultsIn,
  firstRisk,
  readRisk,
  riskInput,
  writeRisk,
} from "./risk-asked.ts";

const asked: RiskAsked = {
  ...firstRisk,
  costs: [{ name: "The team, all of it", low: "480000", central: "540,000", high: "660000" }],
  seed: "2026",
  above: "40000; 60000.50",
  caps: { body_a: "2000", body_b: "" },
};

test("what is asked of an overspend comes back from the address as it was", () => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(writeRisk(asked))) {
    if (value) params.set(name, value);
  }
  expect(readRisk(params)).toEqual({ ...asked, caps: { body_a: "2000" } });
  expect(riskInput(asked, "pool_x", 2026)).toEqual({
    pool: "pool_x",
    financialYear: 2026,
    seed: 2026,
    draws: 10_000,
    costsMoveTogether: false,
    above: ["40000.00", "60000.50"],
    members: [{ member: "body_a", cap: "2000.00" }],
    costs: [
      { name: "The team, all of it", low: "480000.00", central: "540000.00", high: "660000.00" },
    ],
  });
});

test("an address that says nothing that can be read asks nothing", () => {
  expect(readRisk(new URLSearchParams())).toBeUndefined();
  expect(readRisk(new URLSearchParams({ costs: "[[1,2]" }))).toBeUndefined();
  expect(readRisk(new URLSearchParams({ costs: '[["a","1"]]' }))).toBeUndefined();
});

test("what lacks is told before it is asked", () => {
  expect(faultsIn(asked)).toEqual([]);
  const found = faultsIn({ ...firstRisk, seed: "x" });
  expect(found.map((one) => one.field)).toEqual(["seed", "costs"]);
});
