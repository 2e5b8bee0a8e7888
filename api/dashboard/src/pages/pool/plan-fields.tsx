/* The fields of a pooled budget, in the order in which one plans it. */
import { OfferNames } from "#ops/OfferNames.ts";
import { PoolFunctionList } from "#ops/PoolFunctionList.ts";
import type { PoolForm, PoolPart, RiskShare, Visibility } from "#ops/types.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { AreaChoice, BodyChoice } from "../../parts/choices.tsx";
import {
  CheckField,
  type Fault,
  SelectField,
  TextArea,
  TextField,
  faultOf,
} from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { capital, word } from "../../parts/words.ts";
import { DateFields } from "./date-fields.tsx";
import { type MemberPlan, type Plan, newMember } from "./plan.ts";
import { delegations, forms, holders, parts, riskShares, visibilities } from "./words.ts";

export interface FieldsProps {
  plan: Plan;
  set: (fields: Partial<Plan>) => void;
  faults: readonly Fault[];
  form: string;
}

const optionsOf = (words: Readonly<Record<string, string>>, none?: string) => [
  ...(none === undefined ? [] : [{ value: "", name: none }]),
  ...Object.entries(words).map(([value, name]) => ({ value, name })),
];

export function What({ plan, set, faults, form }: FieldsProps) {
  const fault = (field: string) => faultOf(faults, field);
  return (
    <>
      <h2 class="nhsuk-heading-m">What it is</h2>
      <TextField
        id={`${form}-name`}
        label="What it is called"
        value={plan.name}
        fault={fault("name")}
        onValue={(name) => set({ name })}
      />
      <TextArea
        id={`${form}-purpose`}
        label="What it is for"
        hint="One or two sentences. Name nobody."
        value={plan.purpose}
        fault={fault("purpose")}
        onValue={(purpose) => set({ purpose })}
      />
      <SelectField
        id={`${form}-legalForm`}
        label="Legal form"
        value={plan.legalForm}
        fault={fault("legalForm")}
        options={optionsOf(forms, "Choose one")}
        onValue={(legalForm) => set({ legalForm: legalForm as PoolForm | "" })}
      />
      <AreaChoice
        id={`${form}-area`}
        label="Where it is for"
        hint="May be left empty. Type a part of the name of an area, then choose it below"
        chosen={plan.area}
        fault={fault("area")}
        onChoose={(area) => set({ area })}
      />
      <Offers plan={plan} set={set} faults={faults} form={form} />
      <Functions plan={plan} set={set} faults={faults} form={form} />
      <DateFields
        id={`${form}-startsOn`}
        label="First day"
        hint="For example, 1 4 2027"
        value={plan.startsOn}
        fault={fault("startsOn")}
        onValue={(startsOn) => set({ startsOn })}
      />
      <DateFields
        id={`${form}-endsOn`}
        label="Last day"
        hint="Leave it empty where none is agreed"
        value={plan.endsOn}
        fault={fault("endsOn")}
        onValue={(endsOn) => set({ endsOn })}
      />
    </>
  );
}

