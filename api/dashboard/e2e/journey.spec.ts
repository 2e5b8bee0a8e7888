/* A commissioner finds Milton Keynes, what it lacks, what nobody recorded, and on what it rests. */
import { expect, settled, test } from "./test.ts";

test("a commissioner finds what Milton Keynes lacks and what it rests on", async ({
  page,
  open,
}) => {
  await open("/");
  await page.getByLabel("Start with an area").fill("milton keyns");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Local authority district" })
    .getByRole("link", { name: "Milton Keynes", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Milton Keynes");
  await settled(page);
  expect(new URL(page.url()).pathname).toBe("/areas/E06000042");

  const lacking = page.getByRole("region", { name: "What Milton Keynes lacks" });
  const row = lacking.getByRole("row").filter({ hasText: "None commissioned" });
  await expect(row).toContainText("people leaving prison");
  await row.getByText("Where this comes from").click();
  await expect(row.locator(".app-evidence")).toContainText("said by");

  const unknown = page.getByRole("region", { name: "What nobody has recorded" });
  await expect(unknown).toContainText("These are questions to ask, not gaps");
  await expect(page.getByText("Its NHS and justice boundaries disagree.")).toBeVisible();
});

test("a link from a cited page carries its day and revision on", async ({ page, open }) => {
  await open("/areas/E06000042?asOf=2030-04-01&revision=2");
  await expect(page.getByText("as it stood then")).toBeVisible();
  await page.getByRole("link", { name: "What is available at court here" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What is available at court");
  expect(new URL(page.url()).search).toBe("?asOf=2030-04-01&revision=2");
  await expect(page.getByText("1 April 2030").first()).toBeVisible();
});

test("the table is saved as CSV with where it comes from", async ({ page, open }) => {
  await open("/areas/E06000042");
  const lacking = page.getByRole("region", { name: "What Milton Keynes lacks" });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    lacking.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  const stream = await file.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  const [head, first] = text.replace("\uFEFF", "").split("\r\n");
  expect(head).toBe("Offer,On record as,People covered,Why,as_of,revision,source");
  expect(first).toContain("/areas/E06000042?asOf=");
});

test("the query behind a figure opens in GraphiQL and is answered there", async ({
  page,
  open,
  complaints,
}) => {
  await open("/areas/E06000042");
  const lacking = page.getByRole("region", { name: "What Milton Keynes lacks" });
  await lacking.getByRole("link", { name: "The query behind this" }).click();
  await expect(page.locator(".graphiql-container")).toBeVisible();
  await page.getByRole("button", { name: /execute/i }).click();
  await expect(page.locator(".result-window, .graphiql-response")).toContainText("coverageMatrix", {
    timeout: 30_000,
  });
  // Complaints of another's program about itself are not ours; those of the policy are.
  const ours = complaints.filter((one) => /policy|request|another host/i.test(one));
  complaints.length = 0;
  expect(ours).toEqual([]);
});
