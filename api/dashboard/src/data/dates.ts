/* Days are texts as the server writes them: `2026-11-22`, or `2026-11` and `2026` where the source
 * is no more precise. They are never made into moments, which have time zones. */

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a text is a whole day that is in the calendar. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `2026-11-22` as 22 November 2026, `2026-11` as November 2026, `2026` as it is. */
export function inWords(date: string): string {
  const [year, month, day] = date.split("-");
  const name = monthNames[Number(month) - 1];
  if (!name) return date;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** The day of a moment, in UTC like the server's today. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** So many months after a day, the last of the month where there is no such day. */
export function monthsAfter(day: string, count: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDate = Math.min(date, daysIn(toYear, toMonth));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${toYear}-${two(toMonth)}-${two(toDate)}`;
}
