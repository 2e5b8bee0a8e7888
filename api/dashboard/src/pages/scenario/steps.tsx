/* The steps of a scenario as sentences, each with what is amiss with it. */
import type { ScenarioStepShownFragment, ScenarioStepWrongFragment } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { reformName } from "./reform.ts";
import { stepKinds } from "./words.ts";

type Step = ScenarioStepShownFragment;

interface Props {
  steps: readonly Step[];
  wrong: readonly ScenarioStepWrongFragment[];
}

export function StepList({ steps, wrong }: Props) {
  if (steps.length === 0) {
    return <p class="app-unknown">It has no step: it equals the register as it is.</p>;
  }
  return (
    <ol class="app-steps">
      {steps.map((step) => (
        <li key={step.position} class="app-step" id={`step-${step.position}`}>
          <h3 class="nhsuk-heading-xs">
            Step {step.position}: {word(stepKinds, step.kind)}
          </h3>
          <dl class="app-facts">
            {factsOf(step).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {wrong
            .filter((one) => one.position === step.position)
            .map((one) => (
              <p class="app-step__wrong" key={one.field + one.message}>
                <strong>It does not hold and is left out:</strong> {one.message}.
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}

/** What is given of a step, by name. What is not given is not there: it is not part of the step. */
function factsOf(step: Step): [string, string][] {
  const isYearly = step.kind === "ADD_SERVICE" || step.kind === "RESIZE_SERVICE";
  const isReform = step.kind === "BRING_FORWARD";
  const given: [string, string | null | undefined | false][] = [
    ["Service", step.service?.title],
    ["Reform", step.succession && reformName(step.succession)],
    ["Offer", step.offer?.name],
    [isReform ? "Area that is followed" : "Area", step.area?.name],
    [isReform ? "Area that follows" : "To", step.toArea?.name],
    ["For", step.cohort?.name],
    ["Funding stream", step.stream?.name],
    ["To funding stream", step.toStream?.name],
    ["Pooled budget", step.pool?.name],
    ["From", step.startsOn && inWords(step.startsOn)],
    ["Until", step.endsOn && inWords(step.endsOn)],
    [isYearly ? "Money a year" : "Money", step.amount && moneyText(step.amount)],
    ["Reaches", step.places !== null && `${counted(step.places, "person", "people")} a year`],
    ["In need", step.people !== null && counted(step.people, "person", "people")],
    ["Note", step.note],
  ];
  return given.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}
