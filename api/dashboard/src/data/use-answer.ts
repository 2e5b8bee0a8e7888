import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Answer, Failure, ask } from "./client.ts";
import type { Operation } from "./operation.ts";
import { useSession } from "./session.ts";
import { useTrouble } from "./trouble.ts";

/** How a question stands. The last answer is kept while it is asked again, and when that fails. */
export interface Asked<Data> {
  readonly answer: Answer<Data> | undefined;
  readonly failure: Failure | undefined;
  readonly isAsking: boolean;
  /** It takes longer than one would expect. */
  readonly isSlow: boolean;
  /** Seconds until it is tried again by itself; undefined: it is not. */
  readonly againIn: number | undefined;
  again(): void;
}

const waits = [1, 2, 4, 8, 15, 30];

/**
 * Asks when the variables change, when somebody signs in or out, and again by itself while the
 * server is away. `undefined` variables: there is nothing to ask yet.
 */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables | undefined,
): Asked<Data> {
  const key = variables && JSON.stringify(variables);
  const { token } = useSession();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<Data>>();
  const [failure, setFailure] = useState<Failure>();
  const [isAsking, setIsAsking] = useState(variables !== undefined);
  const [isSlow, setIsSlow] = useState(false);
  const [againIn, setAgainIn] = useState<number>();
  const tries = useRef(0);
  const again = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    if (key === undefined) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slow = setTimeout(() => setIsSlow(true), 3000);
    setIsAsking(true);
    setAgainIn(undefined);
    ask(operation, JSON.parse(key) as Variables, stop.signal)
      .then((came) => {
        tries.current = 0;
        setAnswer(came);
        setFailure(undefined);
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        const failed =
          error instanceof Failure ? error : new Failure("broken", "The page has failed.");
        setFailure(failed);
        if (!failed.passes) return;
        const seconds = failed.after ?? waits[Math.min(tries.current, waits.length - 1)] ?? 30;
        tries.current += 1;
        setAgainIn(seconds);
        timer = setTimeout(again, seconds * 1000);
      })
      .finally(() => {
        clearTimeout(slow);
        if (stop.signal.aborted) return;
        setIsAsking(false);
        setIsSlow(false);
      });
    return () => {
      stop.abort();
      clearTimeout(slow);
      clearTimeout(timer);
    };
  }, [operation, key, token, turn, again]);

  useTrouble(failure?.passes ? { failure, againIn, again } : undefined);

  return { answer, failure, isAsking, isSlow, againIn, again };
}
