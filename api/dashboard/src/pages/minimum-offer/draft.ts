/* A minimum offer as it is typed. */
import type {
  MinimumOfferStandardQuery,
  SaveStandardInput,
  Stage,
  Visibility,
} from "#ops/types.ts";
import type { Named } from "../../parts/choice.tsx";

type Node = NonNullable<MinimumOfferStandardQuery["node"]>;
export type Standard = Extract<Node, { readonly purpose: unknown }>;

export const isStandard = (node: Node | null | undefined): node is Standard =>
  node !== null && node !== undefined && "purpose" in node;

export interface LineDraft {
  readonly offer: string;
  readonly cohort: string;
  readonly stage: Stage | "";
  readonly perThousand: string;
  readonly note: string;
}

export interface StandardDraft {
  readonly name: string;
  readonly purpose: string;
  readonly reason: string;
  readonly visibility: Visibility;
  readonly owner: Named | null;
  readonly lines: readonly LineDraft[];
  /** Where its lines come from, where it does not rest on what the other rests on. */
  readonly source: "same" | "new";
  readonly title: string;
  readonly date: string;
  readonly statement: string;
  /** The version that was seen when it was opened. */
  readonly version: number | undefined;
}

export const emptyLine: LineDraft = {
  offer: "",
  cohort: "all",
  stage: "",
  perThousand: "",
  note: "",
};

export function draftOf(standard: Standard, isCopy: boolean): StandardDraft {
  return {
    name: isCopy ? `Copy of ${standard.name}` : standard.name,
    purpose: standard.purpose,
    reason: "",
    visibility: standard.visibility,
    owner: isCopy ? null : standard.owner,
    lines: standard.lines.map((line) => ({
      offer: line.offer?.code ?? "",
      cohort: line.cohort?.code ?? "all",
      stage: line.stage ?? "",
      perThousand: line.perThousand ?? "",
      note: line.note ?? "",
    })),
    source: "same",
    title: "",
    date: "",
    statement: "",
    version: isCopy ? undefined : standard.version,
  };
}

/** What is sent: the lines in their order, numbered from 1. */
export function inputOf(
  draft: StandardDraft,
  standard: Standard,
  how: { readonly isCopy: boolean; readonly propose: boolean; readonly dryRun: boolean },
): SaveStandardInput {
  const isNew = draft.source === "new";
  return {
    ...(how.isCopy ? {} : { id: standard.id, expectedVersion: draft.version }),
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    reason: draft.reason.trim(),
    visibility: draft.visibility,
    ...(draft.owner ? { owner: draft.owner.id } : {}),
    ...(isNew
      ? {
          newEvidence: {
            statement: draft.statement.trim(),
            assertedBy: "commissioner",
            grade: "RESPONSIBLE_BODY",
            newSource: {
              title: draft.title.trim(),
              ...(draft.date.trim() ? { date: draft.date.trim() } : {}),
            },
          },
        }
      : { evidence: standard.evidence?.id }),
    lines: draft.lines.map((line, index) => ({
      position: index + 1,
      offer: line.offer,
      cohort: line.cohort || "all",
      ...(line.stage ? { stage: line.stage } : {}),
      ...(line.perThousand.trim() ? { perThousand: line.perThousand.trim() } : {}),
      ...(line.note.trim() ? { note: line.note.trim() } : {}),
    })),
    ...(how.propose ? { propose: true } : {}),
    ...(how.dryRun ? { dryRun: true } : {}),
  };
}
