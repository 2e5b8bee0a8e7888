/* The money of what runs here, as far as it is on record, and what ends in which month. */
import { AreaMoney } from "#ops/AreaMoney.ts";
import type { AreaAtStakeFragment, AreaMoneyQuery, AreaMoneyQueryVariables } from "#ops/types.ts";
import { useCallback, useMemo } from "preact/hooks";
import { href } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords, monthsAfter } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { count, counted } from "../../parts/words.ts";

const months = 24;

type Month = NonNullable<AreaMoneyQuery["cliff"]>["months"][number];
type OnRecord = NonNullable<AreaMoneyQuery["moneyOnRecord"]>;

/** What is known of a sum, and of how many it is the sum. */
function known({ endings, baseTerm: { pounds, onRecord } }: AreaAtStakeFragment): string {
  if (endings === 0) return "Nothing";
  if (pounds === null) return `Not on record (${counted(endings, "ending")})`;
  return `${moneyText(pounds)} a year, known for ${onRecord} of ${endings}`;
}

const columns: readonly Column<Month>[] = [
  {
    head: "Month",
    text: ({ month }) => month,
    cell: ({ month }) => <PartialDate date={month} />,
  },
  {
    head: "What ends",
    text: ({ endings }) => endings.map((one) => one.service?.title ?? "").join("; "),
    cell: ({ endings }) => (
      <ul class="nhsuk-list">
        {endings.map((one) => (
          <li key={`${one.service?.id} ${one.contract?.id}`}>
            {one.service ? (
              <a href={href(`/register/entries/${encodeURIComponent(one.service.id)}`)}>
                {one.service.title}
              </a>
            ) : (
              <NotOnRecord what="A service that is not on record" />
            )}
            {one.endsOn && (
              <span class="app-small">
                {" "}
                <PartialDate date={one.endsOn} />
                {one.contract?.reference && `, ${one.contract.reference}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    ),
  },
  {
    head: "At stake, here alone",
    text: ({ stakes }) => (stakes ? known(stakes.within) : ""),
  },
  {
    head: "At stake, here and elsewhere",
    text: ({ stakes }) => (stakes ? known(stakes.beyond) : ""),
  },
];

export function Money({ code, kind, asOf, knownAt }: Omit<AreaMoneyQueryVariables, "until">) {
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const from = asOf ?? today;
  const until = monthsAfter(from, months);
  const variables = { code, kind, asOf, knownAt, until };
  const asked = useAnswer(AreaMoney, variables);
  const listed = asked.answer?.data.cliff?.months;
  const rows = useMemo(() => (listed ?? []).filter((one) => one.endings.length > 0), [listed]);
  const chart = useCallback(
    () =>
      import("../home/ending-chart.ts").then(({ draw }) =>
        draw(
          rows.flatMap((month) => month.endings.map(() => ({ endsOn: month.month }))),
          from,
          until,
        ),
      ),
    [rows, from, until],
  );
  return (
    <Loaded asked={asked} what="the money on record">
      {({ moneyOnRecord, cliff }, { revision }) => (
        <Figure
          id="money"
          title="Money on record, and what ends"
          columns={columns}
          rows={rows}
          rowKey={({ month }) => month}
          chart={chart}
          query={{ operation: AreaMoney, variables }}
          asOf={from}
          revision={revision}
          empty={<p>Nothing that runs here is on record as ending by {inWords(until)}.</p>}
        >
          {moneyOnRecord && <OnRecord money={moneyOnRecord} />}
          <p>
            The table has what ends by {inWords(until)}.{" "}
            {cliff?.lastEnd && (
              <>
                The last end on record is <PartialDate date={cliff.lastEnd} />.{" "}
              </>
            )}
            A contract that also covers other areas counts whole, never split.{" "}
            <a href={href("/funding/cliff", { area: code, kind: kind ?? undefined })}>
              More of what ends here
            </a>
          </p>
        </Figure>
      )}
    </Loaded>
  );
}

function OnRecord({ money }: { money: OnRecord }) {
  const { live, running, straddling } = money;
  return (
    <>
      <p>
        {counted(live.services, "service runs", "services run")} here. No end is on record for{" "}
        {count(live.noEnd)}, no value for {count(live.noValue)}, and neither for{" "}
        {count(live.neither)}.{" "}
        {live.contractOver > 0 &&
          `${counted(live.contractOver, "goes", "go")} on while every contract on record is over. `}
        What they cost a year, on the base term: those for this area alone,{" "}
        {known(running.within).toLowerCase()}. Those for other areas too,{" "}
        {known(running.beyond).toLowerCase()}.
      </p>
      {straddling.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {straddling.map(({ change, count: across, ifExtended, endNotOnRecord }) => (
            <li key={change.id}>
              {change.date ? inWords(change.date) : "On a day not on record"}:{" "}
              {change.predecessor.name} to {change.successor?.name ?? "a body not settled"}
              {change.certainty === "due" ? " (due, not done)" : ""}.{" "}
              {counted(across, "service runs", "services run")} across it
              {endNotOnRecord > 0 && `, ${count(endNotOnRecord)} without an end on record`}
              {ifExtended > 0 && `; ${count(ifExtended)} only if extended`}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
