/* The answer to a question of what to commission where. */
import type { AllocationClashShownFragment, AllocationRunQuery } from "#ops/types.ts";
import { listed } from "../../parts/words.ts";
import { moneyText } from "../../parts/values.tsx";
import { AllocationRun } from "#ops/AllocationRun.ts";
import { Plans } from "./plans.tsx";
import { Payments, Places } from "./places.tsx";
import { Why } from "./why.tsx";

export type Found = NonNullable<NonNullable<AllocationRunQuery["allocate"]>["answer"]>;

/** What the figures of an answer share. */
export interface Frame {
  readonly query: { readonly operation: typeof AllocationRun; readonly variables: object };
  readonly asOf: string;
  readonly revision: number | undefined;
}

export function Answer({ answer, frame }: { answer: Found; frame: Frame }) {
  const isWhole = answer.recommendation === "POOLED_WHOLE_UNITS";
  const plan = (isWhole && answer.pooledWholeUnits) || answer.pooled;
  return (
    <>
      <Recommended answer={answer} />
      <Plans answer={answer} frame={frame} />
      <Places
        frame={frame}
        plan={plan}
        siloed={answer.siloed}
        name={isWhole ? "pooled, in whole units" : "pooled"}
      />
      <Payments frame={frame} plan={plan} name={isWhole ? "pooled, in whole units" : "pooled"} />
      <Why answer={answer} frame={frame} />
    </>
  );
}

function Recommended({ answer }: { answer: Found }) {
  const { recommendation, reasons, poolingBuys, silosClash, locked } = answer;
  return (
    <>
      {recommendation ? (
        <p class="nhsuk-lede-text">
          The plan {recommendation === "POOLED" ? "with the pool" : "with the pool in whole units"}{" "}
          can be recommended: it stands at every end of the ranges that were given.
        </p>
      ) : (
        <div class="app-failure">
          <h3 class="app-failure__head">No plan is recommended</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {reasons.map((reason) => (
              <li key={reason.sentence}>{reason.sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {poolingBuys && (
        <p>
          With the same money, pooling serves <strong>{poolingBuys.people}</strong> more people
          {poolingBuys.people.startsWith("-") && " (fewer, who weigh more)"} and meets{" "}
          <strong>{decimal(poolingBuys.weighted)}</strong> more weighted need. Nothing but the silos
          differs between the two plans.
        </p>
      )}
      {silosClash && (
        <Clash
          clash={silosClash}
          title="While each funder keeps to itself, what is demanded cannot be held"
        />
      )}
      {locked.amount !== "0.00" && (
        <p>
          Of {moneyText(locked.of)}, {moneyText(locked.amount)} is locked by what was promised.
        </p>
      )}
      <p>
        People are told to a thousandth of a person, rounded down, and money to the penny. Weighted
        need is people times what each counts as.
      </p>
      {answer.costsWithoutRange.length > 0 && (
        <p>
          <strong>Costs without a range:</strong>{" "}
          {listed(answer.costsWithoutRange.map((offer) => offer.name))}. Nothing says how far they
          can be off, so the answer may turn on them unseen.
        </p>
      )}
      {answer.status === "STOPPED_EARLY" && (
        <p>
          <strong>The calculation was stopped at its limit of steps.</strong> The plan is the best
          found so far; its distance from the best possible is in the table.
        </p>
      )}
    </>
  );
}

/** A number as text, digit by digit, without zeros that say nothing. */
export function decimal(text: string): string {
  const [whole = "", part = ""] = text.split(".");
  const digits = part.replace(/0+$/, "");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return digits ? `${grouped}.${digits}` : grouped;
}

interface ClashProps {
  clash: AllocationClashShownFragment;
  title: string;
}

export function Clash({ clash, title }: ClashProps) {
  return (
    <div class="app-failure">
      <h3 class="app-failure__head">{title}</h3>
      <p>{clash.sentence}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {clash.demands.map((demand) => (
          <li key={demand.field + demand.sentence}>
            <a href={`#allocation-${demand.field.split(".")[0]}`}>{demand.sentence}</a>
          </li>
        ))}
      </ul>
      <p class="app-small">
        {clash.isSmallest
          ? "Without any one of these the others can be held."
          : "A smaller set may clash as well: the search for one was ended at its limit."}
      </p>
    </div>
  );
}
