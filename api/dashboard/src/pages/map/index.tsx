import { useSession } from "../../data/session.ts";
import { Page } from "../../app/page.tsx";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { OfferPicker } from "../../parts/pickers.tsx";
import { cohorts } from "./cohorts.ts";
import { geographies, geographyOf } from "./geographies.ts";
import { MapOf } from "./map.tsx";

// Treatment requirements first: what a court can impose is asked about most.
const firstOffer = "cstr";

export default function MapPage() {
  const { params } = useAddress();
  const { knownAt } = useScope();
  const { token } = useSession();
  const geography = geographyOf(params.get("kind"));
  const offer = params.get("offer") || firstOffer;
  const cohort = params.get("cohort") || undefined;
  const change = (name: string, value: string) =>
    go(here({ [name]: value, area: undefined }), { replace: true });
  // An unknown cohort of the address is not silently left out: the server says what it is.
  const isListed = !cohort || cohorts.some((one) => one.code === cohort);
  return (
    <Page title="Map" place={[{ name: "Home", path: "/" }]}>
      <p class="nhsuk-lede-text">
        Where an offer is commissioned, where a source says that it is not, and where nobody has
        told the register.
      </p>
      <div class="app-asking">
        <div class="nhsuk-form-group">
          <label class="nhsuk-label nhsuk-label--s" for="kind">
            Areas
          </label>
          <select
            class="nhsuk-select"
            id="kind"
            value={geography.id}
            onChange={(event) => change("kind", event.currentTarget.value)}
          >
            {geographies.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <OfferPicker
          id="offer"
          label="Offer"
          value={offer}
          onChoose={(code) => change("offer", code)}
        />
        <div class="nhsuk-form-group">
          <label class="nhsuk-label nhsuk-label--s" for="cohort">
            For whom
          </label>
          <select
            class="nhsuk-select"
            id="cohort"
            value={cohort ?? ""}
            onChange={(event) => change("cohort", event.currentTarget.value)}
          >
            <option value="">Those the offer is meant for</option>
            {!isListed && <option value={cohort}>{cohort}</option>}
            {cohorts.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <MapOf
        // Another question, another reader or another revision: nothing of the last is kept.
        key={JSON.stringify([geography.id, offer, cohort, knownAt, token])}
        geography={geography}
        offer={offer}
        cohort={cohort}
      />
    </Page>
  );
}
