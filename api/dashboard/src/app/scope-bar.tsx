/* The day and the revision that a page answers for, how to change them, and how to cite it. */
import { useState } from "preact/hooks";
import { go, here, scopeOf, useAddress } from "../data/address.ts";
import { answered } from "../data/client.ts";
import { dayOf, inWords } from "../data/dates.ts";
import { useStore } from "../data/store.ts";
import { DatePicker } from "../parts/date-picker.tsx";
import { cited } from "../parts/figure.tsx";

export function ScopeBar() {
  const { params } = useAddress();
  const scope = scopeOf(params);
  const last = useStore(answered);
  const day = scope.asOf ?? last?.today;
  const revision = scope.knownAt?.revision ?? last?.revision;
  const [copied, setCopied] = useState("");
  const address = day ? new URL(cited(day, revision), window.location.href).href : "";
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied("The address is copied.");
    } catch {
      setCopied("This browser does not let pages copy. Select the address and copy it.");
    }
  };
  return (
    <section class="app-scope" aria-label="Day and revision">
      <div class="nhsuk-width-container">
        <p class="app-scope__said">
          {day ? (
            <>
              As of <strong>{inWords(day)}</strong>
              {scope.asOf ? "" : " (today)"}
              {revision !== undefined && (
                <>
                  , revision <strong>{revision}</strong>
                  {scope.knownAt ? " as it stood then" : ""}
                </>
              )}
            </>
          ) : (
            "As of today"
          )}
        </p>
        {scope.wrong && (
          <p class="app-scope__wrong" role="alert">
            The address is not right: {scope.wrong} It is left out.
          </p>
        )}
        <details class="nhsuk-details app-scope__more">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">Change the day</span>
          </summary>
          <div class="nhsuk-details__text">
            <DatePicker
              id="as-of"
              legend="As of which day?"
              hint="A later day shows what is left if nothing is renewed. For example, 1 4 2030"
              value={day ?? dayOf(new Date())}
              button="Show this day"
              onChoose={(chosen) => go(here({ asOf: chosen }))}
            />
            {(scope.asOf || scope.knownAt) && (
              <p>
                <a href={here({ asOf: undefined, revision: undefined })}>
                  Back to today, as the register stands now
                </a>
              </p>
            )}
          </div>
        </details>
        <details class="nhsuk-details app-scope__more">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">Cite this page</span>
          </summary>
          <div class="nhsuk-details__text">
            <label class="nhsuk-label" for="citation">
              This address shows the same page for this day and revision, whatever changes
            </label>
            <input class="nhsuk-input app-citation" id="citation" readOnly value={address} />
            <button
              type="button"
              class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => void copy()}
            >
              Copy the address
            </button>
            <p role="status">{copied}</p>
          </div>
        </details>
      </div>
    </section>
  );
}
