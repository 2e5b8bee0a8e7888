import { FindArea } from "#ops/FindArea.ts";
import { OfferNames } from "#ops/OfferNames.ts";
import type { ComponentChildren } from "preact";
import { useScope } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { useSettled } from "../data/use-settled.ts";
import { type AreaHit, areasOf } from "./choices.tsx";
import { Hits } from "./hits.tsx";
import { Loaded } from "./loaded.tsx";

interface AreaProps {
  id: string;
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  /** What is shown of an area that was found, a link or a button. */
  children: (area: AreaHit) => ComponentChildren;
}

/** Areas by a name that may be misspelt, or by a code; found while one types. */
export function AreaPicker({ id, label, hint, text, onText, children }: AreaProps) {
  const { asOf, knownAt } = useScope();
  const [settled, settle] = useSettled(text);
  const asked = useAnswer(FindArea, settled ? { text: settled, asOf, knownAt } : undefined);
  return (
    <div class="app-picker">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          settle();
        }}
      >
        <div class="nhsuk-form-group">
          <label class="nhsuk-label nhsuk-label--s" for={id}>
            {label}
          </label>
          {hint && (
            <div class="nhsuk-hint" id={`${id}-hint`}>
              {hint}
            </div>
          )}
          <div class="app-picker__row">
            <input
              class="nhsuk-input"
              id={id}
              type="search"
              autoComplete="off"
              spellcheck={false}
              value={text}
              aria-describedby={hint ? `${id}-hint` : undefined}
              onInput={(event) => onText(event.currentTarget.value)}
            />
            <button class="nhsuk-button nhsuk-button--small" type="submit">
              Search
            </button>
          </div>
        </div>
      </form>
      {settled && (
        <Loaded asked={asked} what="the areas">
          {(data) => (
            <Hits found={areasOf(data)} text={settled} one="area" many="areas">
              {children}
            </Hits>
          )}
        </Loaded>
      )}
    </div>
  );
}

interface OfferProps {
  id: string;
  label: string;
  /** Code, or empty for all. */
  value: string;
  /** What is shown for no code; without it, an offer is always chosen. */
  all?: string;
  onChoose: (code: string) => void;
}

export function OfferPicker({ id, label, value, all, onChoose }: OfferProps) {
  const { knownAt } = useScope();
  const asked = useAnswer(OfferNames, { knownAt });
  const offers = asked.answer?.data.offers?.nodes ?? [];
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label nhsuk-label--s" for={id}>
        {label}
      </label>
      <select
        class="nhsuk-select"
        id={id}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {all && <option value="">{all}</option>}
        {offers.map((offer) => (
          <option key={offer.code} value={offer.code}>
            {offer.name}
            {offer.familyRole === "FAMILY" ? " (family)" : ""}
          </option>
        ))}
      </select>
    </div>
  );
}
