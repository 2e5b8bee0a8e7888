/* What a step can name: a reform, and what the lists of offers, streams and pools hold. */
import { ScenarioReforms } from "#ops/ScenarioReforms.ts";
import type { ScenarioListsQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { useAnswer } from "../../data/use-answer.ts";
import type { ChoiceOf, Named } from "../../parts/choice.tsx";
import { BodyChoice } from "../../parts/choices.tsx";
import { type Option, SelectField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { reformName } from "./reform.ts";

type Props = ChoiceOf<Named>;

/** The reform of a body: first the body, then which of those that are on record. */
export function ReformChoice({ id, label, hint, fault, chosen, onChoose }: Props) {
  const [body, setBody] = useState<Named | null>(null);
  const asked = useAnswer(ScenarioReforms, body && !chosen ? { id: body.id } : undefined);
  if (chosen) {
    return (
      <div class="nhsuk-form-group">
        <p class="nhsuk-label nhsuk-label--s">{label}</p>
        <p class="app-picked">
          {chosen.name}{" "}
          <button type="button" class="app-link" id={id} onClick={() => onChoose(null)}>
            Change<span class="nhsuk-u-visually-hidden"> {label.toLowerCase()}</span>
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <BodyChoice
        id={id}
        label={label}
        hint={hint}
        fault={fault}
        chosen={body}
        onChoose={setBody}
      />
      {body && (
        <Loaded asked={asked} what="its reforms">
          {({ node }) => {
            const found = node && "successions" in node ? node.successions : [];
            return found.length === 0 ? (
              <p class="app-unknown">No reform of {body.name} is on record.</p>
            ) : (
              <ul class="app-hits">
                {found.map((reform) => (
                  <li key={reform.id}>
                    <button
                      type="button"
                      class="app-link"
                      onClick={() => onChoose({ id: reform.id, name: reformName(reform) })}
                    >
                      {reformName(reform)}
                    </button>
                    <span class="app-small">{reform.certainty}</span>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      )}
    </>
  );
}

/** One of a list that is short; what was chosen is there even while the list is not. */
export function ListChoice({
  id,
  label,
  hint,
  fault,
  chosen,
  onChoose,
  list,
  none,
}: Props & { list: readonly Named[]; none: string }) {
  const options = [
    ...list,
    ...(chosen && !list.some((one) => one.id === chosen.id) ? [chosen] : []),
  ];
  return (
    <SelectField
      id={id}
      label={label}
      hint={hint}
      fault={fault}
      value={chosen?.id ?? ""}
      options={[
        { value: "", name: none },
        ...options.map((one) => ({ value: one.id, name: one.name })),
      ]}
      onValue={(value) => onChoose(options.find((one) => one.id === value) ?? null)}
    />
  );
}

/** The lists as options; empty while they are not there. */
export interface Lists {
  readonly offers: readonly Option[];
  readonly cohorts: readonly Option[];
  readonly streams: readonly Named[];
  readonly pools: readonly Named[];
}

export function listsOf(data: ScenarioListsQuery | undefined): Lists {
  const offers = data?.offers?.nodes ?? [];
  const cohorts = new Map(
    offers.flatMap(({ cohort }) => (cohort ? [[cohort.code, cohort.name] as const] : [])),
  );
  return {
    offers: offers
      .filter((offer) => offer.familyRole !== "FAMILY")
      .map(({ code, name }) => ({ value: code, name })),
    cohorts: [...cohorts].map(([value, name]) => ({ value, name })),
    streams: (data?.fundingStreams?.nodes ?? []).map(({ id, name, funder }) => ({
      id,
      name: funder ? `${name}, of ${funder.name}` : name,
    })),
    pools: data?.pools?.nodes ?? [],
  };
}
