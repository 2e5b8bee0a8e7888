/* A provider corrects an entry of its own service; the commissioner of it decides. Once with a
 * pointer, once by keyboard alone. */
import type { Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";
import { another, signedIn } from "./people.ts";

const provider = [
  "--body",
  "body:greater-manchester-womens-support-alliance",
  "--subject",
  "gmwsa",
];
const commissioner = ["--body", "body:ministry-of-justice", "--subject", "moj"];

test("a provider corrects an entry, and its commissioner approves it", async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(180_000);
  await signedIn(page, server, "provider", provider);
  await page.goto("/register");
  await settled(page);
  await page.getByLabel("Text").fill("womens services tameside");
  await page.getByRole("link", { name: "Women's services, Tameside", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Women's services, Tameside");
  await page
    .getByRole("region", { name: "What belongs to it and rests on it" })
    .getByRole("link", { name: /in Tameside: Women's services/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in Tameside");
  await settled(page);
  await expect(term(page, "Last day")).toContainText("Not on record");
  await page.getByRole("link", { name: "Propose a correction" }).click();

  await page.getByLabel("Last day (if on record)").fill("2028-03-31");
  await page.getByLabel("New evidence, which I enter here").check();
  await page.getByLabel("What it says").fill("The contract was extended to 31 March 2028.");
  await page.getByLabel("New source, which I enter here").check();
  await page.getByLabel("Title of the source").fill("Letter of the Ministry of Justice");
  await page.getByLabel("Date of the source").fill("2026-11-02");
  await page.getByLabel("Kind of source").selectOption("Body responsible for the service");
  await page.getByLabel("Who says so").selectOption("The commissioner");
  await page.getByRole("button", { name: "See what would change" }).click();
  // Without a reason nothing is sent.
  await expect(page.getByRole("alert").first()).toContainText("Say why");
  await page.getByLabel("Why", { exact: true }).fill("The extension was agreed this month.");
  await page.getByRole("button", { name: "See what would change" }).click();
  const preview = page.getByRole("region", { name: "What would change" });
  await expect(preview).toContainText("It goes as a proposal to whoever keeps it");
  await expect(preview).toContainText("31 March 2028");
  await expect(preview).toContainText("Letter of the Ministry of Justice");
  await page.getByRole("button", { name: "Send the proposal" }).click();
  await expect(page.getByText("Your proposal is sent.")).toBeVisible();
  await expect(page.getByText("Whoever keeps the entry decides on it.")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Take my proposal back" })).toBeVisible();

  const other = await another(browser, server, "commissioner", commissioner);
  await other.goto("/register/proposals");
  await settled(other);
  await other.getByRole("link", { name: /Women's services, Tameside/ }).click();
  const would = other.getByRole("region", { name: "What it would change" });
  await expect(would).toContainText("Not on record");
  await expect(would).toContainText("31 March 2028");
  await other.getByLabel("Why", { exact: true }).fill("Right: extended by variation 4.");
  await other.getByRole("button", { name: "Accept as it stands" }).click();
  await expect(other.getByText(/Accepted: the register has it, in revision \d+/)).toBeVisible();
  await other.getByRole("link", { name: "The entry as it is now" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("in Tameside");
  await settled(other);
  await expect(term(other, "Last day")).toContainText("31 March 2028");
  const history = other.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText("by moj");
  await expect(history.getByRole("listitem").first()).toContainText(
    "Right: extended by variation 4",
  );
  await history
    .getByText(/Changed: coverage record/)
    .first()
    .click();
  await expect(history.getByRole("listitem").first()).toContainText("31 March 2028");
  await expect(
    other.getByRole("region", { name: "What it rests on" }).locator(".app-evidence"),
  ).toContainText("The contract was extended to 31 March 2028.");

  // The provider is told while the proposal is on its screen.
  await expect(page.getByText("Somebody changed this")).toBeVisible();
  await page.getByRole("button", { name: "Show the changes" }).click();
  await expect(page.getByText("Proposal · Accepted")).toBeVisible();
  await expect(page.getByText("Right: extended by variation 4.")).toBeVisible();
  await other.context().close();
});

test("the same by keyboard alone", async ({ page, server, browser }) => {
  test.setTimeout(240_000);
  await signedIn(page, server, "provider", provider);
  await page.goto("/register");
  await settled(page);
  await to(page, page.getByLabel("Text"));
  await page.keyboard.type("womens services oldham");
  const hit = page.getByRole("link", { name: "Women's services, Oldham", exact: true });
  await expect(hit).toBeVisible();
  await settled(page);
  await to(page, hit);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Women's services, Oldham");
  await settled(page);
  await to(page, page.getByRole("link", { name: "Propose a correction" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What it is called")).toBeVisible();
  await to(page, page.getByLabel("What it is called"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Women's services and counselling, Oldham");
  await to(page, page.getByLabel("Why", { exact: true }));
  await page.keyboard.type("The service has had this name since 2025.");
  await to(page, page.getByRole("button", { name: "See what would change" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What would change" })).toBeFocused();
  await to(page, page.getByRole("button", { name: "Send the proposal" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your proposal is sent.")).toBeVisible();

  const other = await another(browser, server, "commissioner", commissioner);
  await other.goto(page.url());
  await settled(other);
  await to(other, other.getByLabel("Why", { exact: true }));
  await other.keyboard.type("Agreed.");
  await to(other, other.getByRole("button", { name: "Accept as it stands" }));
  await other.keyboard.press("Enter");
  await expect(other.getByText(/Accepted: the register has it/)).toBeVisible();
  await to(other, other.getByRole("link", { name: "The entry as it is now" }));
  await other.keyboard.press("Enter");
  await expect(other.getByRole("heading", { level: 1 })).toContainText("and counselling, Oldham");
  await other.context().close();
});

/** What the entry says of a field. */
function term(page: Page, name: string) {
  return page
    .getByRole("region", { name: "What it says" })
    .locator(".nhsuk-summary-list__row")
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** Presses Tab until something has the focus. */
async function to(page: Page, what: ReturnType<Page["getByLabel"]>): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await what.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("It is not reached by Tab.");
}
