/*
 * Days that are fetched before they are asked for, so that the map is redrawn from memory. Nearest
 * first, few requests, one at a time: an anonymous reader may ask for 500,000 fields at once and
 * 2,000,000 a minute, and a matrix counts some thousand.
 */
import { MapMonths } from "#ops/MapMonths.ts";
import type { AreaKind } from "#ops/types.ts";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../../data/client.ts";
import type { Row } from "./rows.ts";

export interface Question {
  readonly kind: AreaKind;
  readonly withWales: boolean;
  readonly offer: string;
  readonly cohort: string | undefined;
}

export interface Day {
  readonly rows: readonly Row[];
  readonly revision: number | undefined;
}

export interface Ahead {
  get(day: string): Day | undefined;
  keep(day: string, came: Day): void;
  /** Fetches those of these days that are not there, in their order. */
  fetch(days: readonly string[]): void;
  /** The register has changed. */
  forget(): void;
}

/** As many as `MapMonths` asks for. */
const together = 8;

/** It belongs to one question; give the part that uses it the question as its key. */
export function useAhead(question: Question): Ahead {
  const kept = useRef(new Map<string, Day>());
  const wanted = useRef<string[]>([]);
  const running = useRef<AbortController | undefined>(undefined);
  const [, setCame] = useState(0);

  const run = useCallback(async () => {
    if (running.current) return;
    const stop = new AbortController();
    running.current = stop;
    try {
      while (!stop.signal.aborted) {
        const days = wanted.current.filter((day) => !kept.current.has(day)).slice(0, together);
        if (days.length === 0) break;
        for (const [day, came] of await months(question, days, stop.signal)) {
          kept.current.set(day, came);
        }
        setCame((n) => n + 1);
      }
    } catch {
      // It was only ahead: the day itself is asked for when somebody goes there.
      wanted.current = [];
    } finally {
      if (running.current === stop) running.current = undefined;
    }
  }, [question]);

  useEffect(() => () => running.current?.abort(), []);

  return {
    get: (day) => kept.current.get(day),
    keep: (day, came) => void kept.current.set(day, came),
    fetch: useCallback(
      (days) => {
        wanted.current = [...days];
        void run();
      },
      [run],
    ),
    forget: () => {
      running.current?.abort();
      running.current = undefined;
      kept.current.clear();
      wanted.current = [];
    },
  };
}

async function months(
  { kind, withWales, offer, cohort }: Question,
  days: readonly string[],
  signal: AbortSignal,
): Promise<[string, Day][]> {
  // Where fewer are left than the document asks for, the last is asked for again.
  const day = (index: number) => days[Math.min(index, days.length - 1)] ?? "";
  const variables = (of: AreaKind) => ({
    kind: of,
    offer,
    cohort,
    d0: day(0),
    d1: day(1),
    d2: day(2),
    d3: day(3),
    d4: day(4),
    d5: day(5),
    d6: day(6),
    d7: day(7),
  });
  const asked = [kind, ...(withWales ? (["HEALTH_BOARD"] as const) : [])];
  const answers = await Promise.all(asked.map((of) => ask(MapMonths, variables(of), signal)));
  return days.flatMap((one, index) => {
    const matrices = answers.map(({ data }) => {
      const { d0, d1, d2, d3, d4, d5, d6, d7 } = data;
      return [d0, d1, d2, d3, d4, d5, d6, d7][index];
    });
    const revisions = new Set(answers.map(({ revision }) => revision));
    // A part that failed, or parts of different revisions, are left to the exact question.
    if (matrices.some((matrix) => !matrix) || revisions.size > 1) return [];
    const rows = matrices.flatMap((matrix) => matrix?.cells ?? []);
    const came: [string, Day] = [one, { rows, revision: [...revisions][0] }];
    return [came];
  });
}
