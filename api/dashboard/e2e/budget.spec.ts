/* The first view is small, and soon there on a slow machine. */
import { expect, settled, test } from "./test.ts";

test("the first view takes less than 300 KB over the wire", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto("/");
  await settled(page);
  await expect(page.locator(".app-chart svg")).toBeVisible();
  console.log(`first view: ${Math.round(bytes / 1024)} KB`);
  expect(bytes).toBeLessThan(300 * 1024);
});

test("what has a hash in its name is kept, pages are asked for again", async ({ request }) => {
  const page = await request.get("/areas");
  expect(page.headers()["cache-control"]).toBe("no-cache");
  const tag = page.headers()["etag"] ?? "";
  const again = await request.get("/areas", { headers: { "if-none-match": tag } });
  expect(again.status()).toBe(304);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? "";
  const file = await request.get(script);
  expect(file.headers()["cache-control"]).toContain("immutable");
  expect(file.headers()["content-encoding"]).toBe("gzip");
});
