/* The days at which the slider stops: the first of each month, today, and the day of the address. */

/** From April of last year until the April that ends the fourth financial year from now. */
export function stopsAround(today: string, chosen: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const stops = new Set([today, chosen]);
  for (let month = 0; month <= 60; month += 1) {
    const index = (year - 1) * 12 + 3 + month;
    const number = String((index % 12) + 1).padStart(2, "0");
    stops.add(`${Math.floor(index / 12)}-${number}-01`);
  }
  return [...stops].sort();
}

/** The stops nearest to one of them come first; itself is left out. */
export function nearest(stops: readonly string[], from: string): string[] {
  const at = stops.indexOf(from);
  return stops
    .map((day, index) => ({ day, apart: Math.abs(index - at) }))
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => a.apart - b.apart)
    .map(({ day }) => day);
}

/** The stop that stands for a date known to the month or year only. */
export function stopFor(stops: readonly string[], date: string): string | undefined {
  return stops.find((day) => day >= date);
}
