import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Runs the query that the editor was opened with, and waits for `words` in what comes back. */
export async function runQuery(page: Page, words: string): Promise<void> {
  // What is pressed before the text is in the editor runs nothing.
  await expect(page.locator(".graphiql-query-editor .view-lines")).toContainText(/\w/);
  await page.getByRole("button", { name: /execute/i }).click();
  await expect(page.locator(".graphiql-response")).toContainText(words, { timeout: 30_000 });
}
