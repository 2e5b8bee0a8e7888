/*
 * Asks the server. It is asked by the hash of the document, which it knows because it was built
 * with it; a server that does not know the hash is sent the text.
 */
import { dayOf } from "./dates.ts";
import type { Operation } from "./operation.ts";
import { refused, session } from "./session.ts";
import { store } from "./store.ts";

/** What came back. Root fields that failed are null, with an error each. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  /** The revision of the register that it was read from. */
  readonly revision: number | undefined;
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string };
}

export type FailureKind =
  /** Nobody answered. */
  | "unreachable"
  /** No answer in time. */
  | "slow"
  /** The token is not good any more. */
  | "signed-out"
  /** Too much was asked in a minute, or too many are asking. */
  | "busy"
  /** The server is starting. */
  | "starting"
  /** It was understood and refused. */
  | "refused"
  /** Something is wrong at the server. */
  | "broken";

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly code?: string,
    /** Seconds after which the server asks to be tried again. */
    readonly after?: number,
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** Whether the same question may be answered a little later. */
  get passes(): boolean {
    return ["unreachable", "slow", "busy", "starting"].includes(this.kind);
  }
}

/** What the last answer was read from, and the server's day. */
export const answered = store<{ revision: number | undefined; today: string } | undefined>(
  undefined,
);

const patience = 30_000;
/** Hashes that this server has said it does not know. */
const unknown = new Set<string>();

interface Reply {
  data?: unknown;
  errors?: AnswerError[];
  extensions?: { revision?: number };
}

export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const byText = unknown.has(operation.hash);
  try {
    return await send(operation, variables, byText, signal);
  } catch (error) {
    const isUnknown = error instanceof Failure && error.code === "PERSISTED_QUERY_NOT_FOUND";
    if (byText || !isUnknown) throw error;
    unknown.add(operation.hash);
    return send(operation, variables, true, signal);
  }
}

async function send<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  byText: boolean,
  signal: AbortSignal | undefined,
): Promise<Answer<Data>> {
  const { token } = session.get();
  const headers: Record<string, string> = {
    accept: "application/graphql-response+json, application/json",
    "content-type": "application/json",
  };
  if (token) headers["authorization"] = `Bearer ${token}`;
  const document = byText ? { query: operation.text } : { documentId: `sha256:${operation.hash}` };
  const late = AbortSignal.timeout(patience);
  let response: Response;
  let reply: Reply;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers,
      body: JSON.stringify({ ...document, operationName: operation.name, variables }),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    reply = (await response.json()) as Reply;
  } catch (error) {
    if (signal?.aborted) throw error;
    if (late.aborted) {
      throw new Failure("slow", "The server has not answered within half a minute.");
    }
    if (error instanceof SyntaxError) {
      throw new Failure("broken", "What came back is not an answer of this server.");
    }
    throw new Failure("unreachable", "The server cannot be reached.");
  }
  if (response.status === 401 && token) {
    refused(token);
    throw new Failure("signed-out", "Your sign-in has ended.");
  }
  if (reply.data === undefined || reply.data === null) {
    throw failure(response, reply);
  }
  const date = new Date(response.headers.get("date") ?? Number.NaN);
  const revision = reply.extensions?.revision;
  if (!Number.isNaN(date.getTime())) answered.set({ revision, today: dayOf(date) });
  return { data: reply.data as Data, errors: reply.errors ?? [], revision };
}

function failure(response: Response, reply: Reply): Failure {
  const first = reply.errors?.[0];
  const code = first?.extensions?.code;
  const after = Number(response.headers.get("retry-after")) || undefined;
  const message = first?.message ?? `The server answered with status ${response.status}.`;
  const kinds: Partial<Record<string, FailureKind>> = {
    NOT_READY: "starting",
    OVERLOADED: "busy",
    RATE_LIMITED: "busy",
    TIMED_OUT: "slow",
    INTERNAL: "broken",
  };
  const kind = kinds[code ?? ""] ?? (response.status >= 500 ? "unreachable" : "refused");
  return new Failure(kind, message, code, after, first?.extensions?.requestId);
}
