/* One of very many things, found by its name: typed, looked up, chosen. What was chosen is shown
 * until it is changed. It may stand inside another form. */
import { FindArea } from "#ops/FindArea.ts";
import type { FindAreaQuery } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { useScope } from "../data/address.ts";
import type { Operation } from "../data/operation.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Loaded } from "./loaded.tsx";
import { areaKinds, counted, word } from "./words.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Hit extends Named {
  /** What tells it from others of its name. */
  readonly about: string;
}

interface Props<Found extends Hit> {
  id: string;
  label: string;
  hint?: string;
  fault?: string | undefined;
  chosen: Named | null;
  onChoose: (one: Found | null) => void;
}

interface ChoiceProps<Found extends Hit, Data> extends Props<Found> {
  operation: Operation<Data, { text: string; asOf?: string | null | undefined }>;
  /** Of what came back, what can be chosen. */
  hits: (data: Data) => readonly Found[];
  /** As in “No service is called …”, and as in “2 services”. */
  one: string;
  many: string;
}

export function Choice<Found extends Hit, Data>(props: ChoiceProps<Found, Data>) {
  const { id, label, hint, fault, chosen, onChoose, operation, hits, one, many } = props;
  const { asOf } = useScope();
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useAnswer(operation, settled && !chosen ? { text: settled, asOf } : undefined);
  const error = fault && (
    <span class="nhsuk-error-message" id={`${id}-fault`}>
      <span class="nhsuk-u-visually-hidden">Error: </span>
      {fault}
    </span>
  );
  // What was pressed is gone once one has chosen: one goes on where it was.
  const choose = (one: Found | null) => {
    onChoose(one);
    setTimeout(() => document.getElementById(id)?.focus(), 0);
  };
  if (chosen) {
    return (
      <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
        <p class="nhsuk-label nhsuk-label--s">{label}</p>
        {error}
        <p class="app-picked">
          {chosen.name}{" "}
          <button type="button" class="app-link" id={id} onClick={() => choose(null)}>
            Change<span class="nhsuk-u-visually-hidden"> {label.toLowerCase()}</span>
          </button>
        </p>
      </div>
    );
  }
  return (
    <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      <label class="nhsuk-label nhsuk-label--s" for={id}>
        {label}
      </label>
      <div class="nhsuk-hint" id={`${id}-hint`}>
        {hint ?? "Type a part of its name, then choose it below"}
      </div>
      {error}
      <input
        class={`nhsuk-input${fault ? " nhsuk-input--error" : ""}`}
        id={id}
        type="search"
        autoComplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ""}`}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter would send the form around it.
          if (event.key !== "Enter") return;
          event.preventDefault();
          setSettled(text.trim());
        }}
      />
      {settled && (
        <Loaded asked={asked} what={many}>
          {(data) => {
            const found = hits(data);
            return (
              <>
                <p role="status" class="app-small">
                  {found.length === 0
                    ? `No ${one} is called “${settled}”.`
                    : `${counted(found.length, one, many)}, most alike first`}
                </p>
                <ul class="app-hits">
                  {found.map((hit) => (
                    <li key={hit.id}>
                      <button
                        type="button"
                        class="app-link"
                        onClick={() => {
                          setText("");
                          setSettled("");
                          choose(hit);
                        }}
                      >
                        {hit.name}
                      </button>
                      <span class="app-small">{hit.about}</span>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      )}
    </div>
  );
}

type Found = NonNullable<FindAreaQuery["search"]>[number]["found"];

/** An area as it can be chosen. */
export interface AreaHit extends Hit {
  readonly code: string | null;
}

function areas({ search }: FindAreaQuery): AreaHit[] {
  return (search ?? [])
    .map((hit): Found => hit.found)
    .filter((found) => "kind" in found)
    .map(({ id, name, code, kind, existsOnDate, parents }) => {
      const force = parents.find((parent) => parent.kind === "POLICE_FORCE");
      const about = [
        word(areaKinds, kind),
        code,
        force?.name,
        existsOnDate ? "" : "did not exist on this day",
      ];
      return { id, name, code, about: about.filter(Boolean).join(" · ") };
    });
}

export function AreaChoice(props: Props<AreaHit>) {
  return (
    <Choice
      {...props}
      hint={props.hint ?? "Type a part of its name or its code, then choose it below"}
      operation={FindArea}
      hits={areas}
      one="area"
      many="areas"
    />
  );
}
