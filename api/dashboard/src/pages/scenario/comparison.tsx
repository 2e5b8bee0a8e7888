/* What a scenario changes: against the register as it is, or against another scenario. */
import { ScenarioChanged } from "#ops/ScenarioChanged.ts";
import { ScenarioCompared } from "#ops/ScenarioCompared.ts";
import type {
  AreaKind,
  ScenarioComparedQuery,
  ScenarioComparedQueryVariables,
  ScenarioShownFragment,
} from "#ops/types.ts";
import { here, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { areaKinds, count, counted, listed } from "../../parts/words.ts";
import { CoverageChanges } from "./coverage-changes.tsx";
import { Communities, GapChanges, NeedChanges } from "./gap-changes.tsx";
import { MoneyChanges } from "./money-changes.tsx";
import { RunningChanges } from "./running-changes.tsx";
import { Selection } from "./selection.tsx";

export type Compared = NonNullable<ScenarioComparedQuery["compareScenarios"]>;

/** What the figures of a comparison share. */
export interface Frame {
  readonly query: {
    readonly operation: typeof ScenarioCompared;
    readonly variables: ScenarioComparedQueryVariables;
  };
  readonly asOf: string;
  readonly revision: number | undefined;
}

function codes(text: string | null): string[] {
  return (text ?? "").split(",").filter(Boolean);
}

/** What is asked, by the address. A frozen one is compared as it was frozen. */
function useQuestion(scenario: ScenarioShownFragment): ScenarioComparedQueryVariables {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const areas = codes(params.get("areas"));
  const offers = codes(params.get("offers"));
  const asked = params.get("kind") ?? "";
  const kind = asked in areaKinds ? (asked as AreaKind) : undefined;
  const frozenAt = scenario.frozen?.revision;
  const then = frozenAt === null || frozenAt === undefined ? undefined : { revision: frozenAt };
  return {
    with: scenario.id,
    base: params.get("against") || undefined,
    asOf,
    knownAt: knownAt ?? then,
    areas: areas.length > 0 ? { codes: areas } : kind ? { kind } : undefined,
    offers: offers.length > 0 ? { codes: offers } : undefined,
  };
}

export function Comparison({ scenario }: { scenario: ScenarioShownFragment }) {
  const variables = useQuestion(scenario);
  const asked = useAnswer(ScenarioCompared, variables);
  // Of a few areas one can be told; what is cited or frozen does not change.
  const { areas } = variables;
  const few = areas?.codes && areas.codes.length <= 12;
  const changes = useChanges(
    ScenarioChanged,
    few && !variables.knownAt
      ? { areas, offers: variables.offers, asOf: variables.asOf }
      : undefined,
  );
  return (
    <section aria-labelledby="changes">
      <h2 class="nhsuk-heading-m" id="changes">
        What it would change
      </h2>
      <Selection />
      <Changed changes={changes} show={asked.again} />
      <Loaded asked={asked} what="what the scenario would change">
        {({ compareScenarios }, { revision }) =>
          compareScenarios && (
            <Answer
              found={compareScenarios}
              frame={{
                query: { operation: ScenarioCompared, variables },
                asOf: compareScenarios.asOf,
                revision,
              }}
              scenario={scenario}
            />
          )
        }
      </Loaded>
    </section>
  );
}

interface AnswerProps {
  found: Compared;
  frame: Frame;
  scenario: ScenarioShownFragment;
}

function Answer({ found, frame, scenario }: AnswerProps) {
  const against = found.base ? `the scenario “${found.base.name}”` : "the register as it is";
  const isItsDay = found.asOf === scenario.baseDay;
  const frozen = scenario.frozen?.revision;
  return (
    <>
      <p>
        Compared with {against} on <strong>{inWords(found.asOf)}</strong>
        {isItsDay ? ", the day of this scenario" : `, not on its own day`}
        {frozen !== null &&
          frozen === frame.revision &&
          `, at revision ${frozen}, as it was frozen`}
        , over {count(found.cellsCompared)} pairs of area and offer.{" "}
        {isItsDay ? (
          "“Change the day” at the top compares on another."
        ) : (
          <a href={here({ asOf: scenario.baseDay })}>Compare on {inWords(scenario.baseDay)}</a>
        )}
      </p>
      <LeftOut found={found} />
      {found.isEqual ? (
        <p class="nhsuk-inset-text app-empty">
          Nothing differs: neither coverage nor gaps, money, places, commissioners or need.
        </p>
      ) : (
        <>
          <Summary found={found} />
          <CoverageChanges found={found} frame={frame} />
          <GapChanges found={found} frame={frame} />
          <RunningChanges found={found} frame={frame} />
          <MoneyChanges found={found} frame={frame} />
          <NeedChanges found={found} frame={frame} />
          <Communities found={found} frame={frame} />
          <Alike found={found} />
        </>
      )}
    </>
  );
}

function LeftOut({ found }: { found: Compared }) {
  const { withStepsLeftOut: mine, baseStepsLeftOut: theirs } = found;
  if (mine.length === 0 && theirs.length === 0) return null;
  return (
    <div class="app-failure">
      <h3 class="app-failure__head">
        {counted(
          mine.length + theirs.length,
          "step does not hold and is",
          "steps do not hold and are",
        )}{" "}
        left out
      </h3>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {mine.map((one) => (
          <li key={`${one.position}${one.field}`}>
            Step {one.position}: {one.message}
          </li>
        ))}
        {theirs.map((one) => (
          <li key={`base${one.position}${one.field}`}>
            Step {one.position} of “{found.base?.name}”: {one.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Summary({ found }: { found: Compared }) {
  const gained = found.gaps.reduce((sum, gap) => sum + gap.gained, 0);
  const closed = found.gaps.reduce((sum, gap) => sum + gap.closed, 0);
  const { before, after } = found.running;
  return (
    <ul class="app-cards" aria-label="The changes in figures">
      <li>
        <p>
          <span class="app-cards__number">{count(found.coverage.length)}</span> pairs of area and
          offer whose coverage differs
        </p>
      </li>
      <li>
        <p>
          <span class="app-cards__number">{count(closed)}</span> people for whom a gap closes, offer
          by offer
        </p>
      </li>
      <li>
        <p>
          <span class="app-cards__number">{count(gained)}</span> people newly in a gap, offer by
          offer: one who lacks two counts twice
        </p>
      </li>
      <li>
        <p>
          <span class="app-cards__number">
            {count(before.services)} → {count(after.services)}
          </span>{" "}
          services that run on the day, wherever
        </p>
      </li>
    </ul>
  );
}

/** What was looked at and does not differ, so that its absence is not taken for an oversight. */
function Alike({ found }: { found: Compared }) {
  const alike = [
    found.coverage.length === 0 && "coverage",
    found.gaps.length === 0 && "gaps",
    found.byCommissioner.length === 0 && "what runs by commissioner",
    found.streams.length === 0 && "funding streams",
    found.pools.length === 0 && "pooled budgets",
    found.need.length === 0 && "need",
    found.byCommunity.every((one) => one.coverage.length === 0) &&
      "coverage of communities by services that claims say are for them",
  ].filter((one) => one !== false);
  if (alike.length === 0) return null;
  return <p>Looked at, and alike in both: {listed(alike)}.</p>;
}
