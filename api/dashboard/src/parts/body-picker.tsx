import { FindBody } from "#ops/FindBody.ts";
import type { FindBodyQuery } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { useScope } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Loaded } from "./loaded.tsx";

type Hit = NonNullable<FindBodyQuery["search"]>[number]["found"];
type Found = Extract<Hit, { readonly id: unknown }>;

const isBody = (found: Hit): found is Found => "id" in found;

interface Props {
  id: string;
  label: string;
  hint?: string;
  fault?: string | undefined;
  /** The body that is chosen; undefined: none yet. */
  chosen: { readonly id: string; readonly name: string } | undefined;
  onChoose: (body: { id: string; name: string } | undefined) => void;
}

/** One body, by its name or its ODS code. What was chosen is shown until it is changed. */
export function BodyPicker({ id, label, hint, fault, chosen, onChoose }: Props) {
  const { asOf } = useScope();
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useAnswer(FindBody, settled && !chosen ? { text: settled, asOf } : undefined);
  if (chosen) {
    return (
      <div class="nhsuk-form-group">
        <p class="nhsuk-label nhsuk-label--s">{label}</p>
        <p class="app-picked">
          {chosen.name}{" "}
          <button type="button" class="app-link" onClick={() => onChoose(undefined)}>
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
      {fault && (
        <span class="nhsuk-error-message" id={`${id}-fault`}>
          <span class="nhsuk-u-visually-hidden">Error: </span>
          {fault}
        </span>
      )}
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
          // Inside another form, Enter would send that form.
          if (event.key !== "Enter") return;
          event.preventDefault();
          setSettled(text.trim());
        }}
      />
      {settled && (
        <Loaded asked={asked} what="the bodies">
          {({ search }) => {
            const bodies = (search ?? []).map((hit) => hit.found).filter(isBody);
            return (
              <>
                <p role="status" class="app-small">
                  {bodies.length === 0
                    ? `No body is called “${settled}”.`
                    : `${bodies.length === 1 ? "1 body" : `${bodies.length} bodies`}, most alike first`}
                </p>
                <ul class="app-hits">
                  {bodies.map((body) => (
                    <li key={body.id}>
                      <button
                        type="button"
                        class="app-link"
                        onClick={() => {
                          setText("");
                          setSettled("");
                          onChoose({ id: body.id, name: body.name });
                        }}
                      >
                        {body.name}
                      </button>
                      {body.validTo && (
                        <span class="app-small">no longer there after {body.validTo}</span>
                      )}
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
