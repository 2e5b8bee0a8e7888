/*
 * What a page shows is in its address, so that it can be shared, cited and gone back to. `asOf`
 * is the day asked about and `revision` what the register knew; every link carries both on.
 */
import { isDay } from "./dates.ts";
import { store, useStore } from "./store.ts";

export interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
  /** The part of the page to go to, without `#`. */
  readonly part: string;
}

/** The day and the revision that every question of a page is asked with. */
export interface Scope {
  /** Undefined: the server's today. */
  readonly asOf: string | undefined;
  /** Undefined: as the register stands now. */
  readonly knownAt: { readonly revision: number } | undefined;
  /** What the address says and cannot be read, in words for the reader. */
  readonly wrong: string | undefined;
}

function read(): Address {
  const { pathname, search, hash } = window.location;
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") || "/" : pathname;
  return { path, params: new URLSearchParams(search), part: decodeURIComponent(hash.slice(1)) };
}

const address = store<Address>(read());

export const useAddress = (): Address => useStore(address);

export function currentAddress(): Address {
  return address.get();
}

export function scopeOf(params: URLSearchParams): Scope {
  const day = params.get("asOf") ?? "";
  const revision = params.get("revision") ?? "";
  const wrong = [
    day === "" || isDay(day) ? "" : `“${day}” is no date: write it as 2026-11-22.`,
    revision === "" || /^[1-9]\d{0,8}$/.test(revision)
      ? ""
      : `“${revision}” is no revision: write a whole number from 1.`,
  ].filter(Boolean);
  return {
    asOf: isDay(day) ? day : undefined,
    knownAt: /^[1-9]\d{0,8}$/.test(revision) ? { revision: Number(revision) } : undefined,
    wrong: wrong.length > 0 ? wrong.join(" ") : undefined,
  };
}

export function useScope(): Scope {
  return scopeOf(useAddress().params);
}

type Params = Readonly<Record<string, string | undefined>>;

/** The address of a page, with the day and the revision of this one. `undefined` takes one out. */
export function href(path: string, params: Params = {}, part = ""): string {
  const kept = new URLSearchParams();
  for (const name of ["asOf", "revision"]) {
    const value = address.get().params.get(name);
    if (value) kept.set(name, value);
  }
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === "") kept.delete(name);
    else kept.set(name, value);
  }
  const query = kept.toString();
  return path + (query && `?${query}`) + (part && `#${encodeURIComponent(part)}`);
}

/** The address of this page with some of its parameters changed. */
export function here(params: Params): string {
  const { path, params: now } = address.get();
  const all: Record<string, string | undefined> = Object.fromEntries(now);
  return href(path, { ...all, ...params });
}

/** Goes to a page of ours. With `replace` the page that is left is not gone back to. */
export function go(to: string, how: { replace?: boolean } = {}): void {
  if (how.replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  address.set(read());
}

/** Follows Back, Forward, and links of ours that are followed in the usual way. */
export function follow(isOurs: (path: string) => boolean): void {
  window.addEventListener("popstate", () => address.set(read()));
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.hasAttribute("download")) return;
    const to = new URL(link.href, window.location.href);
    if (to.origin !== window.location.origin || !isOurs(to.pathname)) return;
    // A part of the same page is the browser's to find.
    const samePage =
      to.pathname === window.location.pathname && to.search === window.location.search;
    if (samePage && to.hash) return;
    event.preventDefault();
    go(to.pathname + to.search + to.hash);
  });
}
