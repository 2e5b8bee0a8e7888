import { useEffect, useState } from "preact/hooks";
import { isDay } from "../data/dates.ts";

interface Props {
  id: string;
  legend: string;
  hint?: string;
  /** `2026-11-22`, or empty. */
  value: string;
  button: string;
  onChoose: (day: string) => void;
}

/** A day in three fields, as on NHS and government pages. */
export function DatePicker({ id, legend, hint, value, button, onChoose }: Props) {
  const [year, month, day] = value.split("-");
  const [fields, setFields] = useState({ day: day ?? "", month: month ?? "", year: year ?? "" });
  const [fault, setFault] = useState("");
  useEffect(() => {
    const [year, month, day] = value.split("-");
    setFields({
      day: String(Number(day ?? "") || ""),
      month: String(Number(month ?? "") || ""),
      year: year ?? "",
    });
    setFault("");
  }, [value]);

  const choose = (event: Event) => {
    event.preventDefault();
    const two = (text: string) => text.trim().padStart(2, "0");
    const chosen = `${fields.year.trim()}-${two(fields.month)}-${two(fields.day)}`;
    if (!isDay(chosen)) {
      setFault("Enter a date that is in the calendar, for example 1 4 2027");
      return;
    }
    setFault("");
    onChoose(chosen);
  };

  return (
    <form class="app-date" onSubmit={choose} noValidate>
      <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
        <fieldset
          class="nhsuk-fieldset"
          aria-describedby={
            [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined
          }
        >
          <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
          {hint && (
            <div class="nhsuk-hint" id={`${id}-hint`}>
              {hint}
            </div>
          )}
          {fault && (
            <span class="nhsuk-error-message" id={`${id}-fault`} role="alert">
              <span class="nhsuk-u-visually-hidden">Error: </span>
              {fault}
            </span>
          )}
          <div class="nhsuk-date-input">
            {(["day", "month", "year"] as const).map((part) => (
              <div class="nhsuk-date-input__item" key={part}>
                <label class="nhsuk-label nhsuk-date-input__label" for={`${id}-${part}`}>
                  {part[0]?.toUpperCase() + part.slice(1)}
                </label>
                <input
                  class={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${part === "year" ? 4 : 2}${fault ? " nhsuk-input--error" : ""}`}
                  id={`${id}-${part}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={fields[part]}
                  onInput={(event) => setFields({ ...fields, [part]: event.currentTarget.value })}
                />
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        {button}
      </button>
    </form>
  );
}
