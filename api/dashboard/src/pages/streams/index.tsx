import { StreamsList } from "#ops/StreamsList.ts";
import type { FundingStreamFilter, Stated, StreamsStreamFragment } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { SelectField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Money, NotOnRecord, Term, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { financialYear, yearOf } from "../funding/words.ts";
import { Conditions } from "./conditions.tsx";
import { byKind, conditionHeads, either, statedWords } from "./words.ts";

type Stream = StreamsStreamFragment;

const columns = (year: number): readonly Column<Stream>[] => [
  {
    head: "Funding stream",
    text: (one) => one.name,
    cell: (one) => (
      <>
        <a href={href(`/funding/streams/${encodeURIComponent(one.id)}`)}>{one.name}</a>
        <p class="app-small">
          Of {one.funder?.name ?? <NotOnRecord what="a funder not on record" />}
        </p>
      </>
    ),
  },
  { head: "Funder", text: (one) => one.funder?.name ?? "", isFileOnly: true },
  {
    head: "Term",
    text: (one) => `${one.startsOn ?? ""} to ${one.endsOn ?? ""}`,
    cell: (one) => (
      <>
        <Term from={one.startsOn} until={one.endsOn} />
      </>
    ),
  },
  {
    head: "Conditions",
    text: (one) =>
      byKind(one.conditions)
        .map(({ kind, allows }) => `${word(conditionHeads, kind)}: ${either(allows)}`)
        .join("; "),
    cell: (one) => <Conditions of={one.conditions} />,
  },
  {
    head: "Ring-fenced",
    text: (one) => word(statedWords, one.ringFenced),
  },
  {
    head: `Has in ${financialYear(year)}`,
    text: (one) => one.headroom.amount ?? "",
    cell: (one) => <Money amount={one.headroom.amount} />,
    isNumber: true,
  },
  {
    head: "Left",
    text: (one) => one.headroom.left ?? "",
    cell: (one) => (
      <>
        <Money amount={one.headroom.left} />
        <p class="app-small">
          {moneyText(one.headroom.committed)} committed, {moneyText(one.headroom.pooled)} in pooled
          budgets
        </p>
      </>
    ),
    isNumber: true,
  },
];

/** Streams that run on a day: by their last day, where one is on record. */
function filterOf(params: URLSearchParams, day: string): FundingStreamFilter {
  const stated = (name: string): Stated | undefined => {
    const value = params.get(name) ?? "";
    return value in statedWords ? (value as Stated) : undefined;
  };
  const mhis = stated("mhis");
  const ring = stated("ring");
  return {
    ...(params.get("ended") === "yes"
      ? {}
      : { or: [{ endsOn: { isNull: true } }, { endsOn: { onOrAfter: day } }] }),
    ...(mhis ? { insideMhis: [mhis] } : {}),
    ...(ring ? { ringFenced: [ring] } : {}),
  };
}

const statedOptions = [
  { value: "", name: "Either" },
  ...Object.entries(statedWords).map(([value, name]) => ({ value, name })),
];

export default function StreamsPage() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const wanted = params.get("year") ?? "";
  const year = /^\d{4}$/.test(wanted) ? Number(wanted) : yearOf(day);
  const after = params.get("after") || undefined;
  const variables = { filter: filterOf(params, day), year, after, asOf, knownAt };
  const asked = useAnswer(StreamsList, variables);
  const choose = (params: Record<string, string | undefined>) =>
    go(here({ after: undefined, ...params }), { replace: true });
  const years = [...new Set([year, yearOf(day) - 1, yearOf(day), yearOf(day) + 1])].toSorted(
    (a, b) => a - b,
  );
  return (
    <Page
      title="Funding streams"
      place={[
        { name: "Home", path: "/" },
        { name: "Funding", path: "/funding" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Money that can be spent on services: whose it is, for how long, on what conditions, and what
        is left of it. It is no contract: what was spent, and on what, is on record only where a
        contract says so.
      </p>
      <div class="app-row app-screen-only">
        <SelectField
          id="year"
          label="Financial year"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), name: financialYear(one) }))}
          onValue={(year) => choose({ year })}
        />
        <SelectField
          id="ring"
          label="Ring-fenced"
          value={params.get("ring") ?? ""}
          options={statedOptions}
          onValue={(ring) => choose({ ring })}
        />
        <SelectField
          id="mhis"
          label="Counts towards the investment standard"
          value={params.get("mhis") ?? ""}
          options={statedOptions}
          onValue={(mhis) => choose({ mhis })}
        />
        <SelectField
          id="ended"
          label="Ended streams"
          value={params.get("ended") ?? ""}
          options={[
            { value: "", name: "Leave out" },
            { value: "yes", name: "Show too" },
          ]}
          onValue={(ended) => choose({ ended })}
        />
      </div>
      <Loaded asked={asked} what="the funding streams">
        {({ fundingStreams }, { revision }) =>
          fundingStreams && (
            <>
              <Figure
                id="streams"
                title="Funding streams on record"
                columns={columns(year)}
                rows={fundingStreams.nodes}
                rowKey={(one) => one.id}
                query={{ operation: StreamsList, variables }}
                asOf={day}
                revision={revision}
                empty={
                  <p>
                    No funding stream is on record for this that you may see. The register comes
                    with none: they are entered by those who know them, and that none is on record
                    does not mean that there is no money.
                  </p>
                }
              >
                <p>
                  {counted(fundingStreams.totalCount, "stream")} seen on {inWords(day)}. An amount
                  that is not on record is not nothing, and no stated condition is not “free”.
                </p>
              </Figure>
              <p class="app-screen-only">
                {after && <a href={here({ after: undefined })}>From the start</a>}{" "}
                {fundingStreams.pageInfo.hasNextPage && (
                  <a href={here({ after: fundingStreams.pageInfo.endCursor ?? undefined })}>
                    Show the next
                  </a>
                )}
              </p>
              <p class="app-screen-only">
                <a href={href("/register/new/funding-stream")}>Enter a funding stream</a>
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
