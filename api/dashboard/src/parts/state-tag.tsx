import type { CoverageState } from "#ops/types.ts";
import type { ShareOf } from "./values.tsx";
import { count, percent, stateOrder, states, word } from "./words.ts";

/** A coverage state as a word beside its pattern and colour. The word alone says it all. */
export function StateTag({ state }: { state: CoverageState }) {
  return (
    <span class="app-state">
      <Swatch state={state} />
      <span class="app-state__word">{word(states, state)}</span>
    </span>
  );
}

/** The pattern and colour of a state, for keys and bars. */
export function Swatch({ state }: { state: CoverageState }) {
  return <span class={`app-swatch app-swatch--${state.toLowerCase()}`} aria-hidden="true" />;
}

interface Part {
  readonly state: CoverageState;
  readonly share: ShareOf | null;
}

/** The people of an area by state. It is drawn for the eye; the list below it says the same. */
export function StateShares({ parts }: { parts: readonly Part[] }) {
  const measured = parts.filter((part) => part.share !== null);
  if (measured.length < 2) return null;
  const order = (part: Part) => stateOrder.indexOf(part.state);
  const sorted = measured.toSorted((a, b) => order(a) - order(b));
  return (
    <div class="app-shares">
      <div class="app-shares__bar" aria-hidden="true">
        {sorted.map(({ state, share }) => (
          <span
            key={state}
            class={`app-swatch app-swatch--${state.toLowerCase()}`}
            style={{ flexGrow: share?.people ?? 0 }}
          />
        ))}
      </div>
      <ul class="nhsuk-list app-shares__list">
        {sorted.map(({ state, share }) => (
          <li key={state}>
            {word(states, state)}: {percent(share?.people ?? 0, share?.of ?? 0)} (
            {count(share?.people ?? 0)} people)
          </li>
        ))}
      </ul>
    </div>
  );
}
