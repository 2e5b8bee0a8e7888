/* What a scenario was frozen with: when, by whom, of which revision, and that it still is that. */
import { ScenarioHistory } from "#ops/ScenarioHistory.ts";
import { ScenarioRecomputed } from "#ops/ScenarioRecomputed.ts";
import type { ScenarioShownFragment } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import { fileName, save } from "../../parts/export.ts";
import { Fact } from "../../parts/fact.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";

export function Frozen({ scenario }: { scenario: ScenarioShownFragment }) {
  const asked = useAnswer(ScenarioRecomputed, { id: scenario.id });
  return (
    <section class="app-frozen" aria-labelledby="frozen">
      <h2 class="nhsuk-heading-m" id="frozen">
        Frozen: it cannot be changed any more
      </h2>
      <dl class="nhsuk-summary-list">
        <Fact name="Frozen on">
          <PartialDate date={scenario.frozen?.on} />
        </Fact>
        <Fact name="By">
          <By id={scenario.id} />
        </Fact>
        <Fact name="Of revision">{scenario.frozen?.revision ?? <NotOnRecord />}</Fact>
      </dl>
      <Loaded asked={asked} what="whether it is still what was frozen">
        {({ node }) => {
          const frozen = node && "frozen" in node ? node.frozen : null;
          if (!frozen) return null;
          return (
            <>
              <dl class="nhsuk-summary-list">
                <Fact name="SHA-256 hash">
                  <code class="app-hash">{frozen.hash ?? "None"}</code>
                </Fact>
                <Fact name="Made again by the server">
                  <Recomputes recomputes={frozen.recomputes} />
                </Fact>
                {frozen.body !== null && (
                  <Fact name="Made again by this browser">
                    <ByBrowser body={frozen.body} hash={frozen.hash} />
                  </Fact>
                )}
              </dl>
              {frozen.body === null ? (
                <p class="app-small">
                  The frozen text itself is for those who plan: sign in to have it.
                </p>
              ) : (
                <Body body={frozen.body} name={scenario.name} />
              )}
            </>
          );
        }}
      </Loaded>
      <Share />
    </section>
  );
}

function Recomputes({ recomputes }: { recomputes: boolean | null }) {
  if (recomputes === null) return <NotOnRecord what="Not known" />;
  return recomputes ? (
    <>
      <strong>The same.</strong> The register of that revision, replayed from its history, gives the
      same text and hash.
    </>
  ) : (
    <>
      <strong>Not the same.</strong> Replayed today, the register of that revision gives another
      text: how it is calculated has changed since, or the database was touched. What is shown below
      is as calculated today; the frozen text is as it was.
    </>
  );
}

/** The hash of the text that came, made here: that the server says so is not all there is. */
function ByBrowser({ body, hash }: { body: string; hash: string | null }) {
  const [made, setMade] = useState<string>();
  // Browsers offer it on this machine and over HTTPS only.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  useEffect(() => {
    void subtle?.digest("SHA-256", new TextEncoder().encode(body)).then((bytes) => {
      const all = [...new Uint8Array(bytes)];
      setMade(all.map((byte) => byte.toString(16).padStart(2, "0")).join(""));
    });
  }, [subtle, body]);
  if (!subtle) return <NotOnRecord what="Not made: browsers do so over HTTPS only" />;
  if (made === undefined) return <>Being made…</>;
  if (made === hash) {
    return (
      <>
        <strong>The same.</strong> The frozen text that came has this hash.
      </>
    );
  }
  return (
    <>
      <strong>Not the same:</strong> <code class="app-hash">{made}</code>
    </>
  );
}

function Body({ body, name }: { body: string; name: string }) {
  return (
    <p>
      <button
        type="button"
        class="app-link"
        onClick={() => save(fileName(name, "json"), new Blob([body], { type: "application/json" }))}
      >
        Download the frozen text (JSON)
      </button>
    </p>
  );
}

/** Whoever froze it, by the history. Names are not told to the public. */
function By({ id }: { id: string }) {
  const asked = useAnswer(ScenarioHistory, { id });
  return (
    <Loaded asked={asked} what="who froze it">
      {({ history }) => {
        const froze = history?.nodes.find((change) =>
          change.fields.some(({ field }) => field === "frozenHash"),
        );
        if (!froze) return <NotOnRecord what="Not in the part of the history that you may see" />;
        return froze.actor ?? <NotOnRecord what="Told to whoever is signed in" />;
      }}
    </Loaded>
  );
}

function Share() {
  const [said, setSaid] = useState("");
  const address = window.location.origin + window.location.pathname;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("The address is copied.");
    } catch {
      setSaid("This browser does not let pages copy. Select the address and copy it.");
    }
  };
  return (
    <div class="app-screen-only">
      <label class="nhsuk-label" for="share">
        Its address, to share. It shows the same whatever changes in the register
      </label>
      <input class="nhsuk-input app-citation" id="share" readOnly value={address} />
      <button
        type="button"
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => void copy()}
      >
        Copy the address of the scenario
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
