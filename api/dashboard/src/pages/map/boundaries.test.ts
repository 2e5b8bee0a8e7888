import { expect, test } from "@playwright/test";
import type { Row } from "./rows.ts";
import { type Feature, boundaryLayout, layerFor } from "./boundaries.ts";

const row = (code: string): Row => ({
  area: { kind: "ICB", code, name: code },
  state: "ABSENT",
  share: null,
  states: [],
});

const own = ({ area }: Row) => (area.code ? [area.code] : []);

const square = (code: string, west: number, south: number): Feature => ({
  properties: { code },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
});

test("the layer with most of the areas is taken, and what it lacks is told", () => {
  const layers = [
    { name: "before", path: "/b", codes: ["A", "B", "C"] },
    { name: "after", path: "/a", codes: ["A", "D", "E"] },
  ];
  const found = layerFor(layers, [row("A"), row("D"), row("F")], own);
  expect(found?.layer.name).toBe("after");
  expect(found?.missing.map(({ area }) => area.code)).toEqual(["F"]);
  expect(layerFor(layers, [row("X")], own)).toBeUndefined();
  expect(layerFor([], [row("A")], own)).toBeUndefined();
});

test("north is up, west is left, and a degree of longitude is narrower than one of latitude", () => {
  const { shapes, width, height, missing } = boundaryLayout(
    [square("A", -3, 54), square("B", -2, 53)],
    [row("A"), row("B"), row("C")],
    own,
  );
  const [a, b] = shapes;
  expect(a && b && a.x < b.x && a.y < b.y).toBe(true);
  expect(missing.map(({ area }) => area.code)).toEqual(["C"]);
  // Two degrees high and two wide, of which each is cos 54° as wide as high.
  expect((width - 8) / (height - 8)).toBeCloseTo(Math.cos((54 * Math.PI) / 180), 3);
});

test("an area is found in a file by another of its codes", () => {
  const layers = [{ name: "new", path: "/n", codes: ["A2"] }];
  const both = () => ["A", "A2"];
  expect(layerFor(layers, [row("A")], both)?.missing).toEqual([]);
  expect(boundaryLayout([square("A2", -3, 54)], [row("A")], both).missing).toEqual([]);
});
