/* The map: days, states, the keyboard, its table, boundaries that a server was given. */
import type { Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";

const map = (page: Page) => page.locator(".app-map__svg");
const tiles = (page: Page) => map(page).getByRole("option");

/** Counts of the key, by word. */
async function key(page: Page): Promise<Record<string, number>> {
  const lines = await page.locator(".app-key dt").allInnerTexts();
  return Object.fromEntries(
    lines.map((line) => {
      const [, word = "", number = ""] = /^\s*(.+): (\d+)$/.exec(line) ?? [];
      return [word, Number(number)];
    }),
  );
}

test.beforeEach(async ({ page }) => {
  await page.route("**/boundaries", (route) => route.fulfill({ json: [] }));
});

test("the areas follow the day: 42 boards before April 2026, 36 after, and seven in Wales", async ({
  page,
  open,
}) => {
  await open("/map?asOf=2026-03-01");
  await expect(tiles(page)).toHaveCount(49);
  await page.getByLabel(/^Day:/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(map(page)).toHaveAttribute("data-day", "2026-04-01");
  await expect(tiles(page)).toHaveCount(43);
  await expect(page).toHaveURL(/asOf=2026-04-01/);
  await settled(page);
  await expect(page.getByText("without a place on this map")).toHaveCount(0);
});

for (const [kind, areas] of [
  ["POLICE_FORCE", 43],
  ["PROBATION_REGION", 12],
  ["NHS_REGION", 7],
  ["UPPER_TIER", 175],
  ["DISTRICT", 318],
] as const) {
  test(`${kind} has a tile for each area, and the key and the table count the same`, async ({
    page,
    open,
  }) => {
    await open(`/map?kind=${kind}&asOf=2027-04-01`);
    await expect(tiles(page)).toHaveCount(areas);
    await expect(page.getByRole("region").locator(".app-table tbody tr")).toHaveCount(areas);
    await expect(page.getByText(/without a place on this map/i)).toHaveCount(0);
    const counts = await key(page);
    const sum = Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum).toBe(areas);
    for (const [state, number] of Object.entries(counts)) {
      const drawn = await tiles(page)
        .filter({ hasNot: page.locator("xx") })
        .evaluateAll(
          (all, word) =>
            all.filter((one) => one.getAttribute("aria-label")?.includes(`: ${word}. `)).length,
          state,
        );
      expect(drawn, state).toBe(number);
    }
    const places = await tiles(page).evaluateAll((all) =>
      all.map((one) => one.querySelector("path")?.getAttribute("d")),
    );
    expect(new Set(places).size).toBe(areas);
  });
}

test("what the map says of a day is what the server says of it", async ({ page, open, server }) => {
  await open("/map?kind=POLICE_FORCE&offer=mhtr_primary_care&asOf=2026-11-01");
  await page.getByLabel(/^Day:/).focus();
  for (let month = 0; month < 6; month += 1) await page.keyboard.press("ArrowRight");
  const day = await page.getByLabel(/^Day:/).getAttribute("aria-valuetext");
  expect(day).toBe("1 April 2027");
  await expect(map(page)).toHaveAttribute("data-day", "2027-04-01");
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      query: `{ coverageMatrix(areas: { kind: POLICE_FORCE }, offers: { codes: ["mhtr_primary_care"] },
        asOf: "2027-04-01") { cells { state area { code } } } }`,
    }),
  });
  const { data } = (await answer.json()) as {
    data: { coverageMatrix: { cells: { state: string; area: { code: string } }[] } };
  };
  const told = Object.fromEntries(
    data.coverageMatrix.cells.map(({ state, area }) => [`POLICE_FORCE ${area.code}`, state]),
  );
  const drawn = await tiles(page).evaluateAll((all) =>
    Object.fromEntries(
      all.map((one) => [one.getAttribute("data-key"), one.getAttribute("data-state")]),
    ),
  );
  expect(new Set(Object.values(told)).size).toBeGreaterThan(2);
  expect(drawn).toEqual(told);
});

test("a change of date is drawn from memory, and how fast is told", async ({ page, open }) => {
  // It is told and not judged: how fast it is says as much of the machine as of the page.
  test.setTimeout(240_000);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await browser.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  };
  for (const kind of ["ICB", "DISTRICT"]) {
    await open(`/map?kind=${kind}&asOf=2026-12-01`);
    const slider = page.getByLabel(/^Day:/);
    const came = page.waitForResponse(async (response) =>
      (response.request().postData() ?? "").includes("MapMonths"),
    );
    await slider.focus();
    await came;
    await page.waitForTimeout(1500);
    const before = await busy();
    // From the event until the browser has painted what the day is.
    const times = await slider.evaluate(async (input: HTMLInputElement) => {
      const painted = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const found: number[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        const before = document.querySelector(".app-map__svg")?.getAttribute("data-day");
        const start = performance.now();
        input.value = String(Number(input.value) + (turn < 6 ? 1 : -1));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        while (document.querySelector(".app-map__svg")?.getAttribute("data-day") === before) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (performance.now() - start > 30_000) throw new Error("The map was not drawn.");
        }
        await painted();
        found.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return found;
    });
    const spent = ((await busy()) - before) / times.length;
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const most = times.at(-1) ?? Number.NaN;
    console.log(
      `map, ${kind}: redrawn in ${median.toFixed(0)} ms (median), ${most.toFixed(0)} ms (most); ` +
        `${spent.toFixed(0)} ms of the processor each, the table included`,
    );
    expect(times).toHaveLength(12);
    await settled(page);
  }
});
