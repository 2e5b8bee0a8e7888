/* Areas and people by coverage state. Areas are counted by their one word; people by the state of
 * the part where they live. Nothing is averaged, and areas whose people nobody knows are said. */
import type { CoverageState } from "#ops/types.ts";
import { stateOrder } from "./words.ts";

export interface Counted {
  readonly state: CoverageState;
  readonly states: readonly {
    readonly state: CoverageState;
    readonly share: { readonly people: number; readonly of: number } | null;
  }[];
}

export interface StateTally {
  readonly state: CoverageState;
  readonly areas: number;
  readonly people: number;
}

export interface Tally {
  /** In the order of `stateOrder`; states without areas and people are left out. */
  readonly states: readonly StateTally[];
  readonly areas: number;
  /** People of all areas whose people are known. */
  readonly of: number;
  /** Areas whose people are not known. */
  readonly unmeasured: number;
}

export function tally(cells: readonly Counted[]): Tally {
  const areas = new Map<CoverageState, number>();
  const people = new Map<CoverageState, number>();
  let of = 0;
  let unmeasured = 0;
  for (const cell of cells) {
    areas.set(cell.state, (areas.get(cell.state) ?? 0) + 1);
    const known = cell.states.find((part) => part.share !== null)?.share;
    if (known) of += known.of;
    else unmeasured += 1;
    for (const { state, share } of cell.states) {
      people.set(state, (people.get(state) ?? 0) + (share?.people ?? 0));
    }
  }
  const states = stateOrder
    .map((state) => ({ state, areas: areas.get(state) ?? 0, people: people.get(state) ?? 0 }))
    .filter((one) => one.areas > 0 || one.people > 0);
  return { states, areas: cells.length, of, unmeasured };
}

/** How many areas are in a state, and their people, for files. */
export function inState(of: Tally, state: CoverageState): StateTally {
  return of.states.find((one) => one.state === state) ?? { state, areas: 0, people: 0 };
}
