/* In which months earlier rounds opened and closed: what to expect when. */
import { OpeningsBoard } from "#ops/OpeningsBoard.ts";
import { useCallback } from "preact/hooks";
import { monthNames } from "../../data/dates.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { count } from "../../parts/words.ts";
import { openingPath } from "./columns.tsx";
import type { Board } from "./list.tsx";

type Month = Board["months"][number];

interface Props {
  board: Board;
  variables: object;
  revision: number | undefined;
  profile: Record<string, string | undefined>;
}

export function Months({ board, variables, revision, profile }: Props) {
  const { months } = board;
  const chart = useCallback(
    () => import("./months-chart.ts").then(({ draw }) => draw(months)),
    [months],
  );
  const titles = (pick: "opened" | "closed"): Column<Month> => ({
    head: pick === "opened" ? "Opened" : "Closed",
    text: (month) => month[pick].map((opening) => opening.title).join("; "),
    cell: (month) =>
      month[pick].length === 0 ? (
        "None"
      ) : (
        <ul class="nhsuk-list app-small">
          {month[pick].map(({ id, title }) => (
            <li key={id}>
              <a href={openingPath(id, profile)}>{title}</a>
            </li>
          ))}
        </ul>
      ),
  });
  const columns: readonly Column<Month>[] = [
    { head: "Month", text: ({ month }) => monthNames[month - 1] ?? String(month) },
    titles("opened"),
    titles("closed"),
  ];
  return (
    <Figure
      id="months"
      title="When earlier rounds opened and closed"
      columns={columns}
      rows={months}
      rowKey={({ month }) => String(month)}
      chart={chart}
      query={{ operation: OpeningsBoard, variables }}
      asOf={board.asOf}
      revision={revision}
      empty={<p>No month is on record for any closed opening.</p>}
    >
      <p>
        Closed openings by the month of any year, a lot counted with what it is a lot of. Of{" "}
        {count(board.withoutMonth)} more no month is on record.
      </p>
    </Figure>
  );
}
