/* One of very many things, found by its name: typed, looked up, chosen. What was chosen is shown
 * until it is changed. It may stand inside another form. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Operation } from "../data/operation.ts";
import { useAnswer } from "../data/use-answer.ts";
import { useSettled } from "../data/use-settled.ts";
import { type Hit, Hits } from "./hits.tsx";
import { Loaded } from "./loaded.tsx";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What each field asks of whoever uses it. */
export interface ChoiceOf<Found extends Named> {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  chosen: Named | null;
  onChoose: (one: Found | null) => void;
}

interface Props<Found extends Hit, Data, Variables> extends ChoiceOf<Found> {
  operation: Operation<Data, Variables>;
  variables: (text: string) => Variables;
  /** Of what came back, what can be chosen. */
  hits: (data: Data) => readonly Found[];
  /** As in “No service is called …”, and as in “2 services”. */
  one: string;
  many: string;
  /** How the one that is chosen is shown, where that is more than its name. */
  shown?: ComponentChildren;
}

export function Choice<Found extends Hit, Data, Variables>(props: Props<Found, Data, Variables>) {
  const { id, label, fault, chosen, onChoose } = props;
  // What was pressed is gone once one has chosen: one goes on where it was.
  const choose = (one: Found | null) => {
    onChoose(one);
    setTimeout(() => document.getElementById(id)?.focus(), 0);
  };
  const error = fault && (
    <span class="nhsuk-error-message" id={`${id}-fault`}>
      <span class="nhsuk-u-visually-hidden">Error: </span>
      {fault}
    </span>
  );
  return (
    <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
      {chosen ? (
        <>
          <p class="nhsuk-label nhsuk-label--s">{label}</p>
          {error}
          <p class="app-picked">
            {props.shown ?? chosen.name}{" "}
            <button type="button" class="app-link" id={id} onClick={() => choose(null)}>
              Change<span class="nhsuk-u-visually-hidden"> {label.toLowerCase()}</span>
            </button>
          </p>
        </>
      ) : (
        <Search {...props} error={error} onFound={choose} />
      )}
    </div>
  );
}

interface SearchProps<Found extends Hit, Data, Variables> extends Props<Found, Data, Variables> {
  error: ComponentChildren;
  onFound: (one: Found) => void;
}

function Search<Found extends Hit, Data, Variables>(props: SearchProps<Found, Data, Variables>) {
  const { id, label, hint, fault, error, onFound, operation, variables, hits, one, many } = props;
  const [text, setText] = useState("");
  const [settled, settle] = useSettled(text);
  const asked = useAnswer(operation, settled ? variables(settled) : undefined);
  return (
    <>
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
          settle();
        }}
      />
      {settled && (
        <Loaded asked={asked} what={many}>
          {(data) => (
            <Hits found={hits(data)} text={settled} one={one} many={many}>
              {(hit) => (
                <button
                  type="button"
                  class="app-link"
                  onClick={() => {
                    setText("");
                    onFound(hit);
                  }}
                >
                  {hit.name}
                </button>
              )}
            </Hits>
          )}
        </Loaded>
      )}
    </>
  );
}
