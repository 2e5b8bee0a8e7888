import { expect, test } from "@playwright/test";
import { inState, tally } from "./tally.ts";

test("areas count by their word, people by where they live, and nothing is averaged", () => {
  const found = tally([
    { state: "COMMISSIONED", states: [{ state: "COMMISSIONED", share: { people: 10, of: 10 } }] },
    {
      state: "PARTIAL",
      states: [
        { state: "COMMISSIONED", share: { people: 1, of: 90 } },
        { state: "NOT_RECORDED", share: { people: 89, of: 90 } },
      ],
    },
  ]);
  expect(found.states).toEqual([
    { state: "PARTIAL", areas: 1, people: 0 },
    { state: "COMMISSIONED", areas: 1, people: 11 },
    { state: "NOT_RECORDED", areas: 0, people: 89 },
  ]);
  expect(found.of).toBe(100);
  expect(inState(found, "ABSENT")).toEqual({ state: "ABSENT", areas: 0, people: 0 });
});

test("an area whose people nobody knows is counted and said, never taken as nobody", () => {
  const found = tally([{ state: "LAPSED", states: [{ state: "LAPSED", share: null }] }]);
  expect(found).toMatchObject({ areas: 1, of: 0, unmeasured: 1 });
  expect(inState(found, "LAPSED").areas).toBe(1);
});