/** What it may buy: each chosen one can be taken out again. */
function Offers({ plan, set, faults, form }: FieldsProps) {
  const all = useAnswer(OfferNames, {}).answer?.data.offers?.nodes ?? [];
  const nameOf = (code: string) => all.find((offer) => offer.code === code)?.name ?? code;
  return (
    <>
      <SelectField
        id={`${form}-offers`}
        label="What it may buy"
        hint="Choose as many as you need, one after the other"
        fault={faultOf(faults, "offers")}
        value=""
        options={[
          { value: "", name: "Add an offer" },
          ...all
            .filter((offer) => !plan.offers.includes(offer.code))
            .map((offer) => ({ value: offer.code, name: offer.name })),
        ]}
        onValue={(code) => code && set({ offers: [...plan.offers, code] })}
      />
      {plan.offers.length > 0 && (
        <ul class="app-hits" aria-label="What it may buy">
          {plan.offers.map((code) => (
            <li key={code}>
              {nameOf(code)}{" "}
              <button
                type="button"
                class="app-link"
                onClick={() => set({ offers: plan.offers.filter((one) => one !== code) })}
              >
                Take out<span class="nhsuk-u-visually-hidden"> {nameOf(code)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The closed list of functions, each with what the regulations say of it. */
function Functions({ plan, set, faults, form }: FieldsProps) {
  const asked = useAnswer(PoolFunctionList, {});
  return (
    <Loaded asked={asked} what="the functions">
      {({ poolFunctions }) => (
        <CheckField
          id={`${form}-functions`}
          label="Functions that it is about"
          hint="What the regulations say of each stands below it. It is no legal advice."
          fault={faultOf(faults, "functions")}
          values={plan.functions}
          options={(poolFunctions ?? []).map((one) => ({
            value: one.code,
            name: capital(one.words),
            hint: `${word(holders, one.holder)}. ${word(delegations, one.mayBeDelegated)}.`,
          }))}
          onValues={(functions) => set({ functions })}
        />
      )}
    </Loaded>
  );
}

export function Who({ plan, set, faults, form }: FieldsProps) {
  const change = (index: number, fields: Partial<MemberPlan>) =>
    set({
      members: plan.members.map((one, at) => (at === index ? { ...one, ...fields } : one)),
    });
  return (
    <>
      <h2 class="nhsuk-heading-m">Who takes part</h2>
      <BodyChoice
        id={`${form}-host`}
        label="The body that holds it"
        chosen={plan.host}
        fault={faultOf(faults, "host")}
        onChoose={(host) => set({ host })}
      />
      <div id={`${form}-members`} tabIndex={-1}>
        {plan.members.map((member, index) => (
          <fieldset class="nhsuk-fieldset app-member" key={index}>
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
              Member {index + 1}
            </legend>
            <BodyChoice
              id={`${form}-member-${index}-body`}
              label={`Body of member ${index + 1}`}
              chosen={member.body}
              fault={faultOf(faults, `members.${index}`)}
              onChoose={(body) => change(index, { body })}
            />
            <SelectField
              id={`${form}-member-${index}-part`}
              label={`What member ${index + 1} does with its money`}
              value={member.part}
              options={optionsOf(parts)}
              onValue={(part) => change(index, { part: part as PoolPart })}
            />
            {plan.riskShare === "STATED_SHARES" && (
              <TextField
                id={`${form}-member-${index}-share`}
                label={`Share of an overspend of member ${index + 1}`}
                hint="From 0 to 1: a quarter is 0.25. All of them sum to 1."
                value={member.riskShare}
                width={10}
                isNumber
                onValue={(riskShare) => change(index, { riskShare })}
              />
            )}
            <DateFields
              id={`${form}-member-${index}-leaves`}
              label={`Last day of member ${index + 1}`}
              hint="Only if it leaves before the end"
              value={member.leavesOn}
              onValue={(leavesOn) => change(index, { leavesOn })}
            />
            <button
              type="button"
              class="app-link"
              onClick={() => set({ members: plan.members.filter((_, at) => at !== index) })}
            >
              Take out member {index + 1}
            </button>
          </fieldset>
        ))}
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => set({ members: [...plan.members, newMember] })}
        >
          Add a member
        </button>
      </div>
    </>
  );
}

export function Money({ plan, set, faults, form }: FieldsProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">If it is overspent, and if somebody leaves</h2>
      <SelectField
        id={`${form}-riskShare`}
        label="Who bears an overspend"
        value={plan.riskShare}
        fault={faultOf(faults, "riskShare")}
        options={optionsOf(riskShares, "Choose one")}
        onValue={(riskShare) => set({ riskShare: riskShare as RiskShare | "" })}
      />
      {(plan.riskShare === "TIERED" || plan.tier !== "") && (
        <TextField
          id={`${form}-tier`}
          label="Up to where it is borne in equal parts"
          value={plan.tier}
          fault={faultOf(faults, "tier")}
          prefix="£"
          width={10}
          isNumber
          onValue={(tier) => set({ tier })}
        />
      )}
      <TextField
        id={`${form}-exitNoticeMonths`}
        label="Notice that a member gives to leave"
        value={plan.exitNoticeMonths}
        fault={faultOf(faults, "exitNoticeMonths")}
        suffix="months"
        width={3}
        isNumber
        onValue={(exitNoticeMonths) => set({ exitNoticeMonths })}
      />
    </>
  );
}

export function Agreement({ plan, set, faults, form }: FieldsProps) {
  const fault = (field: string) => faultOf(faults, field);
  return (
    <>
      <h2 class="nhsuk-heading-m">What the agreement says</h2>
      <DateFields
        id={`${form}-consultedOn`}
        label="When those affected were consulted jointly"
        hint="The month is enough: leave the day empty"
        value={plan.consultedOn}
        fault={fault("consultedOn")}
        onValue={(consultedOn) => set({ consultedOn })}
      />
      <TextField
        id={`${form}-decisionBody`}
        label="Committee that decides"
        value={plan.decisionBody}
        fault={fault("decisionBody")}
        onValue={(decisionBody) => set({ decisionBody })}
      />
      <TextField
        id={`${form}-managerRole`}
        label="Post that manages the fund"
        hint="The post, never a name"
        value={plan.managerRole}
        fault={fault("managerRole")}
        onValue={(managerRole) => set({ managerRole })}
      />
      <TextField
        id={`${form}-vatStatus`}
        label="How value added tax is treated"
        value={plan.vatStatus}
        fault={fault("vatStatus")}
        onValue={(vatStatus) => set({ vatStatus })}
      />
      <h2 class="nhsuk-heading-m">Who may see it</h2>
      <SelectField
        id={`${form}-visibility`}
        label="Seen by"
        value={plan.visibility}
        fault={fault("visibility")}
        options={optionsOf(visibilities)}
        onValue={(visibility) => set({ visibility: visibility as Visibility })}
      />
      <BodyChoice
        id={`${form}-owner`}
        label="The body that keeps it"
        hint="Needed for what not everybody sees. You can write for the bodies of your token."
        chosen={plan.owner}
        fault={fault("owner")}
        onChoose={(owner) => set({ owner })}
      />
    </>
  );
}
