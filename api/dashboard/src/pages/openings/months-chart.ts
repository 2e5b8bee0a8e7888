import * as Plot from "@observablehq/plot";

interface Month {
  readonly month: number;
  readonly opened: readonly unknown[];
  readonly closed: readonly unknown[];
}

const short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Earlier rounds by month: opened above the line, closed below it; a month without any is there. */
export function draw(months: readonly Month[]): SVGSVGElement {
  const rows = short.map((name, index) => {
    const found = months.find((one) => one.month === index + 1);
    return { name, opened: found?.opened.length ?? 0, closed: found?.closed.length ?? 0 };
  });
  const above = Math.max(1, ...rows.map((row) => row.opened));
  const below = Math.max(1, ...rows.map((row) => row.closed));
  // Nought is a tick, and so is every other count up and down from it.
  const step = Math.max(1, Math.ceil((above + below) / 8));
  const ticks = Array.from(
    { length: Math.floor(above / step) + Math.floor(below / step) + 1 },
    (_, index) => (index - Math.floor(below / step)) * step,
  );
  const chart = Plot.plot({
    width: 900,
    height: 280,
    marginLeft: 50,
    style: { background: "transparent" },
    x: { label: null, domain: short },
    y: {
      label: "Opened above the line, closed below it",
      grid: true,
      domain: [-below - 1, above + 1],
      ticks,
      tickFormat: (count: number) => String(Math.abs(count)),
    },
    marks: [
      Plot.barY(rows, { x: "name", y: "opened", fill: "#005eb8" }),
      Plot.barY(rows, {
        x: "name",
        y: (row: { closed: number }) => -row.closed,
        fill: "#fff",
        stroke: "#212b32",
        strokeWidth: 2,
        strokeDasharray: "4 2",
      }),
      Plot.text(rows, {
        x: "name",
        y: "opened",
        text: (row: { opened: number }) => (row.opened > 0 ? String(row.opened) : ""),
        dy: -8,
      }),
      Plot.text(rows, {
        x: "name",
        y: (row: { closed: number }) => -row.closed,
        text: (row: { closed: number }) => (row.closed > 0 ? String(row.closed) : ""),
        dy: 10,
      }),
      Plot.ruleY([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  return svg;
}
