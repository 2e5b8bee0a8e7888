/*
 * While one works on pages: PAGES=dist/served shows them from there in front of a server that was
 * built earlier, under the same policy and from one address, so that nothing is different for the
 * browser. `npm run pages` makes them.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from "node:http";
import { type AddressInfo, type Socket, connect } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Where the pages are taken from; undefined: from the server itself. */
export const pagesFrom = process.env["PAGES"];

/** Stands in front of a server and answers for its pages. */
export async function serveInFront(
  server: string,
  folder: string,
): Promise<{ address: string; close(): Promise<void> }> {
  const behind = new URL(server);
  const policy = (await fetch(server)).headers.get("content-security-policy");
  const documents = JSON.parse(
    readFileSync(join(folder, "../documents.json"), "utf8"),
  ) as Documents;
  const patterns = readFileSync(join(folder, "../routes.txt"), "utf8").trim().split("\n");
  const front = createServer((asked, answer) => {
    const path = new URL(asked.url ?? "/", server).pathname;
    const isPage = asked.method === "GET" && asked.headers["sec-fetch-dest"] === "document";
    const isKnown = patterns.some((pattern) => matches(pattern, path));
    if (extname(path) !== "" && existsSync(join(folder, path))) {
      send(asked, answer, join(folder, path), 200, policy);
    } else if (path === "/graphiql" && existsSync(join(folder, "graphiql.html"))) {
      send(asked, answer, join(folder, "graphiql.html"), 200, null);
    } else if (isKnown || (isPage && path !== "/graphiql")) {
      send(asked, answer, join(folder, "index.html"), isKnown ? 200 : 404, policy);
    } else {
      void pass(asked, answer, behind, documents);
    }
  });
  front.on("upgrade", (asked: IncomingMessage, socket: Socket, first: Buffer) => {
    const on = connect(Number(behind.port), behind.hostname, () => {
      const heads = asked.rawHeaders.flatMap((name, index) =>
        index % 2 === 0 ? [`${name}: ${asked.rawHeaders[index + 1]}`] : [],
      );
      on.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${heads.join("\r\n")}\r\n\r\n`);
      on.write(first);
      socket.pipe(on).pipe(socket);
    });
    on.on("error", () => socket.destroy());
    on.on("close", () => socket.destroy());
    socket.on("error", () => on.destroy());
    socket.on("close", () => on.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { port } = front.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => close(front) };
}

async function close(front: Server): Promise<void> {
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
}

function matches(pattern: string, path: string): boolean {
  const [wanted, parts] = [pattern.split("/"), path.split("/")];
  return (
    wanted.length === parts.length &&
    wanted.every((one, index) => one === parts[index] || (one.startsWith(":") && parts[index]))
  );
}

function send(
  asked: IncomingMessage,
  answer: ServerResponse,
  file: string,
  status: number,
  policy: string | null,
): void {
  const zipped = existsSync(`${file}.gz`);
  const body = readFileSync(zipped ? `${file}.gz` : file);
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  const isOld = status === 200 && asked.headers["if-none-match"] === tag;
  answer.writeHead(isOld ? 304 : status, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "cache-control": file.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    etag: tag,
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    ...(policy && file.endsWith(".html") ? { "content-security-policy": policy } : {}),
  });
  answer.end(isOld ? undefined : body);
}

/** What the pages ask, by its hash: a server that was built earlier does not know all of it. */
type Documents = Readonly<Record<string, string>>;

async function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  behind: URL,
  documents: Documents,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  const body = spelledOut(Buffer.concat(parts), documents);
  const on = request(
    {
      host: behind.hostname,
      port: behind.port,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, ...(body.length ? { "content-length": body.length } : {}) },
    },
    (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    },
  );
  // As if the server itself could not be reached.
  on.on("error", () => answer.destroy());
  on.end(body);
}

function spelledOut(body: Buffer, documents: Documents): Buffer {
  if (!body.includes('"documentId"')) return body;
  const { documentId, ...rest } = JSON.parse(body.toString()) as { documentId: string };
  const query = documents[documentId.replace("sha256:", "")];
  return query === undefined ? body : Buffer.from(JSON.stringify({ query, ...rest }));
}
