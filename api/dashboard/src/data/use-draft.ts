/* What is being typed. It is kept for this tab, so that a reload, a crash or another sign-in loses
 * nothing; it goes when it was saved or is thrown away. */
import { useCallback, useState } from "preact/hooks";

export interface Draft<T> {
  readonly value: T;
  /** It differs from what it began with. */
  readonly isChanged: boolean;
  /** Changes some of its fields. */
  set(fields: Partial<T>): void;
  /** Begins again with what is given, and forgets what was kept. */
  reset(value: T): void;
}

export function useDraft<T extends object>(name: string, first: T): Draft<T> {
  const key = `throughcare.draft.${name}`;
  const [began, setBegan] = useState(first);
  const [value, setValue] = useState<T>(() => ({ ...first, ...kept(key) }));
  const set = useCallback(
    (fields: Partial<T>) =>
      setValue((now) => {
        const next = { ...now, ...fields };
        keep(key, next);
        return next;
      }),
    [key],
  );
  const reset = useCallback(
    (next: T) => {
      keep(key, undefined);
      setBegan(next);
      setValue(next);
    },
    [key],
  );
  return { value, isChanged: JSON.stringify(value) !== JSON.stringify(began), set, reset };
}

function kept(key: string): object {
  try {
    const read: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? "{}");
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    // A browser may refuse to keep anything, or have kept what an older page wrote.
    return {};
  }
}

function keep(key: string, value: object | undefined): void {
  try {
    if (value) window.sessionStorage.setItem(key, JSON.stringify(value));
    else window.sessionStorage.removeItem(key);
  } catch {
    // Then it is good until the page is left.
  }
}
