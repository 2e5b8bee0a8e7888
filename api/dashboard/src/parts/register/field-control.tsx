/* One field of a kind, as it is typed. Parts of lists and of what is made with it are fields too. */
import {
  type Fault,
  CheckField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  faultOf,
} from "../form.tsx";
import type { Field, Made, Ref, Value, Values } from "./kind.ts";
import { blank, valuesOf } from "./reading.ts";
import { RefField, RefsField } from "./ref-field.tsx";
import { capital } from "../words.ts";

interface Props {
  /** Of the ids of the fields, what stands before the dash. */
  form: string;
  field: Field;
  /** Where it is in what is sent: `endsOn`, `bodies.0.role`, `newEvidence.grade`. */
  path: string;
  value: Value;
  faults: readonly Fault[];
  onValue: (value: Value) => void;
}

const idOf = (form: string, path: string) => `${form}-${path.replaceAll(".", "-")}`;

export function FieldControl({ form, field, path, value, faults, onValue }: Props) {
  const { control, hint, needed } = field;
  const props = {
    id: idOf(form, path),
    // What is empty has a meaning of its own, or is not on record.
    label: needed || field.none ? field.label : `${field.label} (if on record)`,
    ...(hint ? { hint } : {}),
    fault: faultOf(faults, path),
  };
  switch (control.is) {
    case "text":
      return control.rows ? (
        <TextArea {...props} rows={control.rows} value={value as string} onValue={onValue} />
      ) : (
        <TextField
          {...props}
          {...(control.width ? { width: control.width } : {})}
          value={value as string}
          onValue={onValue}
        />
      );
    case "date":
      return <TextField {...props} width={10} value={value as string} onValue={onValue} />;
    case "money":
      return (
        <TextField
          {...props}
          width={20}
          isNumber
          prefix="£"
          value={value as string}
          onValue={onValue}
        />
      );
    case "count":
    case "year":
    case "decimal":
      return (
        <TextField
          {...props}
          width={10}
          isNumber
          {...(control.is === "count" && control.suffix ? { suffix: control.suffix } : {})}
          value={value as string}
          onValue={onValue}
        />
      );
    case "choice":
      return (
        <SelectField
          {...props}
          value={value as string}
          options={[
            { value: "", name: needed ? "Choose one" : "Nothing chosen" },
            ...Object.entries(control.words).map(([code, name]) => ({ value: code, name })),
          ]}
          onValue={onValue}
        />
      );
    case "choices":
      return (
        <CheckField
          {...props}
          values={value as readonly string[]}
          options={Object.entries(control.words).map(([code, name]) => ({ value: code, name }))}
          onValues={onValue}
        />
      );
    case "flag":
      return (
        <RadioField
          {...props}
          isInline
          value={value as string}
          options={[
            { value: "yes", name: "Yes" },
            { value: "no", name: "No" },
          ]}
          onValue={onValue}
        />
      );
    case "ref":
      return <RefField {...props} to={control.to} value={value as Ref | null} onValue={onValue} />;
    case "refs":
      return (
        <RefsField {...props} to={control.to} values={value as readonly Ref[]} onValues={onValue} />
      );
    case "list":
      return (
        <Rows
          {...{ form, path, faults, onValue }}
          label={field.label}
          hint={hint}
          one={control.one}
          fields={control.fields}
          rows={value as readonly Values[]}
        />
      );
    case "made":
      return <MadeField {...{ form, field, path, faults, onValue }} value={value as Made} />;
  }
}

interface RowsProps {
  form: string;
  path: string;
  label: string;
  hint: string | undefined;
  one: string;
  fields: readonly Field[];
  rows: readonly Values[];
  faults: readonly Fault[];
  onValue: (rows: readonly Values[]) => void;
}

function Rows({ form, path, label, hint, one, fields, rows, faults, onValue }: RowsProps) {
  const fault = faults.find((found) => found.field === path)?.message;
  const id = idOf(form, path);
  return (
    <fieldset class="nhsuk-fieldset app-register-list" id={id} tabIndex={-1}>
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      {hint && <div class="nhsuk-hint">{hint}</div>}
      {fault && (
        <span class="nhsuk-error-message">
          <span class="nhsuk-u-visually-hidden">Error: </span>
          {fault}
        </span>
      )}
      {rows.map((row, index) => (
        <fieldset class="nhsuk-fieldset app-register-list__row" key={index}>
          <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--xs">
            {capital(one)} {index + 1}
          </legend>
          {fields.map((field) => (
            <FieldControl
              key={field.name}
              form={form}
              field={field}
              path={`${path}.${index}.${field.name}`}
              value={row[field.name] ?? blank(field.control)}
              faults={faults}
              onValue={(value) =>
                onValue(
                  rows.map((other, at) =>
                    at === index ? { ...other, [field.name]: value } : other,
                  ),
                )
              }
            />
          ))}
          <button
            type="button"
            class="app-link"
            onClick={() => onValue(rows.filter((_, at) => at !== index))}
          >
            Take out {one} {index + 1}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => onValue([...rows, valuesOf(fields)])}
      >
        Add {rows.length > 0 ? "another" : "a"} {one}
      </button>
    </fieldset>
  );
}

function MadeField({
  form,
  field,
  path,
  value,
  faults,
  onValue,
}: Omit<Props, "value"> & { value: Made }) {
  const { control, label, hint, needed } = field;
  if (control.is !== "made") return null;
  const what = control.to === "source" ? "source" : "evidence";
  // What it rests on goes under another name when it is made with it.
  const start = path.slice(0, path.length - field.name.length);
  const within = `${start}${control.maker}`;
  // Of a row that is there, it may stay as it is.
  const mayStay = value.was !== null || value.how === "same";
  return (
    <fieldset class="nhsuk-fieldset app-register-list" id={`${idOf(form, within)}-all`}>
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      <RadioField
        id={`${idOf(form, path)}-how`}
        label={`Which ${what}?`}
        {...(hint ? { hint } : {})}
        fault={faults.find((one) => one.field === path)?.message}
        value={value.how}
        options={[
          ...(mayStay
            ? [
                {
                  value: "same",
                  name: value.was ? `As it is: ${value.was.name}` : "None, as it is",
                },
              ]
            : []),
          { value: "new", name: `New ${what}, which I enter here` },
          {
            value: "there",
            name: `${what === "source" ? "A source" : "Evidence"} that the register has`,
          },
        ]}
        onValue={(how) => onValue({ ...value, how: how as Made["how"] })}
      />
      {value.how === "there" && (
        <RefField
          id={idOf(form, path)}
          label={needed ? `Which ${what}` : `Which ${what} (if on record)`}
          fault={faultOf(faults, path)}
          to={control.to}
          value={value.there}
          onValue={(there) => onValue({ ...value, there })}
        />
      )}
      {value.how === "new" &&
        control.fields.map((inner) => (
          <FieldControl
            key={inner.name}
            form={form}
            field={inner}
            path={`${within}.${inner.name}`}
            value={value.fields[inner.name] ?? blank(inner.control)}
            faults={faults}
            onValue={(one) => onValue({ ...value, fields: { ...value.fields, [inner.name]: one } })}
          />
        ))}
    </fieldset>
  );
}
