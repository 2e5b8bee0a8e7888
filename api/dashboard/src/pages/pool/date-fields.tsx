/* A date in three fields, inside a form, as precise as one knows it. What is typed is kept as it is:
 * the server says what is wrong with it. */
import { TextField } from "../../parts/form.tsx";

interface Props {
  id: string;
  label: string;
  hint?: string;
  fault?: string | undefined;
  /** `2026-4-1`; `2026-4-` where the day is not known. */
  value: string;
  onValue: (value: string) => void;
}

const names = ["Day", "Month", "Year"] as const;

export function DateFields({ id, label, hint, fault, value, onValue }: Props) {
  const [year = "", month = "", day = ""] = value.split("-");
  const typed = { Day: day, Month: month, Year: year };
  const set = (name: (typeof names)[number], text: string) => {
    const next = { ...typed, [name]: text.replaceAll("-", "") };
    onValue(`${next.Year}-${next.Month}-${next.Day}`);
  };
  const said = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <fieldset class="nhsuk-fieldset" aria-describedby={said || undefined}>
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
          {names.map((name) => (
            <div class="nhsuk-date-input__item" key={name}>
              <TextField
                // A link from the summary of what is wrong leads to the first.
                id={name === "Day" ? id : `${id}-${name.toLowerCase()}`}
                label={name}
                value={typed[name]}
                onValue={(text) => set(name, text)}
                width={name === "Year" ? 4 : 2}
                isNumber
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** A date of the register in the three fields: without leading noughts. */
export function typedDate(date: string | null): string {
  if (!date) return "--";
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}-${month.replace(/^0/, "")}-${day.replace(/^0/, "")}`;
}
