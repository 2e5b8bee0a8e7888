/* The order in which offers are read: by family, then by the stage at which they begin. */
import type { OffersQuery } from "#ops/types.ts";
import { stageOrder, stages, word } from "../../parts/words.ts";

export type Offer = NonNullable<OffersQuery["coverageMatrix"]>["offers"][number];
/** What groups are made by. */
type Grouped = Pick<Offer, "code" | "name" | "familyRole" | "families" | "stages">;

export interface Group<One> {
  readonly id: string;
  readonly title: string;
  readonly offers: readonly One[];
}

/** More stages than these are no beginning but the whole pathway. */
const few = 4;

/** Each offer once; treatment requirements and culturally informed provision first. */
export function grouped<One extends Grouped>(offers: readonly One[]): Group<One>[] {
  const groups = new Map<string, { title: string; offers: One[] }>();
  const firsts = [
    ["family-cstr", "Treatment requirements"],
    ["culture", "Culturally informed provision"],
  ] as const;
  for (const [id, title] of firsts) groups.set(id, { title, offers: [] });
  const families = offers.filter((one) => one.familyRole === "FAMILY" && !inFamily(one, "cstr"));
  for (const one of families) groups.set(`family-${one.code}`, { title: one.name, offers: [] });
  for (const stage of stageOrder) {
    groups.set(`stage-${stage}`, { title: `From: ${word(stages, stage)}`, offers: [] });
  }
  groups.set("pathway", { title: "Along the whole pathway", offers: [] });
  groups.set("no-stage", { title: "At no stage on record", offers: [] });
  for (const offer of offers) groups.get(groupOf(offer, groups))?.offers.push(offer);
  return [...groups]
    .filter(([, group]) => group.offers.length > 0)
    .map(([id, group]) => ({ id, ...group }));
}

function inFamily(offer: Grouped, family: string): boolean {
  return offer.code === family || offer.families.some((one) => one.code === family);
}

function groupOf(offer: Grouped, groups: ReadonlyMap<string, unknown>): string {
  if (inFamily(offer, "cstr")) return "family-cstr";
  if (offer.code === "culturally_informed_service") return "culture";
  const family = [offer.code, ...offer.families.map((one) => one.code)].find((code) =>
    groups.has(`family-${code}`),
  );
  if (family) return `family-${family}`;
  if (offer.stages.length > few) return "pathway";
  const first = stageOrder.find((stage) => offer.stages.includes(stage));
  return first ? `stage-${first}` : "no-stage";
}
