/* Where areas are drawn: tiles of one size, or the boundaries that the server was given. */
import { keyOf } from "./rows.ts";
import type { Row } from "./rows.ts";

export interface Shape {
  /** Kind and code of its area. */
  readonly key: string;
  readonly path: string;
  /** Its middle, for the arrow keys. */
  readonly x: number;
  readonly y: number;
  /** Its name in lines, and where they stand; none on boundaries. */
  readonly label: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Areas that it has no place for: they are in the table only. */
  readonly missing: readonly Row[];
  readonly fontSize: number;
}

export type Tiles = ReadonlyMap<string, readonly [column: number, row: number]>;

/** The table of tiles by kind and code; an area that has had several codes is there by each. */
export function readTiles(csv: string): Tiles {
  const [, ...lines] = csv.trim().split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [kind = "", code = "", others = "", column = "", row = ""] = line.split(",");
      const tile = [Number(column), Number(row)] as const;
      const codes = [code, ...others.split(";").filter(Boolean)];
      return codes.map((one) => [`${kind.toUpperCase()} ${one}`, tile] as const);
    }),
  );
}

/** The codes that mean the same area, as far as the table of tiles knows: whoever made a file of
 * boundaries may have used another than the register puts first. */
export function codesOf(tiles: Tiles, { kind, code }: Row["area"]): readonly string[] {
  const tile = tiles.get(`${kind} ${code ?? ""}`);
  if (!tile) return code ? [code] : [];
  return [...tiles].flatMap(([key, other]) =>
    other === tile && key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [],
  );
}

/** The tiles of these areas. The grid is as large as that of all of their kinds. */
export function tileLayout(tiles: Tiles, rows: readonly Row[], side: number): Layout {
  const fontSize = side < 60 ? 9.5 : 11;
  const kinds = new Set(rows.map((row) => row.area.kind as string));
  let [columns, height] = [0, 0];
  for (const [key, [column, row]] of tiles) {
    if (!kinds.has(key.split(" ")[0] ?? "")) continue;
    columns = Math.max(columns, column + 1);
    height = Math.max(height, row + 1);
  }
  const shapes: Shape[] = [];
  const missing: Row[] = [];
  for (const row of rows) {
    const tile = tiles.get(keyOf(row.area));
    if (!tile) {
      missing.push(row);
      continue;
    }
    const [left, top] = [tile[0] * side + 1.5, tile[1] * side + 1.5];
    const inner = side - 3;
    shapes.push({
      key: keyOf(row.area),
      path: `M${left} ${top}h${inner}v${inner}h${-inner}z`,
      x: left + inner / 2,
      y: top + inner / 2,
      label: linesOf(row.area.name, Math.floor((inner - 5) / (fontSize * 0.52)), side < 60 ? 3 : 4),
      left,
      top,
      width: inner,
    });
  }
  return { width: columns * side, height: height * side, shapes, missing, fontSize };
}

/** What every board is called is left out of a label; the name is whole everywhere else. */
const common = /^NHS | Integrated Care Board$| (?:University |Teaching )?Health Board$/g;

/** A name in so many lines of so many letters; what does not fit ends in an ellipsis. */
export function linesOf(name: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of name.replaceAll(common, "").split(" ")) {
    for (const [index, piece] of pieces(word, letters).entries()) {
      const longer = line && index === 0 ? `${line} ${piece}` : line + piece;
      if (longer.length <= letters) {
        line = longer;
        continue;
      }
      if (line) lines.push(index === 0 || line.endsWith("-") ? line : `${line}-`);
      line = piece;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  const cut = last.replace(/-$/, "").slice(0, letters - 1);
  return [...lines.slice(0, most - 1), `${cut.trimEnd().replace(/,$/, "")}…`];
}

/** Where names of places are made of two. */
const joint = /(?<=.{3})(?=(?:shire|borough|minster|mouth|field|caster|ton|ham|wick)\b)/;

/** A word in parts that fit a line with their hyphen: at its own, at a joint, or anywhere. */
function pieces(word: string, letters: number): string[] {
  if (word.length <= letters) return [word];
  return word.split(/(?<=-)/).flatMap((part) => {
    if (part.length <= letters) return [part];
    return part.split(joint).flatMap((half) => {
      const cut: string[] = [];
      let rest = half;
      while (rest.length > letters - (half === part ? 0 : 1)) {
        // No letter or two alone on a line.
        const at = Math.min(letters - 1, Math.max(2, rest.length - 4));
        cut.push(rest.slice(0, at));
        rest = rest.slice(at);
      }
      return [...cut, rest];
    });
  });
}

/** The shape that lies next in a direction, those straight ahead first. */
export function nextTo(
  shapes: readonly Shape[],
  from: Shape,
  east: number,
  south: number,
): Shape | undefined {
  let best: { shape: Shape; cost: number } | undefined;
  for (const shape of shapes) {
    const [dx, dy] = [shape.x - from.x, shape.y - from.y];
    const ahead = dx * east + dy * south;
    const aside = Math.abs(dx * south) + Math.abs(dy * east);
    if (ahead <= 1) continue;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { shape, cost };
  }
  return best?.shape;
}
