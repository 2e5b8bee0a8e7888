/* The form as a proposal would leave it, for whoever accepts it with changes. */
import type { FieldChangedFragment } from "#ops/types.ts";
import type { Field, Kind, Made, Node, Value, Values } from "./kind.ts";
import { blank, isSame, valuesOf } from "./reading.ts";
import { fromStored } from "./stored.ts";

type Changes = readonly FieldChangedFragment[];

export function amended(kind: Kind, node: Node | undefined, changes: Changes): Values {
  const values: Record<string, Value> = { ...valuesOf(kind.fields, node) };
  const own = changes.filter((one) => one.table === kind.table);
  for (const field of kind.fields) {
    const { control, name } = field;
    const change = own.find((one) => one.field === name);
    if (control.is === "list") {
      values[name] = listAfter(
        control.fields,
        values[name] as readonly Values[],
        changes.filter((one) => one.table === control.table),
      );
    } else if (control.is === "made" && change) {
      values[name] = madeAfter(control, values[name] as Made, change, changes);
    } else if (change) {
      values[name] = fromStored(control, change.after) || blank(control);
    }
  }
  return values;
}

/** The rows of a list without those that would go, with those that would come. */
function listAfter(fields: readonly Field[], rows: readonly Values[], changes: Changes) {
  const ids = [...new Set(changes.map((one) => one.row))];
  let after = rows;
  for (const id of ids) {
    const mine = changes.filter((one) => one.row === id);
    const side = (which: "before" | "after"): Values =>
      Object.fromEntries(
        fields.map(({ name, control }) => {
          const text = mine.find((one) => one.field === name)?.[which] ?? null;
          return [name, fromStored(control, text) || blank(control)];
        }),
      );
    if (mine.every((one) => one.before === null)) after = [...after, side("after")];
    else if (mine.every((one) => one.after === null)) {
      const gone = side("before");
      after = after.filter((row) => !isSame(row, gone));
    }
  }
  return after;
}

/** What it would rest on: a row that is there, or one that the proposal brings with it. */
function madeAfter(
  control: Extract<Field["control"], { is: "made" }>,
  now: Made,
  change: FieldChangedFragment,
  changes: Changes,
): Made {
  const own = changes.filter((one) => one.table === control.table && one.row === change.after);
  if (own.length === 0) {
    const found = fromStored(control, change.after);
    return typeof found === "object" && "how" in found! ? { ...found, was: now.was } : now;
  }
  const fields: Record<string, Value> = { ...valuesOf(control.fields) };
  for (const { name, control: inner } of control.fields) {
    const one = own.find((other) => other.field === name);
    if (!one) continue;
    fields[name] =
      inner.is === "made"
        ? madeAfter(inner, fields[name] as Made, one, changes)
        : fromStored(inner, one.after) || blank(inner);
  }
  return { how: "new", was: now.was, there: null, fields };
}
