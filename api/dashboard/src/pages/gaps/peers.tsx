/* The same offer in areas of the same kind, and what was published of this area. */
import { GapsPeers } from "#ops/GapsPeers.ts";
import type { GapsPeersQuery } from "#ops/types.ts";
import { useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { peopleColumn, stateColumn } from "../../parts/tally-cells.tsx";
import { type StateTally, tally } from "../../parts/tally.ts";
import { kindsOfAreas } from "../../parts/words-offers.ts";
import { count, word } from "../../parts/words.ts";
import type { Cell } from "./proof.tsx";

export function Peers({ cell }: { cell: Cell }) {
  const { asOf, knownAt } = useScope();
  const { area, offer, cohort } = cell;
  const variables = {
    kind: area.kind,
    offer: offer.code,
    cohort: cohort.code,
    name: area.name,
    asOf,
    knownAt,
  };
  const asked = useAnswer(GapsPeers, variables);
  return (
    <Loaded asked={asked} what="the comparison">
      {({ coverageMatrix, figures }, { revision }) => (
        <>
          {coverageMatrix && (
            <Elsewhere
              matrix={coverageMatrix}
              cell={cell}
              revision={revision}
              variables={variables}
            />
          )}
          {figures && figures.nodes.length > 0 && (
            <Published list={figures.nodes} name={area.name} />
          )}
        </>
      )}
    </Loaded>
  );
}

interface ElsewhereProps {
  matrix: NonNullable<GapsPeersQuery["coverageMatrix"]>;
  cell: Cell;
  revision: number | undefined;
  variables: object;
}

function Elsewhere({ matrix, cell, revision, variables }: ElsewhereProps) {
  const found = tally(matrix.cells);
  const columns: readonly Column<StateTally>[] = [
    stateColumn,
    { head: "Areas", text: ({ areas }) => String(areas), isNumber: true },
    peopleColumn("People who live where it is so", found),
  ];
  return (
    <Figure
      id="peers"
      title="Elsewhere"
      columns={columns}
      rows={found.states}
      rowKey={({ state }) => state}
      query={{ operation: GapsPeers, variables }}
      asOf={matrix.asOf}
      revision={revision}
      empty={<p>No other area of this kind exists on this day.</p>}
    >
      <p>
        {cell.offer.name} over all {count(found.areas)} {word(kindsOfAreas, cell.area.kind)} on{" "}
        {inWords(matrix.asOf)}, {cell.area.name} included.
      </p>
    </Figure>
  );
}

type Published = NonNullable<GapsPeersQuery["figures"]>["nodes"];

function Published({ list, name }: { list: Published; name: string }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Published figures for {name}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {list.map((figure) => (
          <li key={figure.id}>
            {figure.statement}: <strong>{figure.value}</strong> {figure.unit}
            {figure.year ? ` (${figure.year})` : " (year not stated)"}, counted of:{" "}
            {figure.population}.{" "}
            {figure.source?.url ? (
              <a href={figure.source.url} rel="noreferrer">
                {figure.source.title}
              </a>
            ) : (
              (figure.source?.title ?? "No source on record")
            )}
            .
          </li>
        ))}
      </ul>
    </>
  );
}
