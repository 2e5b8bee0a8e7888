/* From a row as it came to what is typed, and back to what is sent. */
import type { Fault } from "../form.tsx";
import type { Control, Field, Made, Node, Ref, Target, Value, Values } from "./kind.ts";
import { contractName } from "./telling.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a form begins with: the row as it is, or nothing. */
export function valuesOf(fields: readonly Field[], row?: Row): Values {
  return Object.fromEntries(
    fields.map((field) => {
      if (row === undefined || field.unread) return [field.name, blank(field.control)];
      const found = field.from ? field.from(row as Node) : row[field.name];
      return [field.name, typed(field.control, found)];
    }),
  );
}

/** Nothing typed yet. */
export function blank(control: Control): Value {
  switch (control.is) {
    case "choices":
    case "refs":
    case "list":
      return [];
    case "ref":
      return null;
    case "made":
      return asMade(control);
    default:
      return "";
  }
}

const asMade = (control: Extract<Control, { is: "made" }>): Made => ({
  how: "new",
  was: null,
  there: null,
  fields: valuesOf(control.fields),
});

function typed(control: Control, found: unknown): Value {
  if (found === null || found === undefined) {
    return control.is === "made" ? { ...asMade(control), how: "same" } : blank(control);
  }
  switch (control.is) {
    case "flag":
      return found === true ? "yes" : "no";
    case "choice":
      // Everybody, everybody, nothing said: what an empty field means as well.
      return String(found);
    case "choices":
      return (found as readonly unknown[]).map(String);
    case "ref":
      return refOf(control.to, found as Row);
    case "refs":
      return (found as readonly Row[]).map((one) => refOf(control.to, one));
    case "list":
      return (found as readonly Row[]).map((one) => valuesOf(control.fields, one));
    case "made":
      return {
        how: "same",
        there: null,
        was: refOf(control.to, found as Row),
        fields: valuesOf(control.fields),
      };
    default:
      return String(found);
  }
}

const byCode: readonly Target[] = ["cohort", "community", "offer"];

function refOf(to: Target, row: Row): Ref {
  return { id: String(byCode.includes(to) ? row["code"] : row["id"]), name: nameOf(to, row) };
}

function nameOf(to: Target, row: Row): string {
  if (to === "contract") return contractName(row as unknown as Parameters<typeof contractName>[0]);
  const own = row["name"] ?? row["title"] ?? row["statement"];
  if (typeof own === "string") return own;
  const source = row["source"] as Row | null | undefined;
  if (to === "evidence" && source) return `Evidence from ${String(source["title"])}`;
  return "";
}

/** Whether there is nothing in a field. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

export const isSame = (
  one: Value | Values | undefined,
  other: Value | Values | undefined,
): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** Without what says nothing: names, and the fields of what is not being made. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value ?? null;
  if ("how" in value) {
    const made = value as Made;
    if (made.how === "new") return ["new", plain(made.fields)];
    return (made.how === "same" ? made.was : made.there)?.id ?? null;
  }
  if ("id" in value && "name" in value) return (value as Ref).id;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}

/** The fields that differ. What is typed and not named in `base` counts where it is not empty. */
export function changedFields(
  fields: readonly Field[],
  now: Values,
  base: Values | undefined,
): readonly Field[] {
  return fields.filter((field) => {
    const [mine, was] = [now[field.name], base?.[field.name]];
    if (field.once && base) return false;
    if (field.unread || !base) return !isNothing(mine);
    return !isSame(mine, was);
  });
}

function isNothing(value: Value | undefined): boolean {
  if (isMade(value)) return value.how === "same" || (value.how === "there" && !value.there);
  return isEmpty(value);
}

export const isMade = (value: Value | undefined): value is Made =>
  typeof value === "object" && value !== null && "how" in value;

/** What is sent: of a row that is there only what differs, since what is left out stays. */
export function inputOf(
  fields: readonly Field[],
  now: Values,
  base: Values | undefined,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of changedFields(fields, now, base)) {
    const value = now[field.name];
    if (field.control.is === "made" && isMade(value)) {
      if (value.how === "there") input[field.name] = value.there?.id ?? null;
      if (value.how === "new") {
        input[field.control.maker] = inputOf(field.control.fields, value.fields, undefined);
      }
    } else {
      input[field.name] = sent(field.control, value);
    }
  }
  return input;
}

function sent(control: Control, value: Value | undefined): unknown {
  if (isEmpty(value)) return Array.isArray(value) ? [] : null;
  switch (control.is) {
    case "flag":
      return value === "yes";
    case "count":
    case "year":
      return Number(bare(value));
    case "money":
      return bare(value);
    case "ref":
      return (value as Ref).id;
    case "refs":
      return (value as readonly Ref[]).map((one) => one.id);
    case "list":
      return (value as readonly Values[]).map((one) => inputOf(control.fields, one, undefined));
    case "text":
    case "date":
    case "decimal":
      return (value as string).trim();
    default:
      return value;
  }
}

/** A number without what people write around it. */
const bare = (value: Value | undefined) => String(value).replaceAll(/[£,\s]/g, "");

/** What can be seen to be wrong before anything is sent; the rest the server says. */
export function faultsIn(
  fields: readonly Field[],
  now: Values,
  base: Values | undefined,
  within = "",
): Fault[] {
  const faults: Fault[] = [];
  const tell = (field: string, message: string) => faults.push({ field: within + field, message });
  const changed = changedFields(fields, now, base);
  for (const field of fields) {
    const { name, label, control } = field;
    const value = now[name];
    const isAsked = !base || changed.includes(field);
    if (!isAsked) continue;
    if (field.needed && isNothing(value) && !(isMade(value) && value.how === "same")) {
      tell(name, `${label}: this is needed`);
    }
    if (control.is === "made" && isMade(value) && value.how === "new") {
      faults.push(
        ...faultsIn(control.fields, value.fields, undefined, `${within}${control.maker}.`),
      );
    }
    if (control.is === "list") {
      for (const [index, row] of (value as readonly Values[]).entries()) {
        faults.push(...faultsIn(control.fields, row, undefined, `${within}${name}.${index}.`));
      }
    }
    if ((control.is === "count" || control.is === "year") && !isEmpty(value)) {
      if (!/^\d{1,9}$/.test(bare(value))) tell(name, `${label}: write a whole number`);
    }
  }
  return faults;
}
