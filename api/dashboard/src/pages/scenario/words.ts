/* Words for what scenarios are made of. */
import type { StepKind, ViewerRole, Visibility } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const stepKinds: Words<StepKind> = {
  ADD_SERVICE: "Start a service",
  END_SERVICE: "End a service",
  MOVE_SERVICE: "Move a service to another area",
  RESIZE_SERVICE: "Give a service other money or places",
  CHANGE_NEED: "Change how many people are in need",
  MOVE_MONEY: "Move money from a funding stream",
  POOL_MONEY: "Put money into a pooled budget",
  UNPOOL_MONEY: "Take money out of a pooled budget",
  BRING_FORWARD: "Bring a reform forward",
};

export const visibilities: Words<Visibility> = {
  PUBLIC: "Everybody: it is published",
  RESTRICTED: "Analysts and commissioners, and the bodies that take part",
  PRIVATE: "The body that keeps it, and administrators",
};

/** The same in a table. */
export const seenBy: Words<Visibility> = {
  PUBLIC: "Published",
  RESTRICTED: "Those who plan",
  PRIVATE: "The body that keeps it",
};

/** Who may make scenarios: the server decides, this only saves a vain try. */
export function plans(role: ViewerRole | undefined): boolean {
  return role === "ANALYST" || role === "COMMISSIONER" || role === "ADMIN";
}
