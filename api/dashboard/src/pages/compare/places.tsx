/* Where things run: at which stage, and in which prisons and courts. */
import { ComparePlaces } from "#ops/ComparePlaces.ts";
import { ComparePlacesThen } from "#ops/ComparePlacesThen.ts";
import type { CompareGridOfFragment, Stage } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { counted, listed, stageOrder, stages, standings, word } from "../../parts/words.ts";
import type { Asking } from "./index.tsx";
import { useSlots } from "./slots.ts";

type Entry = CompareGridOfFragment["cells"][number]["entries"][number];

const runs = (entry: Entry) => entry.standing === "LIVE" || entry.standing === "PERHAPS_LIVE";

/** What is on record at a stage, each entry once. */
function entriesAt(grid: CompareGridOfFragment | null | undefined, stage: Stage): Entry[] {
  const entries = (grid?.cells ?? [])
    .filter((cell) => cell.stage === stage)
    .flatMap((cell) => cell.entries);
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = `${entry.service?.id ?? entry.offer.name} ${entry.standing}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** How many run, are stated absent, and are neither; an empty stage is not one without services. */
function summary(entries: readonly Entry[]): string {
  if (entries.length === 0) return "Nothing on record";
  const live = entries.filter(runs).length;
  const absent = entries.filter((entry) => entry.standing === "ABSENT").length;
  const others = entries.length - live - absent;
  return [
    counted(live, "that runs", "that run"),
    absent > 0 && counted(absent, "stated absence"),
    others > 0 && counted(others, "other entry", "other entries"),
  ]
    .filter(Boolean)
    .join(", ");
}

function placesOf(entries: readonly Entry[]): string[] {
  const names = entries.filter(runs).flatMap((entry) => entry.places.map((place) => place.name));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, "en-GB"));
}

export function Places(asking: Asking) {
  const { areas, asOf } = asking;
  const { asked, query } = useSlots<CompareGridOfFragment>(
    { now: ComparePlaces, then: ComparePlacesThen },
    asking,
    {},
  );
  return (
    <Loaded asked={asked} what="the places">
      {(grids, { revision }) => {
        const columns: readonly Column<Stage>[] = [
          {
            head: "Stage",
            text: (stage) => word(stages, stage),
            cell: (stage) => <strong>{word(stages, stage)}</strong>,
          },
          ...areas.flatMap((area, index): Column<Stage>[] => [
            {
              head: area.name,
              text: (stage) => summary(entriesAt(grids[index], stage)),
              cell: (stage) => (
                <Cell
                  entries={entriesAt(grids[index], stage)}
                  of={`${word(stages, stage)}, ${area.name}`}
                />
              ),
            },
            {
              head: `${area.name}: prisons and courts`,
              text: (stage) => placesOf(entriesAt(grids[index], stage)).join("; "),
              isFileOnly: true,
            },
          ]),
        ];
        return (
          <Figure
            id="places"
            title="What runs where, by stage"
            columns={columns}
            rows={stageOrder}
            rowKey={(stage) => stage}
            query={query}
            asOf={asOf}
            revision={revision}
            empty=""
          >
            <p>
              Services at each stage on {inWords(asOf)}, from before arrest to recall, and the
              prisons and courts that their records name. Nothing on record does not say that there
              is nothing.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}

function Cell({ entries, of }: { entries: readonly Entry[]; of: string }) {
  if (entries.length === 0) return <NotOnRecord what="Nothing on record" />;
  const places = placesOf(entries);
  return (
    <>
      {summary(entries)}
      {places.length > 0 && <p class="app-small">At {listed(places)}</p>}
      <Fold name="Which they are" unseen={`– ${of}`}>
        <ul class="app-records">
          {entries.map((entry) => (
            <li key={`${entry.service?.id ?? entry.offer.name}${entry.standing}`}>
              <p>
                <strong>{entry.service?.title ?? `No ${entry.offer.name}`}</strong>:{" "}
                {word(standings, entry.standing).toLowerCase()}
              </p>
              {entry.service && (
                <EvidenceOfService id={entry.service.id} title={entry.service.title} />
              )}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
