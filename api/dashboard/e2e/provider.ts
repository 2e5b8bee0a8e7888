/* A small OpenID provider for the tests: one page to sign in on, tokens signed by a key of its own. */
import { type KeyObject, createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { type IncomingMessage, type Server as Http, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Provider {
  readonly address: string;
  /** The role that its tokens give. */
  role: string | undefined;
  /** Does not answer at its token endpoint. */
  isDown: boolean;
  stop(): Promise<void>;
}

export const client = "throughcare";
const secret = "only-in-tests";

/** What a code is good for, once. */
interface Given {
  readonly challenge: string;
  readonly nonce: string;
  readonly back: string;
}

export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const codes = new Map<string, Given>();
  const state = { role: "commissioner" as string | undefined, isDown: false };
  const http = createServer((request, response) => {
    const send = (status: number, type: string, body: string, more = {}) =>
      response.writeHead(status, { "content-type": type, ...more }).end(body);
    const json = (status: number, body: unknown) =>
      send(status, "application/json", JSON.stringify(body));
    const url = new URL(request.url ?? "/", address);
    const asked = url.searchParams;
    const back = new URL(asked.get("redirect_uri") ?? "http://nowhere.invalid");
    back.searchParams.set("state", asked.get("state") ?? "");
    switch (url.pathname) {
      case "/keys":
        return json(200, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one" }] });
      case "/authorize": {
        const code = randomUUID();
        codes.set(code, {
          challenge: asked.get("code_challenge") ?? "",
          nonce: asked.get("nonce") ?? "",
          back: asked.get("redirect_uri") ?? "",
        });
        const yes = new URL(back);
        yes.searchParams.set("code", code);
        back.searchParams.set("error", "access_denied");
        return send(200, "text/html; charset=utf-8", page(yes.href, back.href));
      }
      case "/token":
        if (state.isDown) return request.socket.destroy();
        return read(request).then((form) => {
          const given = codes.get(form.get("code") ?? "");
          codes.delete(form.get("code") ?? "");
          const said = `Basic ${Buffer.from(`${client}:${secret}`).toString("base64")}`;
          const verifier = createHash("sha256").update(form.get("code_verifier") ?? "");
          const isGood =
            given?.challenge === verifier.digest("base64url") &&
            given.back === form.get("redirect_uri") &&
            request.headers.authorization === said;
          if (!given || !isGood) return json(400, { error: "invalid_grant" });
          const token = signed(privateKey, address, given.nonce, state.role);
          return json(200, { access_token: token, id_token: token, token_type: "Bearer" });
        });
      default:
        return send(404, "text/plain", "Not found\n");
    }
  });
  const address = await listen(http);
  return Object.assign(state, {
    address,
    stop: () => new Promise<void>((resolve) => http.close(() => resolve())),
  });
}

/** The settings of a server that signs people in there. */
export function settingsFor(provider: Provider, server: string): Record<string, string> {
  return {
    THROUGHCARE_JWKS: `${provider.address}/keys`,
    THROUGHCARE_ISSUER: provider.address,
    THROUGHCARE_AUDIENCE: client,
    THROUGHCARE_SIGN_IN_ADDRESS: server,
    THROUGHCARE_SIGN_IN_AUTHORIZATION_ENDPOINT: `${provider.address}/authorize`,
    THROUGHCARE_SIGN_IN_TOKEN_ENDPOINT: `${provider.address}/token`,
    THROUGHCARE_SIGN_IN_CLIENT_ID: client,
    THROUGHCARE_SIGN_IN_CLIENT_SECRET: secret,
  };
}

/** An address of this machine that is free. */
export async function freeAddress(): Promise<string> {
  const http = createServer();
  const address = await listen(http);
  await new Promise((resolve) => http.close(resolve));
  return address;
}

async function listen(http: Http): Promise<string> {
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

function page(yes: string, no: string): string {
  const link = (to: string, name: string) =>
    `<li><a href="${to.replaceAll("&", "&amp;")}">${name}</a></li>`;
  return `<!doctype html><html lang="en"><title>The organisation</title><link rel="icon" href="data:,">
<h1>The organisation</h1><ul>${link(yes, "I am Ann")}${link(no, "Go back")}</ul></html>`;
}

function signed(key: KeyObject, issuer: string, nonce: string, role: string | undefined): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: client,
    sub: "ann",
    iat: now,
    exp: now + 600,
    nonce,
    throughcare_role: role,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const message = `${part({ alg: "EdDSA", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${message}.${sign(null, Buffer.from(message), key).toString("base64url")}`;
}
