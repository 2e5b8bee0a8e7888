/* What every test is given: the server of its file, and a page that may say nothing wrong. */
import { type Page, test as base, expect } from "@playwright/test";
import { type Server, startServer } from "./server.ts";

interface Given {
  /** One for the file, so that none sees what another has written. */
  server: Server;
  /** Complaints of the browser, which a test that causes them empties. */
  complaints: string[];
  /** Goes to an address of the server and waits for what it shows. */
  open: (path: string) => Promise<void>;
}

interface Kept {
  /** The server of a file; that of the file before is gone by then. */
  serverOf: (file: string) => Promise<Server>;
}

export const test = base.extend<Given, Kept>({
  serverOf: [
    async ({}, use) => {
      let kept: { file: string; server: Server } | undefined;
      await use(async (file) => {
        if (kept?.file !== file) {
          await kept?.server.remove();
          kept = undefined;
          kept = { file, server: await startServer() };
        }
        return kept.server;
      });
      await kept?.server.remove();
    },
    { scope: "worker" },
  ],
  server: async ({ serverOf }, use, { file }) => use(await serverOf(file)),
  baseURL: async ({ server }, use) => use(server.address),
  complaints: [
    async ({ page, server }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          complaints.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("requestfailed", (request) => {
        const why = request.failure()?.errorText ?? "";
        // A question that is asked anew takes the first one back.
        if (why !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${why}`);
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        const isOurs = origin === server.address || ["data:", "blob:"].includes(protocol);
        if (!isOurs) complaints.push(`another host: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (path) => {
      await page.goto(path);
      await settled(page);
    });
  },
});

/** Until nothing on the page is being asked. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

export { expect };
