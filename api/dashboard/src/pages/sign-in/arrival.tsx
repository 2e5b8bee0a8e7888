import { useEffect, useState } from "preact/hooks";
import { go } from "../../data/address.ts";
import { collect } from "../../data/openid.ts";
import { signIn } from "../../data/session.ts";

/** Why nobody was signed in, by the word in the address. */
const refusals: Readonly<Record<string, { title: string; what: string }>> = {
  stale: {
    title: "This sign-in has ended",
    what: "It was not begun in this browser, it took longer than ten minutes, or its answer was used before. Nothing is wrong with your account: sign in again.",
  },
  denied: {
    title: "Your organisation did not sign you in",
    what: "It said no, or you stopped there. Sign in again, or ask whoever runs the sign-in of your organisation.",
  },
  role: {
    title: "You have no role here yet",
    what: "Your organisation knows you, and has given you no role in Throughcare. Ask whoever runs this server to have one given to you. Until then you can read what is published.",
  },
  token: {
    title: "Your organisation’s answer was not accepted",
    what: "What it sent does not fit this server. That is for whoever runs this server to put right: its log says why.",
  },
  unreachable: {
    title: "Your organisation’s sign-in does not answer",
    what: "This server could not reach it, or could not read what it sent. Try again in a few minutes.",
  },
};

/** What came of signing in with one's organisation, as the word in the address says. */
export function Arrival({ outcome }: { outcome: string }) {
  if (outcome === "done") return <Arriving />;
  const known = Object.hasOwn(refusals, outcome) ? refusals[outcome] : undefined;
  return known ? <Refusal {...known} /> : null;
}

/** Fetches the token and goes back to where one came from. */
function Arriving() {
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    collect().then(
      (arrived) => {
        if (!arrived) return setRefusal("stale");
        signIn(arrived.token);
        go(arrived.back, { replace: true });
      },
      () => setRefusal("unanswered"),
    );
  }, []);
  if (refusal === "unanswered") {
    return (
      <Refusal
        title="The server cannot be reached"
        what="Your organisation signed you in, and this server did not answer after that. Sign in again."
      />
    );
  }
  if (refusal) return <Arrival outcome={refusal} />;
  return <p role="status">Signing you in…</p>;
}

function Refusal({ title, what }: { title: string; what: string }) {
  return (
    <div class="nhsuk-error-summary" role="alert" aria-labelledby="not-signed-in">
      <h2 class="nhsuk-error-summary__title" id="not-signed-in">
        {title}
      </h2>
      <div class="nhsuk-error-summary__body">
        <p>{what}</p>
      </div>
    </div>
  );
}
