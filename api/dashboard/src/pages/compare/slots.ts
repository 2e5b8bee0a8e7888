/*
 * Questions that are asked of one area each, together in one document with a slot for each. Of a
 * past register each costs many times more than the server allows for so many at once, so there it
 * is asked of one area after the other.
 */
import type { Answer } from "../../data/client.ts";
import type { Operation } from "../../data/operation.ts";
import { type Asked, useAnswer } from "../../data/use-answer.ts";
import { most } from "./choice.ts";
import type { Asking } from "./index.tsx";

type Index = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Slots<Of> = { readonly [Slot in `s${Index}`]?: Of | null };

interface Documents<Of> {
  /** Of all areas at once. */
  readonly now: Operation<Slots<Of>, unknown>;
  /** Of one, of a past register. */
  readonly then: Operation<{ readonly s0: Of | null }, unknown>;
}

interface Found<Of> {
  /** In the order of the areas; null: that one failed, and the errors say why. */
  readonly asked: Asked<readonly (Of | null | undefined)[]>;
  readonly query: { operation: Operation<unknown, unknown>; variables: object };
}

export function useSlots<Of>(
  { now, then }: Documents<Of>,
  { areas, kind, asOf, knownAt }: Asking,
  more: object,
): Found<Of> {
  const common = { kind, asOf, ...more };
  const together = { ...common, ...slots(areas.map(({ code }) => code)) };
  const current = useAnswer(now, knownAt ? undefined : together);
  const alone = (index: number) => {
    const code = areas[index]?.code;
    return knownAt && code ? { ...common, a0: code, knownAt } : undefined;
  };
  // As many as there can be, always: they are hooks.
  const past = [
    useAnswer(then, alone(0)),
    useAnswer(then, alone(1)),
    useAnswer(then, alone(2)),
    useAnswer(then, alone(3)),
    useAnswer(then, alone(4)),
    useAnswer(then, alone(5)),
    useAnswer(then, alone(6)),
    useAnswer(then, alone(7)),
  ].slice(0, areas.length);
  if (knownAt) {
    return { asked: united(past), query: { operation: then, variables: alone(0) ?? {} } };
  }
  const { answer } = current;
  return {
    asked: { ...current, answer: answer && { ...answer, data: inOrder(answer.data) } },
    query: { operation: now, variables: together },
  };
}

function inOrder<Of>({ s0, s1, s2, s3, s4, s5, s6, s7 }: Slots<Of>) {
  return [s0, s1, s2, s3, s4, s5, s6, s7];
}

/** A slot that is not needed repeats the first area and is left out of the answer. */
function slots(codes: readonly string[]) {
  const found: Record<string, string | boolean> = {};
  for (let index = 0; index < most; index += 1) {
    found[`a${index}`] = codes[index] ?? codes[0] ?? "";
    if (index > 1) found[`has${index}`] = index < codes.length;
  }
  return found;
}

/** Several questions as one: it is answered once all are. */
function united<Of>(
  all: readonly Asked<{ readonly s0: Of | null }>[],
): Asked<readonly (Of | null)[]> {
  const answers = all.flatMap(({ answer }) => answer ?? []);
  const waits = all.flatMap(({ againIn }) => againIn ?? []);
  const answer: Answer<readonly (Of | null)[]> | undefined =
    answers.length === all.length
      ? {
          data: answers.map(({ data }) => data.s0),
          errors: answers.flatMap(({ errors }) => errors),
          revision: answers[0]?.revision,
        }
      : undefined;
  return {
    answer,
    failure: all.find(({ failure }) => failure)?.failure,
    isAsking: all.some(({ isAsking }) => isAsking),
    isSlow: all.some(({ isSlow }) => isSlow),
    againIn: waits.length > 0 ? Math.min(...waits) : undefined,
    again: () => {
      for (const one of all) one.again();
    },
  };
}
