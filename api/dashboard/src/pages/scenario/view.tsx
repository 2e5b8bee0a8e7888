/* A scenario that is there: what it is, its steps, what it would change, and what can be done. */
import type { ScenarioShownFragment, ScenarioViewerFragment } from "#ops/types.ts";
import { here, href } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { Fact } from "../../parts/fact.tsx";
import { word } from "../../parts/words.ts";
import { Comparison } from "./comparison.tsx";
import { Archive, Freeze } from "./freeze.tsx";
import { Frozen } from "./frozen.tsx";
import { History } from "./history.tsx";
import { StepList } from "./steps.tsx";
import { plans, visibilities } from "./words.ts";

interface Props {
  scenario: ScenarioShownFragment;
  viewer: ScenarioViewerFragment | null | undefined;
  onChanged: () => void;
}

export function View({ scenario, viewer, onChanged }: Props) {
  const mayPlan = plans(viewer?.role);
  return (
    <>
      {scenario.purpose && <p class="nhsuk-lede-text">{scenario.purpose}</p>}
      {scenario.frozen && <Frozen scenario={scenario} />}
      <dl class="nhsuk-summary-list">
        <Fact name="Day">{inWords(scenario.baseDay)}</Fact>
        <Fact name="Kept by">{scenario.owner?.name ?? "The register itself"}</Fact>
        <Fact name="Seen by">{word(visibilities, scenario.visibility)}</Fact>
        <Fact name="State">
          {scenario.frozen
            ? "Frozen: it cannot be changed any more"
            : `Can be changed; changed or made ${scenario.version === 1 ? "once" : `${scenario.version} times`} so far`}
        </Fact>
      </dl>
      {mayPlan && (
        <ul class="app-tools app-actions" aria-label="What you can do with it">
          {!scenario.frozen && (
            <li>
              <a href={here({ edit: "1" })}>Change it</a>
            </li>
          )}
          <li>
            <a href={href("/scenarios/new", { from: scenario.id })}>Copy it into a new one</a>
          </li>
          {!scenario.frozen && (
            <li>
              <a href="#freeze">Freeze it</a>
            </li>
          )}
          <li>
            <a href="#archive">Archive it</a>
          </li>
        </ul>
      )}
      <section aria-labelledby="steps">
        <h2 class="nhsuk-heading-m" id="steps">
          Steps
        </h2>
        {scenario.frozen && scenario.stepsLeftOut.length > 0 && (
          <p>
            The register has moved on since it was frozen. What does not hold any more is told
            beside the step; the comparison below is of the revision that it was frozen with.
          </p>
        )}
        <StepList steps={scenario.steps} wrong={scenario.stepsLeftOut} />
      </section>
      <Comparison scenario={scenario} />
      {mayPlan ? (
        <>
          {!scenario.frozen && <Freeze scenario={scenario} onChanged={onChanged} />}
          <Archive scenario={scenario} />
        </>
      ) : (
        <div class="nhsuk-inset-text app-empty">
          <p>
            To copy it, or to make one of your own, <a href={href("/sign-in")}>sign in</a> with a
            token of a commissioner or an analyst.
          </p>
        </div>
      )}
      <History id={scenario.id} isSignedIn={viewer?.role !== "PUBLIC"} />
    </>
  );
}
