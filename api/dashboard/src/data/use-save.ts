/*
 * Sends a change. What was typed is the form's and is never touched here, and a change whose answer
 * was lost is sent again under the same key, so that it is made once.
 */
import type { WrittenFragment } from "#ops/types.ts";
import { useCallback, useRef, useState } from "preact/hooks";
import { Failure, ask } from "./client.ts";
import type { Operation } from "./operation.ts";

/** The answer to a document with one root field, a change: `…Written` is all of it that is read. */
type Saved = Readonly<Record<string, WrittenFragment | null>>;

export interface Save<Input> {
  /** What became of the last change; undefined: none was answered. */
  readonly saved: WrittenFragment | undefined;
  readonly failure: Failure | undefined;
  readonly isSaving: boolean;
  /** What came of it; undefined: no answer, `failure` says why. */
  send(input: Input): Promise<WrittenFragment | undefined>;
  /** Forgets what came of the last one. */
  clear(): void;
}

export function useSave<Data extends Saved, Input extends object>(
  operation: Operation<Data, { input: Input }>,
  /** False for changes that take no key, since doing them twice is refused anyway. */
  isKeyed = true,
): Save<Input> {
  const [saved, setSaved] = useState<WrittenFragment>();
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const open = useRef<{ text: string; key: string } | undefined>(undefined);
  const send = useCallback(
    async (input: Input) => {
      const text = JSON.stringify(input);
      if (open.current?.text !== text) open.current = { text, key: crypto.randomUUID() };
      setIsSaving(true);
      setFailure(undefined);
      try {
        const { data, errors } = await ask(operation, {
          input: isKeyed ? { idempotencyKey: open.current.key, ...input } : input,
        });
        const came = Object.values(data)[0];
        if (!came) {
          const [first] = errors;
          throw new Failure("refused", first?.message ?? "Nothing came back.");
        }
        // What was refused may be right later, so only what was done keeps its key.
        open.current = undefined;
        setSaved(came);
        return came;
      } catch (error) {
        setSaved(undefined);
        setFailure(
          error instanceof Failure ? error : new Failure("broken", "The page has failed."),
        );
        return undefined;
      } finally {
        setIsSaving(false);
      }
    },
    [operation, isKeyed],
  );
  const clear = useCallback(() => {
    setSaved(undefined);
    setFailure(undefined);
  }, []);
  return { saved, failure, isSaving, send, clear };
}
