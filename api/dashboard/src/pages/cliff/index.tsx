import { CliffMonths } from "#ops/CliffMonths.ts";
import { Page } from "../../app/page.tsx";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords, monthsAfter } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { SelectField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ScopeForm, useMoneyScope } from "../funding/scope.tsx";
import { Beside } from "./beside.tsx";
import { Endings } from "./endings.tsx";
import { Left } from "./left.tsx";
import { Months } from "./months.tsx";
import { Whole } from "./whole.tsx";

const spans = ["12", "24", "36", "60", "120"];

export default function CliffPage() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const scope = useMoneyScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const span = spans.find((one) => one === params.get("months")) ?? "24";
  const to = monthsAfter(asOf ?? today, Number(span) - 1);
  const variables = { scope, to, asOf, knownAt };
  const asked = useAnswer(CliffMonths, variables);
  return (
    <Page
      title="What ends month by month"
      place={[
        { name: "Home", path: "/" },
        { name: "Funding", path: "/funding" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Contracts and services by the month in which they end, what is at stake, what is left if
        nothing is renewed, and what each renewal would keep.
      </p>
      <ScopeForm />
      <SelectField
        id="span"
        label="How far ahead"
        value={span}
        options={spans.map((value) => ({ value, name: `${value} months` }))}
        onValue={(months) => go(here({ months }), { replace: true })}
      />
      <Loaded asked={asked} what="what ends">
        {({ cliff }, { revision }) =>
          cliff && (
            <>
              <p>
                {cliff.lastEnd
                  ? `The last end on record is ${inWords(cliff.lastEnd)}.`
                  : "No end is on record."}
              </p>
              <Months cliff={cliff} revision={revision} variables={variables} />
              <Endings cliff={cliff} revision={revision} variables={variables} />
              <Whole cliff={cliff} revision={revision} variables={variables} />
              <Left key={JSON.stringify(scope)} scope={scope} to={to} asOf={cliff.asOf} />
              <Beside variables={variables} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
