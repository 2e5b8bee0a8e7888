/* The same pages with pa11y: htmlcs and axe, as an auditor would run it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pages } from "./pages.ts";
import { expect, test } from "./test.ts";

test("pa11y-ci reports nothing on any page", async ({ server }) => {
  test.setTimeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), "throughcare-pa11y-"));
  // It ends before all of a long answer is through a pipe: a file has the whole.
  const told = join(folder, "told.json");
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
      reporters: [["json", { fileName: told }]],
    },
    concurrency: 2,
    urls: pages.filter((one) => one.name !== "not-found").map((one) => server.address + one.path),
  };
  const file = join(folder, "pa11yci.json");
  writeFileSync(file, JSON.stringify(config));
  const program = createRequire(import.meta.url).resolve("pa11y-ci/bin/pa11y-ci.js");
  // It exits with 2 where it has found something, which is read from the file.
  await promisify(execFile)(process.execPath, [program, "--config", file]).catch(() => undefined);
  const { total, errors, results } = JSON.parse(readFileSync(told, "utf8")) as {
    total: number;
    errors: number;
    results: Record<string, unknown[]>;
  };
  rmSync(folder, { recursive: true, force: true });
  expect(Object.entries(results).filter(([, found]) => found.length > 0)).toEqual([]);
  expect({ total, errors }).toEqual({ total: config.urls.length, errors: 0 });
});
