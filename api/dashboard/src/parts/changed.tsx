import type { Changes } from "../data/live.ts";
import { counted } from "./words.ts";

/** Says that somebody else changed what the page shows. It is shown only when one asks for it. */
export function Changed({ changes, show }: { changes: Changes; show: () => void }) {
  return (
    <div role="status">
      {changes.count > 0 && (
        <div class="app-changed">
          <p>
            Somebody changed this: {counted(changes.count, "entry", "entries")} on this page. What
            you see and what you typed stay until you ask for the new.
          </p>
          <button
            type="button"
            class="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            onClick={() => {
              changes.seen();
              show();
            }}
          >
            Show the changes
          </button>
        </div>
      )}
    </div>
  );
}
