/* Treatment requirements: where treatment is on record that a court can make a part of a sentence. */
import { TreatmentChanged } from "#ops/TreatmentChanged.ts";
import { TreatmentRequirements } from "#ops/TreatmentRequirements.ts";
import type { AreaKind, TreatmentRequirementsQuery } from "#ops/types.ts";
import { useMemo } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { href, useAddress, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Fact } from "../../parts/fact.tsx";
import { FindField } from "../../parts/find-field.tsx";
import { GeographyField, useGeography } from "../../parts/geography.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { ByArea } from "./by-area.tsx";
import { ByRequirement } from "./by-requirement.tsx";

const kinds = [
  "POLICE_FORCE",
  "ICB",
  "HEALTH_BOARD",
  "PROBATION_REGION",
  "COURT",
  "UPPER_TIER",
] as const satisfies readonly AreaKind[];

type Matrix = NonNullable<TreatmentRequirementsQuery["coverageMatrix"]>;
export type Offer = Matrix["offers"][number];
export type Cell = Matrix["cells"][number];

export interface Row {
  readonly area: Matrix["areas"][number];
  /** By the code of the requirement. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What every figure of this page rests on. */
export interface Asked {
  readonly kind: AreaKind;
  readonly offers: readonly Offer[];
  readonly asOf: string;
  readonly revision: number | undefined;
  readonly query: { operation: typeof TreatmentRequirements; variables: object };
}

/** As a sentencer thinks of them; one that the vocabulary adds comes last. */
const order = [
  "mhtr_primary_care",
  "mhtr_secondary_care",
  "mhtr",
  "drr",
  "atr",
  "dual_diagnosis_order",
  "cstr",
];

const rank = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);

export default function TreatmentRequirementsPage() {
  const { asOf, knownAt } = useScope();
  const kind = useGeography(kinds);
  const variables = { kind, asOf, knownAt };
  const asked = useAnswer(TreatmentRequirements, variables);
  const changes = useChanges(TreatmentChanged, knownAt ? undefined : { asOf });
  return (
    <Page
      title="Treatment requirements: which court can impose what"
      place={[
        { name: "Home", path: "/" },
        { name: "Offers", path: "/offers" },
      ]}
    >
      <p class="nhsuk-lede-text">
        A court makes a treatment requirement where somebody provides the treatment. Here is where
        that is on record, requirement by requirement; where nothing is recorded, ask.
      </p>
      <Changed changes={changes} show={asked.again} />
      <Filters kind={kind} />
      <Loaded asked={asked} what="the treatment requirements">
        {({ coverageMatrix: matrix }, { revision }) =>
          matrix && (
            <Shown
              matrix={matrix}
              asked={{
                kind,
                offers: matrix.offers.toSorted((a, b) => rank(a.code) - rank(b.code)),
                asOf: matrix.asOf,
                revision,
                query: { operation: TreatmentRequirements, variables },
              }}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ kind }: { kind: AreaKind }) {
  return (
    <div class="app-filters" role="search">
      <GeographyField id="requirements-kind" kinds={kinds} value={kind} />
      <FindField
        id="requirements-find"
        label={kind === "COURT" ? "Name of a court or police force area" : "Name of an area"}
      />
    </div>
  );
}

/** The police force area that a court lies in. */
export const force = ({ area }: Row): string =>
  area.parents.find((parent) => parent.kind === "POLICE_FORCE")?.name ?? "";

function Shown({ matrix, asked }: { matrix: Matrix; asked: Asked }) {
  const { params } = useAddress();
  const words = (params.get("find") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const rows = useMemo(() => rowsOf(matrix), [matrix]);
  const found = rows.filter((row) => {
    const text = `${row.area.name} ${asked.kind === "COURT" ? force(row) : ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <ByRequirement rows={rows} asked={asked} />
      <ByArea rows={found} of={rows.length} asked={asked} />
      <h2 class="nhsuk-heading-m">What each requirement is</h2>
      <dl class="nhsuk-summary-list">
        {asked.offers.map((offer) => (
          <Fact
            key={offer.code}
            name={<a href={href(`/offers/${offer.code}`, { kind: asked.kind })}>{offer.name}</a>}
          >
            {offer.description}
          </Fact>
        ))}
      </dl>
    </>
  );
}

function rowsOf(matrix: Matrix): Row[] {
  const rows = new Map(
    matrix.areas.map((area) => [area.id, { area, cells: new Map<string, Cell>() }]),
  );
  for (const cell of matrix.cells) rows.get(cell.area.id)?.cells.set(cell.offer.code, cell);
  return [...rows.values()].sort((a, b) => a.area.name.localeCompare(b.area.name, "en-GB"));
}
