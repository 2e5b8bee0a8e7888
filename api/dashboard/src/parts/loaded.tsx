/* The states of a question: being asked, slow, failed, answered. */
import type { ComponentChildren } from "preact";
import { href } from "../data/address.ts";
import type { Answer, Failure } from "../data/client.ts";
import type { Asked } from "../data/use-answer.ts";

interface Props<Data> {
  asked: Asked<Data>;
  /** What is being loaded, as in “Loading the gaps…”. */
  what: string;
  children: (data: Data, answer: Answer<Data>) => ComponentChildren;
}

/** Shows the answer once it is there, and keeps the last one while a newer is on its way. */
export function Loaded<Data>({ asked, what, children }: Props<Data>) {
  const { answer, failure, isAsking, isSlow } = asked;
  return (
    <div aria-busy={isAsking}>
      <div role="status" class={isAsking && (!answer || isSlow) ? "app-status" : undefined}>
        {isAsking && (!answer || isSlow) && !failure && (
          <p>
            Loading {what}…
            {isSlow && " This is taking longer than usual. You need not do anything."}
          </p>
        )}
      </div>
      {failure && <Failed failure={failure} asked={asked} what={what} />}
      {answer && <Faults answer={answer} />}
      {answer && children(answer.data, answer)}
    </div>
  );
}

const said: Partial<Record<Failure["kind"], string>> = {
  "signed-out": "Your sign-in has ended",
  refused: "The server refused the question",
  broken: "Something is wrong at the server",
};

interface FailedProps {
  failure: Failure;
  asked: Pick<Asked<unknown>, "again" | "answer">;
  what: string;
}

/** What is wrong with this question. Where the server is away, the top of the page says so. */
function Failed({ failure, asked, what }: FailedProps) {
  if (failure.passes) {
    return asked.answer ? null : <p class="app-unknown">Not loaded yet: {what}.</p>;
  }
  if (nowhere.includes(failure.code ?? "")) return <Nowhere failure={failure} />;
  return (
    <div class="app-failure" role="alert">
      <h2 class="app-failure__head">{said[failure.kind] ?? "This could not be answered"}</h2>
      <p>
        {failure.message} {asked.answer ? `You still see ${what} as last loaded.` : ""}
      </p>
      {failure.requestId && (
        <p class="app-small">
          If you report this, name the request <code>{failure.requestId}</code>.
        </p>
      )}
      <button
        type="button"
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={asked.again}
      >
        Try again now
      </button>
    </div>
  );
}

/** Codes of what cannot be found, however often it is asked for. */
const nowhere = ["UNKNOWN_CODE", "BAD_ID"];

function Nowhere({ failure }: { failure: Failure }) {
  return (
    <div role="alert">
      <p class="nhsuk-lede-text">
        {failure.code === "UNKNOWN_CODE"
          ? // Without the argument that it was given in, which the address does not show.
            `${failure.message.replace(/^[\w.]+: /, "").replaceAll(/'([^']*)'/g, "“$1”")}.`
          : "The register has nothing at this address."}
      </p>
      <p>
        Check the address. What is not for everybody is seen after{" "}
        <a href={href("/sign-in", { back: window.location.pathname })}>signing in</a>.
      </p>
    </div>
  );
}

/** Parts of an answer that failed while others came. */
function Faults({ answer }: { answer: Answer<unknown> }) {
  if (answer.errors.length === 0) return null;
  return (
    <div class="app-failure" role="alert">
      <h2 class="app-failure__head">A part of this page could not be answered</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {answer.errors.map((error, index) => (
          <li key={index}>{error.message}</li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing to show, and what that means: absent and unknown are different things. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="nhsuk-inset-text app-empty">{children}</p>;
}
