/* What is typed as what the server reads. What cannot be read is sent as typed, so that the server
 * says what is wrong with it. */

/** `1,234.50` or `£1234.5` as 1234.50; empty: nothing. */
export function moneyOf(typed: string): string | undefined {
  const plain = typed.replaceAll(/[£,\s]/g, "");
  if (plain === "") return undefined;
  const [, whole, pence = ""] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? plain : `${whole}.${pence.padEnd(2, "0")}`;
}

/** The three fields of a date, as kept while they are typed: `2026-4-` is April 2026. */
export function dateOf(typed: string): string | undefined {
  const [year = "", month = "", day = ""] = typed.split("-").map((part) => part.trim());
  if (year + month + day === "") return undefined;
  const two = (part: string) => (/^\d$/.test(part) ? `0${part}` : part);
  if (day !== "") return `${year}-${two(month)}-${two(day)}`;
  return month === "" ? year : `${year}-${two(month)}`;
}

/** A whole number as typed; undefined: empty or no whole number. */
export function wholeOf(typed: string): number | undefined {
  const plain = typed.trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** Pounds as whole pence, to add and compare without rounding. */
export function penceOf(pounds: string): bigint {
  const [, sign, whole = "0", pence = "0"] = /^(-?)(\d+)(?:\.(\d{2}))?$/.exec(pounds) ?? [];
  const all = BigInt(whole) * 100n + BigInt(pence);
  return sign ? -all : all;
}
