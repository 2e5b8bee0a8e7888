/* The Mental Health Investment Standard in words. */
import type { MhisPlacing, MhisVerdict, MhisWhy } from "#ops/types.ts";

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const verdicts: Words<MhisVerdict> = {
  MET: "Met, whatever the lines that do not say turn out to be",
  NOT_MET: "Not met, whatever the lines that do not say turn out to be",
  NOT_STATED: "It cannot be said",
};

export const whys: Words<MhisWhy> = {
  DEPENDS_ON_UNSTATED_LINES: "it depends on lines that do not say whether they count",
  NOTHING_BEFORE: "nothing counted in the year before, and growth from nothing has no meaning",
  NO_ALLOCATION_BEFORE: "the year before had no allocation, and no target is stated",
  NO_RESTATED_BASELINE: "nobody has entered what the other body spent in the year before",
  NO_YEAR_BEFORE: "nothing is entered of the year before",
  SEVERAL_REPORTS: "two reports are entered of the year, or of the one before",
};

export const placings: Words<MhisPlacing> = {
  COUNTS: "Counts: the board says so",
  DOES_NOT_COUNT: "Does not count: the board says so",
  EXCLUDED: "Never counts",
  CONTRADICTED: "The board says that it counts, and names an exclusion: it does not count",
  LEFT_OUT: "Left out by the board for a reason that the guidance does not name",
  NOT_STATED: "The board does not say: out of the least, in the most",
};
