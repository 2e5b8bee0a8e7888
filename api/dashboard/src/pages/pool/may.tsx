/* Whether whoever asks may write here, told before anything is typed. */
import { PoolViewer } from "#ops/PoolViewer.ts";
import type { PoolViewerQuery } from "#ops/types.ts";
import { TokenForm } from "../../app/token-form.tsx";
import { href } from "../../data/address.ts";
import { useSession } from "../../data/session.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Fold } from "../../parts/fold.tsx";

export type Viewer = NonNullable<PoolViewerQuery["viewer"]>;

/** Undefined until it is known. */
export function useViewer(): Viewer | undefined {
  return useAnswer(PoolViewer, {}).answer?.data.viewer ?? undefined;
}

export function mayWrite(viewer: Viewer | undefined): boolean {
  return viewer?.may.includes("Mutation.savePool") ?? false;
}

/** For whoever may not: what they can do, and how to sign in without leaving the page. */
export function MayNot({ viewer, id }: { viewer: Viewer | undefined; id: string }) {
  const { ended } = useSession();
  if (!viewer || mayWrite(viewer) || ended) return null;
  return (
    <div class="nhsuk-inset-text app-empty">
      <p>
        <strong>
          {viewer.role === "PUBLIC"
            ? "You are not signed in, so you cannot save or try this"
            : "Your role may not write here"}
        </strong>
      </p>
      <p>
        You may fill it in: what you type is kept in this browser tab. To have it checked without
        saving, or to save it, sign in with a token as an analyst or a commissioner.{" "}
        <a href={href("/sign-in")}>How to get a token</a>
      </p>
      <Fold name="Sign in here">
        <TokenForm id={id} />
      </Fold>
    </div>
  );
}
