import { expect, test } from "@playwright/test";
import { changesTold } from "./told.ts";

const change = (field: string, before: string | null, after: string | null, table = "pool") => ({
  table,
  row: "pool:r1.1",
  field,
  before,
  after,
});

test("pence are told as pounds, and ids by the names that were chosen", () => {
  const said = changesTold(
    [change("tier", null, "60050"), change("host", "body:r1.1", "body:r4.1")],
    { host: "First Council" },
  );
  expect(said.map(({ field, before, after }) => [field, before, after])).toEqual([
    ["tier", null, "£600.50"],
    ["host", "another entry of the register", "First Council"],
  ]);
});

test("members are one line, and what stays nothing is no change", () => {
  const said = changesTold(
    [
      change("offers", null, ""),
      change("body", null, "body:r1.1", "pool_member"),
      change("part", null, "pooling", "pool_member"),
      change("part", "aligning", null, "pool_member"),
    ],
    { members: "First Council (pooling)" },
  );
  expect(said.map(({ field, before, after }) => [field, before, after])).toEqual([
    ["members", "aligning", "First Council (pooling)"],
  ]);
});
