import * as Plot from "@observablehq/plot";

interface Ends {
  readonly endsOn: string | null;
}

/** Services by the month in which they end; a month without any is there, with none. */
export function draw(services: readonly Ends[], from: string, until: string): SVGSVGElement {
  const inMonth = new Map<string, number>();
  for (const { endsOn } of services) {
    const month = endsOn?.slice(0, 7) ?? "";
    inMonth.set(month, (inMonth.get(month) ?? 0) + 1);
  }
  const rows: { month: Date; services: number }[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = next(month)) {
    rows.push({ month: new Date(`${month}-15T00:00:00Z`), services: inMonth.get(month) ?? 0 });
  }
  const chart = Plot.plot({
    width: 900,
    height: 260,
    marginLeft: 50,
    marginBottom: 44,
    style: { background: "transparent" },
    x: { label: null, type: "utc" },
    y: { label: "Services that end in the month", grid: true, interval: 1, tickFormat: "d" },
    marks: [
      Plot.rectY(rows, { x: "month", y: "services", interval: "month", fill: "#005eb8" }),
      Plot.ruleY([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  return svg;
}

function next(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
