import type { WrittenFragment } from "#ops/types.ts";
import { go, href } from "../../data/address.ts";
import { tell } from "./notice.tsx";
import { proposalPath } from "./proposal-line.tsx";
import { entryPath } from "./shown.tsx";

/** Where what was written or proposed is shown. */
export function done(written: WrittenFragment, isProposal: boolean): void {
  if (isProposal && written.proposalId) {
    tell("Your proposal is sent. Nothing changes until whoever keeps the entry accepts it.");
    go(proposalPath(written.proposalId), { replace: true });
    return;
  }
  tell(
    written.written
      ? `Written to the register, in revision ${written.revision}.`
      : "Nothing differs from what the register has, so nothing was written.",
  );
  go(written.nodeId ? entryPath(written.nodeId) : href("/register"), { replace: true });
}
