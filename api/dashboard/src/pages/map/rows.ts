import type { AreaKind, CoverageState, MapCoverageFragment } from "#ops/types.ts";
import { stateOrder } from "../../parts/words.ts";

/** What the register says of one area on the day. */
export type Row = Readonly<MapCoverageFragment["cells"][number]>;

export const keyOf = (area: { kind: AreaKind; code: string | null }): string =>
  `${area.kind} ${area.code ?? ""}`;

/** What is lacking first, as everywhere; then by name. */
export function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
      a.area.name.localeCompare(b.area.name, "en-GB"),
  );
}

/** How many areas are in each state; every state is there. */
export function counts(rows: readonly Row[]): ReadonlyMap<CoverageState, number> {
  const found = new Map<CoverageState, number>(stateOrder.map((state) => [state, 0]));
  for (const { state } of rows) found.set(state, (found.get(state) ?? 0) + 1);
  return found;
}
