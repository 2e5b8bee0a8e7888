/* Who could pay for it: openings and funding streams with no condition against the gap. */
import { GapsFunders } from "#ops/GapsFunders.ts";
import type {
  Eligibility,
  FundingFitKind,
  GapsFundersQuery,
  GapsFundersQueryVariables,
  OpeningStanding,
} from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Money, NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { counted, listed, word } from "../../parts/words.ts";

type Funder = NonNullable<GapsFundersQuery["fundersForGap"]>["funders"][number];

const verdicts: Readonly<Record<Eligibility, string>> = {
  ELIGIBLE: "Every condition fits",
  NOT_ELIGIBLE: "A condition is against it",
  NOT_STATED: "Nothing against it, something not stated",
};

const standings: Readonly<Record<OpeningStanding, string>> = {
  CLOSED: "Closed; it may come again",
  FORTHCOMING: "To come",
  OPEN: "Open",
  UNDATED: "No closing date on record",
};

const fits: Readonly<Record<FundingFitKind, string>> = {
  AREA: "where it may be spent",
  BODY: "who may receive it",
  COHORT: "for whom it is",
  OFFER: "what it would buy",
  PERIOD: "when it may be spent",
  STAGE: "for which stage it is",
};

const nameOf = ({ opening, stream }: Funder) => opening?.title ?? stream?.name ?? "";

const columns: readonly Column<Funder>[] = [
  {
    head: "Money",
    text: nameOf,
    cell: (one) => (
      <>
        <a
          href={
            one.opening
              ? href(`/openings/${encodeURIComponent(one.opening.id)}`)
              : href(`/funding/streams/${encodeURIComponent(one.stream?.id ?? "")}`)
          }
        >
          <strong>{nameOf(one)}</strong>
        </a>
        <p class="app-small">{one.funder?.name ?? <NotOnRecord what="Funder not named" />}</p>
      </>
    ),
  },
  { head: "Funder", text: (one) => one.funder?.name ?? "", isFileOnly: true },
  {
    head: "When",
    text: (one) => (one.standing ? word(standings, one.standing) : "A funding stream"),
    cell: (one) => (
      <>
        {one.standing ? word(standings, one.standing) : "A funding stream"}
        {one.opening?.closesOn && (
          <p class="app-small">
            Until <PartialDate date={one.opening.closesOn} />
            {one.daysLeft !== null && `, ${counted(one.daysLeft, "day")} left`}
          </p>
        )}
      </>
    ),
  },
  {
    head: "Greatest award, pounds",
    text: (one) => one.opening?.maxAward ?? one.headroom?.left ?? "",
    cell: (one) => <Money amount={one.opening ? one.opening.maxAward : one.headroom?.left} />,
    isNumber: true,
  },
  {
    head: "Does it fit",
    text: (one) => word(verdicts, one.verdict),
    cell: (one) => (
      <>
        {word(verdicts, one.verdict)}
        {one.notStated.length > 0 && (
          <p class="app-small">
            Not stated: {listed(one.notStated.map((kind) => word(fits, kind)))}.
          </p>
        )}
        <Fold name="Why, and where this comes from" unseen={`– ${nameOf(one)}`}>
          <ul class="nhsuk-list">
            {one.lines.map((line) => (
              <li key={line.kind}>{line.reason}</li>
            ))}
          </ul>
          {one.opening?.evidence && <EvidenceItem evidence={one.opening.evidence} />}
        </Fold>
      </>
    ),
  },
];

export function Funders(variables: GapsFundersQueryVariables) {
  const asked = useAnswer(GapsFunders, variables);
  const today = useStore(answered)?.today ?? "";
  return (
    <div class="app-screen-only">
      <Loaded asked={asked} what="who could fund it">
        {({ fundersForGap: found }, { revision }) =>
          found && (
            <Figure
              id="funders"
              title="Who could fund it"
              columns={columns}
              rows={found.funders}
              rowKey={(one) => one.opening?.id ?? one.stream?.id ?? nameOf(one)}
              query={{ operation: GapsFunders, variables }}
              asOf={variables.asOf ?? today}
              revision={revision}
              empty={
                <p>
                  No opening or funding stream on record is without a condition against it. There
                  may be money that nobody recorded.
                </p>
              }
            >
              <p>
                {counted(found.total, "opening or funding stream", "openings and funding streams")}{" "}
                with no condition against this gap: what can be had before what is closed, what fits
                before what is not stated. Not stated is not a yes.
                {found.total > found.funders.length &&
                  ` The first ${found.funders.length} are shown.`}
              </p>
            </Figure>
          )
        }
      </Loaded>
    </div>
  );
}
