/* A picture of every page, wide and at 320 pixels: `npm run screenshots`, then look at each. */
import { join } from "node:path";
import { pages } from "./pages.ts";
import { test } from "./test.ts";

const into = process.env["SCREENSHOTS"] ?? join(import.meta.dirname, "out/screenshots");

for (const [name, width] of [
  ["wide", 1280],
  ["narrow", 320],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 } });
    for (const one of pages) {
      test(one.name, async ({ page, open, complaints }) => {
        await open(one.path);
        await page.screenshot({ path: join(into, `${one.name}-${name}.png`), fullPage: true });
        // What is wrong is told by the checks.
        complaints.length = 0;
      });
    }
  });
}
