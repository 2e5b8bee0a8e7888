/* One step being typed: its kind, and the fields that this kind has. */
import type { StepKind } from "#ops/types.ts";
import type { Named } from "../../parts/choice.tsx";
import { AreaChoice, ServiceChoice } from "../../parts/choices.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { type Fault, type Option, SelectField, TextField, faultOf } from "../../parts/form.tsx";
import { word } from "../../parts/words.ts";
import { type Lists, ListChoice, ReformChoice } from "./choices.tsx";
import { type StepDraft, type StepField, fieldsOf, has } from "./draft.ts";
import { nameOf } from "./step-names.ts";
import { stepKinds } from "./words.ts";

interface Props {
  step: StepDraft;
  index: number;
  count: number;
  lists: Lists;
  faults: readonly Fault[];
  onChange: (fields: Partial<StepDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export function StepForm(props: Props) {
  const { step, index, count, faults, onChange, onMove, onRemove } = props;
  const { needs, may } = fieldsOf[step.kind];
  // What is said of the step as a whole, or of a field that its kind does not show.
  const rest = faults.filter(({ field }) => {
    const [, place, name] = field.split(".");
    return place === String(index) && !(name && has(step.kind, name as StepField));
  });
  return (
    <li class="app-step">
      <fieldset class="nhsuk-fieldset">
        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          Step {index + 1}
          <span class="nhsuk-u-visually-hidden"> of {count}</span>
        </legend>
        {rest.length > 0 && (
          <p class="nhsuk-error-message" role="alert">
            {rest.map((one) => one.message).join(" ")}
          </p>
        )}
        <SelectField
          id={`scenario-steps-${index}-kind`}
          label="What it does"
          value={step.kind}
          options={(Object.keys(stepKinds) as StepKind[]).map((value) => ({
            value,
            name: word(stepKinds, value),
          }))}
          onValue={(kind) => onChange({ kind: kind as StepKind })}
        />
        {step.kind === "BRING_FORWARD" && (
          <p class="nhsuk-hint">
            Name either the reform of a body, or an area and the one that follows it.
          </p>
        )}
        {needs.map((field) => (
          <StepInput key={field} {...props} field={field} isNeeded />
        ))}
        {may.map((field) => (
          <StepInput key={field} {...props} field={field} />
        ))}
        <StepInput {...props} field="note" />
        <div class="nhsuk-button-group">
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            Take earlier<span class="nhsuk-u-visually-hidden"> step {index + 1}</span>
          </button>
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            disabled={index === count - 1}
            onClick={() => onMove(1)}
          >
            Take later<span class="nhsuk-u-visually-hidden"> step {index + 1}</span>
          </button>
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={onRemove}
          >
            Remove<span class="nhsuk-u-visually-hidden"> step {index + 1}</span>
          </button>
        </div>
      </fieldset>
    </li>
  );
}

const none = (isNeeded: boolean) => (isNeeded ? "Choose" : "None");

function StepInput(props: Props & { field: StepField; isNeeded?: boolean }) {
  const { step, index, lists, faults, onChange, field, isNeeded = false } = props;
  const name = nameOf(step.kind, field);
  const id = `scenario-steps-${index}-${field}`;
  const common = {
    id,
    label: isNeeded ? name : `${name} (optional)`,
    fault: faultOf(faults, `steps.${index}.${field}`),
  };
  const choose = (one: Named | null) =>
    onChange({ [field]: one && { id: one.id, name: one.name } });
  switch (field) {
    case "service":
      return <ServiceChoice {...common} chosen={step.service} onChoose={choose} />;
    case "area":
    case "toArea":
      return <AreaChoice {...common} chosen={step[field]} onChoose={choose} />;
    case "succession":
      return <ReformChoice {...common} chosen={step.succession} onChoose={choose} />;
    case "stream":
    case "toStream":
    case "pool": {
      const list = field === "pool" ? lists.pools : lists.streams;
      const what = field === "pool" ? "pooled budget" : "funding stream";
      return (
        <ListChoice
          {...common}
          hint={list.length === 0 ? `No ${what} that you may see is on record.` : ""}
          chosen={step[field]}
          onChoose={choose}
          list={list}
          none={none(isNeeded)}
        />
      );
    }
    case "offer":
    case "cohort":
      return (
        <SelectField
          {...common}
          value={step[field]}
          options={withChosen(
            field === "offer" ? lists.offers : lists.cohorts,
            step[field],
            field === "offer" ? none(isNeeded) : "Everybody whom the offer is for",
          )}
          onValue={(value) => onChange({ [field]: value })}
        />
      );
    case "startsOn":
    case "endsOn":
      return (
        <DayField
          {...common}
          value={step[field]}
          onValue={(value) => onChange({ [field]: value })}
        />
      );
    case "amount":
      return (
        <TextField
          {...common}
          value={step.amount}
          onValue={(amount) => onChange({ amount })}
          width={10}
          prefix="£"
          isNumber
        />
      );
    case "places":
    case "people":
      return (
        <TextField
          {...common}
          value={step[field]}
          onValue={(value) => onChange({ [field]: value })}
          width={10}
          isNumber
        />
      );
    case "note":
      return <TextField {...common} value={step.note} onValue={(note) => onChange({ note })} />;
  }
}

/** A list, with what was chosen even while the list is not there. */
function withChosen(options: readonly Option[], value: string, empty: string): Option[] {
  const isThere = value === "" || options.some((one) => one.value === value);
  return [
    { value: "", name: empty },
    ...options,
    ...(isThere ? [] : [{ value, name: value.replaceAll("_", " ") }]),
  ];
}
