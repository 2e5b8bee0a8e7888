/* The map as a file stands alone: with its title, its day and its key under it. */
import type { CoverageState } from "#ops/types.ts";
import { stateOrder, states, word } from "../../parts/words.ts";
import { fillOf } from "./patterns.tsx";

const space = "http://www.w3.org/2000/svg";
const line = 26;

export function pictureOf(
  drawn: SVGSVGElement,
  title: string,
  found: ReadonlyMap<CoverageState, number>,
): SVGSVGElement {
  const picture = drawn.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawn.viewBox.baseVal;
  const wide = Math.max(width, 480);
  const top = 40;
  const key = document.createElementNS(space, "g");
  let y = top + height + line;
  for (const state of stateOrder) {
    const swatch = document.createElementNS(space, "rect");
    const place = { x: "8", y: String(y - 15), width: "28", height: "20" };
    for (const [name, value] of Object.entries(place)) swatch.setAttribute(name, value);
    swatch.setAttribute("fill", fillOf(state));
    swatch.setAttribute("stroke", "#212b32");
    key.append(swatch, words(46, y, `${word(states, state)}: ${found.get(state) ?? 0}`));
    y += line;
  }
  const map = document.createElementNS(space, "g");
  map.setAttribute("transform", `translate(0 ${top})`);
  map.append(...[...picture.childNodes].filter((node) => node.nodeName !== "defs"));
  picture.append(words(8, 24, title, "16"), map, key);
  picture.setAttribute("viewBox", `0 0 ${wide} ${y}`);
  picture.setAttribute("width", String(wide));
  picture.setAttribute("height", String(y));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", title);
  return picture;
}

function words(x: number, y: number, text: string, size = "14"): SVGTextElement {
  const made = document.createElementNS(space, "text");
  made.setAttribute("x", String(x));
  made.setAttribute("y", String(y));
  made.setAttribute("font-size", size);
  made.setAttribute("fill", "#212b32");
  made.textContent = text;
  return made;
}
