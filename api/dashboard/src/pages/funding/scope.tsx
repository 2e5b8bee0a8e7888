/* What a question about money is about: an area, an offer, a body, or everything. It is in the
 * address, so that funding and the cliff can be asked for the same. */
import { FundingAreaName } from "#ops/FundingAreaName.ts";
import { FundingBodyName } from "#ops/FundingBodyName.ts";
import type { AreaKind, MoneyScope, Role } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { go, here, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { BodyChoice } from "../../parts/choices.tsx";
import { SelectField } from "../../parts/form.tsx";
import { AreaPicker, OfferPicker } from "../../parts/pickers.tsx";
import { areaKinds, word } from "../../parts/words.ts";
import { roles } from "./words.ts";

const roleOrder = Object.keys(roles) as readonly Role[];

/** The scope that the address says. */
export function useMoneyScope(): MoneyScope {
  const { params } = useAddress();
  const text = (name: string) => params.get(name) || undefined;
  const kind = text("kind");
  const role = roleOrder.find((one) => one === text("role"));
  const area = text("area");
  const offer = text("offer");
  const body = text("body");
  return {
    ...(area ? { area } : {}),
    ...(area && kind && kind in areaKinds ? { kind: kind as AreaKind } : {}),
    ...(offer ? { offer } : {}),
    ...(body ? { body } : {}),
    ...(body && role ? { role } : {}),
  };
}

const choose = (params: Record<string, string | undefined>) =>
  go(here({ after: undefined, ...params }), { replace: true });

/** The fields by which one says what it is about. */
export function ScopeForm() {
  const scope = useMoneyScope();
  const [text, setText] = useState("");
  const areaName = useAnswer(
    FundingAreaName,
    scope.area ? { code: scope.area, kind: scope.kind } : undefined,
  );
  const bodyName = useAnswer(FundingBodyName, scope.body ? { id: scope.body } : undefined);
  const area = areaName.answer?.data.area;
  const node = bodyName.answer?.data.node;
  const body = node && "name" in node ? node.name : scope.body;
  return (
    <section class="app-filters" aria-label="What it is about">
      {scope.area ? (
        <div class="nhsuk-form-group">
          <p class="nhsuk-label nhsuk-label--s">Area</p>
          <p class="app-picked">
            {area ? `${area.name} (${word(areaKinds, area.kind).toLowerCase()})` : scope.area}{" "}
            <button
              type="button"
              class="app-link"
              onClick={() => choose({ area: undefined, kind: undefined })}
            >
              Ask about every area
            </button>
          </p>
        </div>
      ) : (
        <AreaPicker
          id="scope-area"
          label="Area"
          hint="All areas, unless you choose one: a council, a police force, a board, a court or a prison"
          text={text}
          onText={setText}
        >
          {(found) => (
            <button
              type="button"
              class="app-link"
              onClick={() => {
                setText("");
                choose({ area: found.code ?? undefined, kind: found.kind });
              }}
            >
              {found.name}
            </button>
          )}
        </AreaPicker>
      )}
      <OfferPicker
        id="scope-offer"
        label="Offer"
        all="Every offer"
        value={scope.offer ?? ""}
        onChoose={(offer) => choose({ offer })}
      />
      <BodyChoice
        id="scope-body"
        label="Commissioner, funder or provider"
        hint="Every body, unless you choose one: type a part of its name"
        chosen={scope.body ? { id: scope.body, name: body ?? scope.body } : null}
        onChoose={(chosen) =>
          choose(chosen ? { body: chosen.id } : { body: undefined, role: undefined })
        }
      />
      {scope.body && (
        <SelectField
          id="scope-role"
          label="The part that the body has"
          value={scope.role ?? ""}
          options={[
            { value: "", name: "Any part" },
            ...roleOrder.map((value) => ({ value, name: roles[value] })),
          ]}
          onValue={(role) => choose({ role })}
        />
      )}
    </section>
  );
}
