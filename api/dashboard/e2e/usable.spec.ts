/* How soon the first view can be used on a slow machine. What it took is told; a test never fails
 * on time, which the machine that runs it decides as much as we do. */
import { expect, settled, test } from "./test.ts";

const slower = 4;

for (const [name, path, field] of [
  // What one types is taken and answered to.
  ["home", "/", "#find-area"],
  // What one came for is there: the name of the area, what it lacks, and the rest under it.
  ["an area", "/areas/E06000042", "main #lacking"],
] as const) {
  test(`${name} is usable with the processor ${slower} times slower`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.addInitScript(markUsable, field);
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    // Its own time is what the page costs, however busy the machine is with others.
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async (): Promise<number> => {
      const { metrics } = await client.send("Performance.getMetrics");
      return (metrics.find((one) => one.name === "TaskDuration")?.value ?? Number.NaN) * 1000;
    };
    // From a server that has read the register once, as it has for all but the first visitor.
    const took: number[] = [];
    const own: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      await client.send("Network.clearBrowserCache");
      await page.goto("about:blank");
      const before = await worked();
      await page.goto(path, { waitUntil: "commit" });
      const usable = await page.waitForFunction(() => {
        const [mark] = performance.getEntriesByName("usable");
        return mark?.startTime;
      });
      took.push((await usable.jsonValue()) ?? Number.NaN);
      own.push((await worked()) - before);
      await settled(page);
    }
    const warm = median(took.slice(1));
    const work = median(own.slice(1));
    console.log(
      `${name}: usable after ${Math.round(warm)} ms with the processor ${slower} times slower, ` +
        `of which the page worked ${Math.round(work)} ms`,
    );
    expect(Number.isFinite(warm)).toBe(true);
    expect(Number.isFinite(work)).toBe(true);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  });
}

/** Marks when something is painted and the page is free to take what is typed. */
function markUsable(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
  });
  observer.observe(document, { childList: true, subtree: true });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
