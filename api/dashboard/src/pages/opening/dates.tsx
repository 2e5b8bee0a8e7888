/* When it opens, closes and starts, and the same as a file for a calendar. */
import { save } from "../../parts/export.ts";
import { fileName } from "../../parts/export.ts";
import { Fact } from "../../parts/fact.tsx";
import { PartialDate } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { openingStandings, openingStatuses } from "../openings/words.ts";
import { calendarOf, datesIn } from "./calendar.ts";
import type { Opening } from "./index.tsx";

export function Dates({ opening }: { opening: Opening }) {
  const { standing, daysLeft, daysUntilOpen } = opening;
  const dates = datesIn(opening);
  const take = () => {
    const made = { at: new Date().toISOString(), address: window.location.href };
    save(
      fileName(opening.title, "ics"),
      new Blob([calendarOf(opening, made)], { type: "text/calendar;charset=utf-8" }),
    );
  };
  return (
    <section aria-labelledby="dates" class="app-figure">
      <h2 class="nhsuk-heading-m" id="dates">
        Dates
      </h2>
      <p>
        <strong>
          {standing === "OPEN" && daysLeft !== null
            ? daysLeft === 0
              ? "Open: last day today"
              : `Open: ${counted(daysLeft, "day")} left`
            : word(openingStandings, standing)}
          {daysUntilOpen !== null && `, in ${counted(daysUntilOpen, "day")}`}
        </strong>
        . The source says: {word(openingStatuses, opening.status).toLowerCase()}.
        {standing === "UNDATED" &&
          " The register has no last day, and nobody says that it has closed. Ask the funder before you write."}
        {standing === "CLOSED" && " It shows what may come round again."}
      </p>
      <dl class="nhsuk-summary-list">
        {(
          [
            ["First day of applications", opening.opensOn],
            ["Last day of applications", opening.closesOn],
            ["Work starts", opening.startsOn],
          ] as const
        ).map(([what, date]) => (
          <Fact key={what} name={what}>
            <PartialDate date={date} />
          </Fact>
        ))}
      </dl>
      {dates > 0 ? (
        <p>
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={take}
          >
            Put {dates === 1 ? "this date" : "these dates"} in a calendar (.ics)
          </button>
        </p>
      ) : (
        <p class="app-small">
          No day or month is on record, so there is nothing to put in a calendar.
        </p>
      )}
    </section>
  );
}
