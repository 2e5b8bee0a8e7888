import type { Verdict } from "#ops/types.ts";
import { word } from "../../parts/words.ts";
import { verdictSwatch, verdicts } from "./words.ts";

/** A verdict as a word beside its pattern and colour. The word alone says it all. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return (
    <span class="app-state">
      <VerdictSwatch verdict={verdict} />
      <span class="app-state__word">{word(verdicts, verdict)}</span>
    </span>
  );
}

export function VerdictSwatch({ verdict }: { verdict: Verdict }) {
  return <span class={`app-swatch app-swatch--${verdictSwatch[verdict]}`} aria-hidden="true" />;
}
