import { AreaProvision } from "#ops/AreaProvision.ts";
import type { AreaProvisionQuery, AreaProvisionQueryVariables, Stage } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import {
  counted,
  flags,
  intensities,
  intensityOrder,
  listed,
  stageOrder,
  stages,
  standings,
  word,
} from "../../parts/words.ts";

type GridCell = NonNullable<AreaProvisionQuery["provisionGrid"]>["cells"][number];
type Row = GridCell["entries"][number] & { readonly intensity: GridCell["intensity"] };

type Service = NonNullable<Row["service"]>;

/** Who answers for it on the day, through the reorganisations dated up to then. */
function commissioners(service: Service): string {
  const names = service.responsibleCommissioners.map(({ body, successor, change }) =>
    successor
      ? `${successor.name} (took over from ${body.name}${change?.date ? ` on ${inWords(change.date)}` : ""}${change?.certainty === "due" ? ", as is due" : ""})`
      : body.name,
  );
  return listed(names);
}

const columns: readonly Column<Row>[] = [
  { head: "Intensity", text: (row) => word(intensities, row.intensity) },
  {
    head: "Service",
    text: (row) => row.service?.title ?? `No ${row.offer.name}`,
    cell: (row) => (
      <>
        <strong>{row.service?.title ?? row.offer.name}</strong>
        <p class="app-small">
          {row.service ? row.offer.name : "A statement that there is none"}
          {row.places.length > 0 && `, at ${listed(row.places.map((place) => place.name))}`}
        </p>
        {row.service && <EvidenceOfService id={row.service.id} title={row.service.title} />}
      </>
    ),
  },
  {
    head: "On this day",
    text: (row) => word(standings, row.standing),
    cell: (row) => (
      <>
        {word(standings, row.standing)}
        {row.flags.length > 0 && (
          <p class="app-small">{row.flags.map((flag) => word(flags, flag)).join(" ")}</p>
        )}
      </>
    ),
  },
  {
    head: "Commissioned by",
    text: (row) => (row.service ? commissioners(row.service) : ""),
    cell: (row) => (row.service && commissioners(row.service)) || <NotOnRecord />,
  },
  {
    head: "Provided by",
    text: (row) => listed(row.service?.providers.map((body) => body.name) ?? []),
    cell: (row) => listed(row.service?.providers.map((body) => body.name) ?? []) || <NotOnRecord />,
  },
  {
    head: "Ends",
    text: (row) => row.service?.endsOn ?? "",
    cell: (row) =>
      row.service ? <PartialDate date={row.service.endsOn} /> : <span>Not a service</span>,
  },
];

export function Provision({ variables }: { variables: AreaProvisionQueryVariables }) {
  const asked = useAnswer(AreaProvision, variables);
  return (
    <section aria-labelledby="by-stage">
      <h2 class="nhsuk-heading-m" id="by-stage">
        Who commissions what, by stage
      </h2>
      <p>
        From before arrest to recall, lightest support first. A stage that is not listed has nothing
        on record, which does not say that there is nothing.
      </p>
      <Loaded asked={asked} what="who commissions what">
        {({ provisionGrid }, { revision }) =>
          provisionGrid && (
            <>
              {stageOrder.map((stage) => {
                const rows = rowsOf(provisionGrid.cells, stage);
                return (
                  rows.length > 0 && (
                    <details class="nhsuk-details app-fold" key={stage}>
                      <summary class="nhsuk-details__summary">
                        <span class="nhsuk-details__summary-text">
                          {word(stages, stage)} ({summary(rows)})
                        </span>
                      </summary>
                      <Figure
                        level={3}
                        id={`stage-${stage.toLowerCase().replaceAll("_", "-")}`}
                        title={word(stages, stage)}
                        columns={columns}
                        rows={rows}
                        rowKey={(row) =>
                          `${row.intensity}${row.offer.code}${row.service?.id}${row.standing}`
                        }
                        query={{ operation: AreaProvision, variables }}
                        asOf={provisionGrid.asOf}
                        revision={revision}
                        empty=""
                      />
                    </details>
                  )
                );
              })}
              <Silent cells={provisionGrid.cells} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function rowsOf(cells: readonly GridCell[], stage: Stage): Row[] {
  return cells
    .filter((cell) => cell.stage === stage)
    .toSorted((a, b) => intensityOrder.indexOf(a.intensity) - intensityOrder.indexOf(b.intensity))
    .flatMap((cell) => cell.entries.map((entry) => ({ ...entry, intensity: cell.intensity })));
}

/** What a stage holds, before it is opened. */
function summary(rows: readonly Row[]): string {
  const runs = rows.filter((row) => row.standing === "LIVE" || row.standing === "PERHAPS_LIVE");
  const absent = rows.filter((row) => row.standing === "ABSENT");
  const others = rows.length - runs.length - absent.length;
  return [
    counted(runs.length, "entry that runs", "entries that run"),
    absent.length > 0 && counted(absent.length, "stated absence"),
    others > 0 && counted(others, "other"),
  ]
    .filter(Boolean)
    .join(", ");
}

function Silent({ cells }: { cells: readonly GridCell[] }) {
  const said = new Set(cells.filter((cell) => cell.entries.length > 0).map((cell) => cell.stage));
  const silent = stageOrder.filter((stage) => !said.has(stage));
  if (silent.length === 0) return null;
  return (
    <p>
      Nothing is on record for: {listed(silent.map((stage) => word(stages, stage).toLowerCase()))}.
    </p>
  );
}
