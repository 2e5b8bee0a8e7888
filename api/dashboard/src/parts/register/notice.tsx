/* What was done on the page before, told once on the page that it led to. */
import { useEffect, useRef } from "preact/hooks";
import { store, useStore } from "../../data/store.ts";

const said = store<string | undefined>(undefined);

/** Tells something on the page that is gone to next. */
export const tell = (message: string): void => said.set(message);

export function Notice() {
  const message = useStore(said);
  const shown = useRef(message);
  if (message) shown.current = message;
  useEffect(() => {
    if (message) said.set(undefined);
  }, [message]);
  if (!shown.current) return null;
  return (
    <div class="nhsuk-inset-text app-done" role="status">
      <p>{shown.current}</p>
    </div>
  );
}
