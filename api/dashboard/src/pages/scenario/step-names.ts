/* What the fields of a step are called, by the kind of step. */
import type { StepKind } from "#ops/types.ts";
import type { StepField } from "./draft.ts";

export function nameOf(kind: StepKind, field: StepField): string {
  return labelsOf[kind]?.[field] ?? labels[field];
}

const labels: Readonly<Record<StepField, string>> = {
  service: "Service",
  offer: "Offer",
  area: "Area",
  toArea: "Area that it moves to",
  cohort: "For whom",
  stream: "Funding stream that pays",
  toStream: "Funding stream that the money goes to",
  pool: "Pooled budget",
  succession: "Body whose reform it is",
  startsOn: "From",
  endsOn: "Until",
  amount: "Pounds a year",
  places: "People whom it reaches in a year",
  people: "People in need",
  note: "Note",
};

/** Where a kind of step calls a field otherwise. */
const labelsOf: Partial<Record<StepKind, Partial<Record<StepField, string>>>> = {
  ADD_SERVICE: {
    pool: "Pooled budget that pays",
    service: "Service that is extended, if it is one on record",
  },
  END_SERVICE: { endsOn: "Its last day" },
  MOVE_SERVICE: { area: "Only its part in this area", startsOn: "First day there" },
  RESIZE_SERVICE: { startsOn: "From which day" },
  MOVE_MONEY: {
    stream: "Funding stream that the money comes from",
    amount: "Pounds in each financial year",
    service: "Service that the money goes to",
  },
  POOL_MONEY: { stream: "Funding stream", amount: "Pounds in each financial year" },
  UNPOOL_MONEY: { stream: "Funding stream", amount: "Pounds in each financial year" },
  BRING_FORWARD: {
    startsOn: "The earlier day",
    area: "Area that is followed",
    toArea: "Area that follows it",
  },
};
