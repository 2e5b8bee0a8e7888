/*
 * The history and proposals tell values as the database holds them: codes in small letters, pence,
 * millionths, ids of rows, lists with semicolons. This makes of them what forms and pages hold.
 */
import { kinds } from "./kinds.ts";
import type { Control, Target, Value } from "./kind.ts";

const prefixes: Partial<Record<Target, string>> = {
  area: "area",
  body: "body",
  contract: "contract",
  evidence: "evidence",
  opening: "opening",
  pool: "pool",
  service: "service",
  source: "source",
  stream: "funding",
};

export function fromStored(control: Control, text: string | null): Value {
  if (text === null || text === "") {
    return control.is === "choices" || control.is === "refs" || control.is === "list" ? [] : "";
  }
  switch (control.is) {
    case "money":
      return pounds(text);
    case "decimal":
      return decimal(text);
    case "flag":
      return text === "true" || text === "1" ? "yes" : "no";
    case "choice":
      return codeIn(control.words, text);
    case "choices":
      return text.split(";").map((one) => codeIn(control.words, one));
    case "ref":
      return { id: idOf(control.to, text), name: "" };
    case "refs":
      return text.split(";").map((one) => ({ id: idOf(control.to, one), name: "" }));
    case "made":
      return {
        how: "there",
        was: null,
        there: { id: idOf(control.to, text), name: "" },
        fields: {},
      };
    default:
      return text;
  }
}

/** The id of the API for a row of the history, which names rows by their ids in the register. */
export function idOf(to: Target, row: string): string {
  const prefix = prefixes[to];
  return prefix ? nodeId(prefix, row) : row;
}

/** The same by the table of the row; undefined: such rows have no page of their own. */
export function idInTable(table: string, row: string): string | undefined {
  const kind = kinds.find((one) => one.table === table);
  return kind && nodeId(kind.prefix, row);
}

function nodeId(prefix: string, row: string): string {
  const bytes = Array.from(new TextEncoder().encode(row), (byte) => String.fromCharCode(byte));
  const text = btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_");
  return `${prefix}_${text.replaceAll("=", "")}`;
}

/** The code as the schema writes it. A code that is not in the list is shown as it came. */
function codeIn(words: Readonly<Record<string, string>>, text: string): string {
  const found = Object.keys(words).find((code) => code.toLowerCase() === text.toLowerCase());
  // The schema calls this one by a shorter name.
  return found ?? (text === "recode_or_rename" ? "RECODE" : text);
}

function pounds(pence: string): string {
  const digits = pence.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function decimal(millionths: string): string {
  const digits = millionths.padStart(7, "0");
  const places = digits.slice(-6).replace(/0+$/, "");
  return digits.slice(0, -6) + (places && `.${places}`);
}
