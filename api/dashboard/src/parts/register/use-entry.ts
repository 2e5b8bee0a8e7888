import { EntryUnknown } from "#ops/EntryUnknown.ts";
import { useRef } from "preact/hooks";
import { type Asked, useAnswer } from "../../data/use-answer.ts";
import type { EntryVariables, Kind, Node } from "./kind.ts";
import { kindOf, kindOfId } from "./kinds.ts";

export interface Entry {
  readonly asked: Asked<unknown>;
  /** The kind that its id says, or once it has come, that it is. */
  readonly kind: Kind | undefined;
  /** Undefined: it has not come, or there is none. */
  readonly node: Node | undefined;
}

/** A row of any kind by its id, asked for with the question of its kind. */
export function useEntry(variables: EntryVariables): Entry {
  const asKind = kindOfId(variables.id);
  const question = asKind?.entry ?? (EntryUnknown as Kind["entry"]);
  const asked = useAnswer(question, variables);
  const found = (asked.answer?.data as { node?: Node | null } | undefined)?.node;
  const node = found && "id" in found ? found : undefined;
  return { asked, kind: node ? kindOf(node) : asKind, node };
}

/** The same, kept when it is not given any more: a form is not taken from under what was typed. */
export function useKeptEntry(variables: EntryVariables): Entry {
  const entry = useEntry(variables);
  const kept = useRef<{ id: string; entry: Entry } | undefined>(undefined);
  if (entry.node) kept.current = { id: variables.id, entry };
  if (entry.node || kept.current?.id !== variables.id) return entry;
  return { ...kept.current.entry, asked: entry.asked };
}
