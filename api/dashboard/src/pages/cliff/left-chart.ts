import * as Plot from "@observablehq/plot";
import type { LeftMonth } from "./left.tsx";

/** The share of people, offer by offer, for whom it is live at the end of each month. */
export function draw(months: readonly LeftMonth[]): SVGSVGElement {
  const rows = months
    .filter(({ live }) => live.of > 0)
    .map(({ day, live }) => ({
      day: new Date(`${day}T00:00:00Z`),
      share: (live.people / live.of) * 100,
    }));
  const chart = Plot.plot({
    width: 900,
    height: 260,
    marginLeft: 50,
    marginBottom: 45,
    style: { background: "transparent" },
    x: { label: null, type: "utc" },
    y: { label: "Live for, percent of people and offers", grid: true, domain: [0, 100] },
    marks: [
      Plot.line(rows, {
        x: "day",
        y: "share",
        stroke: "#005eb8",
        strokeWidth: 2,
        curve: "step-after",
      }),
      Plot.dot(rows, { x: "day", y: "share", fill: "#005eb8", r: 3 }),
      Plot.ruleY([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  return svg;
}
