/*
 * What people keep in the register, as data: for each kind its words, its questions, and a table
 * of its fields. Reading, showing, editing, comparing and proposing all go by these tables, so that
 * a kind is a small file in `kinds/` and no page of its own.
 */
import type { WrittenFragment } from "#ops/types.ts";
import type { Operation } from "../../data/operation.ts";

/** A row that a field points to. Offers, cohorts and communities go by their codes. */
export interface Ref {
  readonly id: string;
  /** Empty: not known yet, to be asked for. */
  readonly name: string;
}

/** What something rests on: as it is, another that is there, or a new one. */
export interface Made {
  readonly how: "same" | "there" | "new";
  /** What it rests on as it is. */
  readonly was: Ref | null;
  /** Another that was chosen. */
  readonly there: Ref | null;
  readonly fields: Values;
}

/** A field as it is typed. An empty text or list says that nothing is on record. */
export type Value =
  string | readonly string[] | Ref | null | readonly Ref[] | readonly Values[] | Made;

export interface Values {
  readonly [field: string]: Value;
}

export type Target =
  | "area"
  | "body"
  | "cohort"
  | "community"
  | "contract"
  | "evidence"
  | "offer"
  | "opening"
  | "pool"
  | "service"
  | "source"
  | "stream";

export type Words = Readonly<Record<string, string>>;

export type Control =
  | { readonly is: "text"; readonly rows?: number; readonly width?: 5 | 10 | 20 | 30 }
  /** A day, month or year, as precise as its source. */
  | { readonly is: "date" }
  /** Pounds; history has pence. */
  | { readonly is: "money" }
  | { readonly is: "count"; readonly suffix?: string }
  /** The year in which a financial year begins. */
  | { readonly is: "year" }
  /** A decimal; history has millionths. */
  | { readonly is: "decimal" }
  | { readonly is: "choice"; readonly words: Words }
  | { readonly is: "choices"; readonly words: Words }
  | { readonly is: "flag" }
  | { readonly is: "ref"; readonly to: Target }
  | { readonly is: "refs"; readonly to: Target }
  /** Rows that belong to it alone, given whole. */
  | {
      readonly is: "list";
      readonly table: string;
      readonly one: string;
      readonly fields: readonly Field[];
    }
  /** A row that it rests on, which can be made with it under the name `maker`. */
  | {
      readonly is: "made";
      readonly to: "evidence" | "source";
      readonly maker: string;
      readonly table: string;
      readonly fields: readonly Field[];
    };

/** A row as it came; each kind's question says what is in it. */
export type Node = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version?: number;
};

export interface Field {
  /** As in inputs and in the history. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
  readonly control: Control;
  /** What it means that nothing is in it; by default that nothing is on record. */
  readonly none?: string;
  /** Where in the row it is; by default under its own name. */
  readonly from?: (node: Node) => unknown;
  /** It is set once and never changed. */
  readonly once?: boolean;
  /** It cannot be read back: it is left as it is unless something is typed. */
  readonly unread?: boolean;
}

/** Something that the row names or that names it, for a link. */
export interface Link {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}

export interface LinkGroup {
  readonly title: string;
  readonly links: readonly Link[];
  /** Where only a part of them is listed: how many there are. */
  readonly total?: number;
}

/** What the row is on the day, beside what people enter. */
export interface Fact {
  readonly name: string;
  readonly text: string | null;
}

type Saved = Readonly<Record<string, WrittenFragment | null>>;

export interface Kind {
  /** In addresses. */
  readonly code: string;
  /** As proposals call it. */
  readonly concern: string;
  readonly one: string;
  readonly many: string;
  /** What it is, for whoever chooses what to enter. */
  readonly says: string;
  /** Ids begin with it. */
  readonly prefix: string;
  /** Its table in the history. */
  readonly table: string;
  readonly entry: Operation<unknown, EntryVariables>;
  /** Undefined: it is not entered here. */
  readonly save?: Operation<Saved, { input: { reason: string } }>;
  /** The right that goes with `save`. */
  readonly may?: string;
  readonly fields: readonly Field[];
  /** Of kinds that share a prefix, whether a row is of this one. */
  readonly is?: (node: Node) => boolean;
  readonly title: (node: Node) => string;
  readonly facts?: (node: Node) => readonly Fact[];
  readonly rests?: (node: Node) => readonly LinkGroup[];
  /** Codes of areas whose coverage it is about, to be told of changes. */
  readonly areas?: (node: Node) => readonly (string | null)[];
  /** A page that shows it better. */
  readonly page?: (node: Node) => { readonly path: string; readonly name: string } | undefined;
}

export interface EntryVariables {
  readonly id: string;
  readonly asOf?: string | undefined;
  readonly knownAt?: { readonly revision: number } | undefined;
}

/** The row that a question gives, if it is of the kind asked about. */
export type RowOf<Data> = Data extends { node: infer Found }
  ? Extract<Found, { id: string }>
  : never;

type Telling = "title" | "facts" | "rests" | "areas" | "page" | "is";

/** A question or change of whatever variables. */
type Giving<Data> = Pick<Operation<Data, unknown>, "name" | "hash" | "text" | "data">;

/** A kind whose functions know what its question gives. */
interface Told<Data, Change> extends Omit<Kind, "entry" | "save" | Telling> {
  readonly entry: Giving<Data>;
  readonly save?: Giving<Change>;
  readonly is?: (row: RowOf<Data>) => boolean;
  readonly title: (row: RowOf<Data>) => string;
  readonly facts?: (row: RowOf<Data>) => readonly Fact[];
  readonly rests?: (row: RowOf<Data>) => readonly LinkGroup[];
  readonly areas?: (row: RowOf<Data>) => readonly (string | null)[];
  readonly page?: (
    row: RowOf<Data>,
  ) => { readonly path: string; readonly name: string } | undefined;
}

/** Forgets the types of one kind, so that all can stand in one list. */
export function kind<Data, Change>(one: Told<Data, Change>): Kind {
  return one as unknown as Kind;
}
