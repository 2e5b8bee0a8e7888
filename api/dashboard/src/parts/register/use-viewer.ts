import { RegisterViewer } from "#ops/RegisterViewer.ts";
import type { RegisterViewerQuery } from "#ops/types.ts";
import { useAnswer } from "../../data/use-answer.ts";

export type Viewer = NonNullable<RegisterViewerQuery["viewer"]>;

/** Whoever is signed in, and what their role may do; undefined: not known yet. */
export function useViewer(): Viewer | undefined {
  return useAnswer(RegisterViewer, {}).answer?.data.viewer ?? undefined;
}

export const may = (viewer: Viewer | undefined, right: string | undefined): boolean =>
  right !== undefined && viewer?.may.includes(right) === true;
