/* Parts of every page without a pointer; the journeys have a version of their own for that. */
import { expect, test } from "./test.ts";

test("the skip link is first, and leads past the header", async ({ page, open }) => {
  await open("/areas");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Skip to main content");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("the day is changed by keyboard, and a wrong one is told beside the fields", async ({
  page,
  open,
}) => {
  await open("/areas/E06000042");
  await page.locator("summary", { hasText: "Change the day" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Day", { exact: true }).fill("31");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2030");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("a date that is in the calendar");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("4");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/asOf=2030-04-01/);
  await expect(page.getByText("As of 1 April 2030")).toBeVisible();
});
