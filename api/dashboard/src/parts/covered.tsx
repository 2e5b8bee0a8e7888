/* How many people something covers. What nobody has recorded covers an unknown number, not nobody. */
import type { CoverageState } from "#ops/types.ts";
import { NotOnRecord, Share, type ShareOf, shareText } from "./values.tsx";

interface Props {
  readonly state: CoverageState;
  readonly share: ShareOf | null;
}

const unknown: Partial<Record<CoverageState, string>> = {
  NOT_RECORDED: "Not known",
  NOT_APPLICABLE: "Does not apply",
  CONTESTED: "Not settled",
  PARTIAL: "In part: how many is not known",
};

function unmeasured({ state, share }: Props): string | undefined {
  return share && share.people > 0 ? undefined : unknown[state];
}

export function coveredText(cell: Props): string {
  return unmeasured(cell) ?? shareText(cell.share);
}

export function Covered({ state, share }: Props) {
  const what = unmeasured({ state, share });
  return what ? <NotOnRecord what={what} /> : <Share share={share} />;
}
