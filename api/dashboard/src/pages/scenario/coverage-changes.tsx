/* Coverage that differs, each with why, and with the records behind both states. */
import { ScenarioCell } from "#ops/ScenarioCell.ts";
import type { ComparedCoverageFragment } from "#ops/types.ts";
import { here, href, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Covered, coveredText } from "../../parts/covered.tsx";
import { Records } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { count, flags, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import type { Compared, Frame } from "./comparison.tsx";

type Row = Compared["coverage"][number];
type State = ComparedCoverageFragment;

/** More than anybody reads: the rest is shown when one asks for it. */
const most = 60;

export function why({ sentence, flags: said, places }: State): string {
  return [
    sentence,
    ...said.map((flag) => word(flags, flag)),
    ...places.map(({ place, state }) => `${place.name}: ${word(states, state).toLowerCase()}.`),
  ].join(" ");
}

function columnsOf(frame: Frame): Column<Row>[] {
  return [
    {
      head: "Area",
      text: (row) => row.area.name,
      cell: (row) => (
        // The page of the area is of the register as it is.
        <a href={areaPath(row.area)}>{row.area.name}</a>
      ),
    },
    {
      head: "Offer",
      text: (row) => row.offer.name,
      cell: (row) => (
        <>
          <a href={href(`/offers/${row.offer.code}`)}>{row.offer.name}</a>
          {row.cohort.code !== "all" && <p class="app-small">For {row.cohort.name}</p>}
        </>
      ),
    },
    {
      head: "Before",
      text: (row) => word(states, row.before.state),
      cell: (row) => <StateAndShare state={row.before} />,
    },
    {
      head: "People before",
      text: (row) => coveredText(row.before),
      isFileOnly: true,
    },
    {
      head: "With the scenario",
      text: (row) => word(states, row.after.state),
      cell: (row) => <StateAndShare state={row.after} />,
    },
    {
      head: "People with the scenario",
      text: (row) => coveredText(row.after),
      isFileOnly: true,
    },
    { head: "Why before", text: (row) => why(row.before), isFileOnly: true },
    {
      head: "Why",
      text: (row) => why(row.after),
      cell: (row) => (
        <>
          <p class="app-small">{why(row.after)}</p>
          <Behind row={row} frame={frame} />
        </>
      ),
    },
  ];
}

function StateAndShare({ state }: { state: State }) {
  return (
    <>
      <StateTag state={state.state} />
      <p class="app-small">
        Runs for: <Covered state={state.state} share={state.share} />
      </p>
    </>
  );
}

export function CoverageChanges({ found, frame }: { found: Compared; frame: Frame }) {
  const { params } = useAddress();
  if (found.coverage.length === 0) return null;
  const isAll = params.get("all") !== null || found.coverage.length <= most;
  const rows = isAll ? found.coverage : found.coverage.slice(0, most);
  return (
    <Figure
      {...frame}
      level={3}
      id="coverage"
      title="Coverage that differs"
      columns={columnsOf(frame)}
      rows={rows}
      rowKey={(row) => `${row.area.kind}${row.area.code}${row.offer.code}`}
      empty=""
    >
      <p>
        Each area leads to its page in the register as it is; the records behind both states are one
        press away.
        {!isAll && (
          <>
            {" "}
            The first {most} of {count(found.coverage.length)} are shown.{" "}
            <a href={here({ all: "1" })}>Show all</a>
          </>
        )}
      </p>
    </Figure>
  );
}

/** The records behind a state with the scenario and without it, fetched when somebody asks. */
function Behind({ row, frame }: { row: Row; frame: Frame }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${row.offer.name}, ${row.area.name}`}>
      {() => (
        <>
          <p>
            <strong>With the scenario</strong>
          </p>
          <Side row={row} frame={frame} scenario={String(frame.query.variables.with)} />
          <p>
            <strong>Before</strong>: {why(row.before)}
          </p>
          <Side row={row} frame={frame} scenario={frame.query.variables.base} />
        </>
      )}
    </FoldAsked>
  );
}

interface SideProps {
  row: Row;
  frame: Frame;
  scenario: string | number | null | undefined;
}

function Side({ row, frame, scenario }: SideProps) {
  const asked = useAnswer(ScenarioCell, {
    area: row.area.code ?? "",
    kind: row.area.kind,
    offer: row.offer.code,
    asOf: frame.asOf,
    knownAt: frame.query.variables.knownAt,
    scenario,
  });
  return (
    <Loaded asked={asked} what="the records">
      {({ coverage }) =>
        coverage && coverage.explanation.records.length > 0 ? (
          <Records records={coverage.explanation.records} />
        ) : (
          <p class="app-small">No record speaks of it.</p>
        )
      }
    </Loaded>
  );
}
