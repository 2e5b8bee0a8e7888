import { dayOf } from "../../data/dates.ts";

/** A date known to the month or year begins with its first day. */
export function firstDay(date: string): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}

/** A date known to the month or year ends with its last day. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  const month = date.length === 7 ? date : `${date}-12`;
  const [year = 0, number = 1] = month.split("-").map(Number);
  return dayOf(new Date(Date.UTC(year, number, 0)));
}
