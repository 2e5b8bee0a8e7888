/* How much of the money of live services is on record, and how much of it is not. */
import { FundingMoney } from "#ops/FundingMoney.ts";
import type { FundingMoneyQuery, FundingMoneyQueryVariables } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { count, counted, percent } from "../../parts/words.ts";
import { PartialDate } from "../../parts/values.tsx";
import { StakesOf } from "./stakes.tsx";

export type Money = NonNullable<FundingMoneyQuery["moneyOnRecord"]>;

interface Props {
  money: Money;
  revision: number | undefined;
  variables: FundingMoneyQueryVariables;
}

interface Line {
  readonly what: string;
  readonly services: number;
}

const columns = (all: number): readonly Column<Line>[] => [
  { head: "Services that run", text: (line) => line.what },
  {
    head: "How many",
    text: (line) => String(line.services),
    cell: (line) => count(line.services),
    isNumber: true,
  },
  { head: "Of all that run", text: (line) => percent(line.services, all), isNumber: true },
];

export function OnRecord({ money, revision, variables }: Props) {
  const { live } = money;
  const lines: readonly Line[] = [
    { what: "All", services: live.services },
    { what: "With an end and a value on record", services: live.both },
    { what: "Without an end on record", services: live.noEnd },
    { what: "Without a value on record, of a year or of a whole term", services: live.noValue },
    { what: "Without a value for a year", services: live.noYearlyValue },
    { what: "Without an end and without a value", services: live.neither },
    {
      what: "That go on by a record while every contract of theirs is over: what pays for them is not on record",
      services: live.contractOver,
    },
  ];
  return (
    <>
      <Figure
        id="on-record"
        title="What is on record of the money"
        columns={columns(live.services)}
        rows={live.services === 0 ? [] : lines}
        rowKey={(line) => line.what}
        query={{ operation: FundingMoney, variables }}
        asOf={money.asOf}
        revision={revision}
        empty={
          <p>
            No service that runs on {inWords(money.asOf)} is on record for this. That is not the
            same as no service.
          </p>
        }
      >
        <p>
          On {inWords(money.asOf)}, {counted(live.services, "service runs", "services run")}. A
          missing end is not the same as without end, and a missing value is not nothing. Rows
          overlap: they are not to be added.
        </p>
      </Figure>
      <section class="app-figure" aria-labelledby="running">
        <h2 class="nhsuk-heading-m" id="running">
          What all of them have at stake, as far as is known
        </h2>
        <StakesOf stakes={money.running} />
      </section>
      <Ending money={money} revision={revision} variables={variables} />
    </>
  );
}

type Service = Money["ending"][number];

const endingColumns: readonly Column<Service>[] = [
  {
    head: "Ends",
    text: (service) => service.endsOn ?? "",
    cell: (service) => <PartialDate date={service.endsOn} />,
  },
  {
    head: "Service",
    text: (service) => service.title,
    cell: (service) => (
      <>
        <strong>{service.title}</strong>
        <EvidenceOfService id={service.id} title={service.title} />
      </>
    ),
  },
];

function Ending({ money, revision, variables }: Props) {
  return (
    <Figure
      id="ending"
      title={`What ends by ${inWords(money.endingBy)}`}
      columns={endingColumns}
      rows={money.ending}
      rowKey={(service) => service.id}
      query={{ operation: FundingMoney, variables }}
      asOf={money.asOf}
      revision={revision}
      empty={
        <p>
          No service that runs is on record as ending by then. {count(money.live.noEnd)} have no end
          on record.
        </p>
      }
    >
      <StakesOf stakes={money.endingStakes} />
      <p>
        {counted(money.endingCount, "service that runs ends", "services that run end")} by then; the
        base term counts while an extension is not confirmed.
      </p>
    </Figure>
  );
}
