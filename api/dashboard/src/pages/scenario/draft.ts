/* A scenario as it is being typed. Rows are kept with their names, so that a draft can be shown
 * while the server is away. */
import type {
  ScenarioShownFragment,
  ScenarioStepInput,
  ScenarioStepShownFragment,
  SaveScenarioInput,
  StepKind,
  Visibility,
} from "#ops/types.ts";
import type { Named } from "../../parts/choice.tsx";
import type { Fault } from "../../parts/form.tsx";
import { reformName } from "./reform.ts";
import { nameOf } from "./step-names.ts";

/** What an id led to is a scenario. */
export function isScenario(
  node: ScenarioShownFragment | Record<PropertyKey, never>,
): node is ScenarioShownFragment {
  return "steps" in node;
}

export interface StepDraft {
  /** Tells the steps of a form apart while they are moved about. */
  readonly key: string;
  readonly kind: StepKind;
  readonly service: Named | null;
  readonly area: Named | null;
  readonly toArea: Named | null;
  readonly offer: string;
  readonly cohort: string;
  readonly stream: Named | null;
  readonly toStream: Named | null;
  readonly pool: Named | null;
  readonly succession: Named | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly amount: string;
  readonly places: string;
  readonly people: string;
  readonly note: string;
}

export type StepField = Exclude<keyof StepDraft, "key" | "kind">;

export interface ScenarioDraft {
  readonly name: string;
  readonly purpose: string;
  readonly baseDay: string;
  readonly owner: Named | null;
  readonly visibility: Visibility;
  readonly steps: readonly StepDraft[];
  readonly reason: string;
  /** That of the row when the typing began; null: a new one. */
  readonly version: number | null;
}

/** The fields of each kind of step: those that it needs, and those that it may have. */
export const fieldsOf: Readonly<
  Record<StepKind, { readonly needs: readonly StepField[]; readonly may: readonly StepField[] }>
> = {
  ADD_SERVICE: {
    needs: ["offer", "area", "startsOn"],
    may: ["endsOn", "cohort", "amount", "places", "stream", "pool", "service"],
  },
  END_SERVICE: { needs: ["service", "endsOn"], may: [] },
  MOVE_SERVICE: { needs: ["service", "toArea", "startsOn"], may: ["area"] },
  RESIZE_SERVICE: { needs: ["service", "startsOn"], may: ["amount", "places"] },
  CHANGE_NEED: { needs: ["area", "offer", "people"], may: ["cohort"] },
  MOVE_MONEY: { needs: ["stream", "amount"], may: ["toStream", "service", "startsOn", "endsOn"] },
  POOL_MONEY: { needs: ["stream", "pool", "amount"], may: ["startsOn", "endsOn"] },
  UNPOOL_MONEY: { needs: ["stream", "pool", "amount"], may: ["startsOn", "endsOn"] },
  BRING_FORWARD: { needs: ["startsOn"], may: ["succession", "area", "toArea"] },
};

export function newStep(kind: StepKind): StepDraft {
  return {
    key: crypto.randomUUID(),
    kind,
    service: null,
    area: null,
    toArea: null,
    offer: "",
    cohort: "",
    stream: null,
    toStream: null,
    pool: null,
    succession: null,
    startsOn: "",
    endsOn: "",
    amount: "",
    places: "",
    people: "",
    note: "",
  };
}

export function newScenario(owner: Named | null): ScenarioDraft {
  return {
    name: "",
    purpose: "",
    baseDay: "",
    owner,
    visibility: owner ? "PRIVATE" : "PUBLIC",
    steps: [],
    reason: "",
    version: null,
  };
}

function stepDraft(step: ScenarioStepShownFragment): StepDraft {
  const { service, succession } = step;
  return {
    key: String(step.position),
    kind: step.kind,
    service: service && { id: service.id, name: service.title },
    area: step.area && { id: step.area.id, name: step.area.name },
    toArea: step.toArea && { id: step.toArea.id, name: step.toArea.name },
    offer: step.offer?.code ?? "",
    cohort: step.cohort?.code ?? "",
    stream: step.stream,
    toStream: step.toStream,
    pool: step.pool,
    succession: succession && { id: succession.id, name: reformName(succession) },
    startsOn: step.startsOn ?? "",
    endsOn: step.endsOn ?? "",
    amount: step.amount ?? "",
    places: step.places === null ? "" : String(step.places),
    people: step.people === null ? "" : String(step.people),
    note: step.note ?? "",
  };
}

