import * as Plot from "@observablehq/plot";

export interface Range {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A bar for what is on record, and a hatched one for what no record settles. */
export function draw(ranges: readonly Range[]): SVGSVGElement {
  const chart = Plot.plot({
    width: 900,
    height: 80 + ranges.length * 22,
    marginLeft: 260,
    marginBottom: 50,
    style: { background: "transparent" },
    x: {
      label: "Share: on record (filled), and at most if all that is unknown fulfilled it (hatched)",
      labelOffset: 44,
      domain: [0, 1],
      tickFormat: (share: number) => `${Math.round(share * 100)}%`,
      grid: true,
    },
    y: { label: null, domain: ranges.map((one) => one.name) },
    marks: [
      Plot.barX(ranges, {
        y: "name",
        x1: "least",
        x2: "most",
        fill: "url(#unknown)",
        stroke: "#768692",
        strokeDasharray: "3 2",
      }),
      Plot.barX(ranges, { y: "name", x1: 0, x2: "least", fill: "#005eb8" }),
      // What is known to be none has no bar to see.
      Plot.text(
        ranges.filter((one) => one.most === 0),
        { y: "name", x: 0, text: () => "0%, by record", dx: 6, textAnchor: "start" },
      ),
      Plot.ruleX([0]),
    ],
  });
  const svg = chart instanceof SVGSVGElement ? chart : chart.querySelector("svg");
  if (!svg) throw new Error("Plot drew nothing.");
  svg.prepend(hatching());
  return svg;
}

/** The pattern of what is not known, as elsewhere on the pages. */
function hatching(): SVGDefsElement {
  const made = <Name extends keyof SVGElementTagNameMap>(
    name: Name,
    attributes: Record<string, string>,
  ) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const pattern = made("pattern", {
    id: "unknown",
    width: "6",
    height: "6",
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(
    made("rect", { width: "6", height: "6", fill: "#ffffff" }),
    made("rect", { width: "2", height: "6", fill: "#768692" }),
  );
  const defs = made("defs", {});
  defs.append(pattern);
  return defs;
}
