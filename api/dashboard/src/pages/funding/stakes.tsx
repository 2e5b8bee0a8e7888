/* Sums of money, always with the number of which nothing is on record. */
import type {
  AtStakeShownFragment,
  KnownMoneyShownFragment,
  StakesShownFragment,
} from "#ops/types.ts";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { count, counted } from "../../parts/words.ts";

/** A sum of those on record. That nothing is on record is never shown as nothing. */
export function Known({ sum }: { sum: KnownMoneyShownFragment }) {
  return sum.pounds === null ? (
    <NotOnRecord what="No value on record" />
  ) : (
    <>{moneyText(sum.pounds)}</>
  );
}

/** Pounds a year on both readings of the values. One where both readings give the same. */
export function Readings({ stake }: { stake: AtStakeShownFragment }) {
  const { baseTerm, fullTerm, endings, insideOthers } = stake;
  if (endings === 0) return <>None.</>;
  const isOne =
    baseTerm.pounds === fullTerm.pounds &&
    baseTerm.onRecord === fullTerm.onRecord &&
    baseTerm.notStated === fullTerm.notStated;
  return (
    <>
      {isOne ? (
        <p>
          <Known sum={baseTerm} />
          {baseTerm.pounds !== null && " a year, on either reading"}: {unknownOf(baseTerm)}
        </p>
      ) : (
        <>
          <p>
            <Known sum={baseTerm} /> a year if the values are for the base terms:{" "}
            {unknownOf(baseTerm)}
          </p>
          <p>
            <Known sum={fullTerm} /> a year if they are for the full terms, extensions included:{" "}
            {unknownOf(fullTerm)}
          </p>
        </>
      )}
      {insideOthers > 0 && (
        <p class="app-small">
          {counted(insideOthers, "contract lies", "contracts lie")} inside another that is counted,
          and {insideOthers === 1 ? "adds" : "add"} only what the other does not state.
        </p>
      )}
    </>
  );
}

/** Of how many a value is known and of how many it is not. */
export function unknownOf({ onRecord, notStated }: KnownMoneyShownFragment): string {
  return `${counted(onRecord, "value")} on record, ${count(notStated)} not.`;
}

/** The people who live where it ends, and what cannot be measured. */
export function People({ stakes }: { stakes: StakesShownFragment }) {
  return (
    <>
      {count(stakes.people)} people live where{" "}
      {stakes.within.endings + stakes.beyond.endings === 1 ? "it is" : "they are"}, each counted
      once
      {stakes.unmeasured > 0 &&
        `; for ${count(stakes.unmeasured)} nobody can say (prisons, courts and areas outside the register’s geography)`}
      .
    </>
  );
}

/** Everything that some endings have at stake. */
export function StakesOf({ stakes }: { stakes: StakesShownFragment }) {
  const { within, beyond } = stakes;
  if (within.endings + beyond.endings === 0) return <p>Nothing.</p>;
  return (
    <div class="app-stakes">
      {within.endings > 0 && <Readings stake={within} />}
      {beyond.endings > 0 && (
        <>
          <p>
            <strong>
              {within.endings > 0 ? "Apart from these, " : ""}
              {counted(beyond.endings, "contract or service", "contracts or services")} that also{" "}
              {beyond.endings === 1 ? "covers" : "cover"} other areas or offers
            </strong>
            , with {beyond.endings === 1 ? "its" : "their"} whole value, never split:
          </p>
          <Readings stake={beyond} />
        </>
      )}
      <p>
        <People stakes={stakes} />
      </p>
      <Places stakes={stakes} />
    </div>
  );
}

function Places({ stakes }: { stakes: StakesShownFragment }) {
  const { places, onRecord, notStated } = stakes.within.places;
  if (places === null) return <p>How many people they are to reach a year is not on record.</p>;
  return (
    <p>
      To reach {count(places)} people a year: {counted(onRecord, "number")} on record,{" "}
      {count(notStated)} not.
    </p>
  );
}
