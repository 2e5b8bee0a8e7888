/* The question: where, what, with which money, for whom, and at what cost. */
import { ScenarioLists } from "#ops/ScenarioLists.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { AreaChoice } from "../../parts/choices.tsx";
import { SelectField } from "../../parts/form.tsx";
import { listsOf } from "../scenario/choices.tsx";
import { DemandsForm } from "./demands-form.tsx";
import { NeedsForm } from "./needs-form.tsx";
import type { Question, Wrong } from "./question.ts";
import { StreamsForm } from "./streams-form.tsx";

interface Props {
  question: Question;
  faults: readonly Wrong[];
  onChange: (fields: Partial<Question>) => void;
  onRun: () => void;
}

export function QuestionForm({ question, faults, onChange, onRun }: Props) {
  const { asOf } = useScope();
  const lists = listsOf(useAnswer(ScenarioLists, { asOf }).answer?.data);
  const chosen = question.offers.map(
    (code) =>
      lists.offers.find((one) => one.value === code) ?? {
        value: code,
        name: code.replaceAll("_", " "),
      },
  );
  const common = { question, offers: chosen, cohorts: lists.cohorts, faults, onChange };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <h2 class="nhsuk-heading-m">Areas and offers</h2>
      <AreaChoice
        id="allocation-area"
        label="Add an area"
        chosen={null}
        onChoose={(area) => {
          if (!area?.code || question.areas.some((one) => one.code === area.code)) return;
          onChange({ areas: [...question.areas, { code: area.code, name: area.name }] });
        }}
      />
      <Chosen
        what="area"
        list={question.areas.map(({ code, name }) => ({ value: code, name }))}
        onRemove={(code) => onChange({ areas: question.areas.filter((one) => one.code !== code) })}
      />
      <SelectField
        id="allocation-offer"
        label="Add an offer"
        value=""
        options={[
          { value: "", name: "Choose an offer" },
          ...lists.offers.filter((one) => !question.offers.includes(one.value)),
        ]}
        onValue={(code) => code && onChange({ offers: [...question.offers, code] })}
      />
      <Chosen
        what="offer"
        list={chosen}
        onRemove={(code) => onChange({ offers: question.offers.filter((one) => one !== code) })}
      />
      <StreamsForm {...common} />
      <NeedsForm {...common} />
      <DemandsForm {...common} />
      <button class="nhsuk-button" type="submit">
        Work it out
      </button>
    </form>
  );
}

interface ChosenProps {
  what: string;
  list: readonly { readonly value: string; readonly name: string }[];
  onRemove: (value: string) => void;
}

function Chosen({ what, list, onRemove }: ChosenProps) {
  if (list.length === 0) return <p class="app-unknown">No {what} yet.</p>;
  return (
    <ul class="app-chosen" aria-label={`Chosen ${what}s`}>
      {list.map(({ value, name }) => (
        <li key={value}>
          {name}{" "}
          <button type="button" class="app-link" onClick={() => onRemove(value)}>
            Take out<span class="nhsuk-u-visually-hidden"> {name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
