/* One offer over one kind of area: the day, the key, the map and its table. */
import { MapChanged } from "#ops/MapChanged.ts";
import { MapDay } from "#ops/MapDay.ts";
import type { MapDayQuery } from "#ops/types.ts";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { go, here, useScope } from "../../data/address.ts";
import { type Answer, answered } from "../../data/client.ts";
import { dayOf, inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { type Day, type Question, useAhead } from "./ahead.ts";
import type { Geography } from "./geographies.ts";
import { Drawn } from "./drawn.tsx";
import { Slider } from "./slider.tsx";
import { nearest, stopsAround } from "./stops.ts";

interface Props {
  geography: Geography;
  offer: string;
  cohort: string | undefined;
}

/** What the map shows: the answer for a day, which may be the last one while the next is asked. */
export interface Shown extends Day {
  readonly day: string;
}

// So long a slider rests before its day goes into the address.
const rest = 250;
// Months that are fetched before anybody touches the slider.
const fewAhead = 16;

export function MapOf({ geography, offer, cohort }: Props) {
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  // Where the slider is, until it rests and the address says so.
  const [moved, setMoved] = useState<string>();
  const at = moved ?? day;
  const stops = useMemo(() => stopsAround(today, day), [today, day]);
  const question = useMemo<Question>(
    () => ({ kind: geography.id, withWales: geography.withWales, offer, cohort }),
    [geography, offer, cohort],
  );
  const variables = { ...question, asOf: day, knownAt };
  const asked = useAnswer(MapDay, variables);
  const exact = useMemo(() => read(asked.answer), [asked.answer]);
  const ahead = useAhead(question);
  const [isTouched, setIsTouched] = useState(false);
  const last = useRef<Shown | undefined>(undefined);

  useEffect(() => {
    if (exact) ahead.keep(exact.day, exact);
  }, [exact]);
  useEffect(() => {
    // A past register costs many times more, so its days are asked for one by one.
    if (!exact || knownAt) return;
    ahead.fetch(isTouched ? nearest(stops, at) : nearest(stops, at).slice(0, fewAhead));
  }, [exact, knownAt, isTouched, stops, at, ahead.fetch]);
  useEffect(() => {
    if (moved === undefined) return;
    const timer = setTimeout(() => {
      go(here({ asOf: moved === today ? undefined : moved }), { replace: true });
      // It may have been moved on while this was waiting.
      setMoved((now) => (now === moved ? undefined : now));
    }, rest);
    return () => clearTimeout(timer);
  }, [moved, today]);

  const watched = knownAt ? undefined : { kind: geography.id, offer, cohort, asOf: day };
  const changes = useChanges(MapChanged, watched);
  const inWales = useChanges(
    MapChanged,
    watched && geography.withWales ? { ...watched, kind: "HEALTH_BOARD" as const } : undefined,
  );
  const known = exact?.day === at ? exact : ahead.get(at);
  if (known && (last.current?.day !== at || last.current.rows !== known.rows)) {
    last.current = { ...known, day: at };
  }
  const shown = last.current;
  const described = asked.answer?.data.areas;
  return (
    <>
      <Changed
        changes={{
          count: changes.count + inWales.count,
          seen: () => {
            changes.seen();
            inWales.seen();
          },
        }}
        show={() => {
          ahead.forget();
          asked.again();
        }}
      />
      <Slider
        stops={stops}
        day={at}
        today={today}
        onMove={setMoved}
        onTouch={() => setIsTouched(true)}
      />
      <Loaded asked={asked} what="the map">
        {() => (
          <>
            <p role="status" class="app-small">
              {shown && shown.day !== at
                ? `Loading ${inWords(at)}. The map still shows ${inWords(shown.day)}.`
                : ""}
            </p>
            {shown && described && (
              <Drawn
                shown={shown}
                geography={geography}
                offer={{ ...described.offers[0], code: offer }}
                cohort={cohort}
                cohortName={described.cohort?.name}
                query={{ operation: MapDay, variables }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** The day that an answer is of, and its areas. */
function read(answer: Answer<MapDayQuery> | undefined): Shown | undefined {
  const { areas, wales } = answer?.data ?? {};
  if (!answer || !areas || wales === null) return undefined;
  return {
    day: areas.asOf,
    rows: [...areas.cells, ...(wales?.cells ?? [])],
    revision: answer.revision,
  };
}
