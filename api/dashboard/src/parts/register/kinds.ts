/* All kinds, and how an id, a table or an address leads to one. */
import type { Field, Kind, Node } from "./kind.ts";
import { body, bodySuccession } from "./kinds/body.ts";
import { claim } from "./kinds/claim.ts";
import { contract } from "./kinds/contract.ts";
import { deflator, mhisYear, need, standard, unitCost } from "./kinds/estimates.ts";
import { evidence, source } from "./kinds/evidence.ts";
import { opening } from "./kinds/opening.ts";
import { figure, pool, scenario, statement, transfer } from "./kinds/readonly.ts";
import { absence, record, search } from "./kinds/record.ts";
import { service } from "./kinds/service.ts";
import { allocation, stream } from "./kinds/stream.ts";
import { area, areaSuccession, offer } from "./kinds/vocabulary.ts";

export const kinds: readonly Kind[] = [
  service,
  record,
  absence,
  search,
  contract,
  claim,
  evidence,
  source,
  body,
  bodySuccession,
  stream,
  allocation,
  opening,
  need,
  unitCost,
  deflator,
  mhisYear,
  standard,
  offer,
  area,
  areaSuccession,
  pool,
  transfer,
  scenario,
  statement,
  figure,
];

export const kindOfCode = (code: string): Kind | undefined =>
  kinds.find((one) => one.code === code);

/** What an id says of its row. Several kinds may share a prefix: their question is the same. */
export function kindOfId(id: string): Kind | undefined {
  const prefix = id.slice(0, Math.max(0, id.indexOf("_")));
  return kinds.find((one) => one.prefix === prefix);
}

/** The kind of a row that has come. */
export function kindOf(node: Node): Kind | undefined {
  const asked = kindOfId(node.id);
  return kinds.find((one) => one.prefix === asked?.prefix && (one.is?.(node) ?? true));
}

/** As proposals call it. */
export const kindOfConcern = (concern: string): Kind | undefined =>
  kinds.find((one) => one.concern === concern);

export interface Table {
  readonly kind: Kind;
  /** The fields of its rows: the kind’s own, or those of one of its lists. */
  readonly fields: readonly Field[];
  /** The list that its rows belong to. */
  readonly list: Field | undefined;
}

/** What a table of the history holds. Records of absence have no field that others lack. */
export function tableOf(table: string): Table | undefined {
  for (const one of kinds) {
    if (one.table === table) return { kind: one, fields: one.fields, list: undefined };
    for (const field of one.fields) {
      if (field.control.is === "list" && field.control.table === table) {
        return { kind: one, fields: field.control.fields, list: field };
      }
    }
  }
  return undefined;
}
