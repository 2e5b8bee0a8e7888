/* The three fields of a date under one label, as on NHS and government pages. */
import type { ComponentChildren } from "preact";
import { type Field, Group, TextField } from "./form.tsx";

const parts = [
  { part: "day", name: "Day", width: 2 },
  { part: "month", name: "Month", width: 2 },
  { part: "year", name: "Year", width: 4 },
] as const;

type OfDate = (typeof parts)[number];

export type DateParts = Readonly<Record<OfDate["part"], string>>;

interface GroupProps extends Field {
  isAlert?: boolean;
  field: (one: OfDate) => ComponentChildren;
}

export function DateGroup({ field, ...props }: GroupProps) {
  return (
    <Group {...props}>
      <div class="nhsuk-date-input">
        {parts.map((one) => (
          <div class="nhsuk-date-input__item" key={one.part}>
            {field(one)}
          </div>
        ))}
      </div>
    </Group>
  );
}

interface TextsProps extends Field {
  typed: DateParts;
  onTyped: (typed: DateParts) => void;
}

/** What is typed is kept as it is: whoever checks the form says what is wrong with it. */
export function DateTexts({ typed, onTyped, ...props }: TextsProps) {
  return (
    <DateGroup
      {...props}
      field={({ part, name, width }) => (
        <TextField
          // A link from the summary of what is wrong leads to the first.
          id={part === "day" ? props.id : `${props.id}-${part}`}
          label={name}
          value={typed[part]}
          onValue={(text) => onTyped({ ...typed, [part]: text })}
          width={width}
          isNumber
        />
      )}
    />
  );
}