/** What there is, to be changed. */
export function draftOf(scenario: ScenarioShownFragment): ScenarioDraft {
  return {
    name: scenario.name,
    purpose: scenario.purpose ?? "",
    baseDay: scenario.baseDay,
    owner: scenario.owner,
    visibility: scenario.visibility,
    steps: scenario.steps.map(stepDraft),
    reason: "",
    version: scenario.version,
  };
}

/** The same as a new one of its reader's. */
export function copyOf(scenario: ScenarioShownFragment, owner: Named | null): ScenarioDraft {
  const begun = newScenario(owner);
  return {
    ...begun,
    name: `${scenario.name} (copy)`.slice(0, 200),
    purpose: scenario.purpose ?? "",
    baseDay: scenario.baseDay,
    steps: scenario.steps.map(stepDraft),
  };
}

const plain = (text: string) => text.trim().replaceAll(/[£,\s]/g, "");

/** What cannot even be sent: whole numbers that are none. All else the server judges. */
export function faultsOf(draft: ScenarioDraft): Fault[] {
  const faults: Fault[] = [];
  if (draft.reason.trim() === "") {
    faults.push({ field: "reason", message: "Say why: the history keeps it" });
  }
  for (const [index, step] of draft.steps.entries()) {
    for (const field of fieldsOf[step.kind].needs) {
      const value = step[field];
      if (value !== null && (typeof value !== "string" || value.trim() !== "")) continue;
      const message = `Step ${index + 1}: give ${nameOf(step.kind, field).toLowerCase()}`;
      faults.push({ field: `steps.${index}.${field}`, message });
    }
    for (const field of ["places", "people"] as const) {
      const typed = plain(step[field]);
      if (!has(step.kind, field) || typed === "" || isCount(typed)) continue;
      const message = `Step ${index + 1}: “${step[field].trim()}” is no whole number of people`;
      faults.push({ field: `steps.${index}.${field}`, message });
    }
  }
  return faults;
}

function isCount(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

export function has(kind: StepKind, field: StepField): boolean {
  const { needs, may } = fieldsOf[kind];
  return field === "note" || needs.includes(field) || may.includes(field);
}

/** A step as the server takes it: what its kind has no use for stays in the form. */
function stepInput(step: StepDraft, position: number): ScenarioStepInput {
  const text = (field: "offer" | "cohort" | "startsOn" | "endsOn" | "note") =>
    (has(step.kind, field) && step[field].trim()) || undefined;
  const id = (
    field: "service" | "area" | "toArea" | "stream" | "toStream" | "pool" | "succession",
  ) => (has(step.kind, field) ? step[field]?.id : undefined);
  const number = (field: "places" | "people") => {
    const typed = plain(step[field]);
    return has(step.kind, field) && typed !== "" ? Number(typed) : undefined;
  };
  return {
    position,
    kind: step.kind,
    service: id("service"),
    offer: text("offer"),
    area: id("area"),
    toArea: id("toArea"),
    cohort: text("cohort"),
    stream: id("stream"),
    toStream: id("toStream"),
    pool: id("pool"),
    succession: id("succession"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    amount: (has(step.kind, "amount") && plain(step.amount)) || undefined,
    places: number("places"),
    people: number("people"),
    note: text("note"),
  };
}

export function inputOf(draft: ScenarioDraft, id: string | undefined): SaveScenarioInput {
  return {
    ...(id === undefined ? {} : { id, expectedVersion: draft.version }),
    name: draft.name.trim(),
    // Null is nothing; what is not said stays as it was.
    purpose: draft.purpose.trim() || null,
    baseDay: draft.baseDay,
    owner: draft.owner?.id ?? null,
    visibility: draft.visibility,
    steps: draft.steps.map((step, index) => stepInput(step, index + 1)),
    reason: draft.reason.trim(),
  };
}
