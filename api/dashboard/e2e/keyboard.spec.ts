/* The journey again without a pointer. */
import { expect, settled, test } from "./test.ts";

test("the skip link is first, and leads past the header", async ({ page, open }) => {
  await open("/areas");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Skip to main content");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("Milton Keynes, what it lacks and its evidence are reached by keyboard", async ({
  page,
  open,
}) => {
  await open("/areas");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Name or code of an area")).toBeFocused();
  await page.keyboard.type("E06000042");
  const hit = page.getByRole("link", { name: "Milton Keynes", exact: true }).first();
  await expect(hit).toBeVisible();
  await settled(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(hit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Milton Keynes");
  await expect(page.locator("main")).toBeFocused();
  await settled(page);
  const summary = page
    .getByRole("region", { name: "What Milton Keynes lacks" })
    .locator("summary")
    .first();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await summary.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(summary).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("details[open] .app-evidence").first()).toBeVisible();
});

test("the day is changed by keyboard, and a wrong one is told beside the fields", async ({
  page,
  open,
}) => {
  await open("/areas/E06000042");
  await page.getByText("Change the day").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Day", { exact: true }).fill("31");
  await page.getByLabel("Month").fill("2");
  await page.getByLabel("Year").fill("2030");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("a date that is in the calendar");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month").fill("4");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/asOf=2030-04-01/);
  await expect(page.getByText("1 April 2030", { exact: true })).toBeVisible();
});
