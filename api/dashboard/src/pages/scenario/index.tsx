import { ScenarioById } from "#ops/ScenarioById.ts";
import { ScenarioWho } from "#ops/ScenarioWho.ts";
import type { ScenarioShownFragment, ScenarioViewerFragment } from "#ops/types.ts";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { TokenForm } from "../../app/token-form.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { useSession } from "../../data/session.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { copyOf, draftOf, isScenario, newScenario } from "./draft.ts";
import { ScenarioForm, toScenario } from "./form.tsx";
import { View } from "./view.tsx";
import { plans } from "./words.ts";

const place = [
  { name: "Home", path: "/" },
  { name: "Scenarios", path: "/scenarios" },
];

export default function ScenarioPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  return id === "new" ? <New /> : <Existing id={id} />;
}

/** A new one, or one that begins as a copy. */
function New() {
  const from = useAddress().params.get("from") ?? "";
  const who = useAnswer(ScenarioWho, {});
  const model = useAnswer(ScenarioById, from ? { id: from } : undefined);
  const viewer = who.answer?.data.viewer;
  const owner = viewer?.bodies[0] ?? null;
  const node = model.answer?.data.node;
  const copied = node && isScenario(node) ? node : undefined;
  const asked = from ? model : who;
  return (
    <Page title={from ? "Copy a scenario" : "Make a scenario"} place={place}>
      <Loaded asked={asked} what="what a scenario begins with">
        {() =>
          who.answer && (
            <MayPlan viewer={viewer}>
              {from && !copied ? (
                <p class="app-unknown">
                  The scenario to copy is not there, or is not for you to see.
                </p>
              ) : (
                <ScenarioForm
                  key={from}
                  name={`scenario.new.${from}`}
                  id={undefined}
                  first={copied ? copyOf(copied, owner) : newScenario(owner)}
                  viewer={viewer}
                  onDone={toScenario}
                />
              )}
            </MayPlan>
          )
        }
      </Loaded>
    </Page>
  );
}

/** One that is there: shown, or, with `?edit=1`, to be changed. */
function Existing({ id }: { id: string }) {
  const { knownAt } = useScope();
  const { params } = useAddress();
  const asked = useAnswer(ScenarioById, { id, knownAt });
  const node = asked.answer?.data.node;
  const scenario = node && isScenario(node) ? node : undefined;
  const viewer = asked.answer?.data.viewer;
  const isWrongId = asked.failure !== undefined && !asked.failure.passes;
  if ((asked.answer && !scenario) || isWrongId) return <NotThere viewer={viewer} />;
  const isEditing = params.get("edit") !== null && scenario?.frozen === null;
  return (
    <Page
      title={scenario?.name ?? "Scenario"}
      caption={isEditing ? "Change a scenario" : "Scenario"}
      place={place}
    >
      <Loaded asked={asked} what="the scenario">
        {() =>
          scenario &&
          (isEditing ? (
            <MayPlan viewer={viewer}>
              <Edit scenario={scenario} viewer={viewer} onSaved={asked.again} />
            </MayPlan>
          ) : (
            <View scenario={scenario} viewer={viewer} onChanged={asked.again} />
          ))
        }
      </Loaded>
    </Page>
  );
}

interface EditProps {
  scenario: ScenarioShownFragment;
  viewer: ScenarioViewerFragment | null | undefined;
  onSaved: () => void;
}

function Edit({ scenario, viewer, onSaved }: EditProps) {
  const shown = here({ edit: undefined });
  return (
    <>
      <p>
        <a href={shown}>Back to the scenario</a>
      </p>
      <ScenarioForm
        name={`scenario.${scenario.id}`}
        id={scenario.id}
        first={draftOf(scenario)}
        viewer={viewer}
        onDone={() => {
          onSaved();
          go(shown);
        }}
      />
    </>
  );
}

interface MayProps {
  viewer: ScenarioViewerFragment | null | undefined;
  children: ComponentChildren;
}

/** The form, for whoever may plan. Who was signed out meanwhile keeps it and what is in it. */
function MayPlan({ viewer, children }: MayProps) {
  const { ended } = useSession();
  const began = useRef(false);
  began.current ||= plans(viewer?.role);
  if (plans(viewer?.role) || ended || began.current) return <>{children}</>;
  return (
    <>
      <p>
        {viewer?.role === "PROVIDER"
          ? "Scenarios are made by commissioners and analysts; your token is a provider’s. Sign in with another to make one."
          : "To make a scenario, sign in with a token of a commissioner or an analyst."}{" "}
        What is published can be read by everybody:{" "}
        <a href={href("/scenarios")}>see the scenarios</a>.
      </p>
      <TokenForm id="scenario-token" />
    </>
  );
}

function NotThere({ viewer }: { viewer: ScenarioViewerFragment | null | undefined }) {
  const isPublic = !viewer || viewer.role === "PUBLIC";
  return (
    <Page title="No such scenario" place={place}>
      <p>
        There is no scenario at this address, or it is not for you to see: who may see one is for
        the body that keeps it to say.
      </p>
      {isPublic && (
        <>
          <p>You are not signed in. If it is yours, sign in:</p>
          <TokenForm id="scenario-token" />
        </>
      )}
      <p>
        <a href={href("/scenarios")}>See the scenarios</a>
      </p>
    </Page>
  );
}
