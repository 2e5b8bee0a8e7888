import { AllocationRun } from "#ops/AllocationRun.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useDraft } from "../../data/use-draft.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Answer, Clash } from "./answer.tsx";
import { QuestionForm } from "./form.tsx";
import {
  type Question,
  type Wrong,
  decoded,
  empty,
  encoded,
  faultsOf,
  inputOf,
} from "./question.ts";

/** An address longer than this is refused by some who forward it. */
const longest = 16_000;

export default function Allocation() {
  const { params } = useAddress();
  const text = params.get("question") ?? "";
  const ofAddress = text === "" ? undefined : decoded(text);
  const draft = useDraft<Question>("allocation", ofAddress ?? empty);
  const [big, setBig] = useState<Question>();
  const [own, setOwn] = useState<readonly Wrong[]>([]);
  const shown = ofAddress ?? big;
  const typed = encoded(draft.value);
  const isOther = shown !== undefined && encoded(shown) !== typed;
  const result = useRef<HTMLDivElement>(null);
  const run = () => {
    const wrong = faultsOf(draft.value);
    setOwn(wrong);
    if (wrong.length > 0) return;
    const fits = typed.length <= longest;
    setBig(fits ? undefined : draft.value);
    go(here({ question: fits ? typed : undefined }));
    setTimeout(() => result.current?.focus(), 50);
  };
  return (
    <Page
      title="What to commission where"
      place={[
        { name: "Home", path: "/" },
        { name: "Scenarios", path: "/scenarios" },
      ]}
    >
      <p class="nhsuk-lede-text">
        With the money that there is and its conditions: what to buy where, so that the least need
        stays unmet; what pooling buys; what holds it back, and why. Everything is for one year, and
        nothing is written to the register.
      </p>
      {text !== "" && !ofAddress && (
        <p class="app-failure" role="alert">
          The question in this address cannot be read. Was a part of the address cut off?
        </p>
      )}
      <div ref={result} tabIndex={-1} class="app-result">
        {shown && <Result question={shown} isBig={big !== undefined} />}
      </div>
      {isOther && (
        <div class="nhsuk-inset-text app-empty">
          <p>
            The question below is not the one that is answered above: it is as you typed it.{" "}
            <button type="button" class="app-link" onClick={() => draft.reset(shown)}>
              Put the answered question in its place
            </button>
          </p>
        </div>
      )}
      <Wrongs wrong={own} />
      <QuestionForm
        question={draft.value}
        faults={own}
        onChange={(fields) => draft.set(fields)}
        onRun={run}
      />
      <p class="app-small">
        What you type is kept in this browser tab.{" "}
        <button
          type="button"
          class="app-link"
          onClick={() => {
            draft.reset(empty);
            setOwn([]);
          }}
        >
          Empty the question
        </button>
      </p>
    </Page>
  );
}

/** What came of the question of the address. */
function Result({ question, isBig }: { question: Question; isBig: boolean }) {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const variables = { input: inputOf(question), asOf, knownAt };
  const asked = useAnswer(AllocationRun, variables);
  return (
    <section aria-labelledby="answer">
      <h2 class="nhsuk-heading-l" id="answer">
        The answer
      </h2>
      {isBig && (
        <p class="app-small">
          The question is too long to be kept in an address, so this page cannot be shared by it.
        </p>
      )}
      <Loaded asked={asked} what="the answer">
        {({ allocate }, { revision }) => {
          if (!allocate) return null;
          const frame = {
            query: { operation: AllocationRun, variables },
            asOf: asOf ?? today,
            revision,
          };
          if (allocate.problems.length > 0) {
            return <Wrongs wrong={allocate.problems} />;
          }
          if (allocate.clash) {
            return (
              <Clash
                clash={allocate.clash}
                title="What is demanded cannot be held together with the money there is"
              />
            );
          }
          return allocate.answer && <Answer answer={allocate.answer} frame={frame} />;
        }}
      </Loaded>
    </section>
  );
}

/** What is wrong with the question, with where it stands. */
function Wrongs({ wrong }: { wrong: readonly Wrong[] }) {
  const place = useRef<HTMLDivElement>(null);
  const said = JSON.stringify(wrong);
  useEffect(() => {
    if (said !== "[]") place.current?.focus();
  }, [said]);
  if (wrong.length === 0) return null;
  return (
    <div class="nhsuk-error-summary" role="alert" tabIndex={-1} ref={place}>
      <h2 class="nhsuk-error-summary__title">The question has to be put right first</h2>
      <div class="nhsuk-error-summary__body">
        <ul class="nhsuk-list nhsuk-error-summary__list">
          {wrong.map(({ field, message }) => (
            <li key={field + message}>
              <a href={`#allocation-${field.split(".")[0]}`}>{placeOf(field)}</a>: {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const parts: Readonly<Record<string, string>> = {
  streams: "Funding stream",
  needs: "People in need",
  unitCosts: "Unit cost",
  units: "Whole unit",
  minimumOffers: "Minimum offer",
  limits: "Floor or ceiling",
  commitments: "Promised money",
  equity: "Equity limit",
  curves: "Reach",
  reach: "Curve",
  pieces: "Piece",
};

/** `streams.2.amount` as Funding stream 3. */
function placeOf(field: string): string {
  const [list = "", place] = field.split(".");
  const name = parts[list] ?? list;
  return place === undefined ? name : `${name} ${Number(place) + 1}`;
}
