import * as Plot from "@observablehq/plot";
import { type Month, ofMonth } from "./months.tsx";

const namespace = "http://www.w3.org/2000/svg";

/** How many end in each month; those without a value on record are dotted, on top of those with. */
export function draw(months: readonly Month[]): SVGSVGElement {
  const rows = months.map((month) => {
    const { endings, known } = ofMonth(month);
    return { month: new Date(`${month.month}-15T00:00:00Z`), known, endings };
  });
  const most = Math.max(1, ...rows.map((row) => row.endings));
  const chart = Plot.plot({
    width: 900,
    height: 280,
    marginLeft: 50,
    marginBottom: 45,
    style: { background: "transparent" },
    x: { label: null, type: "utc" },
    y: {
      label: "Contracts and services that end in the month",
      grid: true,
      domain: [0, most],
      ...(most < 12 ? { ticks: most } : {}),
      tickFormat: "d",
    },
    marks: [
      Plot.rectY(rows, { x: "month", y1: 0, y2: "known", interval: "month", fill: "#005eb8" }),
      Plot.rectY(rows, {
        x: "month",
        y1: "known",
        y2: "endings",
        interval: "month",
        fill: "url(#unvalued)",
        stroke: (row: (typeof rows)[number]) => (row.endings > row.known ? "#425563" : "none"),
      }),
      Plot.ruleY([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  svg.prepend(dots());
  return svg;
}

function dots(): SVGElement {
  const defs = document.createElementNS(namespace, "defs");
  const pattern = document.createElementNS(namespace, "pattern");
  for (const [name, value] of Object.entries({
    id: "unvalued",
    width: "6",
    height: "6",
    patternUnits: "userSpaceOnUse",
  })) {
    pattern.setAttribute(name, value);
  }
  const ground = document.createElementNS(namespace, "rect");
  ground.setAttribute("width", "6");
  ground.setAttribute("height", "6");
  ground.setAttribute("fill", "#fff");
  const dot = document.createElementNS(namespace, "circle");
  for (const [name, value] of Object.entries({ cx: "3", cy: "3", r: "1.4", fill: "#425563" })) {
    dot.setAttribute(name, value);
  }
  pattern.append(ground, dot);
  defs.append(pattern);
  return defs;
}
