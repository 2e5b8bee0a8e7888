import { useState } from "preact/hooks";
import { go, here } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import {
  CheckField,
  ErrorSummary,
  type Fault,
  SelectField,
  TextField,
  faultOf,
} from "../../parts/form.tsx";
import type { Pool } from "./index.tsx";
import {
  type CostLine,
  type RiskAsked,
  faultsIn,
  firstRisk,
  newCost,
  writeRisk,
} from "./risk-asked.ts";
import type { RiskShare } from "#ops/types.ts";
import { riskShares } from "./words.ts";

const form = "risk";
const sums = [
  ["low", "at least"],
  ["central", "most likely"],
  ["high", "at most"],
] as const;

/** What is stated to work the risk out. Nothing of it is saved in the register. */
export function RiskForm({ pool, asked }: { pool: Pool; asked: RiskAsked | undefined }) {
  const draft = useDraft(`pool.risk.${pool.id}`, asked ?? firstRisk);
  const { value: risk, set } = draft;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const change = (index: number, fields: Partial<CostLine>) =>
    set({ costs: risk.costs.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  const bearers = pool.members.filter((one) => one.part !== "ALIGNING");
  return (
    <form
      class="app-screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = faultsIn(risk);
        setFaults(found);
        if (found.length === 0) go(here(writeRisk(risk)), { replace: true });
      }}
    >
      <ErrorSummary form={form} faults={faults} />
      <div id={`${form}-costs`} tabIndex={-1}>
        {risk.costs.map((line, index) => (
          <fieldset class="nhsuk-fieldset app-member" key={index}>
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
              Cost {index + 1}
            </legend>
            <TextField
              id={`${form}-cost-${index}`}
              label="What it is the cost of"
              value={line.name}
              fault={index === 0 ? faultOf(faults, "costs") : undefined}
              onValue={(name) => change(index, { name })}
            />
            <div class="app-row">
              {sums.map(([name, label]) => (
                <TextField
                  key={name}
                  id={`${form}-cost-${index}-${name}`}
                  label={`It costs ${label}`}
                  prefix="£"
                  width={10}
                  isNumber
                  value={line[name]}
                  onValue={(value) => change(index, { [name]: value })}
                />
              ))}
            </div>
            {risk.costs.length > 1 && (
              <button
                type="button"
                class="app-link"
                onClick={() => set({ costs: risk.costs.filter((_, at) => at !== index) })}
              >
                Take out cost {index + 1}
              </button>
            )}
          </fieldset>
        ))}
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => set({ costs: [...risk.costs, newCost] })}
        >
          Add a cost
        </button>
      </div>
      {risk.costs.length > 1 && (
        <CheckField
          id={`${form}-together`}
          label="How they move"
          values={risk.together ? ["yes"] : []}
          options={[{ value: "yes", name: "What is dear is dear at the same time" }]}
          onValues={(values) => set({ together: values.length > 0 })}
        />
      )}
      <div class="app-row">
        <TextField
          id={`${form}-seed`}
          label="Seed"
          hint="Any whole number. Quote it with the answer."
          width={10}
          isNumber
          value={risk.seed}
          fault={faultOf(faults, "seed")}
          onValue={(seed) => set({ seed })}
        />
        <TextField
          id={`${form}-draws`}
          label="Draws"
          hint="How often a year is drawn"
          width={10}
          isNumber
          value={risk.draws}
          fault={faultOf(faults, "draws")}
          onValue={(draws) => set({ draws })}
        />
        <TextField
          id={`${form}-above`}
          label="Chance of more than"
          hint="Pounds; several with ; between"
          prefix="£"
          width={20}
          value={risk.above}
          onValue={(above) => set({ above })}
        />
      </div>
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">
            What if it were shared otherwise, or somebody’s part had a limit?
          </span>
        </summary>
        <div class="nhsuk-details__text">
          <SelectField
            id={`${form}-share`}
            label="Who bears an overspend"
            value={risk.share}
            options={[
              { value: "", name: `As agreed: ${riskShares[pool.riskShare].toLowerCase()}` },
              ...Object.entries(riskShares).map(([value, name]) => ({ value, name })),
            ]}
            onValue={(share) => set({ share: share as RiskShare | "" })}
          />
          {(risk.share === "TIERED" || (risk.share === "" && pool.riskShare === "TIERED")) && (
            <TextField
              id={`${form}-tier`}
              label="Up to where it is borne in equal parts"
              prefix="£"
              width={10}
              isNumber
              value={risk.tier}
              onValue={(tier) => set({ tier })}
            />
          )}
          {bearers.map(({ body }) =>
            body ? (
              <TextField
                key={body.id}
                id={`${form}-cap-${body.id}`}
                label={`${body.name} bears at most`}
                hint="Leave it empty for no limit"
                prefix="£"
                width={10}
                isNumber
                value={risk.caps[body.id] ?? ""}
                onValue={(cap) => set({ caps: { ...risk.caps, [body.id]: cap } })}
              />
            ) : null,
          )}
        </div>
      </details>
      <button type="submit" class="nhsuk-button">
        Work out the risk
      </button>
    </form>
  );
}
