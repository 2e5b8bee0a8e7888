/* Money: what is on record of it, what ends, streams, and a pooled budget with all that belongs to
 * it, which is the worked example of docs/POOLED-BUDGET.md. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { workedExample } from "./pooled-budget.ts";
import { expect, settled, test } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

async function passes(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
}

test("what has no end or value on record is told, never as nothing", async ({ page, open }) => {
  await open("/funding?by=2028-03-31");
  const onRecord = region(page, "What is on record of the money");
  await expect(
    onRecord.getByRole("row").filter({ hasText: /^.*Without an end on record/ }),
  ).toContainText(/\d+/);
  const ending = region(page, "What ends by 31 March 2028");
  await expect(ending.getByRole("row")).not.toHaveCount(0);
  await expect(ending).toContainText("a year if they are for the full terms");
  await expect(region(page, "What runs across a change of commissioner")).toContainText(
    "1 April 2027",
  );
  const timeline = region(page, "Timeline of contracts");
  await expect(timeline.locator("svg")).toContainText("1 April 2027: change of commissioner");
  await expect(timeline.locator("svg pattern#open")).toHaveCount(1);
});

test("the cliff is narrowed to an area, and the address says so", async ({ page, open }) => {
  test.setTimeout(180_000);
  await open("/funding/cliff");
  await page.getByLabel("Area", { exact: true }).fill("E06000042");
  await page.getByRole("button", { name: "Milton Keynes", exact: true }).first().click();
  await expect(page).toHaveURL(/area=E06000042/);
  await settled(page);
  await expect(region(page, "By month")).toContainText("Nothing is on record as ending");
  await page.getByLabel("How far ahead").selectOption("60");
  await settled(page);
  const endings = region(page, "What ends, and what renewing it keeps");
  await expect(endings.getByRole("row").nth(1)).toContainText("Renewing it alone keeps");
  await page.locator("summary", { hasText: "What is left if nothing is renewed" }).click();
  await expect(region(page, "What is left if nothing is renewed").locator("svg")).toBeVisible();
  await settled(page);
});

test("a funding stream and the pooled budget of the worked example are told in full", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(240_000);
  const ids = await workedExample(server);
  await open("/funding/streams?year=2026");
  const row = page.getByRole("row").filter({ hasText: "First council, public health" });
  await expect(row).toContainText("£120,000");
  await expect(row).toContainText("Where it may be spent: Leeds");
  await row.getByRole("link").click();
  await settled(page);
  await expect(page.getByText("Entered by its user.")).toBeVisible();
  await passes(page);

  await page.setViewportSize({ width: 1280, height: 900 });
  await open(
    `/pools/${ids["pool"]}?year=2026&seed=2026&draws=10000&above=40000&leaver=${ids["second"]}` +
      `&notice=2026-09-30&costs=${encodeURIComponent('[["The team","480000","540000","660000"]]')}`,
  );
  await expect(region(page, "What is found of it")).toContainText("No rule that the program knows");
  const ledger = region(page, "Ledger");
  await expect(ledger).toContainText("In 2026/27 £560,000 was put in");
  await expect(ledger.getByRole("row").filter({ hasText: "Second Council" })).toContainText(
    "£71,428.57",
  );
  const overspend = region(page, "Overspend in 2026/27");
  await expect(overspend).toContainText("In 4,632 of 10,000 draws (46%)");
  await expect(
    overspend.getByRole("row").filter({ hasText: "Borne by First Council" }),
  ).toContainText("£16,227.85");
  await expect(region(page, "Left without money, by service")).toContainText("£142,857.14");
  await expect(region(page, "What those who stay would bear")).toContainText("£102,040.81");
  await page.getByLabel("What is to be paid for").fill("Dual diagnosis team");
  await page.getByRole("button", { name: "Dual diagnosis team (example)" }).click();
  await page.getByLabel("How much is to be paid").fill("30,000");
  await page.getByRole("button", { name: "Split it" }).click();
  const pots = region(page, /£30,000 for Dual diagnosis team/);
  await expect(pots).toContainText("What may pay for it holds £60,000");
  await expect(pots.getByRole("row").filter({ hasText: "Second Council" })).toContainText(
    "£4,285.7",
  );
  await settled(page);
  await passes(page);
});
