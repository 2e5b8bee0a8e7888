import { ScorecardAll } from "#ops/ScorecardAll.ts";
import { ScorecardChanged } from "#ops/ScorecardChanged.ts";
import { Page } from "../../app/page.tsx";
import { useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { count } from "../../parts/words.ts";
import { Selection, useSelected } from "../minimum-offer/selection.tsx";
import { IndicatorList, OneIndicator } from "./by-area.tsx";
import { type Card, Sections } from "./sections.tsx";

/** England and Wales. */
const nations = ["E92000001", "W92000004"];
/** More areas than this are shown one indicator at a time. */
const few = 4;

export default function ScorecardPage() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const selected = useSelected("NATION", nations);
  const indicator = params.get("indicator") ?? undefined;
  const variables = {
    areas: selected.input,
    indicators: indicator ? [indicator] : undefined,
    asOf,
    knownAt,
  };
  const asked = useAnswer(ScorecardAll, variables);
  // The server watches no more than a thousand areas × offers.
  const isWatched = knownAt === undefined && selected.codes.length > 0 && selected.codes.length < 9;
  const changes = useChanges(
    ScorecardChanged,
    isWatched ? { areas: selected.input, asOf } : undefined,
  );
  return (
    <Page
      title="Scorecard of the recommendations"
      place={[
        { name: "Home", path: "/" },
        { name: "Minimum offer", path: "/minimum-offer" },
      ]}
    >
      <p>
        The report’s recommendations as indicators: what each counts, of what, on which day, and
        what nobody collects. Each stands for itself. There is no score, and nothing is averaged.
      </p>
      <Changed changes={changes} show={asked.again} />
      <Selection selected={selected} label="Areas to show the scorecard of" />
      <Loaded asked={asked} what="the scorecard">
        {({ scorecard: card }, { revision }) => {
          if (!card) return null;
          const shown = { card, variables, revision };
          if (indicator) return <OneIndicator {...shown} />;
          return (
            <>
              <Sum card={card} />
              {card.areas.length <= few ? <Sections {...shown} /> : <IndicatorList {...shown} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** How much of it the register can say; not how well anybody does. */
function Sum({ card }: { card: Card }) {
  const { indicators } = card;
  const recommendations = new Set(indicators.map((one) => one.recommendation?.number));
  const notHeld = indicators.filter((one) => one.unit === "NOT_HELD").length;
  const somewhere = indicators.filter((one) =>
    one.values.some((value) => value.outcome === "COUNTED"),
  ).length;
  return (
    <>
      <ul class="app-cards" aria-label="What the register can say">
        <li>
          <p>
            <span class="app-cards__number">{count(indicators.length)}</span> indicators of{" "}
            {count(recommendations.size)} recommendations
          </p>
        </li>
        <li>
          <p>
            <span class="app-cards__number">{count(somewhere)}</span> counted in at least one of the
            areas on {inWords(card.asOf)}
          </p>
        </li>
        <li>
          <p>
            <span class="app-cards__number">{count(notHeld)}</span> that nobody collects here: each
            says who would have it
          </p>
        </li>
      </ul>
      <p>
        A count is the least that is true, by record. With all that is unknown it would be the most.
        Neither is an estimate.
      </p>
    </>
  );
}
