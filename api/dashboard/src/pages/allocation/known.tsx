import type { EvidenceShownFragment } from "#ops/types.ts";
import type { ComponentChildren } from "preact";
import { EvidenceItem } from "../../parts/evidence.tsx";

interface Props {
  evidence: EvidenceShownFragment | null;
  /** It counts what an allocation counts. */
  isFit: boolean;
  name: string;
  onUse: () => void;
  children: ComponentChildren;
}

/** What is on record of it, with its source, to be taken or not. */
export function Known({ evidence, isFit, name, onUse, children }: Props) {
  return (
    <div class="app-known">
      <p class="app-small">
        {children}{" "}
        {isFit ? (
          <button type="button" class="app-link" onClick={onUse}>
            Take these numbers<span class="nhsuk-u-visually-hidden"> for {name}</span>
          </button>
        ) : (
          "An allocation is of people in a year, so these numbers cannot be taken as they are."
        )}
      </p>
      {evidence && <EvidenceItem evidence={evidence} />}
    </div>
  );
}
