/* Each requirement over the whole geography. */
import { useCallback, useMemo } from "preact/hooks";
import { href } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { tallyColumns } from "../../parts/tally-cells.tsx";
import { type Tally, tally } from "../../parts/tally.ts";
import { kindsOfAreas } from "../../parts/words-offers.ts";
import { count, word } from "../../parts/words.ts";
import type { Asked, Offer, Row } from "./index.tsx";

interface Total {
  readonly offer: Offer;
  readonly tally: Tally;
}

export function ByRequirement({ rows, asked }: { rows: readonly Row[]; asked: Asked }) {
  const { offers, kind } = asked;
  const totals = useMemo(
    () =>
      offers.map((offer) => ({
        offer,
        tally: tally(rows.flatMap((row) => row.cells.get(offer.code) ?? [])),
      })),
    [rows, offers],
  );
  const isMeasured = totals.some((total) => total.tally.of > 0);
  const what = word(kindsOfAreas, kind);
  const chart = useCallback(
    () =>
      import("../../parts/state-chart.ts").then(({ drawStates }) =>
        drawStates(
          totals.map(({ offer, tally }) => ({
            label: short(offer),
            parts: tally.states
              .map(({ state, people, areas }) => ({ state, count: isMeasured ? people : areas }))
              .filter((part) => part.count > 0),
          })),
          190,
          isMeasured ? "People" : `Number of ${what}`,
        ),
      ),
    [totals, isMeasured, what],
  );
  const columns: readonly Column<Total>[] = [
    {
      head: "Requirement",
      text: ({ offer }) => offer.name,
      cell: ({ offer }) => <a href={href(`/offers/${offer.code}`, { kind })}>{offer.name}</a>,
    },
    { head: "Code", text: ({ offer }) => offer.code, isFileOnly: true },
    ...tallyColumns<Total>(kind),
  ];
  return (
    <Figure
      id="requirements"
      title={`Treatment requirements over ${what}`}
      columns={columns}
      rows={totals}
      rowKey={({ offer }) => offer.code}
      chart={chart}
      query={asked.query}
      asOf={asked.asOf}
      revision={asked.revision}
      empty={<p>The vocabulary has no treatment requirement.</p>}
    >
      <p>
        {count(rows.length)} {what} on {inWords(asked.asOf)}. A site of the programme evidences the
        programme, not any one requirement; a requirement whose tier the source does not state
        evidences neither tier.
      </p>
    </Figure>
  );
}

/** What stands in brackets is the short name of long ones. */
export function short({ name }: Offer): string {
  const [, inBrackets] = /\(([A-Z]{2,})\)/.exec(name) ?? [];
  const tail = /\)(, .+)$/.exec(name)?.[1] ?? "";
  return inBrackets ? inBrackets + tail : name.replace(/ \(.*\)$/, "");
}
