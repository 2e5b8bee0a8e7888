import type { StreamsStreamFragment } from "#ops/types.ts";
import { NotOnRecord } from "../../parts/values.tsx";
import { word } from "../../parts/words.ts";
import { byKind, conditionHeads, either } from "./words.ts";

/** Its conditions, kind by kind. That none is stated does not mean that it is free. */
export function Conditions({ of }: { of: StreamsStreamFragment["conditions"] }) {
  if (of.length === 0) return <NotOnRecord what="None stated, which is not the same as free" />;
  return (
    <ul class="nhsuk-list">
      {byKind(of).map(({ kind, allows }) => (
        <li key={kind}>
          {word(conditionHeads, kind)}: {either(allows)}
        </li>
      ))}
    </ul>
  );
}
