import { href } from "../../data/address.ts";
import { Fact } from "../../parts/fact.tsx";
import { Money, NotOnRecord, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { awardText } from "../openings/columns.tsx";
import { kindHints, openingKinds } from "../openings/words.ts";
import type { Opening } from "./index.tsx";

/** What it is, where, for whom and how much; what is not on record says so. */
export function Summary({ opening }: { opening: Opening }) {
  const { yearlyValue, offers, areas } = opening;
  const rows = [
    ["Kind", `${word(openingKinds, opening.kind)}: ${word(kindHints, opening.kind).toLowerCase()}`],
    ["Reference of the notice", opening.reference ?? <NotOnRecord />],
    [
      "Where",
      areas.length === 0 ? (
        <NotOnRecord what="Not stated" />
      ) : (
        areas.map((area, index) => (
          <span key={area.code ?? area.name}>
            {index > 0 && ", "}
            {area.code ? <a href={areaPath(area)}>{area.name}</a> : area.name}
          </span>
        ))
      ),
    ],
    [
      "For whom",
      [opening.cohort?.name, opening.cohortAsStated && `in its words: ${opening.cohortAsStated}`]
        .filter(Boolean)
        .join("; ") || <NotOnRecord what="Not stated" />,
    ],
    [
      "What it would buy",
      offers.length === 0 ? (
        <NotOnRecord what="Not stated" />
      ) : (
        offers.map((offer, index) => (
          <span key={offer.code}>
            {index > 0 && ", "}
            <a href={href(`/offers/${offer.code}`)}>{offer.name}</a>
          </span>
        ))
      ),
    ],
    ["One award", awardText({ opening }) || <NotOnRecord />],
    ["All that is given", <Money amount={opening.total} />],
    [
      "How long the work lasts",
      opening.durationMonths === null ? <NotOnRecord /> : counted(opening.durationMonths, "month"),
    ],
    [
      "A year of it is worth",
      yearlyValue ? (
        yearlyValue.least === yearlyValue.most ? (
          moneyText(yearlyValue.most)
        ) : (
          `${moneyText(yearlyValue.least)} to ${moneyText(yearlyValue.most)}: the notice does not say of what the award is`
        )
      ) : (
        <NotOnRecord what="Not known: the amount or the term is not on record" />
      ),
    ],
    [
      "Part of",
      opening.partOf ? (
        <a href={href(`/openings/${encodeURIComponent(opening.partOf.id)}`)}>
          {opening.partOf.title}
        </a>
      ) : (
        "It stands by itself"
      ),
    ],
  ] as const;
  return (
    <section aria-labelledby="summary" class="app-figure">
      <h2 class="nhsuk-heading-m" id="summary">
        What it is
      </h2>
      <dl class="nhsuk-summary-list">
        {rows.map(([what, said]) => (
          <Fact key={what} name={what}>
            {said}
          </Fact>
        ))}
      </dl>
    </section>
  );
}
