import type { ComponentChildren } from "preact";

/** A row of a summary list. */
export function Fact({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="nhsuk-summary-list__row">
      <dt class="nhsuk-summary-list__key">{name}</dt>
      <dd class="nhsuk-summary-list__value">{children}</dd>
    </div>
  );
}
