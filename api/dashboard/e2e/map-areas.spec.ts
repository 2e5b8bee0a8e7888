/* The areas of the map: by keyboard, by pointer, with their evidence, and by real boundaries. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";

const map = (page: Page) => page.locator(".app-map__svg");
const told = (page: Page) => page.locator(".app-map__told");

/** A made-up file in which each area is a square, beside each other. */
function squares(codes: readonly string[]) {
  return {
    type: "FeatureCollection",
    features: codes.map((code, index) => {
      const [west, south] = [-4 + (index % 8), 50 + Math.floor(index / 8)];
      const ring = [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ];
      return {
        type: "Feature",
        properties: { code },
        geometry: { type: "Polygon", coordinates: [ring] },
      };
    }),
  };
}

/** Has the server answer with boundaries of these codes. */
async function given(page: Page, codes: readonly string[]): Promise<void> {
  await page.route("**/boundaries", (route) =>
    route.fulfill({ json: [{ name: "pfa", path: "/boundaries/pfa.geojson", codes }] }),
  );
  await page.route("**/boundaries/pfa.geojson", (route) =>
    route.fulfill({ json: squares(codes), contentType: "application/geo+json" }),
  );
}

async function forces(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      query: `{ areas(first: 100, filter: { kind: [POLICE_FORCE] }) { nodes { code } } }`,
    }),
  });
  const { data } = (await answer.json()) as { data: { areas: { nodes: { code: string }[] } } };
  return data.areas.nodes.map(({ code }) => code);
}

test("areas are reached, told and kept by keyboard alone", async ({ page, open }) => {
  await page.route("**/boundaries", (route) => route.fulfill({ json: [] }));
  await open("/map?kind=POLICE_FORCE&asOf=2026-11-22");
  await page.getByLabel(/^Day:/).focus();
  for (let turn = 0; turn < 20; turn += 1) {
    if (await page.evaluate(() => document.activeElement?.getAttribute("role") === "option")) break;
    await page.keyboard.press("Tab");
  }
  const first = await page.locator(":focus").getAttribute("aria-label");
  expect(first).toMatch(/^.+: .+\. Covered: .+/);
  await expect(told(page)).toContainText(first?.split(":")[0] ?? "nothing");
  const seen = new Set([first]);
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
    await page.keyboard.press(key);
    await expect(map(page).locator("[tabindex='0']")).toBeFocused();
    seen.add(await page.locator(":focus").getAttribute("aria-label"));
  }
  expect(seen.size).toBeGreaterThan(2);
  const name = (await page.locator(":focus").getAttribute("aria-label"))?.split(":")[0] ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/area=POLICE_FORCE/);
  await expect(page.locator(":focus")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

test("a click keeps an area under the map, with what its state rests on", async ({
  page,
  open,
}) => {
  await page.route("**/boundaries", (route) => route.fulfill({ json: [] }));
  await open("/map?kind=POLICE_FORCE&offer=liaison_diversion&asOf=2026-11-22");
  await page.getByRole("option", { name: /^Thames Valley: / }).click();
  await expect(told(page)).toContainText("Thames Valley");
  await told(page).getByText("Where this comes from").click();
  await expect(told(page).locator(".app-evidence").first()).toContainText("said by");
  await page.reload();
  await settled(page);
  await expect(told(page)).toContainText("Thames Valley");
});

test("boundaries that the server was given are drawn, and tiles at one press", async ({
  page,
  open,
  server,
}) => {
  const codes = await forces(server.address);
  await given(page, codes);
  await open("/map?kind=POLICE_FORCE&asOf=2026-11-22");
  await expect(page.getByLabel("Boundaries")).toBeChecked();
  await expect(map(page).getByRole("option")).toHaveCount(codes.length);
  await expect(page.locator(".app-map__picture tspan")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await page.getByLabel("Tiles of one size").check();
  await expect(page.locator(".app-map__picture tspan").first()).toBeVisible();
  await expect(page).toHaveURL(/shape=tiles/);
});

test("boundaries that lack an area are not drawn, and it is said which", async ({
  page,
  open,
  server,
}) => {
  const codes = await forces(server.address);
  await given(
    page,
    codes.filter((code) => code !== "E23000029"),
  );
  await open("/map?kind=POLICE_FORCE&asOf=2026-11-22");
  await expect(
    page.getByText(/lacks 1 police force area of this day.*Thames Valley/),
  ).toBeVisible();
  await expect(page.locator(".app-map__picture tspan").first()).toBeVisible();
});

test("the picture has its title, its day and its key", async ({ page, open }) => {
  await page.route("**/boundaries", (route) => route.fulfill({ json: [] }));
  await open("/map?kind=NHS_REGION&asOf=2027-04-01");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download SVG" }).click(),
  ]);
  const stream = await file.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  expect(text).toContain("1 April 2027");
  expect(text).toMatch(/Not recorded: \d+/);
  expect(text).toContain('id="map-absent"');
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download PNG" }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/\.png$/);
});
