import { ScenarioHistory } from "#ops/ScenarioHistory.ts";
import { useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { counted } from "../../parts/words.ts";

interface Props {
  id: string;
  isSignedIn: boolean;
}

/** Who changed it when and why, newest first; fetched when somebody asks. */
export function History({ id, isSignedIn }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const asked = useAnswer(ScenarioHistory, isOpen ? { id } : undefined);
  return (
    <details
      class="nhsuk-details"
      onToggle={(event) => {
        if (event.currentTarget.open) setIsOpen(true);
      }}
    >
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Who changed it, when and why</span>
      </summary>
      <div class="nhsuk-details__text">
        {isOpen && (
          <Loaded asked={asked} what="its history">
            {({ history }) => (
              <>
                {!isSignedIn && (
                  <p class="app-small">Who made a change is told to whoever is signed in.</p>
                )}
                <ol class="app-records">
                  {(history?.nodes ?? []).map((change) => (
                    <li key={change.id}>
                      <p class="app-records__head">
                        <strong>
                          {new Date(change.at).toLocaleString("en-GB", {
                            dateStyle: "long",
                            timeStyle: "short",
                          })}
                        </strong>
                        , revision {change.revision}, by{" "}
                        {change.actor ?? <NotOnRecord what="somebody" />}:{" "}
                        {counted(change.fields.length, "field")} of it.
                      </p>
                      <p>{change.reason}</p>
                    </li>
                  ))}
                </ol>
                {history?.pageInfo.hasNextPage && (
                  <p class="app-small">The newest 50 changes are shown.</p>
                )}
              </>
            )}
          </Loaded>
        )}
      </div>
    </details>
  );
}
