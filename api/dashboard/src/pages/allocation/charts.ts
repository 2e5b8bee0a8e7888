import * as Plot from "@observablehq/plot";
import type { PlanRow } from "./plans.tsx";

interface Place {
  readonly area: { readonly name: string } | null;
  readonly offer: { readonly name: string } | null;
  readonly cohort: { readonly name: string } | null;
  readonly amount: string;
  readonly peopleServed: string;
  readonly peopleInNeed: string;
}

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const pounds = (amount: number) => `£${number.format(Math.round(amount))}`;
const short = (text: string) => (text.length > 34 ? `${text.slice(0, 33)}…` : text);

function svgOf(chart: ReturnType<typeof Plot.plot>): SVGSVGElement {
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  return svg;
}

/** People served by each plan, in a frame that is as long as the need. */
export function drawPlans(rows: readonly PlanRow[]): SVGSVGElement {
  const plans = rows.flatMap(({ name, plan }) =>
    plan ? [{ name, served: Number(plan.peopleServed), need: Number(plan.peopleInNeed) }] : [],
  );
  return svgOf(
    Plot.plot({
      width: 900,
      height: 80 + plans.length * 40,
      marginLeft: 170,
      marginBottom: 52,
      marginRight: 90,
      style: { background: "transparent" },
      x: { labelOffset: 46, label: "People served (filled) of those in need (frame)", grid: true },
      y: { label: null, domain: plans.map((one) => one.name) },
      marks: [
        Plot.barX(plans, { x: "need", y: "name", fill: "#fff", stroke: "#212b32" }),
        Plot.barX(plans, { x: "served", y: "name", fill: "#005eb8", insetTop: 5, insetBottom: 5 }),
        Plot.text(plans, {
          x: "need",
          y: "name",
          text: (one) => number.format(one.served),
          textAnchor: "start",
          dx: 6,
        }),
      ],
    }),
  );
}

/** Pounds by area and offer, each bar named. */
export function drawSpend(places: readonly Place[]): SVGSVGElement {
  const rows = places
    .map((place) => ({ what: nameOf(place), amount: Number(place.amount) }))
    .sort((a, b) => b.amount - a.amount)
    .slice(0, 30);
  return svgOf(
    Plot.plot({
      width: 900,
      height: 80 + rows.length * 34,
      marginLeft: 320,
      marginBottom: 52,
      marginRight: 90,
      style: { background: "transparent" },
      x: { labelOffset: 46, label: "Pounds spent in the year", grid: true, tickFormat: pounds },
      y: { label: null, domain: rows.map((row) => row.what) },
      marks: [
        Plot.barX(rows, { x: "amount", y: "what", fill: "#005eb8" }),
        Plot.text(rows, {
          x: "amount",
          y: "what",
          text: (row) => pounds(row.amount),
          textAnchor: "start",
          dx: 6,
        }),
      ],
    }),
  );
}

function nameOf({ area, offer, cohort }: Place): string {
  return short(`${area?.name ?? ""}: ${offer?.name ?? ""}${cohort ? `, ${cohort.name}` : ""}`);
}

/** People served by area: pooled as a full bar, siloed as a frame, both named. */
export function drawReach(pooled: readonly Place[], siloed: readonly Place[]): SVGSVGElement {
  const sum = (places: readonly Place[]) => {
    const areas = new Map<string, number>();
    for (const { area, peopleServed } of places) {
      const name = area?.name ?? "";
      areas.set(name, (areas.get(name) ?? 0) + Number(peopleServed));
    }
    return [...areas].map(([area, people]) => ({ area, people }));
  };
  const rows = [
    ...sum(siloed).map((row) => ({ ...row, plan: "in silos" })),
    ...sum(pooled).map((row) => ({ ...row, plan: "pooled" })),
  ];
  const areas = [...new Set(rows.map((row) => row.area))].slice(0, 20);
  const mine = rows.filter((row) => areas.includes(row.area));
  const key = (row: (typeof rows)[number]) => `${row.area}, ${row.plan}`;
  return svgOf(
    Plot.plot({
      width: 900,
      height: 80 + mine.length * 30,
      marginLeft: 240,
      marginBottom: 52,
      marginRight: 80,
      style: { background: "transparent" },
      x: { labelOffset: 46, label: "People served", grid: true },
      y: {
        label: null,
        domain: areas.flatMap((area) => mine.filter((row) => row.area === area).map(key)),
      },
      marks: [
        Plot.barX(
          mine.filter((row) => row.plan === "pooled"),
          { x: "people", y: key, fill: "#005eb8" },
        ),
        Plot.barX(
          mine.filter((row) => row.plan === "in silos"),
          { x: "people", y: key, fill: "#fff", stroke: "#005eb8", strokeWidth: 2, inset: 1 },
        ),
        Plot.text(mine, {
          x: "people",
          y: key,
          text: (row) => number.format(row.people),
          textAnchor: "start",
          dx: 6,
        }),
      ],
    }),
  );
}
