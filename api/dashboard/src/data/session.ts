/*
 * Who asks. The token is kept for this tab only, never in an address or a cookie. When the server
 * refuses it, it is set aside and the page stays as it is, with what was typed.
 */
import { store, useStore } from "./store.ts";

export interface Session {
  /** Undefined: the public. */
  readonly token: string | undefined;
  /** The server has refused the token that there was. */
  readonly ended: boolean;
}

const name = "throughcare.token";

function kept(): string | undefined {
  try {
    return window.sessionStorage.getItem(name) ?? undefined;
  } catch {
    // A browser may refuse to keep anything.
    return undefined;
  }
}

function keep(token: string | undefined): void {
  try {
    if (token) window.sessionStorage.setItem(name, token);
    else window.sessionStorage.removeItem(name);
  } catch {
    // Then it is good until the page is left.
  }
}

export const session = store<Session>({ token: kept(), ended: false });
export const useSession = (): Session => useStore(session);

export function signIn(token: string): void {
  keep(token);
  session.set({ token, ended: false });
}

export function signOut(): void {
  keep(undefined);
  session.set({ token: undefined, ended: false });
}

/** The server refused a token: unless another has come since, it is not sent again. */
export function refused(token: string): void {
  if (session.get().token !== token) return;
  keep(undefined);
  session.set({ token: undefined, ended: true });
}

/** What is wrong with the shape of a token; undefined: nothing that can be seen from here. */
export function faultIn(token: string): string | undefined {
  if (token === "") return "Paste a token";
  if (/^Bearer\s/i.test(token)) return "Paste the token alone, without the word Bearer";
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    return "A token is three parts of letters, digits, - and _ with a full stop between them";
  }
  return undefined;
}
