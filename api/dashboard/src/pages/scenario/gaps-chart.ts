import * as Plot from "@observablehq/plot";

interface Gap {
  readonly area: { readonly name: string };
  readonly gained: number;
  readonly closed: number;
}

/** People by area: to the right those newly in a gap, to the left those for whom one closes. */
export function drawGaps(gaps: readonly Gap[]): SVGSVGElement {
  const byArea = new Map<string, { gained: number; closed: number }>();
  for (const { area, gained, closed } of gaps) {
    const sum = byArea.get(area.name) ?? { gained: 0, closed: 0 };
    byArea.set(area.name, { gained: sum.gained + gained, closed: sum.closed + closed });
  }
  const size = (sum: { gained: number; closed: number }) => Math.max(sum.gained, sum.closed);
  const areas = [...byArea].sort(([, a], [, b]) => size(b) - size(a)).slice(0, 20);
  const rows = areas.flatMap(([area, sum]) => [
    ...(sum.gained > 0 ? [{ area, people: sum.gained, what: "newly in a gap" }] : []),
    ...(sum.closed > 0 ? [{ area, people: -sum.closed, what: "gap closes" }] : []),
  ]);
  const number = new Intl.NumberFormat("en-GB");
  const said = (row: (typeof rows)[number]) => `${number.format(Math.abs(row.people))} ${row.what}`;
  const least = Math.min(0, ...rows.map((row) => row.people));
  const most = Math.max(0, ...rows.map((row) => row.people));
  // Room for what is written at the ends of the bars.
  const room = (most - least) * 0.3;
  const chart = Plot.plot({
    width: 900,
    height: 90 + areas.length * 34,
    marginLeft: 190,
    marginBottom: 52,
    marginRight: 20,
    style: { background: "transparent" },
    x: {
      domain: [least < 0 ? least - room : 0, most > 0 ? most + room : 0],
      label: "← gap closes for so many people · so many newly in a gap →",
      labelAnchor: "center",
      labelOffset: 46,
      grid: true,
      ticks: 6,
      tickFormat: (people: number) => number.format(Math.abs(people)),
    },
    y: { label: null, domain: areas.map(([area]) => area) },
    marks: [
      Plot.barX(
        rows.filter((row) => row.people > 0),
        { x: "people", y: "area", fill: "#8a1538" },
      ),
      // Told apart without colour as well: one is full, the other is a frame.
      Plot.barX(
        rows.filter((row) => row.people < 0),
        { x: "people", y: "area", fill: "#fff", stroke: "#005eb8", strokeWidth: 3, inset: 2 },
      ),
      ...([1, -1] as const).map((side) =>
        Plot.text(
          rows.filter((row) => Math.sign(row.people) === side),
          {
            x: "people",
            y: "area",
            text: said,
            dx: 6 * side,
            textAnchor: side > 0 ? "start" : "end",
          },
        ),
      ),
      Plot.ruleX([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  return svg;
}
