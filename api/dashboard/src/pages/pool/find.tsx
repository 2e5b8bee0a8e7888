/* One area or one service inside a form, found by its name while one types. */
import { PoolFindArea } from "#ops/PoolFindArea.ts";
import { PoolFindService } from "#ops/PoolFindService.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useScope } from "../../data/address.ts";
import { type Asked, useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { areaKinds, word } from "../../parts/words.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  fault?: string | undefined;
  chosen: Named | null;
  onChoose: (chosen: Named | null) => void;
}

interface Hit extends Named {
  readonly said?: string | undefined;
}

export function FindService(props: Props) {
  const { asOf } = useScope();
  const { text, setText, settled } = useSettled();
  const asked = useAnswer(
    PoolFindService,
    settled && !props.chosen ? { text: settled, asOf } : undefined,
  );
  return (
    <Find
      {...props}
      text={text}
      onText={setText}
      settled={settled}
      asked={asked}
      hits={({ search }) =>
        (search ?? []).flatMap(({ found }) =>
          "title" in found ? [{ id: found.id, name: found.title }] : [],
        )
      }
    />
  );
}

/** Its id is the official code, which the server reads. */
export function FindArea(props: Props) {
  const { asOf } = useScope();
  const { text, setText, settled } = useSettled();
  const asked = useAnswer(
    PoolFindArea,
    settled && !props.chosen ? { text: settled, asOf } : undefined,
  );
  return (
    <Find
      {...props}
      text={text}
      onText={setText}
      settled={settled}
      asked={asked}
      hits={({ search }) =>
        (search ?? []).flatMap(({ found }) =>
          "kind" in found
            ? [{ id: found.id, name: found.name, said: word(areaKinds, found.kind) }]
            : [],
        )
      }
    />
  );
}

function useSettled() {
  const [text, setText] = useState("");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, setText, settled };
}

interface FindProps<Data> extends Props {
  text: string;
  onText: (text: string) => void;
  settled: string;
  asked: Asked<Data>;
  hits: (data: Data) => readonly Hit[];
}

function Find<Data>(props: FindProps<Data>): ComponentChildren {
  const { id, label, hint, fault, chosen, onChoose, text, onText, settled, asked, hits } = props;
  if (chosen) {
    return (
      <div class="nhsuk-form-group">
        <p class="nhsuk-label nhsuk-label--s">{label}</p>
        <p class="app-picked">
          {chosen.name}{" "}
          <button type="button" class="app-link" onClick={() => onChoose(null)}>
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
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Inside a form, Enter would send it.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      {settled && (
        <Loaded asked={asked} what="what has this name">
          {(data) => {
            const found = hits(data);
            return (
              <>
                <p role="status" class="app-small">
                  {found.length === 0
                    ? `Nothing is called “${settled}”.`
                    : `${found.length} found, most alike first`}
                </p>
                <ul class="app-hits">
                  {found.map((one) => (
                    <li key={one.id}>
                      <button
                        type="button"
                        class="app-link"
                        onClick={() => {
                          onText("");
                          onChoose({ id: one.id, name: one.name });
                        }}
                      >
                        {one.name}
                      </button>
                      {one.said && <span class="app-small">{one.said}</span>}
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
