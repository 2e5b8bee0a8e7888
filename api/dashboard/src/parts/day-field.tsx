/* A day in three fields, inside a form. What is typed is kept as it is, a day or not: whoever
 * checks the form says what is wrong with it. */
import { TextField } from "./form.tsx";

interface Props {
  id: string;
  label: string;
  hint?: string;
  fault?: string | undefined;
  /** `2027-06-01`; while it is typed also `2027-6-` and the like. */
  value: string;
  onValue: (value: string) => void;
}

export function DayField({ id, label, hint, fault, value, onValue }: Props) {
  const [year = "", month = "", day = ""] = value.split("-");
  const parts = { day: shown(day), month: shown(month), year };
  const set = (part: "day" | "month" | "year", typed: string) => {
    const next = { ...parts, [part]: typed.replaceAll(/[^\d]/g, "") };
    const all = [next.year, two(next.month), two(next.day)];
    onValue(all.every((one) => one === "") ? "" : all.join("-"));
  };
  return (
    <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <fieldset
        class="nhsuk-fieldset"
        aria-describedby={
          [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined
        }
      >
        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        {hint && (
          <div class="nhsuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        {fault && (
          <span class="nhsuk-error-message" id={`${id}-fault`}>
            <span class="nhsuk-u-visually-hidden">Error: </span>
            {fault}
          </span>
        )}
        <div class="nhsuk-date-input">
          {(["day", "month", "year"] as const).map((part) => (
            <div class="nhsuk-date-input__item" key={part}>
              <TextField
                // Links from the list of errors lead to the first.
                id={part === "day" ? id : `${id}-${part}`}
                label={part[0]?.toUpperCase() + part.slice(1)}
                value={parts[part]}
                onValue={(typed) => set(part, typed)}
                width={part === "year" ? 4 : 2}
                isNumber
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const two = (text: string) => (text.length === 1 && text !== "0" ? `0${text}` : text);
// Typed as 6, kept as 06: one sees what one typed.
const shown = (text: string) => (/^0[1-9]$/.test(text) ? text.slice(1) : text);
