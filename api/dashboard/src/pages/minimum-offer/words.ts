import type { AmountVerdict, Verdict, VerdictBasis, Visibility } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const verdicts: Words<Verdict> = {
  NOT_MET: "Not met",
  CONTESTED: "Records disagree",
  PLANNED: "Planned, not begun",
  PARTLY_MET: "Met in part",
  MET: "Met",
  NOT_RECORDED: "Not recorded",
  NOT_APPLICABLE: "Does not apply",
};

/** What is lacking before what is there, and what nobody knows apart from both. */
export const verdictOrder = Object.keys(verdicts) as readonly Verdict[];

/** The pattern of the coverage state that a verdict is the word for. */
export const verdictSwatch: Words<Verdict> = {
  NOT_MET: "absent",
  CONTESTED: "contested",
  PLANNED: "planned",
  PARTLY_MET: "partial",
  MET: "commissioned",
  NOT_RECORDED: "not_recorded",
  NOT_APPLICABLE: "not_applicable",
};

export const amounts: Words<AmountVerdict> = {
  ENOUGH: "Enough places on record",
  SHORT: "Fewer places than the lowest need asks for",
  WITHIN_RANGE: "Between what the lowest and the highest need ask for",
  NEEDS_DISAGREE: "The needs on record lead to different answers",
  NOT_RECORDED: "Whether there are enough places is not recorded",
  NOT_ASKED: "No amount is asked for",
};

export const bases: Words<VerdictBasis> = {
  PEOPLE: "Counted by the people of the area.",
  PLACES: "Counted by its prisons or courts.",
  AREA_RECORDS: "No record speaks of one of its prisons or courts, so records of the area decide.",
  NO_PLACE: "The area has no prison or court that this could belong to.",
};

export const visibilities: Words<Visibility> = {
  PUBLIC: "Everybody",
  RESTRICTED: "Analysts, commissioners and the bodies that take part",
  PRIVATE: "The body that keeps it, and administrators",
};
