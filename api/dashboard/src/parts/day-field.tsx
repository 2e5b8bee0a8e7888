/* A day in three fields, inside a form. What is typed is kept as it is, a day or not: whoever
 * checks the form says what is wrong with it. */
import { DateTexts } from "./date-parts.tsx";
import type { Field } from "./form.tsx";

interface Props extends Field {
  /** `2027-06-01`; while it is typed also `2027-6-` and the like. */
  value: string;
  onValue: (value: string) => void;
}

export function DayField({ value, onValue, ...field }: Props) {
  const [year = "", month = "", day = ""] = value.split("-");
  return (
    <DateTexts
      {...field}
      typed={{ day: shown(day), month: shown(month), year }}
      onTyped={({ day, month, year }) => {
        const all = [digits(year), two(digits(month)), two(digits(day))];
        onValue(all.every((one) => one === "") ? "" : all.join("-"));
      }}
    />
  );
}

const digits = (text: string) => text.replaceAll(/[^\d]/g, "");
const two = (text: string) => (text.length === 1 && text !== "0" ? `0${text}` : text);
// Typed as 6, kept as 06: one sees what one typed.
const shown = (text: string) => (/^0[1-9]$/.test(text) ? text.slice(1) : text);
