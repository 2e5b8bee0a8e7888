/* The states of a question: being asked, slow, failed, answered. */
import type { ComponentChildren } from "preact";
import type { Answer, Failure } from "../data/client.ts";
import type { Asked } from "../data/use-answer.ts";
import { useSession } from "../data/session.ts";

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

const said: Record<Failure["kind"], string> = {
  unreachable: "The server cannot be reached",
  slow: "The server is too slow",
  "signed-out": "Your sign-in has ended",
  busy: "The server has too much to do",
  starting: "The server is starting",
  refused: "The server refused the question",
  broken: "Something is wrong at the server",
};

interface FailedProps {
  failure: Failure;
  asked: Pick<Asked<unknown>, "again" | "againIn" | "answer" | "isAsking">;
  what: string;
}

/** What happened, what becomes of the page, and what one can do. */
function Failed({ failure, asked, what }: FailedProps) {
  const { token } = useSession();
  return (
    <div class="app-failure" role="alert">
      <h2 class="app-failure__head">{said[failure.kind]}</h2>
      <p>
        {failure.message} {asked.answer ? `You still see ${what} as last loaded.` : ""}{" "}
        {failure.kind === "signed-out" && !token
          ? "Sign in again at the top of the page; nothing that you typed is lost."
          : ""}
        {asked.isAsking
          ? "Trying again now…"
          : asked.againIn !== undefined &&
            `It is tried again by itself ${asked.againIn === 1 ? "in a second" : `in ${asked.againIn} seconds`}.`}
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
