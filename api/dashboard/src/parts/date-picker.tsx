import { useEffect, useState } from "preact/hooks";
import { isDay } from "../data/dates.ts";
import { DateGroup } from "./date-parts.tsx";

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
      <DateGroup
        id={id}
        label={legend}
        hint={hint}
        fault={fault}
        isAlert
        field={({ part, name, width }) => (
          <>
            <label class="nhsuk-label nhsuk-date-input__label" for={`${id}-${part}`}>
              {name}
            </label>
            <input
              class={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${fault ? " nhsuk-input--error" : ""}`}
              id={`${id}-${part}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={fields[part]}
              onInput={(event) => setFields({ ...fields, [part]: event.currentTarget.value })}
            />
          </>
        )}
      />
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        {button}
      </button>
    </form>
  );
}
