import type { MinimumOfferChoicesQuery, Stage } from "#ops/types.ts";
import { SelectField, TextField } from "../../parts/form.tsx";
import { stageOrder, stages, word } from "../../parts/words.ts";
import type { LineDraft } from "./draft.ts";

interface Props {
  position: number;
  line: LineDraft;
  choices: MinimumOfferChoicesQuery | undefined;
  fault: string | undefined;
  isLast: boolean;
  onChange: (line: LineDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One line of a minimum offer, folded until it is changed. */
export function EditLine(props: Props) {
  const { position, line, choices, fault, isLast, onChange, onMove, onRemove } = props;
  const offers = choices?.offers?.nodes ?? [];
  const cohorts = choices?.register?.cohorts ?? [];
  const name = offers.find((one) => one.code === line.offer)?.name ?? line.offer;
  const id = `line-${position}`;
  const set = (fields: Partial<LineDraft>) => onChange({ ...line, ...fields });
  return (
    <details class="nhsuk-details app-fold" open={fault !== undefined || line.offer === ""}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          {position}. {name || "A new line"}
          {line.stage && ` (${word(stages, line.stage).toLowerCase()})`}
        </span>
      </summary>
      <div class="nhsuk-details__text">
        <SelectField
          id={`${id}-offer`}
          label="Offer"
          fault={fault}
          value={line.offer}
          options={[
            { value: "", name: "Choose an offer" },
            ...offers.map((one) => ({ value: one.code, name: one.name })),
          ]}
          onValue={(offer) => set({ offer })}
        />
        <SelectField
          id={`${id}-cohort`}
          label="For whom"
          value={line.cohort}
          options={cohorts.map((one) => ({ value: one.code, name: one.name }))}
          onValue={(cohort) => set({ cohort })}
        />
        <SelectField
          id={`${id}-stage`}
          label="At which stage"
          value={line.stage}
          options={[
            { value: "", name: "Wherever the offer is made" },
            ...stageOrder.map((one) => ({ value: one, name: word(stages, one) })),
          ]}
          onValue={(stage) => set({ stage: stage as Stage | "" })}
        />
        <TextField
          id={`${id}-places`}
          label="Places a year for each 1,000 people in need"
          hint="Leave it empty if any provision meets the line."
          width={5}
          isNumber
          value={line.perThousand}
          onValue={(perThousand) => set({ perThousand })}
        />
        <TextField
          id={`${id}-note`}
          label="Note"
          hint="What the line rests on, in your words"
          value={line.note}
          onValue={(note) => set({ note })}
        />
        <div class="app-buttons">
          {(
            [
              ["Move up", position > 1, () => onMove(-1)],
              ["Move down", !isLast, () => onMove(1)],
              ["Remove", true, onRemove],
            ] as const
          ).map(([what, can, act]) => (
            <button
              key={what}
              type="button"
              class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              disabled={!can}
              onClick={act}
            >
              {what}
              <span class="nhsuk-u-visually-hidden"> line {position}</span>
            </button>
          ))}
        </div>
      </div>
    </details>
  );
}
