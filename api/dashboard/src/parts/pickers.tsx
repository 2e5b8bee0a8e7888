import { FindArea } from "#ops/FindArea.ts";
import { OfferNames } from "#ops/OfferNames.ts";
import type { FindAreaQuery } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { useScope } from "../data/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Loaded } from "./loaded.tsx";
import { areaKinds, word } from "./words.ts";

type Found = Extract<
  NonNullable<FindAreaQuery["search"]>[number]["found"],
  { readonly kind: unknown }
>;

type Hit = NonNullable<FindAreaQuery["search"]>[number]["found"];

const isArea = (found: Hit): found is Found => "kind" in found;

interface AreaProps {
  id: string;
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  /** What is shown of an area that was found, a link or a button. */
  children: (area: Found) => preact.ComponentChildren;
}

/** Areas by a name that may be misspelt, or by a code; found while one types. */
export function AreaPicker({ id, label, hint, text, onText, children }: AreaProps) {
  const { asOf, knownAt } = useScope();
  const [settled, setSettled] = useState(text.trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useAnswer(FindArea, settled ? { text: settled, asOf, knownAt } : undefined);
  return (
    <div class="app-picker">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setSettled(text.trim());
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
          {({ search }) => {
            const areas = (search ?? []).map((hit) => hit.found).filter(isArea);
            return (
              <>
                <p role="status" class="app-small">
                  {areas.length === 0
                    ? `Nothing is called “${settled}”. Try a part of the name, or a code.`
                    : `${areas.length === 1 ? "1 area" : `${areas.length} areas`}, most alike first`}
                </p>
                <ul class="app-hits">
                  {areas.map((area) => (
                    <li key={area.id}>
                      {children(area)}
                      <span class="app-small">
                        {word(areaKinds, area.kind)}
                        {area.code ? ` · ${area.code}` : ""}
                        {lies(area)}
                        {area.existsOnDate ? "" : " · did not exist on this day"}
                      </span>
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

function lies(area: Found): string {
  const over = area.parents.find((parent) => parent.kind === "POLICE_FORCE");
  return over ? ` · ${over.name}` : "";
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
      <label class="nhsuk-label" for={id}>
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
