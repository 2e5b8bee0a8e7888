import * as Plot from "@observablehq/plot";
import { dayOf, inWords, monthsAfter } from "../../data/dates.ts";
import type { Bar } from "./bars.ts";
import { firstDay, lastDay } from "./days.ts";

interface Piece {
  readonly row: string;
  readonly from: Date;
  readonly to: Date;
}

const namespace = "http://www.w3.org/2000/svg";

/** Bars by start and end. Where either is not on record, the bar is open to that side and dotted. */
export function draw(
  bars: readonly Bar[],
  asOf: string,
  changes: readonly string[],
): SVGSVGElement {
  const left = moment(monthsAfter(asOf, -36));
  const last = bars.flatMap(({ end, extension }) => [end, extension].filter((one) => one !== null));
  const known = last.map((one) => moment(lastDay(one)).getTime());
  const furthest = Math.max(moment(monthsAfter(asOf, 36)).getTime(), ...known);
  // Room on the right, so that what is open is seen to go on.
  const right = moment(monthsAfter(dayOf(new Date(furthest)), 8));
  const names = new Map<string, string>();
  const confirmed: Piece[] = [];
  const extended: Piece[] = [];
  const open: Piece[] = [];
  for (const bar of bars) {
    names.set(bar.id, shortened(bar.service.title));
    const start = bar.start ? moment(firstDay(bar.start)) : undefined;
    const end = bar.end ? moment(lastDay(bar.end)) : undefined;
    const row = bar.id;
    if (start && end) confirmed.push({ row, from: later(start, left), to: end });
    else if (end) open.push({ row, from: left, to: end });
    else open.push({ row, from: start ? later(start, left) : left, to: right });
    if (bar.extension && end) extended.push({ row, from: end, to: moment(lastDay(bar.extension)) });
  }
  const height = 60 + bars.length * 22;
  const marks = [
    { day: asOf, label: `${inWords(asOf)}, the day asked about` },
    ...changes.map((day) => ({ day, label: `${inWords(day)}: change of commissioner` })),
  ];
  const chart = Plot.plot({
    width: 900,
    height: height + 20 * marks.length,
    marginLeft: 300,
    marginTop: 20 + 20 * marks.length,
    marginRight: 20,
    marginBottom: 40,
    style: { background: "transparent" },
    x: { type: "utc", domain: [left, right], label: null, grid: true, axis: "bottom" },
    y: {
      type: "band",
      domain: bars.map((bar) => bar.id),
      label: null,
      tickFormat: (id: string) => names.get(id) ?? "",
      tickSize: 0,
      padding: 0.3,
    },
    marks: [
      Plot.barX(open, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: "url(#open)",
        stroke: "#425563",
        strokeDasharray: "2 3",
      }),
      Plot.barX(confirmed, { x1: "from", x2: "to", y: "row", fill: "#005eb8" }),
      Plot.barX(extended, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: "url(#extended)",
        stroke: "#005eb8",
      }),
      ...marks.flatMap(({ day, label }, index) => [
        Plot.ruleX([moment(firstDay(day))], {
          stroke: "#d5281b",
          strokeWidth: 2,
          strokeDasharray: index === 0 ? "none" : "6 3",
        }),
        Plot.text([moment(firstDay(day))], {
          x: (one: Date) => one,
          text: [label],
          frameAnchor: "top",
          dy: -(8 + 20 * (marks.length - 1 - index)),
          dx: 4,
          textAnchor: "start",
          fill: "#212b32",
        }),
      ]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  svg.prepend(patterns());
  return svg;
}

/** Stripes for what may be, dots for what is not on record. */
function patterns(): SVGElement {
  const defs = document.createElementNS(namespace, "defs");
  const made = (id: string, shape: string, attributes: Record<string, string>) => {
    const pattern = document.createElementNS(namespace, "pattern");
    pattern.setAttribute("id", id);
    pattern.setAttribute("width", "6");
    pattern.setAttribute("height", "6");
    pattern.setAttribute("patternUnits", "userSpaceOnUse");
    const ground = document.createElementNS(namespace, "rect");
    ground.setAttribute("width", "6");
    ground.setAttribute("height", "6");
    ground.setAttribute("fill", "#fff");
    const part = document.createElementNS(namespace, shape);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    pattern.append(ground, part);
    defs.append(pattern);
  };
  made("extended", "path", { d: "M0 6 6 0", stroke: "#005eb8", "stroke-width": "2" });
  made("open", "circle", { cx: "3", cy: "3", r: "1.2", fill: "#425563" });
  return defs;
}

function moment(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

const later = (a: Date, b: Date) => (a > b ? a : b);

/** The middle is left out: services of one kind differ in their place, which stands last. */
function shortened(title: string): string {
  if (title.length <= 36) return title;
  const place = title.slice(title.lastIndexOf(",") + 1).trim();
  const end = place.length < 22 ? place : place.slice(-21);
  return `${title.slice(0, 34 - end.length).trimEnd()}… ${end}`;
}
