/* Which areas the address names, and what is wrong with that, in words for the reader. */
import type { AreaKind } from "#ops/types.ts";

export const fewest = 2;
export const most = 8;

export interface Choice {
  /** Each once, eight at most, in the order of the address. */
  readonly codes: readonly string[];
  readonly repeated: readonly string[];
  /** Named after the eighth. */
  readonly leftOut: readonly string[];
}

export function choiceOf(areas: string | null): Choice {
  const named = (areas ?? "")
    .split(",")
    .map((code) => code.trim())
    .filter(Boolean);
  const unique = [...new Set(named)];
  return {
    codes: unique.slice(0, most),
    repeated: unique.filter((code) => named.indexOf(code) !== named.lastIndexOf(code)),
    leftOut: unique.slice(most),
  };
}

interface Named {
  readonly name: string;
  readonly code: string | null;
  readonly kind: AreaKind;
  readonly codes: readonly { readonly code: string }[];
}

/** The area that a code means: of the kind that is asked for, else a district before others. */
export function areaFor<Area extends Named>(
  areas: readonly Area[],
  code: string,
  kind: AreaKind | undefined,
): Area | undefined {
  const having = areas.filter((area) => area.codes.some((one) => one.code === code));
  if (kind) return having.find((area) => area.kind === kind);
  return having.find((area) => area.kind === "DISTRICT") ?? having[0];
}
