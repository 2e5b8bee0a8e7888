/* What each kind of entry is listed with: its question, how text narrows it, and its rows. */
import type { Operation } from "../../data/operation.ts";

/** A row of any list: enough to choose by. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** What it rests on, by title. */
  readonly source: string | null;
  /** The date of that. */
  readonly date: string | null;
}

/** A way to narrow a list, with an address of its own. */
export interface Look {
  readonly code: string;
  readonly name: string;
  readonly filter: (day: string) => object;
}

export interface Listing {
  readonly code: string;
  readonly name: string;
  readonly operation: Operation<unknown, object>;
  /** Undefined: it cannot be searched by text. */
  readonly byText: ((text: string) => object) | undefined;
  readonly textHint: string;
  readonly looks: readonly Look[];
  /** Whether it is asked for a day and a revision. */
  readonly hasScope: boolean;
  readonly rows: (data: unknown) => Page;
}

export interface Page {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | undefined;
}

interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Told<Node> extends Omit<Listing, "operation" | "rows" | "looks" | "byText" | "hasScope"> {
  readonly operation: Pick<
    Operation<{ list: Connection<Node> | null }, unknown>,
    "name" | "hash" | "text" | "data"
  >;
  readonly byText?: (text: string) => object;
  readonly looks?: readonly Look[];
  readonly hasScope?: boolean;
  readonly row: (node: Node) => Row;
}

/** Forgets the types of one list, so that all can stand in one. */
export function listing<Node>(told: Told<Node>): Listing {
  const { operation, row, looks = [], hasScope = true, byText, ...rest } = told;
  return {
    ...rest,
    byText,
    looks,
    hasScope,
    operation: operation as Operation<unknown, object>,
    rows: (data) => {
      const { list } = data as { list: Connection<Node> | null };
      return {
        rows: (list?.nodes ?? []).map(row),
        total: list?.totalCount ?? 0,
        next: list?.pageInfo.hasNextPage ? (list.pageInfo.endCursor ?? undefined) : undefined,
      };
    },
  };
}

interface Resting {
  readonly evidence?: {
    readonly date: string | null;
    readonly source: { readonly title: string } | null;
  } | null;
}

export const resting = ({ evidence }: Resting): Pick<Row, "source" | "date"> => ({
  source: evidence?.source?.title ?? null,
  date: evidence?.date ?? null,
});

export const nothing: Pick<Row, "source" | "date"> = { source: null, date: null };

/** What is there of some parts, one after another. */
export const said = (...parts: readonly (string | null | false)[]) =>
  parts.filter(Boolean).join(", ");
