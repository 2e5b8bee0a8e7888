/* Which areas and offers are compared, and with what: all of it is in the address. */
import { ScenarioLists } from "#ops/ScenarioLists.ts";
import { ScenarioOthers } from "#ops/ScenarioOthers.ts";
import type { AreaKind } from "#ops/types.ts";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { AreaChoice } from "../../parts/choices.tsx";
import { FilterField } from "../../parts/filter-field.tsx";
import { SelectField } from "../../parts/form.tsx";
import { areaKinds, counted, word } from "../../parts/words.ts";
import { listsOf } from "./choices.tsx";

const kinds: readonly AreaKind[] = [
  "DISTRICT",
  "UPPER_TIER",
  "ICB",
  "HEALTH_BOARD",
  "POLICE_FORCE",
  "PDU",
  "PROBATION_REGION",
  "NHS_REGION",
];

const listOf = (text: string | null) => (text ?? "").split(",").filter(Boolean);

export function Selection() {
  const { params, path } = useAddress();
  const { asOf, knownAt } = useScope();
  const lists = listsOf(useAnswer(ScenarioLists, { asOf }).answer?.data);
  const others = useAnswer(ScenarioOthers, { knownAt }).answer?.data.scenarios?.nodes ?? [];
  const mine = decodeURIComponent(path.split("/")[2] ?? "");
  const areas = listOf(params.get("areas"));
  const offers = listOf(params.get("offers"));
  const kind = params.get("kind") ?? "DISTRICT";
  const put = (name: string, values: readonly string[]) =>
    go(here({ [name]: values.join(",") }), { replace: true });
  const said = [
    areas.length > 0
      ? counted(areas.length, "chosen area")
      : `every ${word(areaKinds, kind as AreaKind).toLowerCase()}`,
    offers.length > 0 ? counted(offers.length, "chosen offer") : "all offers",
  ].join(", ");
  return (
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          Choose areas, offers, or another scenario to compare with ({said})
        </span>
      </summary>
      <div class="nhsuk-details__text">
        <SelectField
          id="compare-kind"
          label="Areas of this kind"
          hint={areas.length > 0 ? "Areas are chosen below; take them out to compare a kind" : ""}
          value={kind}
          options={kinds.map((value) => ({ value, name: word(areaKinds, value) }))}
          onValue={(value) =>
            go(here({ kind: value === "DISTRICT" ? undefined : value, areas: undefined }), {
              replace: true,
            })
          }
        />
        <AreaChoice
          id="compare-area"
          label="Or only chosen areas"
          chosen={null}
          onChoose={(area) => {
            if (area?.code && !areas.includes(area.code)) put("areas", [...areas, area.code]);
          }}
        />
        <Chosen
          what="area"
          values={areas.map((code) => ({ value: code, name: code }))}
          onRemove={(code) =>
            put(
              "areas",
              areas.filter((one) => one !== code),
            )
          }
        />
        <SelectField
          id="compare-offer"
          label="Only chosen offers"
          value=""
          options={[
            { value: "", name: "Choose one to add" },
            ...lists.offers.filter((one) => !offers.includes(one.value)),
          ]}
          onValue={(code) => code && put("offers", [...offers, code])}
        />
        <Chosen
          what="offer"
          values={offers.map(
            (code) => lists.offers.find((one) => one.value === code) ?? { value: code, name: code },
          )}
          onRemove={(code) =>
            put(
              "offers",
              offers.filter((one) => one !== code),
            )
          }
        />
        <FilterField
          id="compare-against"
          label="Compare with"
          name="against"
          all="The register as it is"
          options={others
            .filter((one) => one.id !== mine)
            .map((one) => ({ value: one.id, name: `Scenario: ${one.name}` }))}
        />
      </div>
    </details>
  );
}

interface ChosenProps {
  what: string;
  values: readonly { readonly value: string; readonly name: string }[];
  onRemove: (value: string) => void;
}

function Chosen({ what, values, onRemove }: ChosenProps) {
  if (values.length === 0) return null;
  return (
    <ul class="app-chosen" aria-label={`Chosen ${what}s`}>
      {values.map(({ value, name }) => (
        <li key={value}>
          {name}{" "}
          <button type="button" class="app-link" onClick={() => onRemove(value)}>
            Take out
            <span class="nhsuk-u-visually-hidden">
              {" "}
              the {what} {name}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
