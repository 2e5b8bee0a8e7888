/* What holds for every page: axe finds nothing, nothing is blocked or complained of, it fits into
 * the width that there is, it has one heading and its own title. */
import AxeBuilder from "@axe-core/playwright";
import { pages } from "./pages.ts";
import { expect, test } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.describe.configure({ mode: "parallel" });

for (const { name, path } of pages) {
  test(`${name} breaks no rule, fits into 320 pixels and more, and the browser has nothing to say`, async ({
    page,
    open,
    complaints,
  }) => {
    // A long table takes axe a while.
    test.setTimeout(180_000);
    await open(path);
    // A page that is not there is answered with 404, which the browser tells.
    if (name === "not-found") complaints.length = 0;
    // Some of what is folded, which is alike.
    for (const summary of (await page.locator("main details > summary").all()).slice(0, 12)) {
      await summary.evaluate((one) => {
        if (one.parentElement instanceof HTMLDetailsElement) one.parentElement.open = true;
      });
    }
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 30_000 });
    const { violations, incomplete } = await new AxeBuilder({ page }).withTags(rules).analyze();
    // What it could not decide it leaves to somebody who looks: there is to be nothing serious.
    const undecided = incomplete.filter(({ impact }) => impact === "serious");
    const told = [...violations, ...undecided].map(
      (one) => `${one.id}: ${one.help} ${one.nodes[0]?.html}`,
    );
    expect(told).toEqual([]);
    // Words in pictures, which axe leaves out: all stand on the ground of the page or on white.
    for (const chart of await page.locator(".app-chart").all()) {
      await expect(chart.locator("svg")).toHaveCount(1);
    }
    const contrasts = await page.locator("main svg text").evaluateAll(contrastWithPage);
    expect(Math.min(21, ...contrasts)).toBeGreaterThanOrEqual(4.5);
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await page.title()).toMatch(/.+ – Throughcare$/);
    // The narrowest is 1280 at 400 %.
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const takes = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(takes, `at ${width} pixels`).toBeLessThanOrEqual(width);
    }
  });
}

/** How much letters differ from the ground, as WCAG counts it. */
function contrastWithPage(letters: readonly Element[]): number[] {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // The darker of the two.
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return letters.map((one) => {
    const [a = 0, b = 0] = [light(getComputedStyle(one).fill), ground].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
}
