/* A real server of our own for the tests: a new database in a temporary folder, any free port. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pagesFrom, serveInFront } from "./pages-server.ts";

export interface Server {
  readonly address: string;
  /** A token of this server. */
  token(role: string, ...more: string[]): string;
  /** Ends the process that was started, by its id. */
  stop(): Promise<void>;
  /** Starts again on the same address and database. */
  restart(): Promise<void>;
  /** Stops, and removes the database. */
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, "../../..");

function program(): string {
  const set = process.env["THROUGHCARE_PROGRAM"];
  const found = [
    set,
    join(root, "target/debug/throughcare"),
    join(root, "target/release/throughcare"),
  ];
  const one = found.find((path) => path !== undefined && existsSync(path));
  if (!one) throw new Error("The server is not built. Run: cargo build");
  return one;
}

/** Starts one. `more` are settings of its own, as variables: `THROUGHCARE_MAX_PAGE`. */
export async function startServer(
  more: Readonly<Record<string, string>> = {},
  at = "127.0.0.1:0",
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "throughcare-e2e-"));
  const kept = ["--database", join(folder, "care.db"), "--keys", join(folder, "care.keys")];
  const environment = {
    ...process.env,
    THROUGHCARE_LOG: "off",
    THROUGHCARE_RATE_COST: "0",
    ...more,
  };
  let child: ChildProcess | undefined;
  let bind = at;

  const start = async (): Promise<string> => {
    const made = spawn(program(), ["serve", "--bind", bind, ...kept], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child = made;
    for await (const line of createInterface({ input: made.stdout })) {
      const address = /^Listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (address) {
        bind = new URL(address).host;
        await ready(address);
        return address;
      }
    }
    throw new Error("The server ended without saying where it listens.");
  };
  const stop = async () => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGKILL");
    await ended;
  };
  const own = await start();
  const front = pagesFrom ? await serveInFront(own, pagesFrom) : undefined;
  return {
    address: front?.address ?? own,
    token: (role, ...more) =>
      execFileSync(program(), ["token", ...kept, "--role", role, ...more], {
        encoding: "utf8",
        env: environment,
      }).trim(),
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    remove: async () => {
      await front?.close();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(address: string): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not become ready within a minute.");
}
