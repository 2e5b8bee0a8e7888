/* What a search by name has found, most alike first. */
import type { ComponentChildren } from "preact";
import { counted } from "./words.ts";

export interface Hit {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly about: string;
}

interface Props<Found extends Hit> {
  found: readonly Found[];
  text: string;
  /** As in “No service is called …”, and as in “2 services”. */
  one: string;
  many: string;
  /** What is shown of each: a link, or a button. */
  children: (one: Found) => ComponentChildren;
}

export function Hits<Found extends Hit>({ found, text, one, many, children }: Props<Found>) {
  return (
    <>
      <p role="status" class="app-small">
        {found.length === 0
          ? `No ${one} is called “${text}”. Try a part of the name, or a code.`
          : `${counted(found.length, one, many)}, most alike first`}
      </p>
      <ul class="app-hits">
        {found.map((hit) => (
          <li key={hit.id}>
            {children(hit)}
            {hit.about && <span class="app-small">{hit.about}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
