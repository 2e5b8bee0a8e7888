/* The map of a day with its key and its table, in one figure. */
import type { MapDayQuery } from "#ops/types.ts";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { go, here, useAddress } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import type { Operation } from "../../data/operation.ts";
import { Covered, coveredText } from "../../parts/covered.tsx";
import { EvidenceOfCell } from "../../parts/evidence-of-cell.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { areaKinds, counted, listed, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { useBoundaries } from "./boundaries.ts";
import { Explorer } from "./explorer.tsx";
import type { Geography } from "./geographies.ts";
import { Key } from "./key.tsx";
import type { Shown } from "./map.tsx";
import { pictureOf } from "./picture.ts";
import { type Row, counts, inOrder, keyOf } from "./rows.ts";
import { codesOf, readTiles, tileLayout } from "./shapes.ts";
import table from "./tiles.csv?raw";

const tiles = readTiles(table);
// Looked up once for each area: it is asked for with every change of date.
const codesKnown = new Map<string, readonly string[]>();
const codesIn = ({ area }: Row): readonly string[] => {
  const codes = codesKnown.get(keyOf(area)) ?? codesOf(tiles, area);
  codesKnown.set(keyOf(area), codes);
  return codes;
};

type Described = Partial<NonNullable<MapDayQuery["areas"]>["offers"][number]>;

interface Props {
  shown: Shown;
  geography: Geography;
  offer: Described & { readonly code: string };
  cohort: string | undefined;
  cohortName: string | undefined;
  query: { operation: Operation<unknown, unknown>; variables: object };
}

export function Drawn({ shown, geography, offer, cohort, cohortName, query }: Props) {
  const { params } = useAddress();
  const place = useRef<HTMLDivElement>(null);
  // The map first, its table right after it: the table is the larger part by far.
  const later = useLater(shown);
  const rows = useMemo(() => inOrder(later.rows), [later.rows]);
  const grid = useMemo(
    () => tileLayout(tiles, shown.rows, geography.side),
    [shown.rows, geography.side],
  );
  const boundaries = useBoundaries(shown.rows, codesIn);
  const wantsTiles = params.get("shape") === "tiles";
  const layout = (!wantsTiles && boundaries?.layout) || grid;
  const name = offer.name ?? offer.code;
  const title = `${name}: ${geography.name}`;
  const on = `${title}, ${inWords(shown.day)}${cohortName ? `, for ${cohortName}` : ""}`;
  const evidence = (row: Row, day: string) => ({
    of: row.area.name,
    area: row.area.code ?? "",
    kind: row.area.kind,
    offer: offer.code,
    cohort,
    asOf: day,
  });
  const columns: readonly Column<Row>[] = [
    {
      head: "Area",
      text: ({ area }) => area.name,
      cell: ({ area }) => <a href={areaPath(area)}>{area.name}</a>,
    },
    { head: "Code", text: ({ area }) => area.code ?? "", isFileOnly: true },
    { head: "Kind", text: ({ area }) => word(areaKinds, area.kind), isFileOnly: true },
    {
      head: "On record as",
      text: ({ state }) => word(states, state),
      cell: (row) => (
        <>
          <StateTag state={row.state} />
          <StateShares parts={row.states} />
          <EvidenceOfCell key={later.day} {...evidence(row, later.day)} />
        </>
      ),
    },
    {
      head: "People covered",
      text: coveredText,
      cell: (row) => <Covered state={row.state} share={row.share} />,
    },
    {
      head: "People by state",
      text: (row) =>
        row.states
          .map(({ state, share }) => `${word(states, state)}: ${share?.people ?? "not measured"}`)
          .join("; "),
      isFileOnly: true,
    },
  ];
  const chosen = params.get("area") ?? undefined;
  return (
    <div class={`app-map${layout.width <= 660 ? " app-map--beside" : ""}`} ref={place}>
      <Figure
        id="map"
        title={title}
        columns={columns}
        rows={rows}
        rowKey={({ area }) => keyOf(area)}
        picture={() => {
          const svg = place.current?.querySelector<SVGSVGElement>(".app-map__picture");
          if (!svg) throw new Error("There is no map to save.");
          return pictureOf(svg, on, counts(shown.rows));
        }}
        query={{ ...query, variables: { ...query.variables, asOf: later.day } }}
        asOf={later.day}
        revision={later.revision}
        empty={<p>No {geography.one} existed on this day.</p>}
      >
        <p>
          On {inWords(shown.day)}
          {cohortName ? `, for ${cohortName.toLowerCase()}` : ""}:{" "}
          {counted(shown.rows.length, geography.one)}. {offer.description} Where records are for
          smaller or larger areas, the state is put together from the people who live in both
          {offer.commissionedOn && offer.commissionedOn.length > 0
            ? `; it is usually commissioned for ${listed(offer.commissionedOn.map((kind) => `a ${word(areaKinds, kind)}`.toLowerCase()))}`
            : ""}
          .
        </p>
        <Key rows={shown.rows} />
        <Shapes boundaries={boundaries} isTiles={layout === grid} one={geography.one} />
        {layout.missing.length > 0 && (
          <p>
            Without a place on this map, and in the table only:{" "}
            {listed(layout.missing.map(({ area }) => area.name))}.
          </p>
        )}
        <Explorer
          layout={layout}
          rows={shown.rows}
          label={on}
          day={shown.day}
          chosen={shown.rows.find((row) => keyOf(row.area) === chosen)}
          onChoose={(key) =>
            go(here({ area: key === chosen ? undefined : key }), { replace: true })
          }
          evidence={(row) => evidence(row, shown.day)}
        />
      </Figure>
    </div>
  );
}

/** A value some moments after it has changed, so that what is drawn of it waits for the rest. */
function useLater<T>(value: T): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), 50);
    return () => clearTimeout(timer);
  }, [value]);
  return late;
}

interface ShapesProps {
  boundaries: ReturnType<typeof useBoundaries>;
  isTiles: boolean;
  one: string;
}

/** Tiles or boundaries, where the server has both. */
function Shapes({ boundaries, isTiles, one }: ShapesProps) {
  if (!boundaries) return null;
  if (boundaries.missing.length > 0) {
    return (
      <p class="app-small">
        The boundary file “{boundaries.name}” lacks {counted(boundaries.missing.length, one)} of
        this day, so tiles are shown: {listed(boundaries.missing.map(({ area }) => area.name))}.
      </p>
    );
  }
  return (
    <fieldset class="nhsuk-fieldset app-shape app-screen-only">
      <legend class="nhsuk-fieldset__legend">Draw the areas as</legend>
      {(["tiles", "boundaries"] as const).map((shape) => (
        <label key={shape}>
          <input
            type="radio"
            name="shape"
            value={shape}
            checked={isTiles === (shape === "tiles")}
            onChange={() =>
              go(here({ shape: shape === "tiles" ? "tiles" : undefined }), { replace: true })
            }
          />{" "}
          {shape === "tiles" ? "Tiles of one size" : "Boundaries"}
        </label>
      ))}
    </fieldset>
  );
}
