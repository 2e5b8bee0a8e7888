/* A row that a field points to: looked for by a part of its name, or chosen from a short list. */
import { OfferNames } from "#ops/OfferNames.ts";
import { RegisterLists } from "#ops/RegisterLists.ts";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import { type Option, SelectField } from "../form.tsx";
import { Loaded } from "../loaded.tsx";
import { counted } from "../words.ts";
import type { Link, Ref, Target } from "./kind.ts";
import { type Picking, pickings } from "./picking.ts";
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
  return picking ? <Picker {...props} picking={picking} /> : <CodeField {...props} />;
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

function Picker({
  id,
  label,
  hint,
  fault,
  to,
  value,
  onValue,
  picking,
}: Props & { picking: Picking }) {
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useAnswer(
    picking.operation,
    settled && !value ? picking.variables(settled) : undefined,
  );
  if (value) {
    return (
      <div class="nhsuk-form-group">
        <p class="nhsuk-label nhsuk-label--s">{label}</p>
        <p class="app-picked">
          <RefName to={to} value={value} />{" "}
          <button type="button" class="app-link" id={id} onClick={() => onValue(null)}>
            Change<span class="nhsuk-u-visually-hidden"> {label.toLowerCase()}</span>
          </button>
        </p>
        {fault && <Fault id={id} fault={fault} />}
      </div>
    );
  }
  return (
    <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <label class="nhsuk-label nhsuk-label--s" for={id}>
        {label}
      </label>
      <div class="nhsuk-hint" id={`${id}-hint`}>
        {[hint, `Type to search: ${picking.hint.charAt(0).toLowerCase()}${picking.hint.slice(1)}`]
          .filter(Boolean)
          .join(". ")}
      </div>
      {fault && <Fault id={id} fault={fault} />}
      <input
        class={`nhsuk-input${fault ? " nhsuk-input--error" : ""}`}
        id={id}
        type="search"
        autoComplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ""}`}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Inside another form, Enter would send that form.
          if (event.key !== "Enter") return;
          event.preventDefault();
          setSettled(text.trim());
        }}
      />
      {settled && (
        <Loaded asked={asked} what="what is alike">
          {(data) => (
            <Hits
              links={picking.links(data)}
              one={picking.one}
              text={settled}
              onChoose={({ id: row, name }) => {
                setText("");
                setSettled("");
                onValue({ id: row, name });
              }}
            />
          )}
        </Loaded>
      )}
    </div>
  );
}

interface HitsProps {
  links: readonly Link[];
  one: string;
  text: string;
  onChoose: (link: Link) => void;
}

function Hits({ links, one, text, onChoose }: HitsProps) {
  return (
    <>
      <p role="status" class="app-small">
        {links.length === 0
          ? `No ${one} is found by “${text}”.`
          : `${counted(links.length, one, `${one}s`)} found. Choose one.`}
      </p>
      <ul class="app-hits">
        {links.map((link) => (
          <li key={link.id}>
            <button type="button" class="app-link" onClick={() => onChoose(link)}>
              {link.name}
            </button>
            {link.note && <span class="app-small">{link.note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Fault({ id, fault }: { id: string; fault: string }) {
  return (
    <span class="nhsuk-error-message" id={`${id}-fault`}>
      <span class="nhsuk-u-visually-hidden">Error: </span>
      {fault}
    </span>
  );
}
