/* The explained list: what can be applied for now, what later, what without a date, what is over. */
import { OpeningsBoard } from "#ops/OpeningsBoard.ts";
import type { OpeningsBoardQuery, OpeningsBoardQueryVariables } from "#ops/types.ts";
import { here, useAddress } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { csv, save } from "../../parts/export.ts";
import { Figure, cited } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { count } from "../../parts/words.ts";
import { type Entry, columnsFor } from "./columns.tsx";
import { Filters, type Shown, passing, useShown } from "./filters.tsx";
import { Months } from "./months.tsx";
import { type Profile, saysSomething, toInput, toParams } from "./profile.ts";

export type Board = NonNullable<OpeningsBoardQuery["openingsFor"]>;

interface Props {
  profile: Profile;
  variables: Omit<OpeningsBoardQueryVariables, "profile">;
}

export function List({ profile, variables: scope }: Props) {
  const variables = { ...scope, profile: toInput(profile) };
  const asked = useAnswer(OpeningsBoard, variables);
  const shown = useShown();
  return (
    <Loaded asked={asked} what="the openings">
      {({ openingsFor: board }, { revision }) =>
        board && (
          <>
            <Totals board={board} isTold={saysSomething(profile)} />
            <Filters shown={shown} />
            <Lists
              board={board}
              shown={shown}
              profile={profile}
              variables={variables}
              revision={revision}
            />
          </>
        )
      }
    </Loaded>
  );
}

function all(board: Board): readonly Entry[] {
  return [...board.open, ...board.forthcoming, ...board.undated, ...board.closed];
}

function Totals({ board, isTold }: { board: Board; isTold: boolean }) {
  const { open, forthcoming, undated, closed } = board.totals;
  const cards = [
    [open, "open: can be applied for until a day on record", "open"],
    [forthcoming, "opens later, or is announced", "forthcoming"],
    [undated, "without a closing date on record: ask the funder", "undated"],
    [closed, "closed: what to expect again", "closed"],
  ] as const;
  return (
    <>
      <h2 class="nhsuk-heading-m" id="list" tabIndex={-1}>
        What there is on {inWords(board.asOf)}
      </h2>
      {!isTold && (
        <p>
          You have not said anything of your organisation, so nothing is held against it: each
          condition is not known.
        </p>
      )}
      <ul class="app-cards" aria-label={`${count(open + forthcoming + undated + closed)} openings`}>
        {cards.map(([number, what, part]) => (
          <li key={part}>
            <p>
              <a href={`#${part}`}>
                <span class="app-cards__number">{count(number)}</span> {what}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p>
        Of {count(open + forthcoming + undated + closed)} openings in the register. It has what was
        published and found, not every fund there is. Each opening is held against your profile in
        every kind of condition; what the notice or you do not say is not known, and never guessed.
      </p>
    </>
  );
}

interface ListsProps {
  board: Board;
  shown: Shown;
  profile: Profile;
  variables: object;
  revision: number | undefined;
}

const fewClosed = 12;

function Lists({ board, shown, profile, variables, revision }: ListsProps) {
  const { params } = useAddress();
  const columns = columnsFor(toParams(profile));
  const frame = {
    columns,
    rowKey: (entry: Entry) => entry.opening.id,
    query: { operation: OpeningsBoard, variables },
    asOf: board.asOf,
    revision,
  };
  const everything = passing(all(board), shown);
  const closed = passing(board.closed, shown);
  const isAll = params.get("closed") === "all" || closed.length <= fewClosed;
  const saveAll = () => {
    const rows = everything.map((entry) => columns.map((column) => column.text(entry)));
    const from = {
      asOf: board.asOf,
      revision,
      address: new URL(cited(board.asOf, revision), window.location.href).href,
    };
    const heads = columns.map((column) => column.head);
    save("openings.csv", new Blob([csv(heads, rows, from)], { type: "text/csv;charset=utf-8" }));
  };
  const none = (of: number) =>
    of === 0 ? <p>The register has none.</p> : <p>None of the {of} passes what you chose above.</p>;
  return (
    <>
      <p role="status">
        {count(everything.length)} of {count(all(board).length)} openings pass what is chosen here.
      </p>
      <p>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={saveAll}
          disabled={everything.length === 0}
        >
          Download the whole list as CSV
        </button>
      </p>
      <Figure
        {...frame}
        id="open"
        title="Open now"
        rows={passing(board.open, shown)}
        empty={none(board.open.length)}
      />
      <Figure
        {...frame}
        id="forthcoming"
        title="Opens later"
        rows={passing(board.forthcoming, shown)}
        empty={none(board.forthcoming.length)}
      />
      <Figure
        {...frame}
        id="undated"
        title="No closing date on record"
        rows={passing(board.undated, shown)}
        empty={none(board.undated.length)}
      >
        <p>
          The register has no last day for these, and nobody says that they have closed. Some take
          applications all year; some may be over. Ask the funder before you write.
        </p>
      </Figure>
      <Figure
        {...frame}
        id="closed"
        title="Closed"
        rows={isAll ? closed : closed.slice(0, fewClosed)}
        empty={none(board.closed.length)}
      >
        <p>
          These are over. They show what comes round again, what it asked, and from whom. Each is
          held against your profile as if it were open.
        </p>
        {closed.length > fewClosed && (
          <p>
            {isAll ? (
              <a href={here({ closed: undefined })}>Show the first {fewClosed} only</a>
            ) : (
              <>
                The first {fewClosed} of {count(closed.length)} are shown.{" "}
                <a href={here({ closed: "all" })}>Show all {count(closed.length)} closed</a>
              </>
            )}
          </p>
        )}
      </Figure>
      <Months board={board} variables={variables} revision={revision} profile={toParams(profile)} />
    </>
  );
}
