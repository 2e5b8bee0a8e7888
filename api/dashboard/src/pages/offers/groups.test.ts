import { expect, test } from "@playwright/test";
import { grouped } from "./groups.ts";

const offer = (code: string, more: object = {}) => ({
  code,
  name: code,
  familyRole: "OWN" as const,
  families: [] as { code: string; name: string }[],
  stages: ["COURT" as const],
  ...more,
});

test("treatment requirements and culturally informed provision come first, each offer once", () => {
  const cstr = { code: "cstr", name: "CSTR" };
  const crs = { code: "crs", name: "CRS" };
  const found = grouped([
    offer("link_worker"),
    offer("crs", { familyRole: "FAMILY" }),
    offer("accommodation", { familyRole: "MEMBER", families: [crs] }),
    offer("culturally_informed_service", { stages: ["COURT", "CUSTODY"] }),
    offer("mhtr", { familyRole: "FAMILY", families: [cstr] }),
    offer("mhtr_primary_care", { families: [{ code: "mhtr", name: "MHTR" }, cstr] }),
    offer("custody", { stages: ["CUSTODY"] }),
  ]);
  expect(found.map((group) => [group.id, group.offers.map((one) => one.code)])).toEqual([
    ["family-cstr", ["mhtr", "mhtr_primary_care"]],
    ["culture", ["culturally_informed_service"]],
    ["family-crs", ["crs", "accommodation"]],
    ["stage-COURT", ["link_worker"]],
    ["stage-CUSTODY", ["custody"]],
  ]);
});
