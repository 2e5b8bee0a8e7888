/* Who is in need and what helping one of them costs: typed, or taken from what is on record. */
import { AllocationOnRecord } from "#ops/AllocationOnRecord.ts";
import type { AllocationOnRecordQuery } from "#ops/types.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Option, SelectField, TextField, faultOf } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { count } from "../../parts/words.ts";
import { Costs } from "./costs-form.tsx";
import { Known } from "./known.tsx";
import { type Need, type Question, type Wrong, needRows, sentNeeds } from "./question.ts";

interface Props {
  question: Question;
  offers: readonly Option[];
  cohorts: readonly Option[];
  faults: readonly Wrong[];
  onChange: (fields: Partial<Question>) => void;
}

export function NeedsForm(props: Props) {
  const { question } = props;
  const { asOf, knownAt } = useScope();
  const areas = question.areas.map((area) => area.code);
  const isAsked = areas.length > 0 && question.offers.length > 0;
  const asked = useAnswer(
    AllocationOnRecord,
    isAsked ? { areas, offers: [...question.offers], asOf, knownAt } : undefined,
  );
  const found = asked.answer?.data;
  return (
    <>
      <section aria-labelledby="allocation-needs">
        <h2 class="nhsuk-heading-m" id="allocation-needs" tabIndex={-1}>
          People in need in a year
        </h2>
        {isAsked ? (
          <>
            <p>
              As most likely, and if you know it the fewest and the most that they may be. Left
              blank, it is not asked about. “Counts as” says how much one of them counts when unmet:
              blank is 1.
            </p>
            <Loaded asked={asked} what="needs and costs on record">
              {({ needs }) => (
                <OnRecordSaid found={needs} what="estimate of need for these areas and offers" />
              )}
            </Loaded>
            <Needs {...props} found={found} />
          </>
        ) : (
          <p class="app-unknown">Choose areas and offers first.</p>
        )}
      </section>
      <section aria-labelledby="allocation-unitCosts">
        <h2 class="nhsuk-heading-m" id="allocation-unitCosts" tabIndex={-1}>
          What it costs to serve one person for a year
        </h2>
        {isAsked ? (
          <>
            <p>
              Without a range nothing says how far a cost can be off, and the answer says so. A cost
              of one area goes before that of all.
            </p>
            {found && <OnRecordSaid found={found.unitCosts} what="unit cost of these offers" />}
            <Costs {...props} found={found} />
          </>
        ) : (
          <p class="app-unknown">Choose areas and offers first.</p>
        )}
      </section>
    </>
  );
}

interface SaidProps {
  found: { readonly totalCount: number; readonly nodes: readonly unknown[] } | null;
  what: string;
}

/** That nothing is on record is said: then one types it, and the page invents nothing. */
function OnRecordSaid({ found, what }: SaidProps) {
  if (!found) return null;
  if (found.totalCount === 0) {
    return <p class="app-unknown">No {what} is on record: type what you know, with a range.</p>;
  }
  if (found.totalCount === found.nodes.length) return null;
  return (
    <p class="app-small">
      The first {found.nodes.length} of {found.totalCount} on record are offered.
    </p>
  );
}

type Found = { readonly found: AllocationOnRecordQuery | undefined };

function nameOf(question: Question, offers: readonly Option[], area: string, offer: string) {
  const place = question.areas.find((one) => one.code === area)?.name ?? area;
  return `${place}: ${offers.find((one) => one.value === offer)?.name ?? offer}`;
}

function Needs({ question, offers, cohorts, faults, onChange, found }: Props & Found) {
  const rows = needRows(question);
  const sent = sentNeeds(question);
  const put = (index: number, fields: Partial<Need>) =>
    onChange({ needs: rows.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  const of = (need: Need) =>
    (found?.needs?.nodes ?? []).filter(
      (one) => one.area?.code === need.area && one.offer?.code === need.offer,
    );
  return (
    <ol class="app-steps">
      {rows.map((need, index) => {
        const id = `allocation-needs-${index}`;
        const at = `needs.${sent.indexOf(need)}`;
        const name = nameOf(question, offers, need.area, need.offer);
        const whom = cohorts.find((one) => one.value === need.cohort)?.name ?? need.cohort;
        const number = (
          key: "people" | "low" | "high" | "weight",
          label: string,
          field: string,
        ) => (
          <TextField
            id={`${id}-${key}`}
            label={label}
            fault={faultOf(faults, `${at}.${field}`)}
            value={need[key]}
            onValue={(value) => put(index, { [key]: value })}
            width={5}
            isNumber
          />
        );
        return (
          <li class="app-step" key={`${need.area}${need.offer}${need.cohort}${index}`}>
            <fieldset class="nhsuk-fieldset">
              <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                {name}
                {need.cohort && `, ${whom}`}
              </legend>
              <div class="app-fields">
                {number("people", "People", "people")}
                {number("low", "At least", "peopleLow")}
                {number("high", "At most", "peopleHigh")}
                {number("weight", "Counts as", "weight")}
              </div>
              {of(need).map((one) => (
                <Known
                  key={one.id}
                  evidence={one.evidence}
                  isFit={one.period === "people in a year"}
                  name={name}
                  onUse={() =>
                    put(index, {
                      people: String(one.people),
                      low: String(one.peopleLow),
                      high: String(one.peopleHigh),
                      cohort: one.cohort && one.cohort.code !== "all" ? one.cohort.code : "",
                    })
                  }
                >
                  On record: {count(one.people)} {one.period}, between {count(one.peopleLow)} and{" "}
                  {count(one.peopleHigh)}
                  {one.cohort && one.cohort.code !== "all" && `, for ${one.cohort.name}`}.{" "}
                  {one.method}
                </Known>
              ))}
              {need.cohort === "" ? (
                <SelectField
                  id={`${id}-more`}
                  label="Add a group of people apart"
                  value=""
                  options={[{ value: "", name: "None" }, ...cohorts]}
                  onValue={(cohort) =>
                    cohort &&
                    onChange({
                      needs: [
                        ...rows,
                        { ...need, cohort, people: "", low: "", high: "", weight: "" },
                      ],
                    })
                  }
                />
              ) : (
                <button
                  type="button"
                  class="app-link"
                  onClick={() => onChange({ needs: rows.filter((_, place) => place !== index) })}
                >
                  Take out
                  <span class="nhsuk-u-visually-hidden">
                    {" "}
                    {name}, {whom}
                  </span>
                </button>
              )}
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}
