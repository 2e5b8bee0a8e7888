/* How rows are called in links and headings. */
import { inWords } from "../../data/dates.ts";
import { statuses, successions, word } from "../words.ts";
import type { Link, LinkGroup } from "./kind.ts";
import { claimKinds } from "./words.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

interface RecordCalled {
  readonly id: string;
  readonly status: Parameters<typeof word<keyof typeof statuses>>[1];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly area: { readonly name: string };
  readonly offer: { readonly name: string };
  readonly service: { readonly title: string } | null;
}

interface ContractCalled {
  readonly id: string;
  readonly reference: string | null;
  readonly status: RecordCalled["status"];
  readonly endsOn: string | null;
  readonly service: { readonly title: string } | null;
}

interface ClaimCalled {
  readonly id: string;
  readonly claimKind: string;
  readonly communitiesAsStated: string;
}

export const financialYear = (year: number | string) =>
  `April ${year} to March ${Number(year) + 1}`;

export const recordName = (one: RecordCalled): string =>
  one.service
    ? `${one.offer.name} in ${one.area.name}: ${one.service.title}`
    : `No ${one.offer.name} in ${one.area.name}`;

export const contractName = (one: ContractCalled): string =>
  one.reference ?? `Contract for ${one.service?.title ?? "a service"}`;

export const claimName = (one: ClaimCalled): string =>
  `${word(claimKinds, one.claimKind as keyof typeof claimKinds)}: ${one.communitiesAsStated}`;

export const named = (one: Named): Link => ({ id: one.id, name: one.name });
export const titled = (one: Titled): Link => ({ id: one.id, name: one.title });

export const recordLink = (one: RecordCalled): Link => ({
  id: one.id,
  name: recordName(one),
  note: [word(statuses, one.status), term(one.startsOn, one.endsOn)].filter(Boolean).join(", "),
});

export const contractLink = (one: ContractCalled): Link => ({
  id: one.id,
  name: contractName(one),
  note: [word(statuses, one.status), term(null, one.endsOn)].filter(Boolean).join(", "),
});

export const claimLink = (one: ClaimCalled): Link => ({ id: one.id, name: claimName(one) });

/** How one area followed another. */
export const successionLink = (one: {
  readonly id: string;
  readonly date: string;
  readonly kind: keyof typeof successions;
  readonly area: { readonly name: string };
}): Link => ({
  id: one.id,
  name: one.area.name,
  note: `${inWords(one.date)}: ${word(successions, one.kind)}`,
});

/** Groups without anything in them are left out. */
export const groups = (...all: readonly LinkGroup[]): readonly LinkGroup[] =>
  all.filter((group) => group.links.length > 0);

export const group = (title: string, links: readonly Link[], total?: number): LinkGroup => ({
  title,
  links,
  ...(total === undefined ? {} : { total }),
});

function term(from: string | null, to: string | null): string {
  return [from && `from ${inWords(from)}`, to && `until ${inWords(to)}`].filter(Boolean).join(" ");
}

/** A moment as people here read it. */
export const momentText = (moment: string): string =>
  new Date(moment).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
