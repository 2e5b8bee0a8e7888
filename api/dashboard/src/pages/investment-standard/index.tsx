import { InvestmentStandard } from "#ops/InvestmentStandard.ts";
import { InvestmentStandardBoards } from "#ops/InvestmentStandardBoards.ts";
import { Page } from "../../app/page.tsx";
import { href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { FilterField } from "../../parts/filter-field.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { listed } from "../../parts/words.ts";
import { Change, sentence } from "../funding/straddling.tsx";
import { Year } from "./year.tsx";

export default function InvestmentStandardPage() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const area = params.get("area") || undefined;
  const boards = useAnswer(InvestmentStandardBoards, { day });
  const variables = area ? { area, asOf, knownAt } : undefined;
  const asked = useAnswer(InvestmentStandard, variables);
  return (
    <Page
      title="Mental Health Investment Standard"
      place={[
        { name: "Home", path: "/" },
        { name: "Funding", path: "/funding" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Each board’s spending on mental health has to grow at least as fast as its programme
        allocation. Here a board’s reports are tested year by year, in two ledgers: what counts
        towards the standard, and what is paid from the allocation.
      </p>
      <Loaded asked={boards} what="the boards">
        {({ areas }) => (
          <FilterField
            id="board"
            label="Integrated care board"
            name="area"
            all="Choose a board"
            options={(areas?.nodes ?? []).flatMap(({ name, code }) =>
              code ? [{ value: code, name }] : [],
            )}
          />
        )}
      </Loaded>
      {!variables && (
        <Empty>
          Choose a board. The register ships no report of any: they are entered by those who make
          them.
        </Empty>
      )}
      {variables && (
        <Loaded asked={asked} what="the reports">
          {({ mhis }, { revision }) =>
            mhis && (
              <>
                <h2 class="nhsuk-heading-m">The rule</h2>
                <p>{sentence(mhis.rule)}</p>
                <p>What never counts: {listed(mhis.exclusions)}.</p>
                {mhis.arrival ? (
                  <div class="nhsuk-inset-text app-empty">
                    <h3 class="nhsuk-heading-s">Commissioning that arrives from another body</h3>
                    <Change change={mhis.arrival} />
                  </div>
                ) : (
                  <p>No commissioning is on record as arriving from another body.</p>
                )}
                {mhis.years.length === 0 && (
                  <Empty>
                    No report of {mhis.area.name} is on record that you may see. That is not the
                    same as the standard not being met.
                  </Empty>
                )}
                {mhis.years.map((test) => (
                  <Year
                    key={test.report.id}
                    test={test}
                    asOf={day}
                    revision={revision}
                    variables={variables}
                  />
                ))}
                <p class="app-screen-only">
                  <a href={href("/register/new/investment-standard")}>Enter a board’s report</a>
                </p>
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
