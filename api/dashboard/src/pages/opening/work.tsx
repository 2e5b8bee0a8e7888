/* Who does the work of an opening now, and which gaps it would fill, where it meets a profile. */
import { OpeningGaps } from "#ops/OpeningGaps.ts";
import { OpeningHeld } from "#ops/OpeningHeld.ts";
import type {
  OpeningGapsEntryFragment,
  OpeningHeldEntryFragment,
  OpeningHeldQueryVariables,
} from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate, shareText } from "../../parts/values.tsx";
import { listed, serviceStates, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { entryOf } from "./entry.ts";

type Holder = OpeningHeldEntryFragment["heldBy"][number];
type Gap = OpeningGapsEntryFragment["wouldFill"][number];

const holderColumns: readonly Column<Holder>[] = [
  {
    head: "Service",
    text: (holder) => holder.service.title,
    cell: (holder) => (
      <>
        <strong>{holder.service.title}</strong>
        <p class="app-small">
          {holder.named ? "Named by the notice." : "It gives the same where you work."}{" "}
          {word(serviceStates, holder.state)}.
        </p>
        <EvidenceOfService id={holder.service.id} title={holder.service.title} />
      </>
    ),
  },
  {
    head: "Who leads it",
    text: (holder) => listed(holder.providers.map((body) => body.name)),
    cell: (holder) => listed(holder.providers.map((body) => body.name)) || <NotOnRecord />,
  },
  {
    head: "Who works under them",
    text: (holder) => listed(holder.subcontractors.map((body) => body.name)),
    cell: (holder) =>
      listed(holder.subcontractors.map((body) => body.name)) || (
        <NotOnRecord what="None on record" />
      ),
  },
  {
    head: "Ends",
    text: (holder) => holder.endsOn ?? "",
    cell: (holder) => <PartialDate date={holder.endsOn} />,
  },
];

const gapColumns: readonly Column<Gap>[] = [
  {
    head: "Where",
    text: (gap) => gap.area.name,
    cell: (gap) => <a href={areaPath(gap.area)}>{gap.area.name}</a>,
  },
  {
    head: "What is lacking",
    text: (gap) => gap.offer.name,
    cell: (gap) => <a href={href(`/offers/${gap.offer.code}`)}>{gap.offer.name}</a>,
  },
  { head: "On record as", text: (gap) => word(states, gap.coverage.state) },
  { head: "People without it", text: (gap) => shareText(gap.uncovered) },
];

interface Props {
  id: string;
  variables: OpeningHeldQueryVariables;
}

export function HeldBy({ id, variables }: Props) {
  const asked = useAnswer(OpeningHeld, variables);
  return (
    <Loaded asked={asked} what="who does the work now">
      {({ openingsFor: board }, { revision }) => {
        const entry = board && entryOf(id, board);
        if (!entry) return null;
        const where = listed(entry.scope.map((area) => area.name));
        return (
          <Figure
            id="held-by"
            title="Who does the work now"
            columns={holderColumns}
            rows={entry.heldBy}
            rowKey={(holder) => holder.service.id}
            query={{ operation: OpeningHeld, variables }}
            asOf={board.asOf}
            revision={revision}
            empty={
              <p>
                No service that does this work {where ? `in ${where} ` : ""}is on record. That is
                not the same as nobody doing it.
              </p>
            }
          >
            <p>
              Lead providers to ring before the next round
              {where && `, where the opening and your organisation meet: ${where}`}.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}

export function GapsToFill({ id, variables }: Props) {
  const asked = useAnswer(OpeningGaps, variables);
  return (
    <Loaded asked={asked} what="the gaps that it would fill">
      {({ openingsFor: board }, { revision }) => {
        const entry = board && entryOf(id, board);
        if (!entry) return null;
        return (
          <Figure
            id="would-fill"
            title="Gaps that it would fill where you work"
            columns={gapColumns}
            rows={entry.wouldFill}
            rowKey={(gap) => `${gap.area.code ?? gap.area.name} ${gap.offer.code}`}
            query={{ operation: OpeningGaps, variables }}
            asOf={board.asOf}
            revision={revision}
            empty={
              <p>
                No record says that what it would buy is missing where you work. What nobody has
                recorded is no gap.
              </p>
            }
          />
        );
      }}
    </Loaded>
  );
}
