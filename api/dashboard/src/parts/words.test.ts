import { expect, test } from "@playwright/test";
import { listed, percent } from "./words.ts";

test("what is neither none nor all is never shown as either", () => {
  expect(percent(1, 1000)).toBe("under 1%");
  expect(percent(999, 1000)).toBe("over 99%");
  expect(percent(0, 1000)).toBe("0%");
  expect(percent(1000, 1000)).toBe("100%");
  expect(percent(0, 0)).toBe("–");
});

test("names are listed as one says them", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});
