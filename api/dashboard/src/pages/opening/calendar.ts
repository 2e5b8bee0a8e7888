/*
 * The dates of an opening as an iCalendar file (RFC 5545). A day that is on record is a day; of
 * which only the month is on record is the whole month and says so; of which only the year is, is
 * left out, because a year in a calendar helps nobody.
 */

export interface Dated {
  readonly id: string;
  readonly title: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly startsOn: string | null;
}

const events = [
  ["opensOn", "Opens for applications"],
  ["closesOn", "Last day of applications"],
  ["startsOn", "Work starts"],
] as const;

/** How many of the dates a calendar can hold. */
export function datesIn(opening: Dated): number {
  return events.filter(([field]) => span(opening[field]) !== undefined).length;
}

interface Made {
  /** When, as `2026-11-22T09:30:00.000Z`. */
  readonly at: string;
  /** The page that it was made on. */
  readonly address: string;
}

export function calendarOf(opening: Dated, made: Made): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Throughcare//Openings//EN"];
  for (const [field, what] of events) {
    const days = span(opening[field]);
    if (!days) continue;
    const isMonth = opening[field]?.length === 7;
    lines.push(
      "BEGIN:VEVENT",
      // The same date is the same event when the file is taken again.
      `UID:${text(`${opening.id}-${field}`)}@throughcare`,
      `DTSTAMP:${made.at.replaceAll(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${days.first}`,
      `DTEND;VALUE=DATE:${days.after}`,
      `SUMMARY:${text(`${what}${isMonth ? " in this month, the day is not on record" : ""}: ${opening.title}`)}`,
      `DESCRIPTION:${text(`As the register has it. Confirm it with the funder. ${made.address}`)}`,
      `URL:${made.address}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** The first day and the day after the last, as the format writes them. */
function span(date: string | null): { first: string; after: string } | undefined {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  if (!year || !month) return undefined;
  const after = day
    ? new Date(Date.UTC(year, month - 1, day + 1))
    : new Date(Date.UTC(year, month));
  const first = new Date(Date.UTC(year, month - 1, day ?? 1));
  return { first: dayOf(first), after: dayOf(after) };
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10).replaceAll("-", "");
}

/** A text with what the format uses for itself marked. */
function text(plain: string): string {
  return plain.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, "\\n");
}

/** A line of more than 75 bytes goes on in the next, after a space; a letter is never cut. */
function folded(line: string): string {
  const bytes = (part: string) => new TextEncoder().encode(part).length;
  const parts: string[] = [];
  let part = "";
  for (const letter of line) {
    if (bytes(part + letter) > 75) {
      parts.push(part);
      part = " ";
    }
    part += letter;
  }
  return [...parts, part].join("\r\n");
}
