/* Further conditions, each kind a list of rows with the same few fields. */
import { type Option, SelectField, TextField } from "../../parts/form.tsx";
import { faultOf } from "../../parts/form.tsx";
import type { Row, Wrong } from "./question.ts";

export interface RowField {
  readonly key: string;
  readonly label: string;
  /** One of these; a text by default. */
  readonly options?: readonly Option[];
  readonly prefix?: string;
  readonly suffix?: string;
}

interface Props {
  /** Where it stands in the question. */
  id: string;
  title: string;
  hint: string;
  one: string;
  /** What the button says that adds one. */
  add: string;
  rows: readonly Row[];
  fields: readonly RowField[];
  faults: readonly Wrong[];
  onRows: (rows: readonly Row[]) => void;
}

export function Rows({ id, title, hint, one, add, rows, fields, faults, onRows }: Props) {
  const blank = Object.fromEntries(
    fields.map((field) => [field.key, field.options?.[0]?.value ?? ""]),
  );
  return (
    <section aria-labelledby={`allocation-${id}`}>
      <h3 class="nhsuk-heading-s" id={`allocation-${id}`} tabIndex={-1}>
        {title}
      </h3>
      <p>{hint}</p>
      <ol class="app-steps">
        {rows.map((row, index) => (
          <li class="app-step" key={index}>
            <fieldset class="nhsuk-fieldset">
              <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                {one} {index + 1}
              </legend>
              <div class="app-fields">
                {fields.map((field) => {
                  const common = {
                    id: `allocation-${id}-${index}-${field.key}`,
                    label: field.label,
                    fault: faultOf(faults, `${id}.${index}.${field.key}`),
                    value: row[field.key] ?? "",
                    onValue: (value: string) =>
                      onRows(
                        rows.map((it, at) => (at === index ? { ...it, [field.key]: value } : it)),
                      ),
                  };
                  return field.options ? (
                    <SelectField key={field.key} {...common} options={field.options} />
                  ) : (
                    <TextField
                      key={field.key}
                      {...common}
                      {...(field.prefix ? { prefix: field.prefix } : {})}
                      {...(field.suffix ? { suffix: field.suffix } : {})}
                      width={10}
                      isNumber
                    />
                  );
                })}
              </div>
              <button
                type="button"
                class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => onRows(rows.filter((_, at) => at !== index))}
              >
                Remove
                <span class="nhsuk-u-visually-hidden">
                  {" "}
                  {one.toLowerCase()} {index + 1}
                </span>
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => onRows([...rows, blank])}
      >
        {add}
      </button>
    </section>
  );
}
