/* The same pages with pa11y: htmlcs and axe, as an auditor would run it. */
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pages } from "./pages.ts";
import { expect, test } from "./test.ts";

test("pa11y-ci reports nothing on any page", async ({ server }) => {
  test.setTimeout(900_000);
  const config = {
    defaults: {
      runners: ["axe", "htmlcs"],
      standard: "WCAG2AA",
      timeout: 60_000,
      wait: 1000,
      chromeLaunchConfig: {
        executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      },
    },
    concurrency: 2,
    urls: pages.filter((one) => one.name !== "not-found").map((one) => server.address + one.path),
  };
  const file = join(mkdtempSync(join(tmpdir(), "throughcare-pa11y-")), "pa11yci.json");
  writeFileSync(file, JSON.stringify(config));
  const program = createRequire(import.meta.url).resolve("pa11y-ci/bin/pa11y-ci.js");
  const told = await promisify(execFile)(process.execPath, [program, "--json", "--config", file], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => error as { stdout: string });
  const { errors, results } = JSON.parse(told.stdout) as {
    errors: number;
    results: Record<string, unknown[]>;
  };
  expect(Object.entries(results).filter(([, found]) => found.length > 0)).toEqual([]);
  expect(errors).toBe(0);
});
