/* What keeps the server from answering concerns the whole page, so it is told once, on top of it,
 * and not beside every question that waits for the same. */
import { useEffect, useRef } from "preact/hooks";
import type { Failure } from "./client.ts";
import { store, useStore } from "./store.ts";

export interface Trouble {
  readonly failure: Failure;
  /** Seconds until it is tried again by itself. */
  readonly againIn: number | undefined;
  again(): void;
}

const troubles = store<ReadonlyMap<object, Trouble>>(new Map());

export const useTroubles = (): readonly Trouble[] => [...useStore(troubles).values()];

/** Tells of a question that waits for the server, as long as it does. */
export function useTrouble(trouble: Trouble | undefined): void {
  const key = useRef({}).current;
  const { failure, againIn, again } = trouble ?? {};
  useEffect(() => {
    if (!failure || !again) return;
    troubles.set(new Map(troubles.get()).set(key, { failure, againIn, again }));
    return () => {
      const others = new Map(troubles.get());
      others.delete(key);
      troubles.set(others);
    };
  }, [key, failure, againIn, again]);
}
