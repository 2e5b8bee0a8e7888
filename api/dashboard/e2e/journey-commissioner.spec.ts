/* A commissioner finds what Milton Keynes lacks, what nobody has recorded there, and what is on
 * record as live in April 2030. What the pages show is held against the API's own answer. */
import type { Locator, Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { runQuery } from "./query-editor.ts";
import { expect, settled, test } from "./test.ts";

const place = "E06000042";

interface Cell {
  offer: { name: string };
  state: string;
}

/** What the register says of Milton Keynes, asked without the pages. */
async function cells(server: Server, asOf?: string): Promise<Cell[]> {
  const query = `query($asOf: Date) {
    coverageMatrix(areas: { codes: ["${place}"] }, asOf: $asOf) { cells { offer { name } state } }
  }`;
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables: { asOf } }),
  });
  const { data } = (await answer.json()) as { data: { coverageMatrix: { cells: Cell[] } } };
  return data.coverageMatrix.cells;
}

const named = (all: readonly Cell[], ...states: string[]) =>
  all.filter((cell) => states.includes(cell.state)).map((cell) => cell.offer.name);

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** The first column of a figure’s table, each offer’s name. */
async function offersIn(figure: Locator): Promise<string[]> {
  return figure.locator("tbody tr td:first-of-type strong").allInnerTexts();
}

async function findsWhatIsThereAndWhatIsNot(page: Page, server: Server): Promise<void> {
  const now = await cells(server);
  const lacking = named(now, "ABSENT", "LAPSED", "CONTESTED");
  const unknown = named(now, "NOT_RECORDED");
  expect(lacking.length).toBeGreaterThan(0);
  expect(unknown.length).toBeGreaterThan(0);
  const lacks = await offersIn(region(page, "What Milton Keynes lacks"));
  expect(lacks.toSorted()).toEqual(lacking.toSorted());
  const asked = region(page, "What nobody has recorded");
  await expect(asked).toContainText("These are questions to ask, not gaps");
  const items = await asked.getByRole("listitem").allInnerTexts();
  const firstLines = items.map((item) => item.split("\n")[0]);
  expect(firstLines.toSorted()).toEqual(unknown.toSorted());
}

async function findsWhatIsLiveInApril2030(page: Page, server: Server): Promise<void> {
  await expect(page).toHaveURL(/asOf=2030-04-01/);
  await settled(page);
  await expect(page.getByText("As of 1 April 2030")).toBeVisible();
  const live = named(await cells(server, "2030-04-01"), "COMMISSIONED", "PARTIAL", "PLANNED");
  const shown = region(page, "What is on record as commissioned");
  expect((await offersIn(shown)).toSorted()).toEqual(live.toSorted());
}

test("a commissioner finds what is lacking, what nobody recorded, and what is live in April 2030", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(180_000);
  await open("/");
  await page.getByLabel("Start with an area").fill("milton keyns");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Local authority district" })
    .getByRole("link", { name: "Milton Keynes", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Milton Keynes");
  await settled(page);
  expect(new URL(page.url()).pathname).toBe(`/areas/${place}`);
  await findsWhatIsThereAndWhatIsNot(page, server);

  const row = region(page, "What Milton Keynes lacks")
    .getByRole("row")
    .filter({ hasText: "Mental health service for people leaving prison" });
  await expect(row).toContainText("None commissioned");
  await row.getByText("Where this comes from").click();
  await expect(row.locator(".app-evidence")).toContainText("said by");
  await expect(page.getByText("Its NHS and justice boundaries disagree.")).toBeVisible();

  await page.locator("summary", { hasText: "Change the day" }).click();
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("4");
  await page.getByLabel("Year", { exact: true }).fill("2030");
  await page.getByRole("button", { name: "Show this day" }).click();
  await findsWhatIsLiveInApril2030(page, server);

  await page.getByRole("link", { name: "Its gaps, each with a proof for a bid" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gaps on record");
  await settled(page);
  await page
    .getByRole("link", { name: /Proof and funders.*people leaving prison, Milton Keynes/ })
    .click();
  await expect(page.getByText("Proof of a gap")).toBeVisible();
  await settled(page);
  await expect(region(page, "Provision on record, and the evidence")).toContainText("said by");
  await expect(region(page, "Who could fund it")).toContainText("Not stated is not a yes");
  await expect(page.getByText("As of 1 April 2030").first()).toBeVisible();
});

/** Goes on with Tab until something is focused; there is no other way for who has no pointer. */
async function tabTo(page: Page, to: Locator, key = "Tab"): Promise<void> {
  await expect(to).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await to.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(to).toBeFocused();
}

test("the same by keyboard alone", async ({ page, open, server }) => {
  test.setTimeout(180_000);
  await open("/");
  const field = page.getByLabel("Start with an area");
  await tabTo(page, field);
  await page.keyboard.type("milton keynes");
  const hit = page
    .getByRole("listitem")
    .filter({ hasText: "Local authority district" })
    .getByRole("link", { name: "Milton Keynes", exact: true });
  await expect(hit).toBeVisible();
  await settled(page);
  await tabTo(page, hit);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Milton Keynes");
  await expect(page.locator("main")).toBeFocused();
  await settled(page);
  await findsWhatIsThereAndWhatIsNot(page, server);

  const summary = region(page, "What Milton Keynes lacks").locator("summary").first();
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  await expect(page.locator("details[open] .app-evidence").first()).toBeVisible();

  await tabTo(page, page.locator("summary", { hasText: "Change the day" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  for (const [name, text] of [
    ["Day", "1"],
    ["Month", "4"],
    ["Year", "2030"],
  ] as const) {
    await tabTo(page, page.getByLabel(name, { exact: true }));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await findsWhatIsLiveInApril2030(page, server);

  await tabTo(page, page.getByRole("link", { name: "Its gaps, each with a proof for a bid" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gaps on record");
  await settled(page);
  await tabTo(
    page,
    page.getByRole("link", { name: /Proof and funders.*people leaving prison, Milton Keynes/ }),
  );
  await page.keyboard.press("Enter");
  await expect(page.getByText("Proof of a gap")).toBeVisible();
});

test("a link from a cited page carries its day and revision on", async ({ page, open }) => {
  await open(`/areas/${place}?asOf=2030-04-01&revision=2`);
  await expect(page.getByText("as it stood then")).toBeVisible();
  await page.getByRole("link", { name: "What is available at court here" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What is available at court");
  expect(new URL(page.url()).search).toBe("?asOf=2030-04-01&revision=2");
  await expect(page.getByText("1 April 2030").first()).toBeVisible();
});

test("the table is saved as CSV with where it comes from", async ({ page, open }) => {
  await open(`/areas/${place}`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    region(page, "What Milton Keynes lacks").getByRole("button", { name: "Download CSV" }).click(),
  ]);
  const stream = await file.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  const [head, first] = text.replace("\uFEFF", "").split("\r\n");
  expect(head).toBe("Offer,On record as,People covered,Why,as_of,revision,source");
  expect(first).toContain(`/areas/${place}?asOf=`);
});

test("the query behind a figure opens in GraphiQL and is answered there", async ({
  page,
  open,
  complaints,
}) => {
  await open(`/areas/${place}`);
  await region(page, "What Milton Keynes lacks")
    .getByRole("link", { name: "The query behind this" })
    .click();
  await runQuery(page, "coverageMatrix");
  // Complaints of another's program about itself are not ours; those of the policy are.
  const ours = complaints.filter((one) => /policy|request|another host/i.test(one));
  complaints.length = 0;
  expect(ours).toEqual([]);
});
