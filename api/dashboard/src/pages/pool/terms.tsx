import { href } from "../../data/address.ts";
import { Fact } from "../../parts/fact.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { capital, counted, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Pool } from "./index.tsx";
import { delegations, forms, holders, visibilities } from "./words.ts";

/** What the agreement says, field by field; what it does not say is said too. */
export function Terms({ pool }: { pool: Pool }) {
  return (
    <section class="app-figure" aria-labelledby="terms">
      <h2 class="nhsuk-heading-m" id="terms">
        Terms
      </h2>
      <dl class="nhsuk-summary-list">
        <Fact name="Legal form">{word(forms, pool.legalForm)}</Fact>
        <Fact name="Held by">{pool.host?.name ?? <NotOnRecord />}</Fact>
        <Fact name="Where it is for">
          {pool.area ? (
            <a href={areaPath(pool.area)}>{pool.area.name}</a>
          ) : (
            <NotOnRecord what="Not stated" />
          )}
        </Fact>
        <Fact name="From">
          <PartialDate date={pool.startsOn} />
        </Fact>
        <Fact name="Until">
          {pool.endsOn ? <PartialDate date={pool.endsOn} /> : <NotOnRecord what="Not stated" />}
        </Fact>
        <Fact name="What it may buy">
          {pool.offers.length === 0 ? (
            <NotOnRecord what="Not stated" />
          ) : (
            <ul class="nhsuk-list">
              {pool.offers.map((offer) => (
                <li key={offer.code}>
                  <a href={href(`/offers/${offer.code}`)}>{offer.name}</a>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name="Functions">
          {pool.functions.length === 0 ? (
            <NotOnRecord />
          ) : (
            <ul class="nhsuk-list">
              {pool.functions.map((one) => (
                <li key={one.code}>
                  {capital(one.words)}
                  <p class="app-small">
                    {word(holders, one.holder)}. {word(delegations, one.mayBeDelegated)}:{" "}
                    {one.source.url ? (
                      <a href={one.source.url} rel="noreferrer">
                        {one.source.name}
                      </a>
                    ) : (
                      one.source.name
                    )}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name="Notice to leave">
          {pool.exitNoticeMonths === null ? (
            <NotOnRecord what="Not stated" />
          ) : (
            counted(pool.exitNoticeMonths, "month")
          )}
        </Fact>
        <Fact name="Consulted jointly">
          <PartialDate date={pool.consultedOn} />
        </Fact>
        <Fact name="Committee that decides">{pool.decisionBody ?? <NotOnRecord />}</Fact>
        <Fact name="Post that manages it">{pool.managerRole ?? <NotOnRecord />}</Fact>
        <Fact name="Value added tax">{pool.vatStatus ?? <NotOnRecord />}</Fact>
        <Fact name="Seen by">{word(visibilities, pool.visibility)}</Fact>
        <Fact name="Kept by">{pool.owner?.name ?? "The register itself"}</Fact>
      </dl>
      <p>
        <a href={href(`/register/entries/${encodeURIComponent(pool.id)}`)}>
          Who changed it, when and why
        </a>
      </p>
    </section>
  );
}
