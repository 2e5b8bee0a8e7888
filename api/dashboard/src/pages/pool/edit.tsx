import { useEffect, useState } from "preact/hooks";
import { go, here } from "../../data/address.ts";
import { useDraft } from "../../data/use-draft.ts";
import type { Pool } from "./index.tsx";
import { PlanForm } from "./plan-form.tsx";
import { planOf } from "./plan.ts";

/** The form with what is on record in it. What was typed before is there again. */
export function EditPool({ pool, again }: { pool: Pool; again: () => void }) {
  const draft = useDraft(`pool.${pool.id}`, planOf(pool));
  const [wanted, setWanted] = useState<number>();
  // Asked for anew: the form begins again with what has come since.
  useEffect(() => {
    if (wanted !== undefined && pool.version !== wanted) {
      setWanted(undefined);
      draft.reset(planOf(pool));
    }
  }, [wanted, pool, draft]);
  const isBehind = draft.value.version !== null && draft.value.version < pool.version;
  return (
    <>
      {isBehind && (
        <p class="nhsuk-inset-text app-empty">
          What you typed began from an older version. If you save it, both sides are shown first.
        </p>
      )}
      <PlanForm
        id={pool.id}
        draft={draft}
        onSaved={() => {
          draft.reset(planOf(pool));
          again();
          go(here({ do: undefined }));
        }}
        onTakeTheirs={() => {
          setWanted(draft.value.version ?? pool.version);
          again();
        }}
      />
      <p>
        <button
          type="button"
          class="app-link"
          onClick={() => {
            draft.reset(planOf(pool));
            go(here({ do: undefined }));
          }}
        >
          Leave it as it is
        </button>
      </p>
    </>
  );
}
