import type { ProposalToldFragment } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { word } from "../words.ts";
import { kindOfConcern } from "./kinds.ts";
import { nameOf } from "./shown.tsx";
import { momentText } from "./telling.ts";
import { proposalStates } from "./words.ts";

export const proposalPath = (id: string): string =>
  href(`/register/proposals/${encodeURIComponent(id)}`);

/** What a proposal is about, in a few words. */
export function proposalTitle({ kind, node }: ProposalToldFragment): string {
  if (kind === "revision") return "Put back a whole revision";
  const what = kindOfConcern(kind)?.one ?? kind.replaceAll("_", " ");
  const id = node && "id" in node ? node : null;
  const name = id && nameOf(id as Parameters<typeof nameOf>[0]);
  if (name) return `Change to the ${what} “${name}”`;
  return id ? `Change to a ${what}` : `New ${what}, or one that is no longer there`;
}

/** One proposal in a list. */
export function ProposalLine({ proposal }: { proposal: ProposalToldFragment }) {
  const { id, state, reason, proposedBy, proposedAt, decidedBy, mayDecide } = proposal;
  return (
    <li>
      <a href={proposalPath(id)}>{proposalTitle(proposal)}</a>
      <span class="app-small">
        {word(proposalStates, state)}
        {decidedBy ? ` by ${decidedBy}` : ""}. Proposed by {proposedBy} on {momentText(proposedAt)}.
        {mayDecide && <strong> You may decide on it.</strong>}
      </span>
      <span class="app-small">Why: {reason}</span>
    </li>
  );
}
