import { StreamById } from "#ops/StreamById.ts";
import type { StreamByIdQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { Fact } from "../../parts/fact.tsx";
import { SelectField } from "../../parts/form.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { Money, NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { financialYear, yearOf } from "../funding/words.ts";
import { visibilities } from "../pool/words.ts";
import { Conditions } from "../streams/conditions.tsx";
import { amountsOf, statedWords } from "../streams/words.ts";
import { Funds } from "./funds.tsx";

type Node = NonNullable<StreamByIdQuery["node"]>;
export type Stream = Extract<Node, { readonly allocations: unknown }>;

const isStream = (node: Node): node is Stream => "allocations" in node;

const place = [
  { name: "Home", path: "/" },
  { name: "Funding", path: "/funding" },
  { name: "Funding streams", path: "/funding/streams" },
];

export default function StreamPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  const { params: said } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const wanted = said.get("year") ?? "";
  const year = /^\d{4}$/.test(wanted) ? Number(wanted) : yearOf(day);
  const variables = { id, year, asOf, knownAt };
  const asked = useAnswer(StreamById, variables);
  const node = asked.answer?.data.node;
  const stream = node && isStream(node) ? node : undefined;
  if (asked.answer && !stream) {
    return (
      <Page title="Funding stream" place={place}>
        <Empty>There is no funding stream of this address, or none that you may see.</Empty>
        <p>
          <a href={href("/funding/streams")}>All funding streams</a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={stream?.name ?? "Funding stream"}
      caption={stream?.funder?.name ?? "Funding stream"}
      place={place}
    >
      <Loaded asked={asked} what="the funding stream">
        {(_, { revision }) =>
          stream && (
            <>
              <p class="nhsuk-lede-text">{stream.purpose}</p>
              <Left stream={stream} year={year} />
              <Terms stream={stream} />
              <Funds stream={stream} variables={variables} asOf={day} revision={revision} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What it has in a financial year, what is taken of it, and what is left. */
function Left({ stream, year }: { stream: Stream; year: number }) {
  const { headroom } = stream;
  const years = [...new Set([year, ...stream.years.map((one) => one.financialYear)])].toSorted(
    (a, b) => a - b,
  );
  const isBelow = headroom.left?.startsWith("-") ?? false;
  return (
    <section class="app-figure" aria-labelledby="left">
      <h2 class="nhsuk-heading-m" id="left">
        What is left in {financialYear(year)}
      </h2>
      {years.length > 1 && (
        <SelectField
          id="year"
          label="Financial year"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), name: financialYear(one) }))}
          onValue={(year) => go(here({ year }), { replace: true })}
        />
      )}
      <dl class="nhsuk-summary-list">
        <Fact name="It has">
          <Money amount={headroom.amount} />
          {headroom.amount && <> ({word(amountsOf, headroom.amountOf)})</>}
        </Fact>
        <Fact name="Committed to services">{moneyText(headroom.committed)}</Fact>
        <Fact name="Of which spent">
          {headroom.spent.pounds === null ? (
            <NotOnRecord />
          ) : (
            <>
              {moneyText(headroom.spent.pounds)}: {counted(headroom.spent.onRecord, "sum")} on
              record, {headroom.spent.notStated} not
            </>
          )}
        </Fact>
        <Fact name="In pooled or aligned budgets">{moneyText(headroom.pooled)}</Fact>
        <Fact name="Left">
          <strong>
            <Money amount={headroom.left} />
          </strong>
          {isBelow && " More is committed than there is."}
        </Fact>
      </dl>
    </section>
  );
}

function Terms({ stream }: { stream: Stream }) {
  return (
    <section class="app-figure" aria-labelledby="terms">
      <h2 class="nhsuk-heading-m" id="terms">
        Terms and conditions
      </h2>
      <dl class="nhsuk-summary-list">
        <Fact name="Whose money">{stream.funder?.name ?? <NotOnRecord />}</Fact>
        <Fact name="Conditions">
          <Conditions of={stream.conditions} />
          <p class="app-small">
            Those of one kind are alternatives; all kinds hold. They stay with the money when it is
            pooled.
          </p>
        </Fact>
        <Fact name="Where it may be spent">
          {stream.area ? (
            <a href={areaPath(stream.area)}>{stream.area.name}</a>
          ) : (
            <NotOnRecord what="No area is stated" />
          )}
        </Fact>
        <Fact name="For whom">{stream.cohort?.name ?? <NotOnRecord />}</Fact>
        <Fact name="From">
          <PartialDate date={stream.startsOn} />
        </Fact>
        <Fact name="Until">
          {stream.endsOn ? (
            <PartialDate date={stream.endsOn} />
          ) : (
            <NotOnRecord what="Not on record, which is not the same as without end" />
          )}
        </Fact>
        <Fact name="All of it over its period">
          <Money amount={stream.amount} />
        </Fact>
        <Fact name="By financial year">
          {stream.years.length === 0 ? (
            <NotOnRecord />
          ) : (
            <ul class="nhsuk-list">
              {stream.years.map((one) => (
                <li key={one.financialYear}>
                  {financialYear(one.financialYear)}: {moneyText(one.amount)}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name="May be spent on nothing else">{word(statedWords, stream.ringFenced)}</Fact>
        <Fact name="Comes again each year">{word(statedWords, stream.recurrent)}</Fact>
        <Fact name="Counts towards the Mental Health Investment Standard">
          {word(statedWords, stream.insideMhis)}
        </Fact>
        <Fact name="Seen by">{word(visibilities, stream.visibility)}</Fact>
      </dl>
      <h3 class="nhsuk-heading-s">Where this comes from</h3>
      {stream.evidence ? (
        <EvidenceItem evidence={stream.evidence} />
      ) : (
        <p>
          <NotOnRecord what="No evidence on record" />
        </p>
      )}
      <p>
        <a href={href(`/register/entries/${encodeURIComponent(stream.id)}`)}>
          Who changed it, when and why
        </a>
      </p>
    </section>
  );
}
