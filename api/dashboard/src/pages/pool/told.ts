/* Changes of a pooled budget as one reads them: names for ids, pounds for pence. */
import type { FieldChangedFragment, WrittenFragment } from "#ops/types.ts";
import { moneyText } from "../../parts/values.tsx";
import { listed } from "../../parts/words.ts";

const money = new Set(["tier", "amount"]);

/** The typed names of what is referred to, by field. */
export type Names = Readonly<Record<string, string | undefined>>;

/** The outcome with its changes told in words; members, which are rows of their own, in one line. */
export function told(
  saved: WrittenFragment | undefined,
  names: Names,
): WrittenFragment | undefined {
  if (!saved) return undefined;
  return {
    ...saved,
    changes: changesTold(saved.changes, names),
    conflict: saved.conflict && {
      ...saved.conflict,
      theirs: changesTold(saved.conflict.theirs, {}),
      yours: changesTold(saved.conflict.yours, names),
    },
  };
}

export function changesTold(
  changes: readonly FieldChangedFragment[],
  names: Names,
): FieldChangedFragment[] {
  const own = changes
    .filter((one) => one.table !== "pool_member" && one.before !== (one.after || null))
    .map((one) => ({
      ...one,
      field: spaced(one.field),
      before: shown(one.field, one.before, undefined),
      after: shown(one.field, one.after, names[one.field]),
    }));
  const members = changes.filter((one) => one.table === "pool_member");
  const [first] = members;
  if (!first) return own;
  const parts = (side: "before" | "after") =>
    members.flatMap((one) => (one.field === "part" && one[side] ? [one[side]] : []));
  return [
    ...own,
    {
      table: first.table,
      row: "members",
      field: "members",
      before: parts("before").length > 0 ? listed(parts("before")) : null,
      after: names["members"] ?? (parts("after").length > 0 ? listed(parts("after")) : null),
    },
  ];
}

function shown(field: string, value: string | null, name: string | undefined): string | null {
  if (value === null || value === "") return null;
  if (name) return name;
  if (money.has(field) && /^-?\d+$/.test(value)) return moneyText(poundsOf(value));
  // Ids of the register say nothing to whoever reads them.
  if (/^[a-z_]+:\S+$/.test(value)) return "another entry of the register";
  return value.replaceAll("_", " ").replaceAll(";", ", ");
}

function poundsOf(pence: string): string {
  const sign = pence.startsWith("-") ? "-" : "";
  const digits = pence.replace("-", "").padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function spaced(field: string): string {
  return field.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}
