import { href, useAddress } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { counted, word } from "../../parts/words.ts";
import { fromParams, toParams } from "../openings/profile.ts";
import { openingKinds, openingStandings } from "../openings/words.ts";
import type { Opening } from "./index.tsx";

/** The lots and other parts of a tender or programme, each with its page. */
export function Lots({ opening: { lots } }: { opening: Opening }) {
  const profile = toParams(fromParams(useAddress().params));
  if (lots.length === 0) return null;
  return (
    <section aria-labelledby="lots" class="app-figure">
      <h2 class="nhsuk-heading-m" id="lots">
        Its parts
      </h2>
      <p>{counted(lots.length, "part")} on record. Each can ask something of its own.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {lots.map((lot) => (
          <li key={lot.id}>
            <a href={href(`/openings/${encodeURIComponent(lot.id)}`, profile)}>{lot.title}</a>:{" "}
            {word(openingKinds, lot.kind).toLowerCase()},{" "}
            {word(openingStandings, lot.standing).toLowerCase()}
            {lot.closesOn && `, last day ${inWords(lot.closesOn)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
