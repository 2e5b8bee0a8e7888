import { EntryClaim } from "#ops/EntryClaim.ts";
import { EntrySaveClaim } from "#ops/EntrySaveClaim.ts";
import { choice, dateField, evidence, flag, guarded, ref, refs, status, text } from "../fields.ts";
import { kind } from "../kind.ts";
import { claimName } from "../telling.ts";
import { claimKinds, claimedBy, justice } from "../words.ts";

export const claim = kind({
  code: "claim",
  concern: "claim",
  one: "claim",
  many: "Claims",
  says: "A claim that a service or body is culturally informed, faith-based or led by and for a community",
  prefix: "claim",
  table: "claim",
  entry: EntryClaim,
  save: EntrySaveClaim,
  may: "Mutation.saveClaim",
  fields: [
    { name: "kind", label: "What is claimed", needed: true, control: choice(claimKinds) },
    {
      name: "service",
      label: "Service that it is about",
      hint: "Name a service, a body, or both",
      control: ref("service"),
    },
    { name: "body", label: "Body that it is about", control: ref("body") },
    {
      name: "communitiesAsStated",
      label: "Communities, in the words of the source",
      needed: true,
      control: text(),
    },
    { name: "communities", label: "Communities", control: refs("community") },
    { name: "area", label: "Where", control: ref("area") },
    {
      name: "isProvision",
      label: "Is it provision for people?",
      hint: "And not a finding, map, fund or campaign",
      needed: true,
      control: flag,
    },
    {
      name: "worksWithJustice",
      label: "Works with people in the justice system",
      control: choice(justice),
    },
    status,
    dateField("startsOn", "First day"),
    dateField("endsOn", "Last day"),
    evidence,
    ...guarded,
  ],
  title: (row) => claimName({ ...row, claimKind: row.kind }),
  facts: (row) => [
    {
      name: "Claimed by",
      text: claimedBy[row.claimedBy as keyof typeof claimedBy] ?? row.claimedBy,
    },
  ],
  areas: (row) => [row.area?.code ?? null],
});
