/* Which areas are held against the minimum offer; all of it is in the address. */
import type { AreaKind, AreaSelection } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, here, useAddress } from "../../data/address.ts";
import { AreaPicker } from "../../parts/pickers.tsx";
import { areaKinds, word } from "../../parts/words.ts";
import { Chosen } from "../openings/chosen.tsx";
import { useAreaNames } from "../openings/names.ts";

/** Kinds that people and places can be counted in, those first that are asked about most. */
export const kinds: readonly AreaKind[] = [
  "ICB",
  "POLICE_FORCE",
  "PROBATION_REGION",
  "PDU",
  "HEALTH_BOARD",
  "NHS_REGION",
  "UPPER_TIER",
  "DISTRICT",
  "REGION",
  "NATION",
];

export interface Selected {
  readonly codes: readonly string[];
  /** Of the codes, where several kinds share one; else all areas of the kind. */
  readonly kind: AreaKind | undefined;
  readonly input: AreaSelection;
}

/** The areas of the address: some by code, else all of a kind; else those to begin with. */
export function useSelected(first: AreaKind, firstCodes: readonly string[] = []): Selected {
  const { params } = useAddress();
  const named = kinds.find((one) => one === params.get("kind"));
  const asked = (params.get("areas") ?? "").split(",").filter(Boolean);
  const codes = asked.length === 0 && !named ? firstCodes : asked;
  const kind = codes.length > 0 ? named : (named ?? first);
  return {
    codes,
    kind,
    input: { ...(codes.length > 0 ? { codes: [...codes] } : {}), ...(kind ? { kind } : {}) },
  };
}

export function Selection({ selected, label }: { selected: Selected; label: string }) {
  const { codes, kind } = selected;
  const [text, setText] = useState("");
  const nameOf = useAreaNames(codes);
  const choose = (next: readonly string[], of?: AreaKind) =>
    go(here({ areas: next.join(","), kind: of }));
  return (
    <section class="app-screen-only" aria-label="Which areas">
      <AreaPicker
        id="minimum-area"
        label={label}
        hint="Add one or several. Few are shown in full, with what each rests on."
        text={text}
        onText={setText}
      >
        {(area) =>
          area.code && !codes.includes(area.code) ? (
            <button
              type="button"
              class="app-link"
              onClick={() => {
                setText("");
                choose(
                  [...codes, area.code ?? ""],
                  // The same code can be a district and an upper-tier authority.
                  codes.length === 0 && area.kind === "UPPER_TIER" ? area.kind : undefined,
                );
              }}
            >
              Add {area.name}
            </button>
          ) : (
            area.name
          )
        }
      </AreaPicker>
      <Chosen
        from="the areas"
        values={codes}
        name={nameOf}
        onRemove={(code) => choose(codes.filter((one) => one !== code))}
      />
      <div class="nhsuk-form-group">
        <label class="nhsuk-label" for="minimum-kind">
          {codes.length > 0 ? "Or all areas of a kind" : "All areas of a kind"}
        </label>
        <select
          class="nhsuk-select"
          id="minimum-kind"
          value={codes.length > 0 ? "" : (kind ?? "")}
          onChange={(event) => {
            const chosen = kinds.find((one) => one === event.currentTarget.value);
            if (chosen) choose([], chosen);
          }}
        >
          {codes.length > 0 && <option value="">The areas above</option>}
          {kinds.map((one) => (
            <option key={one} value={one}>
              {word(areaKinds, one)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
