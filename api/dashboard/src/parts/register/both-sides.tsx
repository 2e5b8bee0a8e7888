/*
 * Somebody else changed the entry meanwhile. Both sides are shown as they would be in the form,
 * and for each field that both want one says which is to stand. What only one of the two changed
 * stands by itself, so that neither is lost.
 */
import { EntryHistory } from "#ops/EntryHistory.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import { Fact } from "../fact.tsx";
import { RadioField } from "../form.tsx";
import type { Field, Kind, Value, Values } from "./kind.ts";
import { changedFields, isSame } from "./reading.ts";
import { Shown } from "./shown.tsx";
import { momentText } from "./telling.ts";

interface Props {
  form: string;
  kind: Kind;
  id: string;
  /** As it was when one began. */
  seen: Values;
  theirs: Values;
  mine: Values;
  onResolved: (values: Values) => void;
}

type Choice = "theirs" | "mine" | "";

export function BothSides({ form, kind, id, seen, theirs, mine, onResolved }: Props) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const last = useAnswer(EntryHistory, { id, first: 1 }).answer?.data.history?.nodes[0];
  const { both, onlyTheirs, onlyMine } = sides(kind.fields, seen, theirs, mine);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [isMissing, setIsMissing] = useState(false);
  const resolve = () => {
    if (both.some((field) => !choices[field.name])) {
      setIsMissing(true);
      return;
    }
    const values: Record<string, Value> = { ...theirs };
    for (const field of [...both, ...onlyMine]) {
      if ((choices[field.name] ?? "mine") === "mine") {
        values[field.name] = mine[field.name] ?? "";
      }
    }
    onResolved(values);
  };
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries([...both, ...onlyMine].map((field) => [field.name, choice])));
  return (
    <section
      class="app-failure app-both-sides"
      aria-labelledby={`${form}-sides`}
      tabIndex={-1}
      ref={place}
    >
      <h2 class="app-failure__head" id={`${form}-sides`}>
        Somebody else changed this
      </h2>
      <p>
        {last?.actor ?? "Somebody"} changed it
        {last ? ` on ${momentText(last.at)}, in revision ${last.revision}` : ""}, after you had
        opened it. Nothing of yours was written, and nothing of it is lost.
      </p>
      {last?.reason && <p>Why they changed it: “{last.reason}”</p>}
      {onlyTheirs.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">What they alone changed, which stays</h3>
          {onlyTheirs.map((field) => (
            <Sides key={field.name} {...{ field, seen, theirs }} />
          ))}
        </>
      )}
      {both.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">What you both changed</h3>
          <p>
            <button type="button" class="app-link" onClick={() => all("theirs")}>
              Keep theirs in all fields
            </button>{" "}
            or{" "}
            <button type="button" class="app-link" onClick={() => all("mine")}>
              write mine over all
            </button>
          </p>
          {both.map((field) => (
            <div key={field.name} class="app-both-sides__field">
              <Sides {...{ field, seen, theirs, mine }} />
              <RadioField
                id={`${form}-side-${field.name}`}
                label={`Which is to stand for “${field.label.toLowerCase()}”?`}
                isInline
                fault={isMissing && !choices[field.name] ? "Choose theirs or yours" : undefined}
                value={choices[field.name] ?? ""}
                options={[
                  { value: "theirs", name: "Keep theirs" },
                  { value: "mine", name: "Write mine over it" },
                ]}
                onValue={(choice) => setChoices({ ...choices, [field.name]: choice as Choice })}
              />
            </div>
          ))}
        </>
      )}
      {onlyMine.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">What you alone changed, which goes on top</h3>
          {onlyMine.map((field) => (
            <Sides key={field.name} {...{ field, seen, mine }} />
          ))}
        </>
      )}
      <button type="button" class="nhsuk-button nhsuk-button--small" onClick={resolve}>
        Go on with this
      </button>
    </section>
  );
}

/** Who changed what. A field that both made the same is no question. */
function sides(fields: readonly Field[], seen: Values, theirs: Values, mine: Values) {
  const mineChanged = changedFields(fields, mine, seen);
  const theirsChanged = fields.filter((one) => !isSame(seen[one.name], theirs[one.name]));
  const agreed = (one: Field) => isSame(theirs[one.name], mine[one.name]);
  return {
    both: mineChanged.filter((one) => theirsChanged.includes(one) && !agreed(one)),
    onlyTheirs: theirsChanged.filter((one) => !mineChanged.includes(one) || agreed(one)),
    onlyMine: mineChanged.filter((one) => !theirsChanged.includes(one)),
  };
}

interface SidesProps {
  field: Field;
  seen: Values;
  theirs?: Values;
  mine?: Values;
}

function Sides({ field, seen, theirs, mine }: SidesProps) {
  const rows: [string, Value | undefined][] = [
    ["When you began", seen[field.name]],
    ...(theirs
      ? [["Theirs, as it is now", theirs[field.name]] as [string, Value | undefined]]
      : []),
    ...(mine ? [["Yours", mine[field.name]] as [string, Value | undefined]] : []),
  ];
  return (
    <dl class="nhsuk-summary-list app-changes" aria-label={field.label}>
      <Fact name="Field">
        <strong>{field.label}</strong>
      </Fact>
      {rows.map(([head, value]) => (
        <Fact key={head} name={head}>
          <Shown control={field.control} value={value} />
        </Fact>
      ))}
    </dl>
  );
}
