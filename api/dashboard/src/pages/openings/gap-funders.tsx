/* Who could fund a gap: openings and funding streams with no condition against it. */
import { OpeningsFunders } from "#ops/OpeningsFunders.ts";
import { OpeningsGapChanged } from "#ops/OpeningsGapChanged.ts";
import type { FundingFitKind, OpeningsFundersQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { AreaPicker, OfferPicker } from "../../parts/pickers.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { NotOnRecord, PartialDate, moneyText, shareText } from "../../parts/values.tsx";
import { counted, flags, listed, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { FitTag } from "./fit-tag.tsx";
import { NoticeEvidence } from "./lines.tsx";
import { useAreaNames } from "./names.ts";
import { openingKinds, openingStandings, verdictWords } from "./words.ts";

type Found = NonNullable<OpeningsFundersQuery["fundersForGap"]>;
type Funder = Found["funders"][number];

const fitKinds: Readonly<Record<FundingFitKind, string>> = {
  AREA: "Where",
  BODY: "Who may receive it",
  COHORT: "For whom",
  OFFER: "What it would buy",
  PERIOD: "When it may be spent",
  STAGE: "At which stage",
};

const nameOf = ({ opening, stream }: Funder) => opening?.title ?? stream?.name ?? "";

function leftText({ headroom }: Funder): string {
  if (!headroom?.left) return "";
  return `${moneyText(headroom.left)} left of ${moneyText(headroom.amount ?? "")}`;
}

const columns: readonly Column<Funder>[] = [
  {
    head: "Opening or funding stream",
    text: nameOf,
    cell: (funder) => (
      <>
        {funder.opening ? (
          <a href={href(`/openings/${encodeURIComponent(funder.opening.id)}`)}>
            <strong>{funder.opening.title}</strong>
          </a>
        ) : (
          funder.stream && (
            <a href={href(`/funding/streams/${encodeURIComponent(funder.stream.id)}`)}>
              <strong>{funder.stream.name}</strong>
            </a>
          )
        )}
        <p class="app-small">
          {funder.opening ? word(openingKinds, funder.opening.kind) : "Funding stream"},{" "}
          {funder.funder ? `from ${funder.funder.name}` : "funder not on record"}.
        </p>
      </>
    ),
  },
  { head: "Funder", text: ({ funder }) => funder?.name ?? "", isFileOnly: true },
  {
    head: "When",
    text: (funder) => (funder.standing ? word(openingStandings, funder.standing) : "Stream"),
    cell: (funder) =>
      funder.standing ? (
        <>
          {word(openingStandings, funder.standing)}
          {funder.daysLeft !== null && `: ${counted(funder.daysLeft, "day")} left`}
        </>
      ) : (
        <>
          <PartialDate date={funder.stream?.startsOn} /> to{" "}
          <PartialDate date={funder.stream?.endsOn} />
        </>
      ),
  },
  {
    head: "What is left",
    text: leftText,
    cell: (funder) =>
      funder.stream ? leftText(funder) || <NotOnRecord /> : "Applied for, so not counted",
  },
  {
    head: "How it fits",
    text: ({ verdict }) => word(verdictWords, verdict),
    cell: (funder) => (
      <>
        <FitTag verdict={funder.verdict} />
        {funder.notStated.length > 0 && (
          <p class="app-small">
            Not stated: {listed(funder.notStated.map((kind) => word(fitKinds, kind).toLowerCase()))}
            .
          </p>
        )}
        <Fold name="Line by line" unseen={`– ${nameOf(funder)}`}>
          <ul class="app-lines">
            {funder.lines.map((line) => (
              <li key={line.kind + line.reason}>
                <FitTag verdict={line.verdict} /> <strong>{word(fitKinds, line.kind)}.</strong>{" "}
                {line.reason}
                {line.shareOfGap && ` It reaches ${shareText(line.shareOfGap)} of the area.`}
              </li>
            ))}
          </ul>
        </Fold>
        {funder.opening && <NoticeEvidence notice={funder.opening} isOther={false} />}
      </>
    ),
  },
  {
    head: "Line by line",
    text: ({ lines }) =>
      lines.map((line) => `${word(fitKinds, line.kind)}: ${line.reason}`).join(" | "),
    isFileOnly: true,
  },
];

export function GapFunders() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? "";
  const area = params.get("for") ?? "";
  const offer = params.get("offer") ?? "";
  const kind = params.get("kind") === "UPPER_TIER" ? ("UPPER_TIER" as const) : undefined;
  const isAsked = area !== "" && offer !== "";
  const variables = { area, kind, offer, asOf, knownAt };
  const asked = useAnswer(OpeningsFunders, isAsked ? variables : undefined);
  const changes = useChanges(
    OpeningsGapChanged,
    isAsked && !knownAt
      ? { areas: { codes: [area], kind }, offers: { codes: [offer] }, asOf }
      : undefined,
  );
  return (
    <>
      <p class="nhsuk-lede-text">
        Openings and funding streams with no condition against an area and an offer: what can be had
        comes before what is closed, what fits before what is not stated.
      </p>
      <WhichGap area={area} offer={offer} />
      <Changed changes={changes} show={asked.again} />
      {!isAsked ? (
        <p class="nhsuk-inset-text app-empty">Choose an area and an offer.</p>
      ) : (
        <Loaded asked={asked} what="who could fund it">
          {({ fundersForGap: found }, { revision }) =>
            found && (
              <>
                <Gap found={found} />
                <Figure
                  id="funders"
                  title="Who could fund it"
                  columns={columns}
                  rows={found.funders}
                  rowKey={(funder) => funder.opening?.id ?? funder.stream?.id ?? ""}
                  query={{ operation: OpeningsFunders, variables }}
                  asOf={asOf ?? today}
                  revision={revision}
                  empty={<p>Every opening and stream on record has a condition against it.</p>}
                >
                  <p>
                    {counted(
                      found.total,
                      "opening or funding stream",
                      "openings and funding streams",
                    )}{" "}
                    with no condition against it. What is not stated is not a yes: ask the funder.
                  </p>
                </Figure>
              </>
            )
          }
        </Loaded>
      )}
    </>
  );
}

function WhichGap({ area, offer }: { area: string; offer: string }) {
  const [text, setText] = useState("");
  const name = useAreaNames(area ? [area] : []);
  return (
    <div class="app-screen-only">
      <AreaPicker
        id="gap-area"
        label="Where is the gap?"
        {...(area ? { hint: `Now: ${name(area)}. Search to choose another.` } : {})}
        text={text}
        onText={setText}
      >
        {(found) => (
          <button
            type="button"
            class="app-link"
            onClick={() => {
              setText("");
              const kind = found.kind === "UPPER_TIER" ? found.kind : undefined;
              go(here({ for: found.code ?? undefined, kind }));
            }}
          >
            Choose {found.name}
          </button>
        )}
      </AreaPicker>
      <OfferPicker
        id="gap-offer"
        label="What is lacking?"
        value={offer}
        all="Choose an offer"
        onChoose={(code) => go(here({ offer: code || undefined }), { replace: true })}
      />
    </div>
  );
}

/** What the register knows of the offer there: whether it is a gap at all. */
function Gap({ found: { coverage } }: { found: Found }) {
  const { explanation } = coverage;
  return (
    <div class="nhsuk-inset-text app-empty">
      <h2 class="nhsuk-heading-s">
        {coverage.offer.name} in <a href={areaPath(coverage.area)}>{coverage.area.name}</a>
      </h2>
      <p>
        For {coverage.cohort.name.toLowerCase()}: <StateTag state={coverage.state} />
      </p>
      <StateShares parts={coverage.states} />
      <p class="app-small">
        {explanation.sentence} {explanation.flags.map((flag) => word(flags, flag)).join(" ")}
        {coverage.state === "NOT_RECORDED" &&
          " Whether it is a gap nobody has recorded: it is a question to ask first."}
      </p>
    </div>
  );
}
