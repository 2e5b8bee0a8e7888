/* The organisation in eleven questions, none of which has to be answered. What is typed is kept
 * for the tab; the address says it once it is asked with, so that it can be shared. */
import { OpeningsChoices } from "#ops/OpeningsChoices.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, here, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import type { Draft } from "../../data/use-draft.ts";
import { ServiceChoice } from "../../parts/choices.tsx";
import {
  CheckField,
  ErrorSummary,
  type Fault,
  RadioField,
  TextField,
  faultOf,
} from "../../parts/form.tsx";
import { AreaPicker } from "../../parts/pickers.tsx";
import { AddOffer } from "./add-offer.tsx";
import { Chosen, ServiceTitle } from "./chosen.tsx";
import { useAreaNames } from "./names.ts";
import { type Profile, type Said, faultsIn, toParams, unsaid } from "./profile.ts";
import { applyingAs, legalForms, ofCode } from "./words.ts";

const said = [
  { value: "none", name: "No" },
  { value: "some", name: "Yes" },
  { value: "", name: "Not said" },
];

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, name]) => ({ value, name }));

interface Props {
  draft: Draft<Profile>;
  /** What the list below is for. */
  shown: Profile;
}

export function ProfileForm({ draft, shown }: Props) {
  const { value: profile, set } = draft;
  const { asOf } = useScope();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const choices = useAnswer(OpeningsChoices, { asOf }).answer?.data;
  const send = (event: Event) => {
    event.preventDefault();
    const wrong = faultsIn(profile);
    setFaults(wrong);
    if (wrong.length > 0) return;
    go(here({ ...toParams(profile), closed: undefined }));
    draft.reset(profile);
  };
  const named = (
    of: readonly { code: string; name: string }[] | undefined,
    chosen: readonly string[],
  ) =>
    of?.map(({ code, name }) => ({ value: code, name })) ??
    // Until the lists are there, what is chosen already stays on the page.
    chosen.map((code) => ({ value: code, name: ofCode(code) }));
  const frameworks = frameworkCodes(choices?.frameworks?.nodes ?? [], profile.frameworks);
  const fault = (field: string) => faultOf(faults, field);
  return (
    <>
      <WhereItWorks profile={profile} set={set} />
      <form class="app-profile" noValidate onSubmit={send}>
        <ErrorSummary form="profile" faults={faults} outcome="The list was not asked for" />
        <TextField
          id="profile-turnover"
          label="Turnover of a year"
          hint="In pounds, for example 300,000. Your last accounts will do."
          prefix="£"
          width={10}
          isNumber
          value={profile.turnover}
          fault={fault("turnover")}
          onValue={(turnover) => set({ turnover })}
        />
        <CheckField
          id="profile-forms"
          label="What you are in law"
          hint="Choose all that hold. A charitable company on the register is both."
          values={profile.forms}
          options={optionsOf(legalForms)}
          onValues={(forms) => set({ forms })}
        />
        <CheckField
          id="profile-serves"
          label="Whom you serve"
          values={profile.serves}
          options={named(choices?.register?.cohorts, profile.serves)}
          onValues={(serves) => set({ serves })}
        />
        <AddOffer
          offers={choices?.offers?.nodes ?? []}
          chosen={profile.gives}
          onChange={(gives) => set({ gives })}
        />
        <CheckField
          id="profile-as"
          label="How you would apply"
          values={profile.as}
          options={optionsOf(applyingAs)}
          onValues={(as) => set({ as })}
        />
        <RadioField
          id="profile-led"
          label="Are you led by and for a community?"
          value={profile.led}
          isInline
          options={said}
          onValue={(led) => set({ led: led as Said })}
        />
        {profile.led === "some" && (
          <div class="app-conditional">
            <CheckField
              id="profile-communities"
              label="Which communities"
              fault={fault("communities")}
              values={profile.communities}
              options={named(choices?.register?.communities, profile.communities)}
              onValues={(communities) => set({ communities })}
            />
            {(["board", "staff"] as const).map((who) => (
              <TextField
                key={who}
                id={`profile-${who}`}
                label={`How much of the ${who} is from those communities`}
                hint="A percentage, for example 60. Leave it empty if you would not say."
                suffix="%"
                width={4}
                isNumber
                value={profile[who]}
                fault={fault(who)}
                onValue={(share) => set({ [who]: share })}
              />
            ))}
          </div>
        )}
        <RadioField
          id="profile-listed"
          label="Are you a supplier of a framework?"
          hint="Some contracts are open only to organisations that have joined a list of suppliers before."
          value={profile.listed}
          isInline
          options={said}
          onValue={(listed) => set({ listed: listed as Said })}
        />
        {profile.listed === "some" && (
          <div class="app-conditional">
            <CheckField
              id="profile-frameworks"
              label="Which frameworks"
              hint="Those that a notice in the register names"
              fault={fault("frameworks")}
              values={profile.frameworks}
              options={frameworks}
              onValues={(chosen) => set({ frameworks: chosen })}
            />
          </div>
        )}
        <RadioField
          id="profile-holds"
          label="Do you provide a service of the register now?"
          hint="Some awards go only to whoever provides the service already."
          value={profile.holds}
          isInline
          options={said}
          onValue={(holds) => set({ holds: holds as Said })}
        />
        {profile.holds === "some" && (
          <div class="app-conditional" id="profile-services" tabIndex={-1}>
            {fault("services") && (
              <p class="nhsuk-error-message">
                <span class="nhsuk-u-visually-hidden">Error: </span>
                {fault("services")}
              </p>
            )}
            <Chosen
              from="the services that you provide"
              values={profile.services}
              name={(id) => <ServiceTitle id={id} />}
              onRemove={(id) => set({ services: profile.services.filter((one) => one !== id) })}
            />
            <ServiceChoice
              id="profile-find-service"
              label="Find a service that you provide"
              chosen={null}
              except={profile.services}
              onChoose={(found) => found && set({ services: [...profile.services, found.id] })}
            />
          </div>
        )}
        <div class="app-buttons">
          <button type="submit" class="nhsuk-button">
            Show what fits
          </button>
          {draft.isChanged && (
            <button
              type="button"
              class="nhsuk-button nhsuk-button--secondary"
              onClick={() => draft.reset(shown)}
            >
              Back to what the list is for
            </button>
          )}
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary"
            onClick={() => draft.set(unsaid)}
          >
            Empty the form
          </button>
        </div>
      </form>
    </>
  );
}

