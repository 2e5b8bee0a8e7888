import { useEffect, useRef } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { href, useAddress, useScope } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import { GapFunders } from "./gap-funders.tsx";
import { List } from "./list.tsx";
import { type Profile, fromParams, saysSomething } from "./profile.ts";
import { ProfileForm } from "./profile-form.tsx";
import { SaidOfUs } from "./said.tsx";

export default function Openings() {
  const isGap = useAddress().params.get("view") === "gap";
  return (
    <Page
      title={isGap ? "Who could fund a gap?" : "What can we apply for?"}
      place={[{ name: "Home", path: "/" }]}
    >
      <p class="app-screen-only">
        {isGap ? (
          <a href={href("/openings")}>What can our organisation apply for?</a>
        ) : (
          <a href={href("/openings", { view: "gap" })}>Who could fund a gap in an area?</a>
        )}
      </p>
      {isGap ? <GapFunders /> : <ForUs />}
    </Page>
  );
}

/** The profile, and the list that it gives. */
function ForUs() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const profile = fromParams(params);
  return (
    <>
      <p class="nhsuk-lede-text">
        Grants, lots, tenders, frameworks and work under lead providers, held against your
        organisation condition by condition. Answer what you like: what you leave out is not held
        against you. Nothing of it is kept on the server; it is in this page’s address, to be
        shared.
      </p>
      {saysSomething(profile) && <SaidOfUs profile={profile} />}
      <Organisation profile={profile} />
      <List profile={profile} variables={{ asOf, knownAt }} />
    </>
  );
}

/** The form. It keeps what is typed to itself, so that the long list is not drawn at each key. */
function Organisation({ profile }: { profile: Profile }) {
  const said = JSON.stringify(profile);
  const draft = useDraft<Profile>("openings-profile", profile);
  const last = useRef(said);
  useEffect(() => {
    // Gone back, or to another address: the form says what that address says.
    if (last.current === said) return;
    last.current = said;
    draft.reset(profile);
    // The form folds, and what was asked for stands below it.
    document.getElementById("list")?.focus();
  }, [said]);
  const isTold = saysSomething(profile);
  const isChanged = JSON.stringify(draft.value) !== said;
  return (
    <details class="nhsuk-details app-fold app-screen-only" open={!isTold || isChanged}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          {isTold ? "Change what is said of your organisation" : "Your organisation"}
        </span>
      </summary>
      <div class="nhsuk-details__text">
        {isChanged && isTold && (
          <p class="nhsuk-inset-text app-empty" role="status">
            What you typed is kept here. The list below is still for what the address says, until
            you press “Show what fits”.
          </p>
        )}
        <ProfileForm draft={draft} shown={profile} />
      </div>
    </details>
  );
}
