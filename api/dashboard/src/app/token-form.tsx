import { useState } from "preact/hooks";
import { faultIn, signIn } from "../data/session.ts";

/** Takes a token. It goes to the memory of this tab and nowhere else. */
export function TokenForm({ id, onSignedIn }: { id: string; onSignedIn?: () => void }) {
  const [token, setToken] = useState("");
  const [fault, setFault] = useState<string>();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = faultIn(token.trim());
        setFault(wrong);
        if (wrong) return;
        signIn(token.trim());
        setToken("");
        onSignedIn?.();
      }}
    >
      <div class={`nhsuk-form-group${fault ? " nhsuk-form-group--error" : ""}`}>
        <label class="nhsuk-label nhsuk-label--s" for={id}>
          Token
        </label>
        <div class="nhsuk-hint" id={`${id}-hint`}>
          It is kept for this browser tab until you close it or sign out.
        </div>
        {fault && (
          <span class="nhsuk-error-message" id={`${id}-fault`} role="alert">
            <span class="nhsuk-u-visually-hidden">Error: </span>
            {fault}
          </span>
        )}
        <input
          class={`nhsuk-input${fault ? " nhsuk-input--error" : ""}`}
          id={id}
          type="password"
          autoComplete="off"
          spellcheck={false}
          value={token}
          aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ""}`}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </div>
      <button class="nhsuk-button" type="submit">
        Sign in
      </button>
    </form>
  );
}
