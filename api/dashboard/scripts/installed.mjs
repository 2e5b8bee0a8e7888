// Succeeds if every package that building needs is there in the version of the lock file.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(name, "utf8")).packages;
const wanted = read("package-lock.json");
let there = {};
try {
  there = read("node_modules/.package-lock.json");
} catch {
  // Nothing was installed yet.
}
const missing = Object.entries(wanted).filter(
  ([path, one]) =>
    path !== "" &&
    !one.dev &&
    !one.optional &&
    !one.devOptional &&
    there[path]?.version !== one.version,
);
process.exitCode = missing.length === 0 ? 0 : 1;
