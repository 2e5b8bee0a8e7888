/* Gaps: stated absences and ended services apart, and beside them what is not recorded. */
import { Gaps } from "#ops/Gaps.ts";
import type { AreaKind, CoverageState, GapsQuery } from "#ops/types.ts";
import { here, href, useAddress } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { EvidenceOfCell } from "../../parts/evidence-of-cell.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { PartialDate, Share, shareText } from "../../parts/values.tsx";
import { confidences, count, counted, flags, percent, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";

type GapList = NonNullable<GapsQuery["gaps"]>;
export type Gap = GapList["gaps"][number];

interface Props {
  list: GapList;
  kind: AreaKind;
  revision: number | undefined;
  variables: object;
}

const shareIn = (gap: Gap, state: CoverageState) =>
  gap.coverage.states.find((part) => part.state === state)?.share;

/** Part of it is in this state: a gap may be ended for some of its people and absent for others. */
export const isIn = (gap: Gap, state: CoverageState): boolean =>
  gap.coverage.state === state || gap.coverage.states.some((part) => part.state === state);

export function List({ list, revision, variables }: Props) {
  const { params } = useAddress();
  const stage = params.get("stage");
  const gaps = list.gaps.filter((gap) => !stage || gap.offer.stages.some((one) => one === stage));
  const { cells, cellsNotRecorded } = list.completeness;
  const frame = {
    rowKey: (gap: Gap) => `${gap.area.id} ${gap.offer.code}`,
    query: { operation: Gaps, variables },
    asOf: list.asOf,
    revision,
  };
  const offer = params.get("offer");
  const area = params.get("area");
  return (
    <>
      <p role="status">
        {counted(gaps.length, "gap")} on record on {inWords(list.asOf)}: pairs of an area and an
        offer with people whom a record says are without it.
      </p>
      <Figure
        {...frame}
        id="absent"
        title="Stated not to be commissioned"
        columns={columns("ABSENT")}
        rows={gaps.filter((gap) => isIn(gap, "ABSENT"))}
        empty={
          <p>
            No record says that any of these offers is not commissioned. That is not the same as
            none missing.
          </p>
        }
      >
        <p>A record with evidence says that there is none.</p>
      </Figure>
      <Figure
        {...frame}
        id="lapsed"
        title="Ended, and nothing followed on record"
        columns={columns("LAPSED")}
        rows={gaps.filter((gap) => isIn(gap, "LAPSED"))}
        empty={<p>No service on record has ended with nothing after it.</p>}
      >
        <p>
          The last service on record has ended by {inWords(list.asOf)}. One may have followed that
          nobody recorded: ask before you rely on it.
        </p>
      </Figure>
      <section class="app-figure" aria-labelledby="unknown">
        <h2 class="nhsuk-heading-m" id="unknown">
          Not recorded: questions, not gaps
        </h2>
        <p>
          <StateTag state="NOT_RECORDED" />: of {count(cells)} pairs of an area and an offer that
          exists there, nobody has recorded anything about {count(cellsNotRecorded)} (
          {percent(cellsNotRecorded, cells)}). None of them is counted above.{" "}
          {area ? (
            <a href={href(`/areas/${encodeURIComponent(area)}`, {}, "not-recorded")}>
              What nobody has recorded here
            </a>
          ) : offer ? (
            <a href={href(`/offers/${offer}`, { kind: params.get("kind") ?? undefined }, "areas")}>
              The areas of which nobody has recorded anything
            </a>
          ) : (
            <a href={href("/offers", { kind: params.get("kind") ?? undefined })}>
              How many areas of each offer
            </a>
          )}
        </p>
      </section>
    </>
  );
}

function why({ coverage: { explanation } }: Gap): string {
  return [explanation.sentence, ...explanation.flags.map((flag) => word(flags, flag))].join(" ");
}

const isEveryone = (gap: Gap) => gap.coverage.cohort.code === "all";

function columns(state: "ABSENT" | "LAPSED"): readonly Column<Gap>[] {
  return [
    {
      head: "Area",
      text: ({ area }) => area.name,
      cell: ({ area }) => (area.code ? <a href={areaPath(area)}>{area.name}</a> : area.name),
    },
    { head: "Code", text: ({ area }) => area.code ?? "", isFileOnly: true },
    {
      head: "Offer",
      text: ({ offer }) => offer.name,
      cell: (gap) => (
        <>
          <a href={href(`/offers/${gap.offer.code}`)}>{gap.offer.name}</a>
          {!isEveryone(gap) && <p class="app-small">For {gap.coverage.cohort.name}</p>}
        </>
      ),
    },
    { head: "For whom", text: (gap) => gap.coverage.cohort.name, isFileOnly: true },
    {
      head: state === "ABSENT" ? "People who live where none is" : "People who live where it ended",
      text: (gap) => shareText(shareIn(gap, state)),
      cell: (gap) => (
        <>
          <Share share={shareIn(gap, state)} />
          {gap.coverage.states.length > 1 && (
            <>
              <p class="app-small">Of the whole area: </p>
              <StateShares parts={gap.coverage.states} />
            </>
          )}
        </>
      ),
    },
    {
      head: "The area as a whole",
      text: (gap) => word(states, gap.coverage.state),
      isFileOnly: true,
    },
    {
      head: "Why",
      text: why,
      cell: (gap) => (
        <>
          <p class="app-small">
            {why(gap)}{" "}
            {gap.coverage.explanation.oldestEvidence && (
              <>
                Oldest evidence: <PartialDate date={gap.coverage.explanation.oldestEvidence} />
                .{" "}
              </>
            )}
            {gap.coverage.explanation.confidence &&
              `${word(confidences, gap.coverage.explanation.confidence)}.`}
          </p>
          {gap.area.code && (
            <EvidenceOfCell
              area={gap.area.code}
              kind={gap.area.kind}
              offer={gap.offer.code}
              cohort={gap.coverage.cohort.code}
              of={`${gap.offer.name}, ${gap.area.name}`}
            />
          )}
        </>
      ),
    },
    {
      head: "Use it",
      text: proofPath,
      cell: (gap) =>
        gap.area.code && (
          <a href={proofPath(gap)}>
            Proof and funders
            <span class="nhsuk-u-visually-hidden">
              {" "}
              – {gap.offer.name}, {gap.area.name}
            </span>
          </a>
        ),
    },
  ];
}

function proofPath({ area, offer }: Gap): string {
  return here({
    area: area.code ?? "",
    areaKind: area.kind === "UPPER_TIER" ? area.kind : undefined,
    offer: offer.code,
  });
}
