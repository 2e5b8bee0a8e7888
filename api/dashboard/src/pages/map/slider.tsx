/* The day of the map: by month, past what is planned, with what changes on the way. */
import { MapTurns } from "#ops/MapTurns.ts";
import type { MapTurnsQuery } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { areaKinds, counted, listed, word } from "../../parts/words.ts";
import { geographies } from "./geographies.ts";
import { stopFor } from "./stops.ts";

interface Props {
  stops: readonly string[];
  day: string;
  today: string;
  onMove: (day: string) => void;
  /** Somebody is about to move it. */
  onTouch: () => void;
}

export function Slider({ stops, day, today, onMove, onTouch }: Props) {
  const at = Math.max(0, stops.indexOf(day));
  const [from, until] = [stops[0] ?? day, stops.at(-1) ?? day];
  const kinds = geographies.flatMap((one) =>
    one.withWales ? [one.id, "HEALTH_BOARD" as const] : [one.id],
  );
  const { answer } = useAnswer(MapTurns, { kinds, from, until });
  const turns = answer ? turnsOf(answer.data) : [];
  const marks = [{ date: today, says: "today" }, ...turns].toSorted((a, b) =>
    a.date.localeCompare(b.date),
  );
  const move = (steps: number) => {
    const to = stops[at + steps];
    if (to) onMove(to);
  };
  return (
    <div class="app-slider app-screen-only" onPointerEnter={onTouch} onFocusIn={onTouch}>
      <label class="nhsuk-label nhsuk-label--s" for="day-slider">
        Day: <span class="app-slider__day">{inWords(day)}</span>
        {day === today ? " (today)" : ""}
      </label>
      <div class="app-slider__row">
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          disabled={at === 0}
          onClick={() => move(-1)}
        >
          Earlier
        </button>
        <div class="app-slider__track">
          <input
            id="day-slider"
            type="range"
            min={0}
            max={stops.length - 1}
            step={1}
            value={at}
            aria-valuetext={inWords(day)}
            onInput={(event) => {
              const to = stops[Number(event.currentTarget.value)];
              if (to) onMove(to);
            }}
          />
          <div class="app-slider__marks" aria-hidden="true">
            {marks.map(({ date, says }) => (
              <span key={date + says} style={{ left: `${share(stops, date)}%` }} />
            ))}
          </div>
          <div class="app-slider__ends" aria-hidden="true">
            <span>{inWords(from)}</span>
            <span>{inWords(until)}</span>
          </div>
        </div>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          disabled={at === stops.length - 1}
          onClick={() => move(1)}
        >
          Later
        </button>
      </div>
      <ul class="app-slider__turns" aria-label="Days to go to">
        {marks.map(({ date, says }) => {
          const stop = stopFor(stops, date);
          return (
            <li key={date + says}>
              {stop && (
                <button type="button" class="app-link" onClick={() => onMove(stop)}>
                  {inWords(date)}
                </button>
              )}
              : {says}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Where along the slider a date stands, in percent. */
function share(stops: readonly string[], date: string): number {
  const at = stops.indexOf(stopFor(stops, date) ?? "");
  return (Math.max(0, at) / Math.max(1, stops.length - 1)) * 100;
}

interface Turn {
  readonly date: string;
  readonly says: string;
}

function turnsOf({ ended, began, commissioners }: MapTurnsQuery): readonly Turn[] {
  const found = new Map<string, Set<string>>();
  const add = (date: string, says: string) =>
    found.set(date, (found.get(date) ?? new Set()).add(says));
  const starts = tally(
    (began?.nodes ?? []).map(({ kind, validFrom }) => ({ kind, date: validFrom })),
  );
  const ends = tally(
    (ended?.nodes ?? []).map(({ kind, validTo }) => ({ kind, date: validTo && dayAfter(validTo) })),
  );
  for (const [date, says] of starts) add(date, `${says} began`);
  for (const [date, says] of ends) add(date, `${says} ended`);
  for (const { change } of commissioners?.straddling ?? []) {
    const due = change.certainty === "due" ? "due: " : "";
    if (change.date && change.note) add(change.date, due + change.note);
  }
  return [...found].map(([date, says]) => ({ date, says: [...says].join("; ") }));
}

/** How many of which kind, by date. */
function tally(
  areas: readonly { kind: keyof typeof areaKinds; date: string | null }[],
): Map<string, string> {
  const byDate = new Map<string, Map<string, number>>();
  for (const { kind, date } of areas) {
    if (!date) continue;
    const kinds = byDate.get(date) ?? new Map<string, number>();
    const name = word(areaKinds, kind).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
    byDate.set(date, kinds.set(name, (kinds.get(name) ?? 0) + 1));
  }
  return new Map(
    [...byDate].map(([date, kinds]) => [
      date,
      listed([...kinds].map(([name, number]) => counted(number, name))),
    ]),
  );
}

/** The first day without an area is the one after its last. */
function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
