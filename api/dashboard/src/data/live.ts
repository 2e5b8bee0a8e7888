/* Changes of others, over graphql-transport-ws. Nothing on the page is replaced by itself. */
import { type Client, createClient } from "graphql-ws";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Operation } from "./operation.ts";
import { session } from "./session.ts";

let shared: { client: Client; token: string | undefined } | undefined;

/** One socket for the page; another once somebody else is signed in. */
function client(): Client {
  const { token } = session.get();
  if (shared && shared.token === token) return shared.client;
  // A socket that was refused says so once more when it is done with: the page has been told.
  void Promise.resolve(shared?.client.dispose()).catch(() => undefined);
  const address = new URL("/graphql", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const made = createClient({
    url: address.href,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((resolve) => setTimeout(resolve, Math.min(30, 2 ** tries) * 1000)),
    onNonLazyError: () => undefined,
  });
  shared = { client: made, token };
  return made;
}

export interface Changes {
  /** How many there were since the page was drawn. */
  readonly count: number;
  /** The page has been drawn again. */
  seen(): void;
}

/** Counts what others change of what a page shows. `undefined` variables: nothing is watched. */
export function useChanges<Data, Variables extends Record<string, unknown>>(
  operation: Operation<Data, Variables>,
  variables: Variables | undefined,
): Changes {
  const [count, setCount] = useState(0);
  const key = variables && JSON.stringify(variables);
  useEffect(() => {
    if (key === undefined) return;
    setCount(0);
    let stop: (() => void) | undefined;
    const begin = () => {
      stop?.();
      stop = client().subscribe(
        {
          query: operation.text,
          operationName: operation.name,
          variables: JSON.parse(key) as Record<string, unknown>,
        },
        {
          // What is wrong with the question, the page itself is told when it asks.
          next: ({ data, errors }) => {
            if (data && !errors) setCount((n) => n + 1);
          },
          error: () => undefined,
          complete: () => undefined,
        },
      );
    };
    begin();
    const forget = session.subscribe(begin);
    return () => {
      forget();
      stop?.();
    };
  }, [operation, key]);
  const seen = useCallback(() => setCount(0), []);
  return { count, seen };
}
