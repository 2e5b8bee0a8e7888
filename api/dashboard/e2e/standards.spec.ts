/* The minimum offer and the scorecard: what is not recorded is never a failure, and never nought. */
import type { Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { expect, settled, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

async function ask(server: Server, query: string, token?: string): Promise<Record<string, any>> {
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as { data: Record<string, any> };
  return data;
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.evaluate((one) => sessionStorage.setItem("throughcare.token", one), token);
}

test("Cleveland is held against the 23 lines, and what nobody recorded is no nought", async ({
  page,
  open,
  server,
}) => {
  await open("/minimum-offer?areas=E23000013&asOf=2026-11-22");
  const { minimumOffer } = await ask(
    server,
    `{ minimumOffer(areas: {codes: ["E23000013"]}, asOf: "2026-11-22") { cells { verdict } } }`,
  );
  const of = (verdict: string) =>
    minimumOffer.cells.filter((cell: { verdict: string }) => cell.verdict === verdict).length;
  const figure = page.getByRole("region", { name: "Cleveland, line by line" });
  await expect(figure.locator("tbody tr")).toHaveCount(23);
  expect(minimumOffer.cells.length).toBe(23);
  for (const [verdict, words] of [
    ["MET", "Met"],
    ["PARTLY_MET", "Met in part"],
    ["NOT_RECORDED", "Not recorded"],
  ] as const) {
    await expect(
      figure.locator("tbody .app-state__word").getByText(words, { exact: true }),
    ).toHaveCount(of(verdict));
  }
  await expect(figure).not.toContainText("0% (0 of");
  await figure.getByText("Where this comes from").first().click();
  await expect(figure.locator(".app-evidence").first()).toContainText("said by");
});

test("many areas are counted by verdict, with a link from each to its line", async ({
  page,
  open,
}) => {
  await open("/minimum-offer?areas=E23000013%2CE23000029&asOf=2026-11-22");
  const lines = page.getByRole("region", { name: "By line: how many areas meet it" });
  await expect(lines.locator("tbody tr")).toHaveCount(23);
  await expect(page.getByText("There is no share of lines met")).toBeVisible();
  await lines.getByText("Which areas").first().click();
  await lines.getByRole("link", { name: "Cleveland" }).first().click();
  await settled(page);
  await expect(page).toHaveURL(/areas=E23000013.*#line-1$/);
  await expect(page.getByRole("region", { name: "Cleveland, line by line" })).toBeVisible();
});

test("a copy is drafted, checked without saving, saved, and a conflict shows both sides", async ({
  page,
  open,
  server,
}) => {
  const { standards } = await ask(server, "{ standards(first: 1) { nodes { id name } } }");
  const [{ id, name }] = standards.nodes;
  await open(`/minimum-offer?edit=copy&standard=${id}`);
  await page.getByLabel("Name", { exact: true }).fill("Our own minimum offer");
  await expect(page.getByText("You can type and keep a draft")).toBeVisible();
  const token = server.token("admin");
  await signIn(page, token);
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Our own minimum offer");
  await page.getByLabel("Why you make it").fill("For the board of our own.");
  await page.getByRole("button", { name: "Check it without saving" }).click();
  await expect(page.getByText("Nothing was written yet")).toBeVisible();
  expect((await ask(server, "{ standards { totalCount } }"))["standards"].totalCount).toBe(1);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Our own minimum offer" })).toBeVisible();
  const made = new URL(page.url()).searchParams.get("standard") ?? "";
  expect(made).not.toBe(id);
  await settled(page);

  await page.getByRole("link", { name: "change it" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ours, revised");
  await page.getByLabel("Why you change it").fill("A better name.");
  const { saveStandard } = await ask(
    server,
    `mutation { saveStandard(input: { id: "${made}", expectedVersion: 1, purpose: "Another purpose.", reason: "Meanwhile." }) { written problems { field message } } }`,
    token,
  );
  expect(saveStandard).toEqual({ written: true, problems: [] });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByRole("alert", { name: "Somebody else changed this" });
  await expect(conflict).toContainText("Another purpose.");
  await expect(conflict).toContainText("Ours, revised");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ours, revised");
  await page.getByRole("button", { name: "Begin again from theirs" }).click();
  await expect(page.getByLabel("What it is for")).toHaveValue("Another purpose.");
  expect(name).not.toBe("");
});

test("the scorecard has every indicator, and says who would have what nobody collects", async ({
  page,
  open,
  server,
}) => {
  const { scorecard } = await ask(
    server,
    `{ scorecard(areas: {codes: ["E92000001"]}, asOf: "2026-11-22") { indicators { name unit request recommendation { number } } } }`,
  );
  const indicators: { name: string; unit: string; request: string }[] = scorecard.indicators;
  await open("/scorecard?areas=E92000001&asOf=2026-11-22");
  const cards = page.getByRole("list", { name: "What the register can say" });
  await expect(cards).toContainText(`${indicators.length} indicators of 30 recommendations`);
  await expect(page.locator("tbody tr")).toHaveCount(indicators.length);
  const lacking = indicators.find((one) => one.unit === "NOT_HELD");
  const row = page.getByRole("row").filter({ hasText: lacking?.name ?? "none" });
  await expect(row).toContainText("Nobody collects it here");
  await expect(row).toContainText(lacking?.request ?? "none");
  const counted = page.getByRole("row").filter({ hasText: "Where this comes from" }).first();
  await counted.getByText("Where this comes from").click();
  await expect(counted.locator("details[open]")).toContainText(/said by|\d+ services?:/);
});

test("one indicator in every police force area is a range, with its chart and its table", async ({
  page,
  open,
}) => {
  await open("/scorecard?kind=POLICE_FORCE&indicator=mhtr_primary_care&asOf=2026-11-22");
  const figure = page.getByRole("region", {
    name: "People in areas with the MHTR in primary care",
  });
  await expect(figure.locator("tbody tr")).toHaveCount(43);
  await expect(figure.locator(".app-chart svg")).toBeVisible();
  await expect(figure).toContainText(/at least \d+%, at most \d+%/);
  await expect(figure).toContainText("No record speaks of it");
});
