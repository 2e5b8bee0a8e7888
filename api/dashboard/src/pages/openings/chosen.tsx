/* What was chosen of a long list, each with a button that takes it out again. */
import { OpeningsServiceName } from "#ops/OpeningsServiceName.ts";
import type { ComponentChildren } from "preact";
import { useAnswer } from "../../data/use-answer.ts";

interface Props {
  /** What they are taken out of, as in “Remove Cleveland from where you work”. */
  from: string;
  values: readonly string[];
  name: (value: string) => ComponentChildren;
  onRemove: (value: string) => void;
}

export function Chosen({ from, values, name, onRemove }: Props) {
  if (values.length === 0) return null;
  return (
    <ul class="app-chosen" aria-label="Chosen">
      {values.map((value) => (
        <li key={value}>
          {name(value)}{" "}
          <button type="button" class="app-link" onClick={() => onRemove(value)}>
            Remove
            <span class="nhsuk-u-visually-hidden">
              {" "}
              {name(value)} from {from}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The title of a service; its id until that is known. */
export function ServiceTitle({ id }: { id: string }) {
  const { node } = useAnswer(OpeningsServiceName, { id }).answer?.data ?? {};
  return <>{node && "title" in node ? node.title : id}</>;
}
