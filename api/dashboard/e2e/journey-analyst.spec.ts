/* An analyst compares four police force areas, takes the table along, and opens the question. */
import type { Download, Page } from "@playwright/test";
import { runQuery } from "./query-editor.ts";
import { expect, settled, test } from "./test.ts";

const four = [
  ["Thames Valley", "E23000029"],
  ["Durham", "E23000008"],
  ["Metropolitan Police", "E23000001"],
  ["South Wales", "W15000003"],
] as const;

const figure = (page: Page) => page.getByRole("region", { name: "What is commissioned" });

async function csvOf(file: Download): Promise<string[][]> {
  const stream = await file.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  // No cell of these has a line or a quote in it; those with commas are quoted.
  return text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map(([, cell = ""]) =>
        cell.replace(/^"|"$/g, ""),
      ),
    );
}

/** What the server itself says of the same areas. */
async function told(address: string): Promise<Map<string, string[]>> {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      query: `query($areas: [String!]!) { compare(areas: $areas, differingOnly: true) {
        offer { code } cells { state } } }`,
      variables: { areas: four.map(([, code]) => code) },
    }),
  });
  const { data } = (await answer.json()) as {
    data: { compare: { offer: { code: string }; cells: { state: string }[] }[] };
  };
  return new Map(data.compare.map((row) => [row.offer.code, row.cells.map((cell) => cell.state)]));
}

const words: Readonly<Record<string, string>> = {
  COMMISSIONED: "Commissioned",
  PARTIAL: "Commissioned in part",
  PLANNED: "Planned",
  LAPSED: "Ended, nothing followed",
  ABSENT: "None commissioned",
  CONTESTED: "Records disagree",
  NOT_RECORDED: "Not recorded",
  NOT_APPLICABLE: "Does not exist here",
};

test("four areas are compared, exported as CSV, and asked about in GraphQL", async ({
  page,
  open,
  server,
}) => {
  await open("/compare");
  await expect(page.getByText("Choose two areas or more to compare.")).toBeVisible();
  for (const [name, code] of four) {
    await page.getByLabel("Add an area").fill(code);
    await page.getByRole("button", { name: `Add ${name}`, exact: true }).click();
    await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
  }
  await settled(page);
  expect(new URL(page.url()).searchParams.get("areas")).toBe(
    four.map(([, code]) => code).join(","),
  );

  const expected = await told(server.address);
  expect(expected.size).toBeGreaterThan(5);
  await expect(figure(page).locator("tbody tr")).toHaveCount(expected.size);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    figure(page).getByRole("button", { name: "Download CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("what-is-commissioned.csv");
  const [head = [], ...rows] = await csvOf(file);
  expect(rows).toHaveLength(expected.size);
  for (const row of rows) {
    const states = expected.get(row[head.indexOf("Offer code")] ?? "");
    const cells = four.map(([name]) => row[head.indexOf(name)]);
    expect(cells).toEqual(states?.map((state) => words[state]));
    expect(row[head.indexOf("revision")]).toMatch(/^\d+$/);
    expect(row[head.indexOf("source")]).toContain("/compare?");
  }

  const query = await figure(page)
    .getByRole("link", { name: "The query behind this" })
    .getAttribute("href");
  const asked = new URLSearchParams(query?.split("#")[1]);
  expect(asked.get("query")).toContain("compare(");
  expect(JSON.parse(asked.get("variables") ?? "{}")).toMatchObject({
    areas: four.map(([, code]) => code),
  });
});

test("the query behind a comparison is answered in GraphiQL", async ({
  page,
  open,
  complaints,
}) => {
  test.skip(process.env["PAGES"] !== undefined, "the quick build has no query editor");
  await open(`/compare?areas=${four.map(([, code]) => code).join(",")}`);
  await figure(page).getByRole("link", { name: "The query behind this" }).click();
  await runQuery(page, "compare");
  // Complaints of another's program about itself are not ours; those of the policy are.
  const ours = complaints.filter((one) => /policy|request|another host/i.test(one));
  complaints.length = 0;
  expect(ours).toEqual([]);
});

test("each cell shows what it rests on", async ({ page, open }) => {
  await open("/compare?areas=E23000029,E23000008");
  const row = figure(page).getByRole("row").filter({ hasText: "Liaison and diversion" }).first();
  await figure(page).getByLabel("All offers").check();
  await row.getByText("Where this comes from").first().click();
  await expect(row.locator(".app-evidence").first()).toContainText("said by");
  const money = page.getByRole("region", { name: "Money and places on record" });
  const services = money.getByRole("row").filter({ hasText: "Services that run" }).first();
  await services.getByText("Where this comes from").first().click();
  await expect(services.locator(".app-records li").first()).toBeVisible();
});

test("too few, too many, repeated, unknown and mixed areas are told of", async ({ page, open }) => {
  await open("/compare?areas=E23000029");
  await expect(page.getByText("Choose one more area or more to compare.")).toBeVisible();
  await open("/compare?areas=E23000029,E23000008,E23000029");
  await expect(page.getByText("Named more than once and shown once: E23000029.")).toBeVisible();
  await expect(figure(page).getByRole("columnheader")).toHaveCount(3);
  await open("/compare?areas=E23000029,E54000055");
  await expect(page.getByText(/areas of different kinds/)).toBeVisible();
  await open("/compare?areas=E23000029,E23000008,X1");
  await expect(page.getByText(/No area with this code existed on .*: X1\./)).toBeVisible();
  const nine = [1, 2, 3, 4, 6, 7, 8, 9, 13].map((n) => `E230000${String(n).padStart(2, "0")}`);
  await open(`/compare?areas=${nine.join(",")}`);
  await expect(
    page.getByText(`At most 8 areas can be compared. Left out: ${nine[8]}.`),
  ).toBeVisible();
  await expect(figure(page).getByRole("columnheader")).toHaveCount(9);
  await expect(page.getByLabel("Add an area")).toHaveCount(0);
});

test("the journey by keyboard alone", async ({ page, open }) => {
  await open("/compare");
  const press = async (key: string, until: () => Promise<boolean>) => {
    for (let turn = 0; turn < 60 && !(await until()); turn += 1) await page.keyboard.press(key);
    expect(await until()).toBe(true);
  };
  const focused = (name: RegExp) => () =>
    page.evaluate(
      (text) => new RegExp(text).test(document.activeElement?.textContent ?? ""),
      name.source,
    );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (const [name, code] of four.slice(0, 2)) {
    await press("Tab", () => page.evaluate(() => document.activeElement?.id === "add"));
    await page.keyboard.type(code);
    await expect(page.getByRole("button", { name: `Add ${name}`, exact: true })).toBeVisible();
    await press("Tab", focused(new RegExp(`^Add ${name}$`)));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
    await settled(page);
    // The next is looked for from the start of the page.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  await expect(figure(page).locator("tbody tr").first()).toBeVisible();
  await press("Tab", focused(/^Where this comes from/));
  await page.keyboard.press("Enter");
  await expect(figure(page).locator("details[open]").first()).toBeVisible();
  await figure(page).getByRole("button", { name: "Download CSV" }).focus();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toBe("what-is-commissioned.csv");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("The query behind this");
});
