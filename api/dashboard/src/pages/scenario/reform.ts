import { inWords } from "../../data/dates.ts";

interface Reform {
  readonly kind: string;
  readonly date: string | null;
  readonly predecessor: { readonly name: string };
  readonly successor: { readonly name: string } | null;
}

/** A reform of bodies in words. */
export function reformName({ kind, date, predecessor, successor }: Reform): string {
  const to = successor ? `to ${successor.name}` : "to a body that is not settled";
  const when = date ? inWords(date) : "no date on record";
  return `${predecessor.name} hands over ${to}: ${kind.replaceAll("_", " ")}, ${when}`;
}
