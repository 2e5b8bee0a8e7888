/* The gaps over a geography or in one area; one gap with its proof where both are in the address. */
import { Gaps } from "#ops/Gaps.ts";
import { GapsAreaName } from "#ops/GapsAreaName.ts";
import { GapsChanged } from "#ops/GapsChanged.ts";
import { GapsChoices } from "#ops/GapsChoices.ts";
import type { AreaKind } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { FilterField, StageFilter } from "../../parts/filter-field.tsx";
import { GeographyField, useGeography } from "../../parts/geography.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { AreaPicker, OfferPicker } from "../../parts/pickers.tsx";
import { areaKinds, word } from "../../parts/words.ts";
import { List } from "./list.tsx";
import { Proof } from "./proof.tsx";

const kinds = [
  "POLICE_FORCE",
  "ICB",
  "HEALTH_BOARD",
  "PROBATION_REGION",
  "NHS_REGION",
  "PDU",
  "UPPER_TIER",
  "DISTRICT",
  "PRISON",
] as const satisfies readonly AreaKind[];

const place = [
  { name: "Home", path: "/" },
  { name: "Offers", path: "/offers" },
];

export default function GapsPage() {
  const { params } = useAddress();
  const area = params.get("area") ?? "";
  const offer = params.get("offer") ?? "";
  const cohort = params.get("cohort") || undefined;
  const areaKind = (params.get("areaKind") || undefined) as AreaKind | undefined;
  if (area && offer) {
    return <Proof area={area} kind={areaKind} offer={offer} cohort={cohort} />;
  }
  return (
    <Page title="Gaps on record" place={place}>
      <p class="nhsuk-lede-text">
        Offers that a record says are not commissioned, and offers whose last service has ended.
        What nobody has recorded is a question, never a gap, and is counted apart.
      </p>
      <All area={area} areaKind={areaKind} offer={offer} cohort={cohort} />
    </Page>
  );
}

interface AllProps {
  area: string;
  areaKind: AreaKind | undefined;
  offer: string;
  cohort: string | undefined;
}

function All({ area, areaKind, offer, cohort }: AllProps) {
  const { asOf, knownAt } = useScope();
  const kind = useGeography(kinds);
  const variables = {
    areas: area ? { codes: [area], kind: areaKind } : { kind },
    offers: offer ? { codes: [offer] } : undefined,
    cohort,
    asOf,
    knownAt,
  };
  const asked = useAnswer(Gaps, variables);
  const changes = useChanges(GapsChanged, knownAt ? undefined : { asOf });
  return (
    <>
      <Changed changes={changes} show={asked.again} />
      <Filters area={area} areaKind={areaKind} kind={kind} offer={offer} />
      <Loaded asked={asked} what="the gaps">
        {({ gaps }, { revision }) =>
          gaps && <List list={gaps} kind={kind} revision={revision} variables={variables} />
        }
      </Loaded>
    </>
  );
}

function Filters({ area, areaKind, kind, offer }: Omit<AllProps, "cohort"> & { kind: AreaKind }) {
  const choices = useAnswer(GapsChoices, {});
  const cohorts = choices.answer?.data.register?.cohorts ?? [];
  return (
    <>
      <div class="app-filters">
        {!area && <GeographyField id="gaps-kind" kinds={kinds} value={kind} />}
        <OfferPicker
          id="gaps-offer"
          label="Offer"
          value={offer}
          all="Every offer"
          onChoose={(code) => go(here({ offer: code }), { replace: true })}
        />
        <StageFilter id="gaps-stage" />
        <FilterField
          id="gaps-cohort"
          label="For whom"
          name="cohort"
          all="Whom each offer is meant for"
          options={cohorts.map(({ code, name }) => ({ value: code, name }))}
        />
      </div>
      {area ? <InArea area={area} areaKind={areaKind} /> : <FindArea />}
    </>
  );
}

function InArea({ area, areaKind }: { area: string; areaKind: AreaKind | undefined }) {
  const asked = useAnswer(GapsAreaName, { code: area, kind: areaKind });
  const found = asked.answer?.data.area;
  return (
    <p>
      Only in <strong>{found?.name ?? area}</strong>
      {found && ` (${word(areaKinds, found.kind).toLowerCase()})`}.{" "}
      <a href={here({ area: undefined, areaKind: undefined })}>Everywhere</a>
    </p>
  );
}

function FindArea() {
  const [text, setText] = useState("");
  return (
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Only in one area</span>
      </summary>
      <div class="nhsuk-details__text">
        <AreaPicker id="gaps-area" label="Name or code of an area" text={text} onText={setText}>
          {(found) => (
            <a
              href={here({
                area: found.code ?? "",
                areaKind: found.kind === "UPPER_TIER" ? found.kind : undefined,
              })}
            >
              {found.name}
            </a>
          )}
        </AreaPicker>
      </div>
    </details>
  );
}
