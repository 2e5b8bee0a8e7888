/* Where money of a pooled budget stands. */
import type { PoolAccount } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const poolAccounts: Words<PoolAccount> = {
  MEMBER: "With the member",
  POOLED: "In the fund",
  ALIGNED: "Aligned, kept by the member",
  ALLOCATED: "Set aside for a service",
  COMMITTED: "Promised to a service",
  SPENT: "Paid",
};
