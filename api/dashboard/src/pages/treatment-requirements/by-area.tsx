/* Area by area: each requirement's state, and on what it rests. */
import { TreatmentEvidence } from "#ops/TreatmentEvidence.ts";
import type { AreaKind } from "#ops/types.ts";
import { href, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Records } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { shareText } from "../../parts/values.tsx";
import { kindsOfAreas } from "../../parts/words-offers.ts";
import { confidences, count, flags, percent, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { short } from "./by-requirement.tsx";
import { type Asked, type Cell, type Offer, type Row, force } from "./index.tsx";

interface Props {
  rows: readonly Row[];
  /** How many there are without the filter. */
  of: number;
  asked: Asked;
}

export function ByArea({ rows, of, asked }: Props) {
  const { kind, offers, asOf } = asked;
  return (
    <div class="app-wide">
      <Figure
        id="by-area"
        title={kind === "COURT" ? "Court by court" : "Area by area"}
        columns={columns(kind, offers)}
        rows={rows}
        rowKey={({ area }) => area.id}
        query={asked.query}
        asOf={asOf}
        revision={asked.revision}
        empty={<p>No such area has these words in its name.</p>}
      >
        <p role="status">
          {rows.length === of
            ? `All ${count(of)} ${word(kindsOfAreas, kind)}`
            : `${count(rows.length)} of ${count(of)} ${word(kindsOfAreas, kind)}`}{" "}
          on {inWords(asOf)}.
          {kind === "COURT" &&
            " A court has what its own records say, and what is on record for the area where it sits."}
        </p>
      </Figure>
    </div>
  );
}

/** Of a part of the area alone it is said how much. */
function part({ states: parts, state }: Cell): string {
  const live = parts.find((one) => one.state === "COMMISSIONED")?.share;
  return state === "PARTIAL" && live ? `For ${percent(live.people, live.of)} of its people` : "";
}

const known = (row: Row) => [
  ...new Set([...row.cells.values()].flatMap((cell) => cell.explanation.flags)),
];

function toKnow(row: Row): string {
  return known(row)
    .map((flag) => word(flags, flag))
    .join(" ");
}

function columns(kind: AreaKind, offers: readonly Offer[]): readonly Column<Row>[] {
  return [
    {
      head: kind === "COURT" ? "Court" : "Area",
      text: ({ area }) => area.name,
      cell: (row) => (
        <>
          {row.area.code ? (
            <a href={areaPath({ ...row.area, kind })}>{row.area.name}</a>
          ) : (
            row.area.name
          )}
          {kind === "COURT" && force(row) && <p class="app-small">{force(row)}</p>}
          {row.area.code && (
            <p class="app-small">
              <a href={href(`/areas/${encodeURIComponent(row.area.code)}/court-today`)}>
                For sentencers
                <span class="nhsuk-u-visually-hidden"> – {row.area.name}</span>
              </a>
            </p>
          )}
          {toKnow(row) && <p class="app-small">{toKnow(row)}</p>}
          {row.area.code && [...row.cells.values()].some(speaks) ? (
            <Evidence code={row.area.code} kind={kind} name={row.area.name} />
          ) : (
            <p class="app-small">No record speaks of any of them here.</p>
          )}
        </>
      ),
    },
    { head: "Code", text: ({ area }) => area.code ?? "", isFileOnly: true },
    ...(kind === "COURT" ? [{ head: "Police force area", text: force, isFileOnly: true }] : []),
    ...offers.map((offer): Column<Row> => ({
      head: short(offer),
      text: (row) => stateText(row.cells.get(offer.code)),
      cell: (row) => {
        const cell = row.cells.get(offer.code);
        return (
          cell && (
            <>
              <StateTag state={cell.state} />
              {part(cell) && <p class="app-small">{part(cell)}</p>}
            </>
          )
        );
      },
    })),
    { head: "What to know", text: toKnow, isFileOnly: true },
  ];
}

/** Whether any record speaks of it, be it of a part of the area. */
const speaks = ({ state, states: parts, explanation }: Cell): boolean =>
  [state, ...parts.map((one) => one.state)].some((one) => one !== "NOT_RECORDED") ||
  explanation.flags.length > 0;

function stateText(cell: Cell | undefined): string {
  if (!cell) return "";
  const shares = cell.states
    .map(({ state, share }) => `${word(states, state)}: ${shareText(share)}`)
    .join("; ");
  return cell.states.length > 1
    ? `${word(states, cell.state)} (${shares})`
    : word(states, cell.state);
}

function Evidence({ name, ...of }: { code: string; kind: AreaKind; name: string }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${name}`}>
      {() => <RestsOn {...of} />}
    </FoldAsked>
  );
}

function RestsOn({ code, kind }: { code: string; kind: AreaKind }) {
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(TreatmentEvidence, { code, kind, asOf, knownAt });
  return (
    <Loaded asked={asked} what="the evidence">
      {({ coverageMatrix }) =>
        coverageMatrix?.cells
          .filter((cell) => cell.explanation.records.length > 0)
          .map(({ offer, explanation }) => (
            <div key={offer.code}>
              <p>
                <strong>{offer.name}.</strong> {explanation.sentence}{" "}
                {explanation.confidence && `${word(confidences, explanation.confidence)}.`}
              </p>
              <Records records={explanation.records} />
            </div>
          ))
      }
    </Loaded>
  );
}
