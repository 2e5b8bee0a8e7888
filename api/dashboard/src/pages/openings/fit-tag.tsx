import type { Eligibility } from "#ops/types.ts";
import { word } from "../../parts/words.ts";
import { verdictWords } from "./words.ts";

/** Whether something fits, as a word beside its sign. The word alone says it all. */
export function FitTag({ verdict }: { verdict: Eligibility }) {
  return (
    <span class={`app-fit app-fit--${verdict.toLowerCase()}`}>
      <span class="app-fit__sign" aria-hidden="true" />
      {word(verdictWords, verdict)}
    </span>
  );
}
