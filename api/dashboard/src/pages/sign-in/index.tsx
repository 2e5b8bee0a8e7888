import { Who } from "#ops/Who.ts";
import type { ViewerRole } from "#ops/types.ts";
import { OrganisationSignIn } from "../../app/organisation.tsx";
import { Page } from "../../app/page.tsx";
import { TokenForm } from "../../app/token-form.tsx";
import { useAddress } from "../../data/address.ts";
import { signOut, useSession } from "../../data/session.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Fact } from "../../parts/fact.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { listed, word } from "../../parts/words.ts";
import { Arrival } from "./arrival.tsx";

const roles: Record<ViewerRole, string> = {
  PUBLIC: "the public: you read what is published",
  PROVIDER: "a provider: you may propose corrections to your own services",
  ANALYST: "an analyst: you read all that is not private to others, and may propose",
  COMMISSIONER: "a commissioner: you write for your bodies and areas, and decide on proposals",
  ADMIN: "an administrator: you keep the whole register",
};

export default function SignIn() {
  const { token } = useSession();
  return (
    <Page title={token ? "Your sign-in" : "Sign in"} place={[{ name: "Home", path: "/" }]}>
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">{token ? <SignedIn /> : <SignedOut />}</div>
      </div>
    </Page>
  );
}

function SignedOut() {
  const { params } = useAddress();
  const outcome = params.get("openid");
  if (outcome === "done") return <Arrival outcome={outcome} />;
  return (
    <>
      {outcome && <Arrival outcome={outcome} />}
      <p>
        Anybody reads what is published. To propose a correction, to write or to decide, sign in.
      </p>
      <OrganisationSignIn back={params.get("back") ?? undefined} />
      <h2 class="nhsuk-heading-m">Sign in with a token</h2>
      <TokenForm id="token" />
      <h2 class="nhsuk-heading-m">Where to get a token</h2>
      <p>
        From whoever runs this server, or from the sign-in of your organisation where it is
        connected. On your own machine:
      </p>
      <pre class="app-small">
        <code>throughcare token --role analyst</code>
      </pre>
    </>
  );
}

function SignedIn() {
  const asked = useAnswer(Who, {});
  return (
    <Loaded asked={asked} what="who you are to this server">
      {({ viewer }) =>
        viewer && (
          <>
            <dl class="nhsuk-summary-list">
              <Fact name="Name in the history">{viewer.actor ?? "None"}</Fact>
              <Fact name="You are">{word(roles, viewer.role)}</Fact>
              <Fact name="For">
                {listed([...viewer.bodies, ...viewer.areas].map((one) => one.name)) ||
                  "No body or area by name"}
              </Fact>
              <Fact name="Until">
                {viewer.expires
                  ? new Date(viewer.expires).toLocaleString("en-GB", {
                      dateStyle: "long",
                      timeStyle: "short",
                    })
                  : "The server stops"}
              </Fact>
            </dl>
            <button type="button" class="nhsuk-button" onClick={signOut}>
              Sign out
            </button>
          </>
        )
      }
    </Loaded>
  );
}
