/* Fields in the form of the NHS design system. Each has its label, its hint, and what is wrong
 * with it beside it; `ErrorSummary` lists all of that on top. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { counted } from "./words.ts";

/** What is wrong, by the field of the form. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

export interface Field {
  /** Unlike any other on the page: that of the form and the field, as `pool-name`. */
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with it. */
  fault?: string | undefined;
}

/** What is wrong with a field: what was said of it, or of a part of it (`members.0.body`). */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  const mine = faults.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  return mine.length > 0 ? mine.map((one) => one.message).join(" ") : undefined;
}

interface SummaryProps {
  /** Of the ids of the fields, what stands before the dash. */
  form: string;
  faults: readonly Fault[];
  /** What became of what was sent; “Nothing was written” by default. */
  outcome?: string;
}

/** All that is wrong, with links to the fields. It is read out and taken to when it changes. */
export function ErrorSummary({ form, faults, outcome }: SummaryProps) {
  const place = useRef<HTMLDivElement>(null);
  const said = JSON.stringify(faults);
  useEffect(() => {
    if (said !== "[]") place.current?.focus();
  }, [said]);
  if (faults.length === 0) return null;
  return (
    <div
      class="nhsuk-error-summary"
      role="alert"
      aria-labelledby={`${form}-summary`}
      tabIndex={-1}
      ref={place}
    >
      <h2 class="nhsuk-error-summary__title" id={`${form}-summary`}>
        {outcome ?? "Nothing was written"}: {counted(faults.length, "thing is", "things are")} to be
        put right
      </h2>
      <div class="nhsuk-error-summary__body">
        <ul class="nhsuk-list nhsuk-error-summary__list">
          {faults.map(({ field, message }) => {
            // That of the part, where it has a field of its own: `members.0.body`.
            const ids = [`${form}-${field.replaceAll(".", "-")}`, `${form}-${field.split(".")[0]}`];
            const id = ids.find((one) => document.getElementById(one));
            return <li key={field + message}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>;
          })}
        </ul>
      </div>
    </div>
  );
}

interface TextProps extends Field {
  value: string;
  onValue: (value: string) => void;
  /** Characters that it is wide; the whole width by default. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  /** Digits are asked for on a phone. */
  isNumber?: boolean;
  /** Before it, as `£`. */
  prefix?: string;
  suffix?: string;
  isReadOnly?: boolean;
}

export function TextField(props: TextProps) {
  const { id, value, onValue, width, isNumber, prefix, suffix, isReadOnly } = props;
  const input = (
    <input
      class={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ""}${props.fault ? " nhsuk-input--error" : ""}`}
      id={id}
      type="text"
      inputMode={isNumber ? "decimal" : "text"}
      autoComplete="off"
      readOnly={isReadOnly}
      value={value}
      aria-describedby={described(props)}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
  return (
    <Around {...props}>
      {prefix || suffix ? (
        <div class="nhsuk-input-wrapper">
          {prefix && (
            <div class="nhsuk-input-wrapper__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </Around>
  );
}

export function TextArea(props: Field & Pick<TextProps, "value" | "onValue"> & { rows?: number }) {
  return (
    <Around {...props}>
      <textarea
        class={`nhsuk-textarea${props.fault ? " nhsuk-textarea--error" : ""}`}
        id={props.id}
        rows={props.rows ?? 3}
        value={props.value}
        aria-describedby={described(props)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Around>
  );
}

export interface Option {
  readonly value: string;
  readonly name: string;
  readonly hint?: string;
}

interface SelectProps extends Field {
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
}

export function SelectField(props: SelectProps) {
  return (
    <Around {...props}>
      <select
        class={`nhsuk-select${props.fault ? " nhsuk-select--error" : ""}`}
        id={props.id}
        value={props.value}
        aria-describedby={described(props)}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      >
        {props.options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function RadioField(props: SelectProps & { isInline?: boolean }) {
  return (
    <Group {...props}>
      <div class={`nhsuk-radios${props.isInline ? " nhsuk-radios--inline" : ""}`}>
        {props.options.map(({ value, name, hint }, index) => (
          <div class="nhsuk-radios__item" key={value}>
            <input
              class="nhsuk-radios__input"
              id={index === 0 ? props.id : `${props.id}-${value}`}
              type="radio"
              name={props.id}
              checked={value === props.value}
              aria-describedby={hint ? `${props.id}-${value}-hint` : undefined}
              onChange={() => props.onValue(value)}
            />
            <label
              class="nhsuk-label nhsuk-radios__label"
              for={index === 0 ? props.id : `${props.id}-${value}`}
            >
              {name}
            </label>
            {hint && (
              <div class="nhsuk-hint nhsuk-radios__hint" id={`${props.id}-${value}-hint`}>
                {hint}
              </div>
            )}
          </div>
        ))}
      </div>
    </Group>
  );
}

interface ChecksProps extends Field {
  values: readonly string[];
  options: readonly Option[];
  onValues: (values: string[]) => void;
}

export function CheckField(props: ChecksProps) {
  const toggle = (value: string) =>
    props.onValues(
      props.options
        .map((one) => one.value)
        .filter((one) => (one === value) !== props.values.includes(one)),
    );
  return (
    <Group {...props}>
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
        {props.options.map(({ value, name, hint }, index) => {
          const id = index === 0 ? props.id : `${props.id}-${value}`;
          return (
            <div class="nhsuk-checkboxes__item" key={value}>
              <input
                class="nhsuk-checkboxes__input"
                id={id}
                type="checkbox"
                checked={props.values.includes(value)}
                aria-describedby={hint ? `${id}-said` : undefined}
                onChange={() => toggle(value)}
              />
              <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
                {name}
              </label>
              {hint && (
                <div class="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-said`}>
                  {hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Group>
  );
}

function described({ id, hint, fault }: Field): string | undefined {
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
}

function Around(props: Field & { children: ComponentChildren }) {
  return (
    <div class={`nhsuk-form-group${props.fault ? " nhsuk-form-group--error" : ""}`}>
      <label class="nhsuk-label nhsuk-label--s" for={props.id}>
        {props.label}
      </label>
      <Said {...props} />
      {props.children}
    </div>
  );
}

interface GroupProps extends Field {
  /** What is wrong is read out when it comes: no summary tells of it. */
  isAlert?: boolean;
  children: ComponentChildren;
}

/** Fields that are one question, under its label. */
export function Group(props: GroupProps) {
  return (
    <div class={`nhsuk-form-group${props.fault ? " nhsuk-form-group--error" : ""}`}>
      <fieldset class="nhsuk-fieldset" aria-describedby={described(props)}>
        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{props.label}</legend>
        <Said {...props} />
        {props.children}
      </fieldset>
    </div>
  );
}

function Said({ id, hint, fault, isAlert }: Field & { isAlert?: boolean }) {
  return (
    <>
      {hint && (
        <div class="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <span class="nhsuk-error-message" id={`${id}-fault`} role={isAlert ? "alert" : undefined}>
          <span class="nhsuk-u-visually-hidden">Error: </span>
          {fault}
        </span>
      )}
    </>
  );
}
