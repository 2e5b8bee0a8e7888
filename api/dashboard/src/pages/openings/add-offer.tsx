import { useState } from "preact/hooks";
import { Chosen } from "./chosen.tsx";
import { ofCode } from "./words.ts";

interface Props {
  offers: readonly { readonly code: string; readonly name: string }[];
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

/** What the organisation gives: one by one from the list of offers, added with a button. */
export function AddOffer({ offers, chosen, onChange }: Props) {
  const [code, setCode] = useState("");
  const nameOf = (value: string) =>
    offers.find((offer) => offer.code === value)?.name ?? ofCode(value);
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label nhsuk-label--s" for="profile-gives">
        What you give
      </label>
      <div class="nhsuk-hint" id="profile-gives-hint">
        Choose from the offers that the register knows, then press Add. Add as many as you like.
      </div>
      <div class="app-picker__row">
        <select
          class="nhsuk-select"
          id="profile-gives"
          value={code}
          aria-describedby="profile-gives-hint"
          onChange={(event) => setCode(event.currentTarget.value)}
        >
          <option value="">Choose an offer</option>
          {offers
            .filter((offer) => !chosen.includes(offer.code))
            .map((offer) => (
              <option key={offer.code} value={offer.code}>
                {offer.name}
              </option>
            ))}
        </select>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          onClick={() => {
            if (code === "") return;
            onChange([...chosen, code]);
            setCode("");
          }}
        >
          Add<span class="nhsuk-u-visually-hidden"> to what you give</span>
        </button>
      </div>
      <Chosen
        from="what you give"
        values={chosen}
        name={nameOf}
        onRemove={(value) => onChange(chosen.filter((one) => one !== value))}
      />
    </div>
  );
}
