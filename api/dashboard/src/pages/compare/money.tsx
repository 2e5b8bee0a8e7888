/* How much of the money of what runs is on record in each area, and what of it ends soon. */
import { CompareMoney } from "#ops/CompareMoney.ts";
import { CompareMoneyThen } from "#ops/CompareMoneyThen.ts";
import type { AtStakeShownFragment, CompareMoneyOfFragment } from "#ops/types.ts";
import type { ComponentChildren } from "preact";
import { inWords, monthsAfter } from "../../data/dates.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { PartialDate, moneyText } from "../../parts/values.tsx";
import { count, counted } from "../../parts/words.ts";
import { ContractsOf } from "./contracts-of.tsx";
import type { Asking } from "./index.tsx";
import { useSlots } from "./slots.ts";

/** As far ahead as the home page looks. */
const months = 24;

interface Row {
  readonly id: string;
  readonly measure: string;
  readonly note: string;
  readonly text: (money: CompareMoneyOfFragment) => string;
  /** What there is to see under the figure, besides what it comes from. */
  readonly more?: (money: CompareMoneyOfFragment) => ComponentChildren;
}

/** Nothing on record is not nothing, and a part on record is not the whole. */
function pounds({ baseTerm, fullTerm, endings }: AtStakeShownFragment): string {
  if (endings === 0) return "None of this kind";
  if (baseTerm.pounds === null && fullTerm.pounds === null) {
    return `Not on record (${count(endings)} without a value)`;
  }
  const sums = [...new Set([fullTerm.pounds, baseTerm.pounds].filter((one) => one !== null))];
  return `${sums.map(moneyText).join(" to ")} a year, as far as is on record: ${baseTerm.onRecord} of ${count(endings)}`;
}

function people({ places, endings }: AtStakeShownFragment): string {
  if (endings === 0) return "None of this kind";
  if (places.places === null) return `Not on record (${count(places.notStated)} do not say)`;
  return `${count(places.places)} a year, as far as is on record: ${places.onRecord} say so, ${places.notStated} do not`;
}

function rowsUntil(until: string): readonly Row[] {
  return [
    {
      id: "services",
      measure: "Services that run",
      note: "with a record of any part of the area, or of a prison or court in it",
      text: ({ live }) => count(live.services),
    },
    {
      id: "no-end",
      measure: "Of them, without an end on record",
      note: "not the same as without end",
      text: ({ live }) => count(live.noEnd),
    },
    {
      id: "no-value",
      measure: "Of them, without a value on record",
      note: "neither of a year nor of the whole term",
      text: ({ live }) => count(live.noValue),
    },
    {
      id: "contract-over",
      measure: "Of them, with every contract over",
      note: "they go on by a record; what pays for them is not on record",
      text: ({ live }) => count(live.contractOver),
    },
    {
      id: "within",
      measure: "Pounds a year, for this area alone",
      note: "lower if values are for the full term, higher if for the base term",
      text: ({ running }) => pounds(running.within),
    },
    {
      id: "beyond",
      measure: "Pounds a year, for other areas or offers too",
      note: "the whole value, never split; do not add it over areas",
      text: ({ running }) => pounds(running.beyond),
    },
    {
      id: "reach",
      measure: "Places, for this area alone",
      note: "people that contracts are to reach in a year",
      text: ({ running }) => people(running.within),
    },
    {
      id: "reach-beyond",
      measure: "Places, for other areas or offers too",
      note: "nobody says how many of them are for this area",
      text: ({ running }) => people(running.beyond),
    },
    {
      id: "ending",
      measure: `Services that end by ${inWords(until)}`,
      note: "the base term counts while an extension is not confirmed",
      text: ({ endingCount, live }) =>
        endingCount === 0 && live.noEnd > 0
          ? `None on record; ${count(live.noEnd)} without an end on record`
          : count(endingCount),
      more: ({ ending }) =>
        ending.length > 0 && (
          <ul class="nhsuk-list app-small">
            {ending.map((service) => (
              <li key={service.id}>
                {service.title}, <PartialDate date={service.endsOn} />
                <EvidenceOfService id={service.id} title={service.title} />
              </li>
            ))}
          </ul>
        ),
    },
    {
      id: "ending-pounds",
      measure: "Pounds a year that end then, for this area alone",
      note: "as far as is on record",
      text: ({ endingStakes }) => pounds(endingStakes.within),
    },
    {
      id: "ending-people",
      measure: "People who live where they end",
      note: "each counted once, in need or not",
      text: ({ endingStakes: { people: living, unmeasured } }) =>
        `${count(living)}${unmeasured > 0 ? `; of ${counted(unmeasured, "ending")} nobody can say` : ""}`,
    },
  ];
}

export function Money(asking: Asking) {
  const { areas, kind, asOf, knownAt } = asking;
  const until = monthsAfter(asOf, months);
  const { asked, query } = useSlots<CompareMoneyOfFragment>(
    { now: CompareMoney, then: CompareMoneyThen },
    asking,
    { endingBy: until },
  );
  return (
    <Loaded asked={asked} what="the money">
      {(all, { revision }) => {
        const columns: readonly Column<Row>[] = [
          {
            head: "Measure",
            text: (row) => `${row.measure} (${row.note})`,
            cell: (row) => (
              <>
                <strong>{row.measure}</strong>
                <p class="app-small">{row.note}</p>
              </>
            ),
          },
          ...areas.map((area, index): Column<Row> => ({
            head: area.name,
            text: (row) => {
              const money = all[index];
              return money ? row.text(money) : "Not answered";
            },
            cell: (row) => {
              const money = all[index];
              if (!money) return "Not answered";
              return (
                <>
                  {row.text(money)}
                  {row.more?.(money)}
                  <ContractsOf
                    of={`${row.measure}, ${area.name}`}
                    code={area.code}
                    kind={kind}
                    asOf={asOf}
                    knownAt={knownAt}
                  />
                </>
              );
            },
          })),
        ];
        return (
          <Figure
            id="money"
            title="Money and places on record"
            columns={columns}
            rows={rowsUntil(until)}
            rowKey={(row) => row.id}
            query={query}
            asOf={asOf}
            revision={revision}
            empty=""
          >
            <p>
              What the register knows of the money behind services that run on {inWords(asOf)}. A
              sum is of what is on record, so an area with more on record has not got more: see how
              many say nothing.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}
