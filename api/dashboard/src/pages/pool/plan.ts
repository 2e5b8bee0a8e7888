/* What one types of a pooled budget, and what is sent of it. */
import type {
  PoolForm,
  PoolFunctionCode,
  PoolPart,
  PoolTermsFragment,
  RiskShare,
  SavePoolInput,
  Visibility,
} from "#ops/types.ts";
import { typedDate } from "./date-fields.tsx";
import type { Named } from "../../parts/choice.tsx";
import { dateOf, moneyOf, wholeOf } from "./text.ts";

export interface MemberPlan {
  readonly body: Named | null;
  readonly part: PoolPart;
  readonly riskShare: string;
  readonly leavesOn: string;
}

export interface Plan {
  /** The version that one has seen; null: a new one. */
  readonly version: number | null;
  readonly name: string;
  readonly purpose: string;
  readonly legalForm: PoolForm | "";
  readonly host: Named | null;
  readonly members: readonly MemberPlan[];
  readonly functions: readonly string[];
  readonly offers: readonly string[];
  readonly area: Named | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly riskShare: RiskShare | "";
  readonly tier: string;
  readonly exitNoticeMonths: string;
  readonly consultedOn: string;
  readonly decisionBody: string;
  readonly managerRole: string;
  readonly vatStatus: string;
  readonly visibility: Visibility;
  readonly owner: Named | null;
  readonly reason: string;
}

export const newMember: MemberPlan = { body: null, part: "POOLING", riskShare: "", leavesOn: "--" };

export const newPlan: Plan = {
  version: null,
  name: "",
  purpose: "",
  legalForm: "",
  host: null,
  members: [newMember, newMember],
  functions: [],
  offers: [],
  area: null,
  startsOn: "--",
  endsOn: "--",
  riskShare: "",
  tier: "",
  exitNoticeMonths: "",
  consultedOn: "--",
  decisionBody: "",
  managerRole: "",
  vatStatus: "",
  visibility: "RESTRICTED",
  owner: null,
  reason: "",
};

/** A pooled budget of the register as one would type it. */
export function planOf(pool: PoolTermsFragment): Plan {
  return {
    version: pool.version,
    name: pool.name,
    purpose: pool.purpose,
    legalForm: pool.legalForm,
    host: pool.host,
    members: pool.members.map(({ body, part, riskShare, leavesOn }) => ({
      body,
      part,
      riskShare: riskShare ?? "",
      leavesOn: typedDate(leavesOn),
    })),
    functions: pool.functions.map((one) => one.code),
    offers: pool.offers.map((one) => one.code),
    area: pool.area?.code ? { id: pool.area.code, name: pool.area.name } : null,
    startsOn: typedDate(pool.startsOn),
    endsOn: typedDate(pool.endsOn),
    riskShare: pool.riskShare,
    tier: pool.tier ?? "",
    exitNoticeMonths: pool.exitNoticeMonths === null ? "" : String(pool.exitNoticeMonths),
    consultedOn: typedDate(pool.consultedOn),
    decisionBody: pool.decisionBody ?? "",
    managerRole: pool.managerRole ?? "",
    vatStatus: pool.vatStatus ?? "",
    visibility: pool.visibility,
    owner: pool.owner,
    reason: "",
  };
}

/** All of it is sent, so that what was taken out goes. Nothing is sent of what a new one lacks. */
export function inputOf(plan: Plan, id: string | undefined): SavePoolInput {
  const text = (typed: string) => typed.trim() || null;
  const whole = {
    name: text(plan.name),
    purpose: text(plan.purpose),
    legalForm: plan.legalForm || null,
    host: plan.host?.id ?? null,
    area: plan.area?.id ?? null,
    offers: [...plan.offers],
    functions: [...plan.functions] as PoolFunctionCode[],
    startsOn: dateOf(plan.startsOn) ?? null,
    endsOn: dateOf(plan.endsOn) ?? null,
    riskShare: plan.riskShare || null,
    tier: moneyOf(plan.tier) ?? null,
    // What is no whole number is found before it is sent.
    exitNoticeMonths: wholeOf(plan.exitNoticeMonths) ?? null,
    consultedOn: dateOf(plan.consultedOn) ?? null,
    decisionBody: text(plan.decisionBody),
    managerRole: text(plan.managerRole),
    vatStatus: text(plan.vatStatus),
    visibility: plan.visibility,
    owner: plan.owner?.id ?? null,
    members: plan.members.flatMap(({ body, part, riskShare, leavesOn }) =>
      body
        ? [
            {
              body: body.id,
              part,
              riskShare: text(riskShare),
              leavesOn: dateOf(leavesOn) ?? null,
            },
          ]
        : [],
    ),
    reason: plan.reason.trim(),
  };
  if (id !== undefined) return { ...whole, id, expectedVersion: plan.version };
  const given = Object.entries(whole).filter(([, value]) => value !== null);
  return { reason: whole.reason, ...Object.fromEntries(given) };
}

/** What is seen from here to be wrong before anything is sent. */
export function faultsIn(plan: Plan): { field: string; message: string }[] {
  const found = [];
  if (plan.reason.trim() === "") {
    found.push({ field: "reason", message: "Say why, in a few words: the history keeps it" });
  }
  if (plan.exitNoticeMonths.trim() !== "" && wholeOf(plan.exitNoticeMonths) === undefined) {
    found.push({ field: "exitNoticeMonths", message: "Notice is a whole number of months" });
  }
  for (const [index, { body, riskShare, leavesOn }] of plan.members.entries()) {
    if (body === null && (riskShare.trim() !== "" || dateOf(leavesOn) !== undefined)) {
      found.push({
        field: "members",
        message: `Choose the body of member ${index + 1}, or take the member out`,
      });
    }
  }
  return found;
}
