import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Row } from "./rows.ts";
import { codesOf, linesOf, nextTo, readTiles, tileLayout } from "./shapes.ts";

const tiles = readTiles(readFileSync(join(import.meta.dirname, "tiles.csv"), "utf8"));

const area = (kind: "POLICE_FORCE" | "ICB" | "HEALTH_BOARD", code: string, name: string): Row => ({
  area: { kind, code, name },
  state: "COMMISSIONED",
  share: null,
  states: [],
});

test("a name is broken between words, then inside them, and cut where it does not fit", () => {
  expect(linesOf("Milton Keynes", 10, 3)).toEqual(["Milton", "Keynes"]);
  expect(linesOf("Northumberland", 8, 3)).toEqual(["Northum-", "berland"]);
  expect(linesOf("Bournemouth, Christchurch and Poole", 8, 3)).toEqual([
    "Bourne-",
    "mouth,",
    "Christc…",
  ]);
  expect(linesOf("Stoke-on-Trent", 7, 3)).toEqual(["Stoke-", "on-", "Trent"]);
  expect(linesOf("Staffordshire", 9, 3)).toEqual(["Stafford-", "shire"]);
  expect(linesOf("NHS Frimley Integrated Care Board", 10, 3)).toEqual(["Frimley"]);
  expect(linesOf("Betsi Cadwaladr University Health Board", 10, 3)).toEqual(["Betsi", "Cadwaladr"]);
});

test("an area without a tile is told of and not left out silently", () => {
  const rows = [
    area("POLICE_FORCE", "E23000001", "Metropolitan Police"),
    area("POLICE_FORCE", "X", "New"),
  ];
  const { shapes, missing } = tileLayout(tiles, rows, 80);
  expect(shapes.map((one) => one.key)).toEqual(["POLICE_FORCE E23000001"]);
  expect(missing.map((one) => one.area.name)).toEqual(["New"]);
});

test("the arrow keys go to what lies that way, across a gap too", () => {
  const at = (key: string, x: number, y: number) => ({
    key,
    x,
    y,
    path: "",
    label: [],
    left: 0,
    top: 0,
    width: 0,
  });
  const [a, b, c, d] = [at("a", 0, 0), at("b", 20, 0), at("c", 10, 10), at("d", 0, 25)];
  expect(nextTo([a, b, c, d], a, 1, 0)?.key).toBe("b");
  expect(nextTo([a, b, c, d], a, 0, 1)?.key).toBe("d");
  expect(nextTo([a, b, c, d], a, -1, 0)).toBeUndefined();
  expect(nextTo([a, b, c, d], b, -1, 0)?.key).toBe("a");
});

test("an area that has had several codes is found by each", () => {
  const { shapes } = tileLayout(
    tiles,
    [area("ICB", "E54000067", "Hampshire and Isle of Wight")],
    80,
  );
  expect(shapes).toHaveLength(1);
  const northumberland = { kind: "DISTRICT", name: "Northumberland" } as const;
  expect(codesOf(tiles, { ...northumberland, code: "E06000048" })).toContain("E06000057");
  expect(codesOf(tiles, { ...northumberland, code: "E06000057" })).toContain("E06000048");
  expect(codesOf(tiles, { ...northumberland, code: "X" })).toEqual(["X"]);
});
