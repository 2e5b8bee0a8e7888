/* What is left without money when a member gives notice, and what those who stay would bear. */
import { PoolExitOf } from "#ops/PoolExitOf.ts";
import type { PoolExitInput, PoolExitOfQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { inWords, isDay } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { ErrorSummary, type Fault, SelectField, TextField, faultOf } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { count } from "../../parts/words.ts";
import { DateFields, typedDate } from "./date-fields.tsx";
import type { SectionProps } from "./index.tsx";
import { dateOf, wholeOf } from "./text.ts";

const form = "exit";

export function Exit({ pool, asOf }: SectionProps) {
  const { params } = useAddress();
  const member = params.get("leaver") ?? "";
  const noticeOn = params.get("notice") ?? "";
  const months = wholeOf(params.get("months") ?? "");
  const isAsked = pool.members.some((one) => one.body?.id === member) && isDay(noticeOn);
  const [typed, setTyped] = useState({
    member,
    notice: typedDate(isDay(noticeOn) ? noticeOn : null),
    months: params.get("months") ?? "",
  });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const ask = (event: Event) => {
    event.preventDefault();
    const notice = dateOf(typed.notice) ?? "";
    const found = [
      ...(typed.member ? [] : [{ field: "member", message: "Choose who leaves" }]),
      ...(isDay(notice)
        ? []
        : [{ field: "notice", message: "Enter a day that is in the calendar, as 30 9 2026" }]),
      ...(typed.months.trim() === "" || wholeOf(typed.months) !== undefined
        ? []
        : [{ field: "months", message: "Notice is a whole number of months" }]),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const months = wholeOf(typed.months);
    go(
      here({
        leaver: typed.member,
        notice,
        months: months === undefined ? undefined : String(months),
      }),
      { replace: true },
    );
  };
  return (
    <>
      <section class="app-figure" aria-labelledby="exit">
        <h2 class="nhsuk-heading-m" id="exit">
          What an exit would leave unpaid
        </h2>
        <p>
          A member that gives notice pays to the end of the month in which the notice runs out. What
          it has promised in a year is taken as twelve equal months.
        </p>
        <form class="app-screen-only" noValidate onSubmit={ask}>
          <ErrorSummary form={form} faults={faults} />
          <SelectField
            id={`${form}-member`}
            label="Who leaves"
            value={typed.member}
            fault={faultOf(faults, "member")}
            options={[
              { value: "", name: "Choose a member" },
              ...pool.members.flatMap(({ body }) =>
                body ? [{ value: body.id, name: body.name }] : [],
              ),
            ]}
            onValue={(member) => setTyped({ ...typed, member })}
          />
          <DateFields
            id={`${form}-notice`}
            label="When it gives notice"
            hint="For example, 30 9 2026"
            value={typed.notice}
            fault={faultOf(faults, "notice")}
            onValue={(notice) => setTyped({ ...typed, notice })}
          />
          <TextField
            id={`${form}-months`}
            label="Notice"
            hint={
              pool.exitNoticeMonths === null
                ? "The agreement states none: enter it"
                : `Left empty: ${pool.exitNoticeMonths}, as the agreement says`
            }
            suffix="months"
            width={3}
            isNumber
            value={typed.months}
            fault={faultOf(faults, "months")}
            onValue={(months) => setTyped({ ...typed, months })}
          />
          <button type="submit" class="nhsuk-button">
            Work out the exit
          </button>
        </form>
      </section>
      {isAsked && (
        <Answer
          input={{
            pool: pool.id,
            member,
            noticeOn,
            ...(months === undefined ? {} : { noticeMonths: months }),
          }}
          asOf={asOf}
        />
      )}
    </>
  );
}

type ExitShown = NonNullable<PoolExitOfQuery["poolExit"]>;

const serviceColumns: readonly Column<ExitShown["services"][number]>[] = [
  {
    head: "Service",
    text: (row) => row.service?.title ?? "",
    cell: (row) => row.service?.title ?? <NotOnRecord what="A service that is not yours to see" />,
  },
  {
    head: "Without money",
    text: (row) => row.amount,
    cell: (row) => moneyText(row.amount),
    isNumber: true,
  },
  {
    head: "Its contracts end",
    text: (row) => row.contractEndsOn ?? "",
    cell: (row) =>
      row.contractEndsOn ? (
        <PartialDate date={row.contractEndsOn} />
      ) : (
        <NotOnRecord what="Not on record: only years with promises are counted" />
      ),
  },
];

const shareColumns: readonly Column<ExitShown["shares"][number]>[] = [
  { head: "Member that stays", text: (row) => row.member?.name ?? "" },
  {
    head: "Would bear",
    text: (row) => row.amount,
    cell: (row) => moneyText(row.amount),
    isNumber: true,
  },
];

const monthColumns: readonly Column<ExitShown["months"][number]>[] = [
  {
    head: "Month",
    text: (row) => row.month.slice(0, 7),
    cell: (row) => inWords(row.month.slice(0, 7)),
  },
  { head: "Service", text: (row) => row.service?.title ?? "" },
  {
    head: "Without money",
    text: (row) => row.amount,
    cell: (row) => moneyText(row.amount),
    isNumber: true,
  },
  {
    head: "How it is known",
    text: (row) =>
      row.isCarriedOn
        ? "The contract still runs; the last year on record is taken to go on"
        : "From what is promised of that year",
  },
];

function Answer({ input, asOf }: { input: PoolExitInput; asOf: string }) {
  const { knownAt } = useScope();
  const variables = { input, knownAt };
  const asked = useAnswer(PoolExitOf, variables);
  const common = { query: { operation: PoolExitOf, variables }, asOf, level: 3 as const };
  return (
    <Loaded asked={asked} what="what the exit leaves unpaid">
      {({ poolExit }, { revision }) =>
        poolExit && (
          <>
            <p>
              It pays until {inWords(poolExit.lastDay)}, to the end of that month. Without it{" "}
              {moneyText(poolExit.amount)} is without money
              {poolExit.unshared !== "0.00" &&
                `, of which the agreement gives ${moneyText(poolExit.unshared)} to nobody`}
              .{poolExit.isCut && " Months more than twenty years ahead are left out."}
            </p>
            <Figure
              {...common}
              id="exit-services"
              title="Left without money, by service"
              columns={serviceColumns}
              rows={poolExit.services}
              rowKey={(row) => row.service?.id ?? row.amount}
              revision={revision}
              empty={<p>Nothing that it has promised is left unpaid.</p>}
            />
            <Figure
              {...common}
              id="exit-shares"
              title="What those who stay would bear"
              columns={shareColumns}
              rows={poolExit.shares}
              rowKey={(row) => row.member?.id ?? row.amount}
              revision={revision}
              empty={<p>There is nothing to bear, or nobody who stays.</p>}
            />
            <details class="nhsuk-details app-fold">
              <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">
                  Month by month: {count(poolExit.months.length)}
                </span>
              </summary>
              <Figure
                {...common}
                id="exit-months"
                title="Left without money, by month"
                columns={monthColumns}
                rows={poolExit.months}
                rowKey={(row) => `${row.month} ${row.service?.id}`}
                revision={revision}
                empty={<p>No month is left unpaid.</p>}
              />
            </details>
          </>
        )
      }
    </Loaded>
  );
}
