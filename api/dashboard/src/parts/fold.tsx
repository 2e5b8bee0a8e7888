/* What is folded away under a line, open at one press. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Line {
  name: ComponentChildren;
  /** Said, not shown, for whoever hears many of these on one page: `– Milton Keynes`. */
  unseen?: string | undefined;
}

export function Fold({ name, unseen, children }: Line & { children: ComponentChildren }) {
  return (
    <details class="nhsuk-details app-details">
      <summary class="nhsuk-details__summary">
        <Words name={name} unseen={unseen} />
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  );
}

interface AskedProps extends Line {
  /** Not when it opens: for printing, all that is folded is opened, and nobody asked for it then. */
  isByPress?: boolean;
  children: () => ComponentChildren;
}

/** What is in it is made, and so fetched, when somebody opens it. */
export function FoldAsked({ name, unseen, isByPress, children }: AskedProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      class="nhsuk-details app-details"
      onToggle={(event) => {
        if (!isByPress && event.currentTarget.open) setIsOpen(true);
      }}
    >
      <summary class="nhsuk-details__summary" onClick={() => isByPress && setIsOpen(true)}>
        <Words name={name} unseen={unseen} />
      </summary>
      <div class="nhsuk-details__text">{isOpen && children()}</div>
    </details>
  );
}

function Words({ name, unseen }: Line) {
  return (
    <span class="nhsuk-details__summary-text">
      {name}
      {unseen && <span class="nhsuk-u-visually-hidden"> {unseen}</span>}
    </span>
  );
}
