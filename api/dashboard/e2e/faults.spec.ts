/* A server that is stopped, slow, restarted, or takes the token no more. */
import { expect, settled, test } from "./test.ts";

test("a stopped server is told of, what was loaded and typed stays, and it comes back by itself", async ({
  page,
  open,
  server,
  complaints,
}) => {
  await open("/areas");
  await page.getByLabel("Name or code of an area").fill("milton");
  await expect(
    page.getByRole("link", { name: "Milton Keynes", exact: true }).first(),
  ).toBeVisible();
  await server.stop();
  await page.getByLabel("Name or code of an area").fill("milton keynes");
  await expect(page.getByRole("alert").first()).toContainText("The server cannot be reached");
  await expect(page.getByLabel("Name or code of an area")).toHaveValue("milton keynes");
  await expect(
    page.getByRole("link", { name: "Milton Keynes", exact: true }).first(),
  ).toBeVisible();
  await server.restart();
  await expect(page.getByRole("alert")).toHaveCount(0, { timeout: 30_000 });
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test("a slow server is said to be slow", async ({ page }) => {
  await page.route("**/graphql", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4500));
    await route.continue();
  });
  await page.goto("/areas/E06000042");
  await expect(page.getByText("This is taking longer than usual").first()).toBeVisible();
  await settled(page);
});

test("a token that is not good is told of without losing what was typed", async ({
  page,
  open,
  server,
  complaints,
}) => {
  await open("/areas");
  const good = server.token("analyst");
  await page.evaluate((token) => sessionStorage.setItem("throughcare.token", token), good);
  await page.reload();
  await settled(page);
  await page.evaluate(() => sessionStorage.setItem("throughcare.token", "a.b.c"));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your sign-in has ended" }).first()).toBeVisible();
  await page.getByLabel("Name or code of an area").fill("milton");
  await page.getByLabel("Token").fill(good);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
  await expect(page.getByLabel("Name or code of an area")).toHaveValue("milton");
  await settled(page);
  expect(new URL(page.url()).href).not.toContain(good);
  complaints.length = 0;
});

test("a change by somebody else is told of, and shown when one asks", async ({
  page,
  open,
  server,
}) => {
  await open("/areas/E06000042");
  await expect(page.getByText(/revision \d+/).first()).toBeVisible();
  // The socket is open once the server has heard of it.
  await page.waitForTimeout(1500);
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${server.token("admin")}`,
    },
    body: JSON.stringify({
      query: `mutation { saveAbsence(input: {
        offer: "talking_therapies", area: "E06000042", reason: "The board has confirmed it."
        newEvidence: { newSource: { title: "Letter of the board", date: "2026-11-10" }
          grade: RESPONSIBLE_BODY, assertedBy: "commissioner", asOf: "2026-11-10"
          statement: "No talking therapy is commissioned for people on probation." }
      }) { written problems { field message } } }`,
    }),
  });
  const { data } = (await answer.json()) as { data: { saveAbsence: { written: boolean } } };
  expect(data).toMatchObject({ saveAbsence: { written: true, problems: [] } });
  await expect(page.getByText("Somebody changed this")).toBeVisible();
  const lacking = page.getByRole("region", { name: "What Milton Keynes lacks" });
  await expect(lacking).not.toContainText("Talking therap");
  await page.getByRole("button", { name: "Show the changes" }).click();
  await expect(lacking).toContainText("Talking therap");
  await expect(page.getByText("Somebody changed this")).toHaveCount(0);
});
