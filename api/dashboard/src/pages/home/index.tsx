import { HomeChanged } from "#ops/HomeChanged.ts";
import { HomeGaps } from "#ops/HomeGaps.ts";
import type { HomeGapsQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, href, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { AreaPicker } from "../../parts/pickers.tsx";
import { count, percent, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { Ending } from "./ending.tsx";
import { Entries } from "./entries.tsx";
import { Held, Pages } from "./held.tsx";

export default function Home() {
  const { asOf, knownAt } = useScope();
  const gaps = useAnswer(HomeGaps, { asOf, knownAt });
  const changes = useChanges(HomeChanged, knownAt ? undefined : { asOf });
  return (
    <Page title="What needs attention">
      <p class="nhsuk-lede-text">
        Who commissions what for the mental health of people in contact with the criminal justice
        system of England and Wales; where nothing is commissioned; and, told apart from that, what
        nobody knows.
      </p>
      <Find />
      <Changed changes={changes} show={gaps.again} />
      <Loaded asked={gaps} what="the gaps">
        {({ england, wales }, { revision }) => {
          const list = together(england, wales);
          return (
            list && (
              <>
                <Completeness list={list} />
                <Gaps list={list} revision={revision} variables={{ asOf, knownAt }} />
              </>
            )
          );
        }}
      </Loaded>
      <Ending />
      <Entries />
      <Held />
      <Pages />
    </Page>
  );
}

function Find() {
  const [text, setText] = useState("");
  return (
    <AreaPicker
      id="find-area"
      label="Start with an area"
      hint="A council, police force, probation region, integrated care board, court or prison"
      text={text}
      onText={setText}
    >
      {(area) => (
        <a
          href={areaPath(area)}
          onClick={(event) => {
            event.preventDefault();
            go(areaPath(area));
          }}
        >
          {area.name}
        </a>
      )}
    </AreaPicker>
  );
}

type List = NonNullable<HomeGapsQuery["england"]>;

/** The boards of both nations, which share no people; one alone where the other did not come. */
function together(england: List | null, wales: List | null): List | null {
  if (!england || !wales) return england ?? wales;
  return {
    asOf: england.asOf,
    completeness: {
      cells: england.completeness.cells + wales.completeness.cells,
      cellsNotRecorded: england.completeness.cellsNotRecorded + wales.completeness.cellsNotRecorded,
    },
    gaps: [...england.gaps, ...wales.gaps],
  };
}

function Completeness({ list }: { list: List }) {
  const { cells, cellsNotRecorded } = list.completeness;
  return (
    <ul class="app-cards" aria-label="The register in figures">
      <li>
        <p>
          <span class="app-cards__number">{count(list.gaps.length)}</span> gaps on record: an offer
          in a health board’s area that a record says is missing or has ended
        </p>
      </li>
      <li>
        <p>
          <span class="app-cards__number">{percent(cells - cellsNotRecorded, cells)}</span> known:
          something is recorded of {count(cells - cellsNotRecorded)} of {count(cells)} pairs of
          offer and board
        </p>
      </li>
      <li>
        <p>
          <span class="app-cards__number">{count(cellsNotRecorded)}</span> not recorded: questions
          to ask, never counted as gaps
        </p>
      </li>
    </ul>
  );
}

interface GapRow {
  readonly code: string;
  readonly name: string;
  readonly gaps: List["gaps"];
}

/** Gaps by offer, the most boards first: a list of each would be too long to see anything in. */
function byOffer(list: List): GapRow[] {
  const rows = new Map<string, GapRow>();
  for (const gap of list.gaps) {
    const { code, name } = gap.offer;
    const before = rows.get(code)?.gaps ?? [];
    rows.set(code, { code, name, gaps: [...before, gap] });
  }
  return [...rows.values()].sort(
    (a, b) => b.gaps.length - a.gaps.length || a.name.localeCompare(b.name, "en-GB"),
  );
}

const people = (row: GapRow) => row.gaps.reduce((sum, gap) => sum + gap.uncovered.people, 0);

const gapColumns: readonly Column<GapRow>[] = [
  {
    head: "Offer",
    text: (row) => row.name,
    cell: (row) => (
      <a href={href(`/offers/${row.code}`)}>
        <strong>{row.name}</strong>
      </a>
    ),
  },
  {
    head: "Boards",
    text: (row) => String(row.gaps.length),
    isNumber: true,
  },
  {
    head: "People who live there",
    text: (row) => String(people(row)),
    cell: (row) => count(people(row)),
    isNumber: true,
  },
  {
    head: "Where",
    text: (row) => row.gaps.map((gap) => gap.area.name).join("; "),
    cell: (row) => (
      <Fold name="The boards" unseen={`without ${row.name}`}>
        <ul class="nhsuk-list">
          {row.gaps.map((gap) => (
            <li key={gap.area.code}>
              <a href={href(`/areas/${gap.area.code}`, {}, "lacking")}>{gap.area.name}</a>:{" "}
              {word(states, gap.coverage.state).toLowerCase()}, for{" "}
              {percent(gap.uncovered.people, gap.uncovered.of)} of its people
            </li>
          ))}
        </ul>
      </Fold>
    ),
  },
];

interface GapsProps {
  list: List;
  revision: number | undefined;
  variables: object;
}

function Gaps({ list, revision, variables }: GapsProps) {
  return (
    <Figure
      id="gaps"
      title="Gaps on record"
      columns={gapColumns}
      rows={byOffer(list)}
      rowKey={(row) => row.code}
      query={{ operation: HomeGaps, variables }}
      asOf={list.asOf}
      revision={revision}
      empty={<p>No record says that anything is missing. That is not the same as no gaps.</p>}
    >
      <p>
        By offer, over the integrated care boards of England and the local health boards of Wales.
        Each board leads to its page, with the records and what they rest on.{" "}
        <a href={href("/gaps", { kind: "ICB" })}>Every gap, absent and ended apart</a>
      </p>
    </Figure>
  );
}
