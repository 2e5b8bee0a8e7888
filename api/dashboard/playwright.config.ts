import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/out/results",
  // No second try: a test that fails now and then is wrong, or what it tests is.
  retries: 0,
  // Each has a server of its own.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  projects: [
    { name: "units", testDir: "src", testMatch: /\.test\.ts$/ },
    { name: "checks", testIgnore: /screenshots/ },
    { name: "screenshots", testMatch: /screenshots/ },
  ],
  use: {
    browserName: "chromium",
    launchOptions: {
      args: ["--no-sandbox"],
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
    },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // TRACE=1 keeps what a test that fails has seen, which costs time.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
  },
});
