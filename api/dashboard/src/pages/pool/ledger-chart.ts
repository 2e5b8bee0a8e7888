import * as Plot from "@observablehq/plot";
import type { PoolLineShownFragment } from "#ops/types.ts";
import { standWords, stands } from "./ledger.tsx";

interface Row {
  readonly name: string;
  readonly line: PoolLineShownFragment;
}

const namespace = "http://www.w3.org/2000/svg";
const paints = ["#005eb8", "url(#in-plan)", "url(#set-aside)", "url(#promised)", "#003087"];

/** Where each line’s money stands; every account has a pattern of its own. */
export function draw(rows: readonly Row[]): SVGSVGElement {
  const pieces = rows.flatMap(({ name, line }) =>
    stands.map((stand) => ({ name, stand: standWords[stand], pounds: Number(line[stand]) })),
  );
  const chart = Plot.plot({
    width: 900,
    height: 110 + rows.length * 36,
    marginLeft: 300,
    marginRight: 30,
    marginBottom: 40,
    marginTop: 50,
    style: { background: "transparent" },
    x: { label: "Pounds", grid: true, tickFormat: ",d", ticks: 5 },
    y: {
      label: null,
      domain: rows.map((row) => row.name),
      tickSize: 0,
      tickFormat: (name: string) => (name.length > 38 ? `${name.slice(0, 37)}…` : name),
    },
    marks: [
      Plot.barX(pieces, {
        x: "pounds",
        y: "name",
        fill: (piece: (typeof pieces)[number]) => paintOf(piece.stand),
        stroke: (piece: (typeof pieces)[number]) => (piece.pounds > 0 ? "#212b32" : "none"),
        order: stands.map((stand) => standWords[stand]),
        z: "stand",
        inset: 0.5,
      }),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  svg.prepend(patterns());
  svg.append(key());
  return svg;
}

function paintOf(word: string): string {
  const index = stands.findIndex((stand) => standWords[stand] === word);
  return paints[index] ?? "none";
}

/** The key, drawn into the picture so that a saved one has it too. */
function key(): SVGElement {
  const group = element("g", {});
  for (const [index, stand] of stands.entries()) {
    const x = 10 + index * 178;
    const box = { x: String(x), y: "4", width: "16", height: "16", stroke: "#212b32" };
    group.append(element("rect", { ...box, fill: paints[index] ?? "none" }));
    const text = element("text", {
      x: String(x + 22),
      y: "17",
      fill: "#212b32",
      "text-anchor": "start",
    });
    text.textContent = standWords[stand];
    group.append(text);
  }
  return group;
}

function patterns(): SVGElement {
  const defs = element("defs", {});
  const made = (id: string, shape: SVGElement) => {
    const size = { width: "8", height: "8" };
    const pattern = element("pattern", { id, ...size, patternUnits: "userSpaceOnUse" });
    pattern.append(element("rect", { ...size, fill: "#fff" }), shape);
    defs.append(pattern);
  };
  made("in-plan", element("circle", { cx: "4", cy: "4", r: "1.8", fill: "#005eb8" }));
  const stroke = { stroke: "#005eb8", "stroke-width": "2" };
  made("set-aside", element("path", { d: "M0 8 8 0", ...stroke }));
  made("promised", element("path", { d: "M0 2H8M0 6H8", ...stroke }));
  return defs;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
