/*
 * Signing in with one's organisation. The server does it (docs/ACCESS.md): this page is sent to
 * it and comes back, then fetches the token once. The token is in no address.
 */
import { useEffect, useState } from "preact/hooks";

/** Where signing in begins. The server goes back to a page of its own only. */
export function startOf(back: string | undefined): string {
  return `/sign-in/openid${back ? `?${new URLSearchParams({ back })}` : ""}`;
}

/** The page on screen, to come back to. */
export function pageOnScreen(): string {
  const { pathname, search, hash } = window.location;
  return pathname + search + hash;
}

/** Whether one can sign in with one's organisation; undefined: it is being asked. */
export function useOpenId(): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    let isOver = false;
    methods().then(
      ({ openid }) => {
        if (!isOver) setHas(openid);
      },
      // Then there is the token form, and the page says elsewhere that nobody answers.
      () => {
        if (!isOver) setHas(false);
      },
    );
    return () => {
      isOver = true;
    };
  }, []);
  return has;
}

async function methods(): Promise<{ openid: boolean }> {
  const response = await fetch("/sign-in/methods");
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()) as { openid: boolean };
}

/** What came of signing in: a token, and the page to go back to. */
export interface Arrived {
  readonly token: string;
  readonly back: string;
}

/** Fetches what waits for this browser. Undefined: nothing does any more. */
export async function collect(): Promise<Arrived | undefined> {
  const response = await fetch("/sign-in/openid/token", { method: "POST" });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()) as Arrived;
}
