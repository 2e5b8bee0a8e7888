/* What it costs to serve one person for a year, of all areas or of one. */
import type { AllocationOnRecordQuery, CostUnit } from "#ops/types.ts";
import { type Option, SelectField, TextField, faultOf } from "../../parts/form.tsx";
import { moneyText } from "../../parts/values.tsx";
import { word } from "../../parts/words.ts";
import { Known } from "./known.tsx";
import { type Cost, type Question, type Wrong, costRows, sentCosts } from "./question.ts";

interface Props {
  question: Question;
  offers: readonly Option[];
  faults: readonly Wrong[];
  onChange: (fields: Partial<Question>) => void;
  found: AllocationOnRecordQuery | undefined;
}

const units: Readonly<Record<CostUnit, string>> = {
  PERSON: "for each person helped",
  ORDER: "for each order of a court",
  PLACE_YEAR: "for each place kept for a year",
};

export function Costs({ question, offers, faults, onChange, found }: Props) {
  const rows = costRows(question);
  const sent = sentCosts(question);
  const put = (index: number, fields: Partial<Cost>) =>
    onChange({ costs: rows.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  return (
    <ol class="app-steps">
      {rows.map((row, index) => {
        const id = `allocation-unitCosts-${index}`;
        const at = `unitCosts.${sent.indexOf(row)}`;
        const offer = offers.find((one) => one.value === row.offer)?.name ?? row.offer;
        const place = question.areas.find((one) => one.code === row.area)?.name ?? row.area;
        const name = place ? `${offer}, ${place}` : offer;
        const pounds = (key: "cost" | "low" | "high", label: string, field: string) => (
          <TextField
            id={`${id}-${key}`}
            label={label}
            fault={faultOf(faults, `${at}.${field}`)}
            value={row[key]}
            onValue={(value) => put(index, { [key]: value })}
            width={10}
            prefix="£"
            isNumber
          />
        );
        const known = (found?.unitCosts?.nodes ?? []).filter(
          (one) =>
            one.offer?.code === row.offer && (!one.area || !row.area || one.area.code === row.area),
        );
        return (
          <li class="app-step" key={`${row.offer}${row.area}${index}`}>
            <fieldset class="nhsuk-fieldset">
              <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{name}</legend>
              <div class="app-fields">
                {pounds("cost", "As most likely", "cost")}
                {pounds("low", "At least", "costLow")}
                {pounds("high", "At most", "costHigh")}
              </div>
              {known.map((one) => (
                <Known
                  key={one.id}
                  evidence={one.evidence}
                  isFit={one.unit === "PERSON"}
                  name={name}
                  onUse={() => put(index, { cost: one.central, low: one.low, high: one.high })}
                >
                  On record: {moneyText(one.central)} {word(units, one.unit)}, between{" "}
                  {moneyText(one.low)} and {moneyText(one.high)}
                  {one.area && `, in ${one.area.name}`}.
                </Known>
              ))}
              {row.area === "" ? (
                <SelectField
                  id={`${id}-more`}
                  label="Add a cost of one area"
                  value=""
                  options={[
                    { value: "", name: "None" },
                    ...question.areas.map((one) => ({ value: one.code, name: one.name })),
                  ]}
                  onValue={(area) =>
                    area &&
                    onChange({
                      costs: [...rows, { offer: row.offer, area, cost: "", low: "", high: "" }],
                    })
                  }
                />
              ) : (
                <button
                  type="button"
                  class="app-link"
                  onClick={() => onChange({ costs: rows.filter((_, it) => it !== index) })}
                >
                  Take out<span class="nhsuk-u-visually-hidden"> {name}</span>
                </button>
              )}
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}
