/* What holds for one page of every address: while the server is away, and when a token has ended,
 * it says so, keeps what it showed and what was typed, and comes back. Real servers are stopped in
 * `faults.spec.ts` and in the journeys. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { pages } from "./pages.ts";
import { expect, settled, test } from "./test.ts";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

const routes = JSON.parse(
  readFileSync(join(import.meta.dirname, "../src/routes.json"), "utf8"),
) as { path: string }[];

/** The first page of the list that each address leads to. */
const kinds = routes.map(({ path }) => {
  const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, "[^/?]+")}($|\\?)`);
  const taken = routes.filter((other) => other.path !== path && !other.path.includes(":"));
  const found = pages.find(
    (one) =>
      pattern.test(one.path) &&
      !(path.includes(":") && taken.some((other) => one.path.split("?")[0] === other.path)),
  );
  if (!found) throw new Error(`pages.ts has no page for ${path}.`);
  return found;
});

/** Types into the first field of the page, where there is one. */
async function typed(page: Page): Promise<() => Promise<void>> {
  const field = page.locator("main input[type=text]:visible, main input[type=search]:visible");
  // Not the token, which is asked for where it has ended.
  const first = field.and(page.locator(":not([id*=token])")).first();
  if ((await first.count()) === 0) return async () => {};
  await first.fill("2026");
  return async () => expect(first).toHaveValue("2026");
}

const rows = (page: Page) => page.locator("main tr").count();

async function changeDay(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Change the day" }).click();
  const fields = page.locator("form.app-date", { has: page.locator("#as-of-day, #as-of") }).first();
  await fields.getByLabel("Day", { exact: true }).fill("1");
  await fields.getByLabel("Month", { exact: true }).fill("6");
  await fields.getByLabel("Year", { exact: true }).fill("2027");
  await page.keyboard.press("Enter");
}

for (const { name, path } of kinds) {
  test(`${name} says that the server is away, and loses nothing`, async ({
    page,
    open,
    complaints,
  }) => {
    await open(path);
    const holds = await typed(page);
    // What is typed may choose what is listed.
    await page.waitForTimeout(500);
    await settled(page);
    const before = await rows(page);
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    const asking = page.waitForRequest("**/graphql", { timeout: 4000 }).catch(() => undefined);
    await changeDay(page);
    if (await asking) {
      await expect(page.getByRole("alert").first()).toContainText("The server cannot be reached");
      expect(await rows(page)).toBeGreaterThanOrEqual(before);
    }
    await holds();
    await page.unroute("**/graphql");
    await expect(page.getByText("The server cannot be reached")).toHaveCount(0, {
      timeout: 40_000,
    });
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 40_000 });
    await holds();
    expect(complaints.filter((one) => one.startsWith("error:"))).toEqual([]);
    complaints.length = 0;
  });

  test(`${name} says that a token has ended, and one goes on with another`, async ({
    page,
    open,
    server,
    complaints,
  }) => {
    const sign = (token: string) =>
      page.evaluate((one) => sessionStorage.setItem("throughcare.token", one), token);
    const good = server.token("admin");
    await open("/not-a-page");
    await sign(good);
    await open(path);
    const before = await rows(page);
    await sign("a.b.c");
    const asking = page.waitForResponse("**/graphql", { timeout: 4000 }).catch(() => undefined);
    await page.goto(path);
    if ((await asking)?.status() === 401) {
      const ended = page.getByRole("heading", { name: "Your sign-in has ended" }).first();
      await expect(ended).toBeVisible();
      await page.getByLabel("Token").first().fill(good);
      await page.getByRole("button", { name: "Sign in" }).first().click();
      await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
      await settled(page);
      await expect.poll(() => rows(page)).toBeGreaterThanOrEqual(before);
    }
    expect(page.url()).not.toContain(good);
    // The browser tells of what was refused; nothing of ours may break on it.
    expect(complaints.filter((one) => one.startsWith("error:"))).toEqual([]);
    complaints.length = 0;
  });
}
