import { expect, test } from "@playwright/test";
import type { FundingServiceFragment } from "#ops/types.ts";
import { firstDay, lastDay } from "./days.ts";
import { barsOf } from "./bars.ts";

const contract = {
  id: "contract_a",
  reference: "A-1",
  status: "LIVE",
  startsOn: "2024-10-01",
  baseEndsOn: null,
  endsOn: null,
  extensionMonths: null,
  value: null,
  valueBasis: null,
  vat: "not_stated",
  yearlyValue: { baseTerm: null, fullTerm: null },
} as const;

const service: FundingServiceFragment = {
  id: "service_a",
  title: "A service",
  state: "LIVE",
  startsOn: null,
  endsOn: null,
  offers: [],
  areas: [],
  commissioners: [],
  providers: [],
  contracts: [contract],
};

test("an end that is not on record stays open, and is never made up", () => {
  const [bar] = barsOf([service]);
  expect(bar).toMatchObject({ start: "2024-10-01", end: null, extension: null });
});

test("the base term ends the bar, and an extension that nobody confirmed stands apart", () => {
  const [bar] = barsOf([
    { ...service, contracts: [{ ...contract, baseEndsOn: "2026-09-30", endsOn: "2028-09-30" }] },
  ]);
  expect(bar).toMatchObject({ end: "2026-09-30", extension: "2028-09-30" });
});

test("a service without a contract that runs is a bar of its own", () => {
  const ended = { ...contract, status: "ABANDONED" } as const;
  const [bar, ...more] = barsOf([{ ...service, endsOn: "2027-03", contracts: [ended] }]);
  expect(bar).toMatchObject({ id: "service_a", contract: undefined, start: null, end: "2027-03" });
  expect(more).toEqual([]);
});

test("a date known to the month or year runs from its first to its last day", () => {
  expect([firstDay("2028-02"), lastDay("2028-02")]).toEqual(["2028-02-01", "2028-02-29"]);
  expect([firstDay("2027"), lastDay("2027")]).toEqual(["2027-01-01", "2027-12-31"]);
  expect([firstDay("2027-03-05"), lastDay("2027-03-05")]).toEqual(["2027-03-05", "2027-03-05"]);
});
