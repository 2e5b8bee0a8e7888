import type { FailureKind } from "../data/client.ts";
import { useTroubles } from "../data/trouble.ts";

const said: Partial<Record<FailureKind, string>> = {
  unreachable: "The server cannot be reached",
  slow: "The server is too slow",
  busy: "The server has too much to do",
  starting: "The server is starting",
};

/** Why the server does not answer, what becomes of the page, and when it is tried again. */
export function Trouble() {
  const troubles = useTroubles();
  const [first] = troubles;
  if (!first) return null;
  const waits = troubles.flatMap((one) => (one.againIn === undefined ? [] : [one.againIn]));
  const soonest = waits.length > 0 ? Math.min(...waits) : undefined;
  return (
    <section class="app-ended" role="alert" aria-label="The server does not answer">
      <div class="nhsuk-width-container">
        <h2 class="nhsuk-heading-s">{said[first.failure.kind] ?? "The server does not answer"}</h2>
        <p>
          {first.failure.message} What is on the page is as last loaded, and what you typed is still
          there.{" "}
          {soonest === undefined
            ? "Trying again now…"
            : `It is tried again by itself ${soonest === 1 ? "in a second" : `in ${soonest} seconds`}.`}
        </p>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            for (const one of troubles) one.again();
          }}
        >
          Try again now
        </button>
      </div>
    </section>
  );
}
