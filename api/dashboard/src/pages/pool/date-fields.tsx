/* A date in three fields, inside a form, as precise as one knows it. What is typed is kept as it is:
 * the server says what is wrong with it. */
import { DateTexts } from "../../parts/date-parts.tsx";
import type { Field } from "../../parts/form.tsx";

interface Props extends Field {
  /** `2026-4-1`; `2026-4-` where the day is not known. */
  value: string;
  onValue: (value: string) => void;
}

export function DateFields({ value, onValue, ...field }: Props) {
  const [year = "", month = "", day = ""] = value.split("-");
  return (
    <DateTexts
      {...field}
      typed={{ day, month, year }}
      onTyped={({ day, month, year }) =>
        onValue([year, month, day].map((text) => text.replaceAll("-", "")).join("-"))
      }
    />
  );
}

/** A date of the register in the three fields: without leading noughts. */
export function typedDate(date: string | null): string {
  if (!date) return "--";
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}-${month.replace(/^0/, "")}-${day.replace(/^0/, "")}`;
}
