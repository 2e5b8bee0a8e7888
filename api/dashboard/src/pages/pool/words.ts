/* Words for pooled budgets, in the closed lists of the schema. */
import type {
  ConditionFit,
  Delegation,
  FindingSeverity,
  FunctionHolder,
  FundingConditionKind,
  PoolAccount,
  PoolForm,
  PoolLineKey,
  PoolPart,
  RiskShare,
  Visibility,
} from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const forms: Words<PoolForm> = {
  SECTION_75_POOLED_FUND: "Pooled fund under section 75",
  SECTION_75_LEAD_COMMISSIONING: "Lead commissioning under section 75",
  SECTION_75_INTEGRATED_PROVISION: "Integrated provision under section 75",
  ALIGNED_BUDGETS: "Aligned budgets: each keeps its own money, the plan is common",
  SECTION_256_TRANSFER: "Payment of an NHS body to a council under section 256",
  SECTION_76_TRANSFER: "Payment of a council to an NHS body under section 76",
  GRANT: "Grant of one to the other",
};

export const parts: Words<PoolPart> = {
  POOLING: "Puts its money into the fund",
  ALIGNING: "Keeps its money and spends it by the common plan",
  TRANSFERRING: "Pays it over under section 76 or 256",
  GRANTING: "Grants it",
};

export const riskShares: Words<RiskShare> = {
  BY_CONTRIBUTION: "Each in proportion to its contribution",
  STATED_SHARES: "Each by the share that the agreement states",
  TIERED: "In equal parts up to an amount, in proportion to contributions above it",
  HOST_BEARS: "The host alone",
};

export const visibilities: Words<Visibility> = {
  PUBLIC: "Everybody",
  RESTRICTED: "Analysts, commissioners and the bodies that take part in it",
  PRIVATE: "The body that keeps it, and administrators",
};

export const severities: Words<FindingSeverity> = {
  BREACH: "A rule is broken",
  CHECK: "Somebody has to look or take advice",
  NOT_RECORDED: "Not on record",
};

export const accounts: Words<PoolAccount> = {
  MEMBER: "With the member",
  POOLED: "In the fund",
  ALIGNED: "Kept for the common plan",
  ALLOCATED: "Set aside for a service",
  COMMITTED: "Promised to a service",
  SPENT: "Spent",
};

export const lineKeys: Words<PoolLineKey> = {
  MEMBER: "Member",
  STREAM: "Funding stream",
  SERVICE: "Service",
  YEAR: "Financial year",
};

export const delegations: Words<Delegation> = {
  MAY: "The regulations let partners arrange for it",
  MAY_NOT: "Cannot be a subject of such arrangements",
  CHECK: "Depends on amendments or terms that have to be read: take advice",
};

export const holders: Words<FunctionHolder> = {
  NHS: "Function of an NHS body",
  LOCAL_AUTHORITY: "Function of a local authority",
  OTHER: "Function of somebody else",
};

export const fits: Words<ConditionFit> = {
  FITS: "May pay for it: every condition is met",
  IN_PART: "Met in part: the service reaches beyond the conditions",
  NOT_STATED: "The register does not say whether the conditions are met",
  OUTSIDE: "May not pay for it",
};

export const conditionKinds: Words<FundingConditionKind> = {
  AREA: "where it may be spent",
  BODY: "which body may receive it",
  BODY_KIND: "which kind of body may receive it",
  COHORT: "for whom it is",
  OFFER: "what it may buy",
  STAGE: "at which stage of justice it may be spent",
};
