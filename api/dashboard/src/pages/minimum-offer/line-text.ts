import type { MinimumOfferLineFragment } from "#ops/types.ts";
import { stages, word } from "../../parts/words.ts";

/** What a line asks for, in a few words. */
export function asksFor({ offer, cohort, stage, perThousand }: MinimumOfferLineFragment): string {
  const isAll = !cohort || cohort.code === "all";
  return [
    offer?.name ?? "An offer that is not in the register",
    isAll ? "" : `for ${cohort.name.toLowerCase()}`,
    stage ? `(${word(stages, stage).toLowerCase()})` : "",
    perThousand ? `– ${perThousand} places a year for each 1,000 people in need` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
