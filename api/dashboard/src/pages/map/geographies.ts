import type { AreaKind } from "#ops/types.ts";

/** Areas that are drawn together on one map. */
export interface Geography {
  /** As in the address. */
  readonly id: AreaKind;
  readonly name: string;
  /** One of them, in a sentence. */
  readonly one: string;
  /** Whether Welsh health boards stand beside them. */
  readonly withWales: boolean;
  /** The side of a tile in pixels: what its labels need. */
  readonly side: number;
}

export const geographies: readonly Geography[] = [
  {
    id: "ICB",
    name: "Integrated care boards and Welsh health boards",
    one: "board",
    withWales: true,
    side: 72,
  },
  {
    id: "POLICE_FORCE",
    name: "Police force areas",
    one: "police force area",
    withWales: false,
    side: 76,
  },
  {
    id: "PROBATION_REGION",
    name: "Probation regions",
    one: "probation region",
    withWales: false,
    side: 100,
  },
  {
    id: "NHS_REGION",
    name: "NHS England regions",
    one: "NHS England region",
    withWales: false,
    side: 100,
  },
  {
    id: "UPPER_TIER",
    name: "Upper-tier authorities",
    one: "upper-tier authority",
    withWales: false,
    side: 66,
  },
  {
    id: "DISTRICT",
    name: "Local authority districts",
    one: "district",
    withWales: false,
    side: 54,
  },
];

export function geographyOf(id: string | null): Geography {
  const found = geographies.find((one) => one.id === id) ?? geographies[0];
  if (!found) throw new Error("There is no geography.");
  return found;
}
