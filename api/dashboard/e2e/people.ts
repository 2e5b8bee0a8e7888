/* Several people at once, each in a browser context of their own. */
import type { Browser, Page } from "@playwright/test";
import type { Server } from "./server.ts";

/** Gives a page the token of a role before anything of ours runs. */
export async function signedIn(
  page: Page,
  server: Server,
  role: string,
  more: readonly string[] = [],
): Promise<string> {
  const token = server.token(role, ...more);
  await page.addInitScript(
    ([name, value]) => {
      // Once: what the page does with it afterwards is its own.
      if (sessionStorage.getItem("tests.signed-in") === value) return;
      sessionStorage.setItem("tests.signed-in", value ?? "");
      sessionStorage.setItem(name ?? "", value ?? "");
    },
    ["throughcare.token", token] as const,
  );
  return token;
}

/** Another person, in another browser. */
export async function another(
  browser: Browser,
  server: Server,
  role: string,
  more: readonly string[],
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await signedIn(page, server, role, more);
  return page;
}
