/* Real boundaries, where the server was given a file of them. Nothing is drawn that they lack. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Row, keyOf } from "./rows.ts";
import type { Layout, Shape } from "./shapes.ts";

export interface Layer {
  readonly name: string;
  readonly path: string;
  readonly codes: readonly string[];
}

type Position = readonly [number, number];
type Polygon = readonly (readonly Position[])[];

/** The codes by which an area may be in a file. */
export type CodesOf = (row: Row) => readonly string[];

export interface Feature {
  readonly properties: { readonly code: string };
  readonly geometry:
    | { readonly type: "Polygon"; readonly coordinates: Polygon }
    | { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };
}

/** The layer that has most of these areas, and those that it has not. */
export function layerFor(
  layers: readonly Layer[],
  rows: readonly Row[],
  codesIn: CodesOf,
): { layer: Layer; missing: readonly Row[] } | undefined {
  let best: { layer: Layer; missing: readonly Row[] } | undefined;
  for (const layer of layers) {
    const codes = new Set(layer.codes);
    const missing = rows.filter((row) => !codesIn(row).some((code) => codes.has(code)));
    if (missing.length === rows.length) continue;
    if (!best || missing.length < best.missing.length) best = { layer, missing };
  }
  return best;
}

const width = 640;
// A degree of longitude is this part of one of latitude in the middle of England and Wales.
const narrow = Math.cos((54 * Math.PI) / 180);

const polygonsOf = ({ geometry }: Feature): readonly Polygon[] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** The boundaries of these areas, as wide as a map of tiles. */
export function boundaryLayout(
  features: readonly Feature[],
  rows: readonly Row[],
  codesIn: CodesOf,
): Layout {
  const byCode = new Map(features.map((feature) => [feature.properties.code, feature]));
  const featureOf = (row: Row) => codesIn(row).flatMap((code) => byCode.get(code) ?? [])[0];
  const there = rows.flatMap((row) => {
    const feature = featureOf(row);
    return feature ? [{ row, polygons: polygonsOf(feature) }] : [];
  });
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { polygons } of there) {
    for (const [x, y] of polygons.flat(2) as Position[]) {
      west = Math.min(west, x * narrow);
      east = Math.max(east, x * narrow);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  const margin = 4;
  const scale = (width - 2 * margin) / Math.max(1e-9, east - west);
  const at = ([x, y]: Position): Position => [
    margin + (x * narrow - west) * scale,
    margin + (north - y) * scale,
  ];
  const shapes = there.map(({ row, polygons }): Shape => {
    const rings = polygons.flatMap((polygon) => polygon.map((ring) => ring.map(at)));
    const largest = rings.toSorted((a, b) => b.length - a.length)[0] ?? [];
    return {
      key: keyOf(row.area),
      path: rings
        .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}z`)
        .join(""),
      x: middle(largest.map(([x]) => x)),
      y: middle(largest.map(([, y]) => y)),
      label: [],
      left: 0,
      top: 0,
      width: 0,
    };
  });
  const missing = rows.filter((row) => !featureOf(row));
  return { width, height: (north - south) * scale + 2 * margin, shapes, missing, fontSize: 11 };
}

const middle = (values: readonly number[]): number =>
  (Math.min(...values) + Math.max(...values)) / 2;

export interface Boundaries {
  readonly name: string;
  /** Undefined: not all of the areas are in it, or it is not there yet. */
  readonly layout: Layout | undefined;
  readonly missing: readonly Row[];
}

/** The boundaries of what is on screen; undefined: the server has none of them. */
export function useBoundaries(rows: readonly Row[], codesIn: CodesOf): Boundaries | undefined {
  const [layers, setLayers] = useState<readonly Layer[]>([]);
  const [read, setRead] = useState<{ path: string; features: readonly Feature[] }>();
  useEffect(() => {
    void fetched("/boundaries").then((came) => setLayers(layersIn(came)));
  }, []);
  const found = useMemo(() => layerFor(layers, rows, codesIn), [layers, rows, codesIn]);
  const path = found?.missing.length === 0 ? found.layer.path : undefined;
  useEffect(() => {
    if (!path) return;
    let isOver = false;
    void fetched(path).then((came) => {
      if (!isOver) setRead({ path, features: featuresIn(came) });
    });
    return () => {
      isOver = true;
    };
  }, [path]);
  const layout = useMemo(
    () =>
      path && read?.path === path && read.features.length > 0
        ? boundaryLayout(read.features, rows, codesIn)
        : undefined,
    [path, read, rows, codesIn],
  );
  if (!found) return undefined;
  return { name: found.layer.name, layout, missing: found.missing };
}

/** A file of the server; whatever goes wrong, there is none. */
async function fetched(path: string): Promise<unknown> {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function layersIn(came: unknown): readonly Layer[] {
  if (!Array.isArray(came)) return [];
  return came.filter(
    (one: Partial<Layer> | null): one is Layer =>
      typeof one?.name === "string" && typeof one.path === "string" && Array.isArray(one.codes),
  );
}

function featuresIn(came: unknown): readonly Feature[] {
  const features = (came as { features?: unknown } | undefined)?.features;
  if (!Array.isArray(features)) return [];
  return features.filter(
    (one: Partial<Feature> | null): one is Feature =>
      typeof one?.properties?.code === "string" &&
      (one.geometry?.type === "Polygon" || one.geometry?.type === "MultiPolygon"),
  );
}
