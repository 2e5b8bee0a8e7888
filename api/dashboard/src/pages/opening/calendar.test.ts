import { expect, test } from "@playwright/test";
import { calendarOf, datesIn } from "./calendar.ts";

const made = { at: "2026-11-22T09:30:00.123Z", address: "https://care.example/openings/a?asOf=1" };
const opening = {
  id: "opening_a",
  title: "Fund; for women, and others",
  opensOn: "2026-12-31",
  closesOn: "2028-02-29",
  startsOn: null,
};

test("each day on record is an event of one whole day", () => {
  const lines = calendarOf(opening, made).split("\r\n");
  expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(2);
  expect(datesIn(opening)).toBe(2);
  expect(lines.filter((line) => line.startsWith("DT"))).toEqual([
    "DTSTAMP:20261122T093000Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "DTSTAMP:20261122T093000Z",
    "DTSTART;VALUE=DATE:20280229",
    "DTEND;VALUE=DATE:20280301",
  ]);
  expect(lines).toContain("SUMMARY:Last day of applications: Fund\\; for women\\, and others");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
});

test("a month is the month and says so, a year is left out, and nothing is no event", () => {
  const vague = { ...opening, opensOn: "2027-12", closesOn: "2028", startsOn: null };
  const file = calendarOf(vague, made).replaceAll("\r\n ", "");
  expect(datesIn(vague)).toBe(1);
  expect(file).toContain("DTSTART;VALUE=DATE:20271201\r\nDTEND;VALUE=DATE:20280101\r\n");
  expect(file).toContain("the day is not on record");
  expect(file).not.toContain("Last day of applications");
  const none = { ...opening, opensOn: null, closesOn: null };
  expect(datesIn(none)).toBe(0);
  expect(calendarOf(none, made)).not.toContain("VEVENT");
});

test("no line is longer than 75 bytes, and joined again it is what it was", () => {
  const title =
    "Ffôrwm iechyd meddwl – menywod, pobl ifanc; a’u teuluoedd ledled Cymru a Lloegr ".repeat(3);
  const file = calendarOf({ ...opening, title }, made);
  for (const line of file.split("\r\n")) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  const whole = file.replaceAll("\r\n ", "").replaceAll("\\,", ",").replaceAll("\\;", ";");
  expect(whole).toContain(`SUMMARY:Opens for applications: ${title}`);
});
