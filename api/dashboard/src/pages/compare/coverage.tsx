/* What the register says of each offer in each of the areas. */
import { CompareCoverage } from "#ops/CompareCoverage.ts";
import { CompareOfKind } from "#ops/CompareOfKind.ts";
import type { CompareCellFragment, CompareCoverageQuery, CompareOfKindQuery } from "#ops/types.ts";
import { go, here, useAddress } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Covered, coveredText } from "../../parts/covered.tsx";
import { EvidenceOfCell } from "../../parts/evidence-of-cell.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { counted, states, word } from "../../parts/words.ts";
import type { Asking } from "./index.tsx";

interface Row {
  readonly offer: { readonly code: string; readonly name: string };
  readonly differs: boolean;
  /** In the order of the areas. */
  readonly cells: readonly CompareCellFragment[];
}

export function Coverage(asking: Asking) {
  const { areas, kind, asOf, knownAt } = asking;
  const codes = areas.map((area) => area.code);
  const variables = { areas: codes, asOf, knownAt };
  const plain = useAnswer(CompareCoverage, kind ? undefined : variables);
  const ofKind = useAnswer(CompareOfKind, kind ? { ...variables, kind } : undefined);
  if (kind) {
    return (
      <Loaded asked={ofKind} what="the coverage">
        {({ coverageMatrix }, { revision }) =>
          coverageMatrix && (
            <Table
              {...asking}
              rows={rowsOf(coverageMatrix.cells, codes)}
              revision={revision}
              query={{ operation: CompareOfKind, variables: { ...variables, kind } }}
            />
          )
        }
      </Loaded>
    );
  }
  return (
    <Loaded asked={plain} what="the coverage">
      {({ compare }, { revision }) =>
        compare && (
          <Table
            {...asking}
            rows={compare}
            revision={revision}
            query={{ operation: CompareCoverage, variables }}
          />
        )
      }
    </Loaded>
  );
}

type MatrixCell = NonNullable<CompareOfKindQuery["coverageMatrix"]>["cells"][number];

/** The cells of a matrix by offer, the areas in their order. */
function rowsOf(cells: readonly MatrixCell[], codes: readonly string[]): Row[] {
  const byOffer = new Map<string, MatrixCell[]>();
  for (const cell of cells) {
    byOffer.set(cell.offer.code, [...(byOffer.get(cell.offer.code) ?? []), cell]);
  }
  return [...byOffer.values()].flatMap((of) => {
    const ordered = codes.flatMap((code) => of.find((cell) => cell.area.code === code) ?? []);
    const [first] = ordered;
    if (!first) return [];
    return [
      {
        offer: first.offer,
        differs: ordered.some((cell) => cell.state !== first.state),
        cells: ordered,
      },
    ];
  });
}

interface Props extends Asking {
  rows: NonNullable<CompareCoverageQuery["compare"]> | readonly Row[];
  revision: number | undefined;
  query: Parameters<typeof Figure>[0]["query"];
}

function Table({ areas, kind, asOf, rows, revision, query }: Props) {
  const wantsAll = useAddress().params.get("rows") === "all";
  const differing = rows.filter((row) => row.differs);
  const shown = (wantsAll ? [...rows] : differing).toSorted((a, b) =>
    a.offer.name.localeCompare(b.offer.name, "en-GB"),
  );
  const columns: readonly Column<Row>[] = [
    {
      head: "Offer",
      text: (row) => row.offer.name,
      cell: (row) => <strong>{row.offer.name}</strong>,
    },
    { head: "Offer code", text: (row) => row.offer.code, isFileOnly: true },
    ...areas.flatMap((area, index): Column<Row>[] => [
      {
        head: area.name,
        text: (row) => {
          const cell = row.cells[index];
          return cell ? word(states, cell.state) : "";
        },
        cell: (row) => {
          const cell = row.cells[index];
          return (
            cell && (
              <>
                <StateTag state={cell.state} />
                <p class="app-small">
                  <Covered state={cell.state} share={cell.share} />
                </p>
                <StateShares parts={cell.states} />
                <EvidenceOfCell
                  of={`${row.offer.name}, ${area.name}`}
                  area={area.code}
                  kind={area.kind}
                  offer={row.offer.code}
                  cohort={undefined}
                  asOf={asOf}
                />
              </>
            )
          );
        },
      },
      {
        head: `${area.name}: people covered`,
        text: (row) => {
          const cell = row.cells[index];
          return cell ? coveredText(cell) : "";
        },
        isFileOnly: true,
      },
    ]),
  ];
  return (
    <Figure
      id="coverage"
      title="What is commissioned"
      columns={columns}
      rows={shown}
      rowKey={(row) => row.offer.code}
      query={query}
      asOf={asOf}
      revision={revision}
      empty={<p>The register says the same of every offer in all of these areas.</p>}
    >
      <p>
        On {inWords(asOf)}, {counted(differing.length, "offer")} of {rows.length} stand in different
        states in these areas. Each is asked about for the people that it is meant for.
        {kind ? ` Codes are read as those of the kind in the address.` : ""}
      </p>
      <fieldset class="nhsuk-fieldset app-shape app-screen-only">
        <legend class="nhsuk-fieldset__legend">Show</legend>
        {(["differing", "all"] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="rows"
              value={one}
              checked={wantsAll === (one === "all")}
              onChange={() =>
                go(here({ rows: one === "all" ? "all" : undefined }), { replace: true })
              }
            />{" "}
            {one === "all" ? "All offers" : "Differences only"}
          </label>
        ))}
      </fieldset>
    </Figure>
  );
}