/** Areas are searched for, and a search is a form of its own: it stands before the other. */
function WhereItWorks({ profile, set }: { profile: Profile; set: Draft<Profile>["set"] }) {
  const [text, setText] = useState("");
  const nameOf = useAreaNames(profile.areas);
  const place = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState("");
  useEffect(() => {
    // The button that added it is gone, so the focus goes to where the next is typed.
    if (added) place.current?.querySelector("input")?.focus();
  }, [added]);
  return (
    <div ref={place}>
      <AreaPicker
        id="profile-area"
        label="Where you work"
        hint="A council, police force, probation region, integrated care board, court or prison. Add as many as you like."
        text={text}
        onText={setText}
      >
        {(area) =>
          area.code && !profile.areas.includes(area.code) ? (
            <button
              type="button"
              class="app-link"
              onClick={() => {
                set({ areas: [...profile.areas, area.code ?? ""] });
                setText("");
                setAdded(area.code ?? "");
              }}
            >
              Add {area.name}
            </button>
          ) : (
            area.name
          )
        }
      </AreaPicker>
      <Chosen
        from="where you work"
        values={profile.areas}
        name={nameOf}
        onRemove={(code) => set({ areas: profile.areas.filter((one) => one !== code) })}
      />
    </div>
  );
}

interface Asks {
  readonly conditions: readonly { readonly kind: string; readonly words: string | null }[];
}

/** The frameworks that any notice of the register names. */
function frameworkCodes(openings: readonly Asks[], chosen: readonly string[]) {
  const named = openings
    .flatMap((opening) => opening.conditions)
    .filter((condition) => condition.kind === "FRAMEWORK")
    .flatMap((condition) => (condition.words ?? "").split(";"))
    .filter((code) => code !== "" && code !== "uncoded");
  return [...new Set([...named, ...chosen])].map((value) => ({ value, name: ofCode(value) }));
}
