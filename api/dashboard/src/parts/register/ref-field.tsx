/* A row that a field points to: looked for by a part of its name, or chosen from a short list. */
import { OfferNames } from "#ops/OfferNames.ts";
import { RegisterLists } from "#ops/RegisterLists.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Choice } from "../choice.tsx";
import { type Option, SelectField } from "../form.tsx";
import type { Ref, Target } from "./kind.ts";
import { pickings } from "./picking.ts";
import { RefName } from "./shown.tsx";

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  to: Target;
  value: Ref | null;
  onValue: (value: Ref | null) => void;
}

export function RefField(props: Props) {
  const picking = pickings[props.to];
  if (!picking) return <CodeField {...props} />;
  const { id, label, hint, fault, to, value, onValue } = props;
  return (
    <Choice
      id={id}
      label={label}
      hint={[
        hint,
        `Type to search: ${picking.hint.charAt(0).toLowerCase()}${picking.hint.slice(1)}`,
      ]
        .filter(Boolean)
        .join(". ")}
      fault={fault}
      chosen={value}
      shown={value && <RefName to={to} value={value} />}
      onChoose={(found) => onValue(found && { id: found.id, name: found.name })}
      operation={picking.operation}
      variables={picking.variables}
      hits={picking.hits}
      one={picking.one}
      many={picking.many}
    />
  );
}

/** Several of them: each with a way to take it out, and a field to add another. */
export function RefsField({
  values,
  onValues,
  ...props
}: Omit<Props, "value" | "onValue"> & {
  values: readonly Ref[];
  onValues: (values: readonly Ref[]) => void;
}) {
  return (
    <fieldset class="nhsuk-fieldset app-register-list">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{props.label}</legend>
      {values.length > 0 && (
        <ul class="app-picked-list">
          {values.map((one) => (
            <li key={one.id}>
              <RefName to={props.to} value={one} />{" "}
              <button
                type="button"
                class="app-link"
                onClick={() => onValues(values.filter((other) => other.id !== one.id))}
              >
                Take out
                <span class="nhsuk-u-visually-hidden">
                  {" "}
                  {one.name} of {props.label.toLowerCase()}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <RefField
        {...props}
        label={`Add to ${props.label.toLowerCase()}`}
        value={null}
        onValue={(one) => {
          if (one && !values.some((other) => other.id === one.id)) onValues([...values, one]);
        }}
      />
    </fieldset>
  );
}

/** Offers, cohorts and communities are few: they are chosen from a list, by their codes. */
function CodeField({ id, label, hint, fault, to, value, onValue }: Props) {
  const offers = useAnswer(OfferNames, to === "offer" ? {} : undefined);
  const lists = useAnswer(RegisterLists, to === "offer" ? undefined : {});
  const register = lists.answer?.data.register;
  const found =
    to === "offer"
      ? offers.answer?.data.offers?.nodes
      : to === "cohort"
        ? register?.cohorts
        : register?.communities;
  // A cohort that is not named is everyone: these are one choice and not two.
  const isAll = (code: string | undefined) => to === "cohort" && code === "all";
  const chosen = isAll(value?.id) ? null : value;
  const options: Option[] = (found ?? [])
    .filter(({ code }) => !isAll(code))
    .map(({ code, name }) => ({ value: code, name }));
  // What is chosen stays so while the list is on its way.
  if (chosen && !options.some((one) => one.value === chosen.id)) {
    options.unshift({ value: chosen.id, name: chosen.name || chosen.id });
  }
  return (
    <SelectField
      id={id}
      label={label}
      {...(hint ? { hint } : {})}
      fault={fault}
      value={chosen?.id ?? ""}
      options={[{ value: "", name: to === "cohort" ? "Everyone" : "Choose one" }, ...options]}
      onValue={(code) => {
        const one = options.find((option) => option.value === code);
        const everyone = to === "cohort" ? { id: "all", name: "Everyone" } : null;
        onValue(one ? { id: one.value, name: one.name } : everyone);
      }}
    />
  );
}
