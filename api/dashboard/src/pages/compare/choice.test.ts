import { expect, test } from "@playwright/test";
import { areaFor, choiceOf } from "./choice.ts";

test("areas are read in their order, each once, eight at most", () => {
  expect(choiceOf(null)).toEqual({ codes: [], repeated: [], leftOut: [] });
  expect(choiceOf(" b, a,,b ")).toEqual({ codes: ["b", "a"], repeated: ["b"], leftOut: [] });
  const nine = choiceOf("1,2,3,4,5,6,7,8,9");
  expect(nine.codes).toHaveLength(8);
  expect(nine.leftOut).toEqual(["9"]);
});

test("a code of two kinds means the district, unless another kind is asked for", () => {
  const area = (kind: "DISTRICT" | "UPPER_TIER" | "ICB", code: string) => ({
    name: code,
    code,
    kind,
    codes: [{ code }],
  });
  const areas = [
    area("UPPER_TIER", "E06000042"),
    area("DISTRICT", "E06000042"),
    area("ICB", "E54"),
  ];
  expect(areaFor(areas, "E06000042", undefined)?.kind).toBe("DISTRICT");
  expect(areaFor(areas, "E06000042", "UPPER_TIER")?.kind).toBe("UPPER_TIER");
  expect(areaFor(areas, "E54", undefined)?.kind).toBe("ICB");
  expect(areaFor(areas, "E54", "DISTRICT")).toBeUndefined();
  expect(areaFor(areas, "X", undefined)).toBeUndefined();
});
