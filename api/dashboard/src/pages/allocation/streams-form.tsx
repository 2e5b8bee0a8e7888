/* The money: whose it is, what the law or the funder allows, and what it buys while it acts alone. */
import { AllocationStreams } from "#ops/AllocationStreams.ts";
import type { AllocationStreamsQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { CheckField, type Option, TextField, faultOf } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Money } from "../../parts/values.tsx";
import { type Question, type Scope, type Stream, type Wrong, newStream } from "./question.ts";

interface Props {
  question: Question;
  offers: readonly Option[];
  cohorts: readonly Option[];
  faults: readonly Wrong[];
  onChange: (fields: Partial<Question>) => void;
}

export function StreamsForm({ question, offers, cohorts, faults, onChange }: Props) {
  const { streams } = question;
  const put = (index: number, fields: Partial<Stream>) =>
    onChange({
      streams: streams.map((one, at) => (at === index ? { ...one, ...fields } : one)),
    });
  const add = () => {
    onChange({ streams: [...streams, newStream("")] });
    const id = `allocation-streams-${streams.length}-id`;
    setTimeout(() => document.getElementById(id)?.focus(), 50);
  };
  return (
    <section aria-labelledby="allocation-streams">
      <h2 class="nhsuk-heading-m" id="allocation-streams" tabIndex={-1}>
        Funding streams
      </h2>
      <p>
        What is in each for the year, and its conditions: those of its law or funder are never
        broken. What it pays for while its funder acts alone is given up in the pool.
      </p>
      <ol class="app-steps">
        {streams.map((stream, index) => (
          <li class="app-step" key={index}>
            <StreamForm
              {...{ stream, index, offers, cohorts, faults }}
              areas={question.areas.map(({ code, name }) => ({ value: code, name }))}
              onChange={(fields) => put(index, fields)}
              onRemove={() => onChange({ streams: streams.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ol>
      <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={add}>
        Add a funding stream
      </button>
      <OnRecord onUse={(stream) => onChange({ streams: [...streams, stream] })} />
    </section>
  );
}

interface StreamProps {
  stream: Stream;
  index: number;
  areas: readonly Option[];
  offers: readonly Option[];
  cohorts: readonly Option[];
  faults: readonly Wrong[];
  onChange: (fields: Partial<Stream>) => void;
  onRemove: () => void;
}

function StreamForm({
  stream,
  index,
  areas,
  offers,
  cohorts,
  faults,
  onChange,
  onRemove,
}: StreamProps) {
  const at = `streams.${index}`;
  const id = `allocation-streams-${index}`;
  const scope = (part: "conditions" | "silo", legend: string) => {
    const one = stream[part];
    const lists: [keyof Scope, string, readonly Option[]][] = [
      ["offers", "offers", offers],
      ["areas", "areas", areas],
      ["cohorts", "groups of people", cohorts],
    ];
    return lists.map(([key, name, options]) => {
      const all = withChosen(options, one[key]);
      if (all.length === 0 || (key === "cohorts" && one.cohorts.length === 0 && part === "silo")) {
        return null;
      }
      const field = (
        <CheckField
          key={key}
          id={`${id}-${part}-${key}`}
          label={`${legend}: ${name}`}
          hint={`None ticked: any`}
          fault={faultOf(faults, `${at}.${part}.${key}`)}
          values={one[key]}
          options={all}
          onValues={(values) => onChange({ [part]: { ...one, [key]: values } })}
        />
      );
      if (key !== "cohorts" || one.cohorts.length > 0) return field;
      return (
        <details class="nhsuk-details app-details" key={key}>
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              Only for groups of people
              <span class="nhsuk-u-visually-hidden">, stream {index + 1}</span>
            </span>
          </summary>
          <div class="nhsuk-details__text">{field}</div>
        </details>
      );
    });
  };
  return (
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Stream {index + 1}</legend>
      <div class="app-fields">
        <TextField
          id={`${id}-id`}
          label="Name"
          fault={faultOf(faults, `${at}.id`)}
          value={stream.id}
          onValue={(value) => onChange({ id: value })}
          width={20}
        />
        <TextField
          id={`${id}-amount`}
          label="Pounds for the year"
          fault={faultOf(faults, `${at}.amount`)}
          value={stream.amount}
          onValue={(amount) => onChange({ amount })}
          width={10}
          prefix="£"
          isNumber
        />
      </div>
      <div class="app-fields">
        <div>{scope("conditions", "May be spent on")}</div>
        <div>{scope("silo", "Acting alone, it pays for")}</div>
      </div>
      <CheckField
        id={`${id}-pooled`}
        label="Pool"
        values={stream.pooled ? ["pooled"] : []}
        options={[
          {
            value: "pooled",
            name: "It is in the pool",
            hint: "Outside the pool it keeps to what it pays for acting alone",
          },
        ]}
        onValues={(values) => onChange({ pooled: values.length > 0 })}
      />
      <button
        type="button"
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onRemove}
      >
        Remove<span class="nhsuk-u-visually-hidden"> stream {index + 1}</span>
      </button>
    </fieldset>
  );
}

/** What is to choose from, with what was chosen before it was taken out there. */
function withChosen(options: readonly Option[], chosen: readonly string[]): Option[] {
  const gone = chosen.filter((value) => !options.some((one) => one.value === value));
  return [...options, ...gone.map((value) => ({ value, name: value.replaceAll("_", " ") }))];
}

type Known = NonNullable<AllocationStreamsQuery["fundingStreams"]>["nodes"][number];

/** Streams of the register, to begin with: what is left of each, and those conditions that fit. */
function OnRecord({ onUse }: { onUse: (stream: Stream) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(AllocationStreams, isOpen ? { asOf, knownAt } : undefined);
  return (
    <details
      class="nhsuk-details"
      onToggle={(event) => {
        if (event.currentTarget.open) setIsOpen(true);
      }}
    >
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Funding streams on record</span>
      </summary>
      <div class="nhsuk-details__text">
        {isOpen && (
          <Loaded asked={asked} what="the funding streams">
            {({ fundingStreams }) =>
              fundingStreams && fundingStreams.nodes.length > 0 ? (
                <>
                  {fundingStreams.totalCount > fundingStreams.nodes.length && (
                    <p class="app-small">
                      The first {fundingStreams.nodes.length} of {fundingStreams.totalCount}.
                    </p>
                  )}
                  <ul class="app-records">
                    {fundingStreams.nodes.map((one) => (
                      <li key={one.id}>
                        <p class="app-records__head">
                          <strong>{one.name}</strong>
                          {one.funder && `, of ${one.funder.name}`}. Left of{" "}
                          {one.headroom.financialYear}–{(one.headroom.financialYear + 1) % 100}:{" "}
                          <Money amount={one.headroom.left} />.
                        </p>
                        {others(one).length > 0 && (
                          <p class="app-small">
                            It also has conditions that an allocation does not know:{" "}
                            {others(one).join(", ")}.
                          </p>
                        )}
                        {one.evidence && <EvidenceItem evidence={one.evidence} />}
                        <button type="button" class="app-link" onClick={() => onUse(taken(one))}>
                          Take it in<span class="nhsuk-u-visually-hidden">: {one.name}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <p class="app-unknown">
                  No funding stream that you may see is on record: type what you know.
                </p>
              )
            }
          </Loaded>
        )}
      </div>
    </details>
  );
}

function others({ conditions }: Known): string[] {
  return conditions
    .filter(({ kind }) => !["AREA", "OFFER", "COHORT"].includes(kind))
    .map(({ kind }) => kind.toLowerCase().replaceAll("_", " "));
}

function taken({ name, headroom, conditions }: Known): Stream {
  const codes = (all: readonly (string | null | undefined)[]) =>
    all.flatMap((code) => (code ? [code] : []));
  return {
    ...newStream(name),
    // Where what is left is not on record it stays blank, and is asked for.
    amount: headroom.left ?? "",
    conditions: {
      areas: codes(conditions.map((one) => one.area?.code)),
      offers: codes(conditions.map((one) => one.offer?.code)),
      cohorts: codes(conditions.map((one) => one.cohort?.code)),
    },
  };
}
