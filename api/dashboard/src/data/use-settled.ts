import { useEffect, useState } from "preact/hooks";

/** Long enough that a name is not asked for letter by letter. */
const pause = 250;

/**
 * What was typed, once typing has paused, and a way not to wait for that. What is emptied is empty
 * at once: what was found goes before anything else can be pressed where it stood.
 */
export function useSettled(text: string): readonly [string, () => void] {
  const typed = text.trim();
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed ? pause : 0);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed && settled, () => setSettled(typed)];
}
