/* Every offer, and in how many areas of a geography it is in each state. */
import { Offers } from "#ops/Offers.ts";
import { OffersChanged } from "#ops/OffersChanged.ts";
import type { AreaKind, OffersQuery } from "#ops/types.ts";
import { useMemo } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { href, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { FilterField, StageFilter } from "../../parts/filter-field.tsx";
import { FindField } from "../../parts/find-field.tsx";
import { GeographyField, useGeography } from "../../parts/geography.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { tallyColumns } from "../../parts/tally-cells.tsx";
import { type Tally, tally } from "../../parts/tally.ts";
import { kindsOfAreas } from "../../parts/words-offers.ts";
import {
  count,
  counted,
  intensities,
  intensityOrder,
  listed,
  stages,
  word,
} from "../../parts/words.ts";
import { type Group, type Offer, grouped } from "./groups.ts";

/** Geographies whose areas times all offers are within what one answer holds. */
const kinds = [
  "POLICE_FORCE",
  "ICB",
  "HEALTH_BOARD",
  "PROBATION_REGION",
  "NHS_REGION",
  "PDU",
  "UPPER_TIER",
  "PRISON",
] as const satisfies readonly AreaKind[];

export default function OffersPage() {
  const { asOf, knownAt } = useScope();
  const kind = useGeography(kinds);
  const variables = { kind, asOf, knownAt };
  const asked = useAnswer(Offers, variables);
  const changes = useChanges(OffersChanged, knownAt ? undefined : { asOf });
  return (
    <Page title="Offers and where they are commissioned" place={[{ name: "Home", path: "/" }]}>
      <p class="nhsuk-lede-text">
        What can be commissioned along the pathway, and how much of England and Wales each offer is
        on record for.
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href={href("/gaps", { kind })}>Gaps on record, by area and offer</a>
        </li>
        <li>
          <a href={href("/treatment-requirements", { kind })}>
            Treatment requirements: which court can impose what
          </a>
        </li>
        <li>
          <a href={href("/culture")}>Culturally informed provision, by area and community</a>
        </li>
      </ul>
      <Changed changes={changes} show={asked.again} />
      <Filters kind={kind} />
      <Loaded asked={asked} what="the offers">
        {({ coverageMatrix }, { revision }) =>
          coverageMatrix && (
            <List matrix={coverageMatrix} kind={kind} revision={revision} variables={variables} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ kind }: { kind: AreaKind }) {
  return (
    <div class="app-filters" role="search">
      <GeographyField id="offers-kind" kinds={kinds} value={kind} />
      <StageFilter id="offers-stage" />
      <FilterField
        id="offers-intensity"
        label="Intensity"
        name="intensity"
        all="Every intensity"
        options={intensityOrder.map((one) => ({ value: one, name: word(intensities, one) }))}
      />
      <FindField id="offers-find" label="Words in its name or description" />
    </div>
  );
}

interface Row {
  readonly offer: Offer;
  readonly tally: Tally;
}

const columns = (kind: AreaKind): readonly Column<Row>[] => [
  {
    head: "Offer",
    text: ({ offer }) => offer.name,
    cell: ({ offer }) => (
      <>
        <a href={href(`/offers/${offer.code}`, { kind })}>
          <strong>{offer.name}</strong>
        </a>
        <p class="app-small">
          {word(intensities, offer.intensity)}
          {offer.countsAsTreatment ? "" : "; not treatment"}. {listedStages(offer)}
        </p>
      </>
    ),
  },
  { head: "Code", text: ({ offer }) => offer.code, isFileOnly: true },
  {
    head: "Intensity",
    text: ({ offer }) => word(intensities, offer.intensity),
    isFileOnly: true,
  },
  { head: "Stages", text: ({ offer }) => listedStages(offer), isFileOnly: true },
  ...tallyColumns<Row>(kind),
];

function listedStages({ stages: at }: Offer): string {
  return (
    listed(at.map((stage, index) => lower(word(stages, stage), index))) || "No stage on record"
  );
}

const lower = (text: string, index: number) => (index === 0 ? text : text.toLowerCase());

type Matrix = NonNullable<OffersQuery["coverageMatrix"]>;

interface ListProps {
  matrix: Matrix;
  kind: AreaKind;
  revision: number | undefined;
  variables: object;
}

function List({ matrix, kind, revision, variables }: ListProps) {
  const { params } = useAddress();
  const tallies = useMemo(() => {
    const cells = new Map<string, Matrix["cells"][number][]>();
    for (const cell of matrix.cells) {
      const before = cells.get(cell.offer.code);
      if (before) before.push(cell);
      else cells.set(cell.offer.code, [cell]);
    }
    return new Map(matrix.offers.map(({ code }) => [code, tally(cells.get(code) ?? [])]));
  }, [matrix]);
  const found = matrix.offers.filter((offer) => passes(offer, params));
  const groups = grouped(found);
  const areas = matrix.cells.length / Math.max(1, matrix.offers.length);
  return (
    <>
      <p role="status">
        {found.length === matrix.offers.length
          ? `All ${counted(found.length, "offer")}`
          : `${found.length} of ${counted(matrix.offers.length, "offer")}`}{" "}
        over {count(areas)} {word(kindsOfAreas, kind)} on {inWords(matrix.asOf)}. An area is counted
        by its state as a whole, people by the state of the part where they live.
      </p>
      {found.length === 0 && (
        <Empty>No offer has these words, this stage and this intensity together.</Empty>
      )}
      {groups.map((group) => (
        <Offered
          key={group.id}
          group={group}
          tallies={tallies}
          kind={kind}
          asOf={matrix.asOf}
          revision={revision}
          variables={variables}
        />
      ))}
    </>
  );
}

interface OfferedProps {
  group: Group<Offer>;
  tallies: ReadonlyMap<string, Tally>;
  kind: AreaKind;
  asOf: string;
  revision: number | undefined;
  variables: object;
}

function Offered({ group, tallies, kind, asOf, revision, variables }: OfferedProps) {
  const rows = group.offers.map((offer) => ({
    offer,
    tally: tallies.get(offer.code) ?? tally([]),
  }));
  return (
    <Figure
      id={`offers-${group.id.toLowerCase().replaceAll("_", "-")}`}
      title={group.title}
      columns={columns(kind)}
      rows={rows}
      rowKey={({ offer }) => offer.code}
      query={{ operation: Offers, variables }}
      asOf={asOf}
      revision={revision}
      empty=""
    />
  );
}

function passes(offer: Offer, params: URLSearchParams): boolean {
  const stage = params.get("stage");
  const intensity = params.get("intensity");
  const words = (params.get("find") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${offer.name} ${offer.description} ${offer.code}`.toLowerCase();
  return (
    (!stage || offer.stages.some((one) => one === stage)) &&
    (!intensity || offer.intensity === intensity) &&
    words.every((word) => text.includes(word))
  );
}
