/* People, or areas, by coverage state as bars. Each state has the pattern that it has elsewhere, and its word
 * in the key, so that the chart needs no colour. */
import type { CoverageState } from "#ops/types.ts";
import * as Plot from "@observablehq/plot";
import { stateOrder, states, word } from "./words.ts";

export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly state: CoverageState; readonly count: number }[];
}

const millions = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
const row = 34;
const width = 900;

/** One bar a row, from nought, the states in their order. `counted`: of what, as the axis says. */
export function drawStates(
  bars: readonly Bar[],
  marginLeft: number,
  counted: string,
): SVGSVGElement {
  const parts = bars.flatMap(({ label, parts }) =>
    parts.map(({ state, count }) => ({ label, state, count })),
  );
  const shown = stateOrder.filter((state) => parts.some((one) => one.state === state));
  const keyRows = Math.ceil(shown.length / 4);
  const chart = Plot.plot({
    width,
    height: 40 + bars.length * row + keyRows * 26 + 20,
    marginLeft,
    marginBottom: 40 + keyRows * 26,
    style: { background: "transparent" },
    x: {
      label: counted,
      labelOffset: 36,
      grid: true,
      ticks: 6,
      tickFormat: (count: number) => millions.format(count),
    },
    y: { label: null, domain: bars.map((bar) => bar.label), tickSize: 0 },
    marks: [
      Plot.barX(parts, {
        x: "count",
        y: "label",
        order: [...shown],
        z: "state",
        fill: (part: { state: CoverageState }) => `url(#state-${part.state.toLowerCase()})`,
        stroke: "#212b32",
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.ruleX([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  svg.prepend(patterns(shown));
  svg.append(key(shown, svg.viewBox.baseVal.height - keyRows * 26));
  return svg;
}

const space = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number>>;

function made(name: string, attributes: Attributes, ...children: readonly Element[]): SVGElement {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const blue = "#005eb8";
const line = (d: string, stroke: string, strokeWidth = 2) =>
  made("path", { d, stroke, "stroke-width": strokeWidth, fill: "none" });
const ground = (fill: string, width = 8, height = 8) => made("rect", { width, height, fill });

/** What is drawn over and over, on 8 by 8. */
const drawings: Readonly<Record<CoverageState, () => SVGElement[]>> = {
  COMMISSIONED: () => [ground(blue)],
  PARTIAL: () => [ground("#fff"), ground(blue, 8, 4)],
  PLANNED: () => [ground("#fff"), made("circle", { cx: 4, cy: 4, r: 2, fill: blue })],
  LAPSED: () => [ground("#fff"), ground("#a86200", 4, 8)],
  ABSENT: () => [ground("#8a1538")],
  CONTESTED: () => [ground("#fff"), line("M0 0 8 8M8 0 0 8", "#330072")],
  NOT_RECORDED: () => [ground("#d8dde0"), line("M-2 2 2-2M0 8 8 0M6 10 10 6", "#768692")],
  NOT_APPLICABLE: () => [ground("#fff"), line("M0 8 8 0", "#212b32", 1)],
};

function patterns(shown: readonly CoverageState[]): SVGElement {
  const each = shown.map((state) =>
    made(
      "pattern",
      {
        id: `state-${state.toLowerCase()}`,
        width: 8,
        height: 8,
        patternUnits: "userSpaceOnUse",
      },
      ...(drawings[state]?.() ?? [ground("#fff")]),
    ),
  );
  return made("defs", {}, ...each);
}

function key(shown: readonly CoverageState[], top: number): SVGElement {
  const each = shown.flatMap((state, index) => {
    const x = (index % 4) * (width / 4) + 4;
    const y = top + Math.floor(index / 4) * 26;
    const text = made("text", { x: x + 24, y: y + 13, fill: "#212b32" });
    text.textContent = word(states, state);
    const swatch = made("rect", {
      x,
      y,
      width: 16,
      height: 16,
      stroke: "#212b32",
      fill: `url(#state-${state.toLowerCase()})`,
    });
    return [swatch, text];
  });
  return made("g", { "font-size": 14, "text-anchor": "start" }, ...each);
}
