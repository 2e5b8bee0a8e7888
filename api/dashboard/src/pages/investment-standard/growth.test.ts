import { expect, test } from "@playwright/test";
import { growthText } from "./growth.ts";

test("growth is told in percent with the digits that it has", () => {
  expect(growthText("0.034500")).toBe("3.45%");
  expect(growthText("0.084582")).toBe("8.4582%");
  expect(growthText("-0.0005")).toBe("−0.05%");
  expect(growthText("1.0")).toBe("100%");
  expect(growthText("0")).toBe("0%");
});
