import { CourtToday } from "#ops/CourtToday.ts";
import type { AreaKind, CourtTodayQuery, CoverageState } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceList } from "../../parts/evidence.tsx";
import { queryAddress } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { flags, listed, word } from "../../parts/words.ts";

type Matrix = NonNullable<CourtTodayQuery["coverageMatrix"]>;
type Cell = Matrix["cells"][number];

const available: readonly CoverageState[] = ["COMMISSIONED", "PARTIAL"];

/** What a sentencer can use: what is offered at court or as a part of a community sentence. */
function isForCourt({ offer }: Cell): boolean {
  return (
    offer.familyRole !== "FAMILY" &&
    (offer.stages.includes("COURT") || offer.stages.includes("COMMUNITY_SENTENCE"))
  );
}

export default function CourtTodayPage({ params }: PageProps) {
  const code = params["code"] ?? "";
  const { asOf, knownAt } = useScope();
  const kind = (useAddress().params.get("kind") ?? undefined) as AreaKind | undefined;
  const variables = { code, kind, asOf, knownAt };
  const asked = useAnswer(CourtToday, variables);
  const matrix = asked.answer?.data.coverageMatrix;
  const area = matrix?.areas[0];
  const name = area?.name ?? code;
  return (
    <Page
      title={`What is available at court: ${name}`}
      caption={matrix ? inWords(matrix.asOf) : "For sentencers"}
      place={[
        { name: "Home", path: "/" },
        { name: "Areas", path: "/areas" },
        { name, path: `/areas/${encodeURIComponent(code)}` },
      ]}
    >
      <Loaded asked={asked} what="what is available">
        {() => matrix && area && <Sheet matrix={matrix} area={area} variables={variables} />}
      </Loaded>
    </Page>
  );
}

interface SheetProps {
  matrix: Matrix;
  area: Matrix["areas"][number];
  variables: object;
}

function Sheet({ matrix, area, variables }: SheetProps) {
  const cells = matrix.cells.filter(isForCourt);
  const of = (states: readonly CoverageState[]) =>
    cells.filter((cell) => states.includes(cell.state));
  const orders = of(available).filter((cell) => cell.offer.kind === "order");
  const services = of(available).filter((cell) => cell.offer.kind !== "order");
  const lacking = of(["ABSENT", "LAPSED", "CONTESTED", "PLANNED"]);
  const unknown = of(["NOT_RECORDED"]);
  const { district } = area.place ?? {};
  return (
    <>
      <p class="app-screen-only">
        <button type="button" class="nhsuk-button" onClick={() => window.print()}>
          Print this page
        </button>
      </p>
      {area.courts.length > 0 && (
        <p>Courts here: {listed(area.courts.map((court) => court.name))}.</p>
      )}
      {district && (
        <p>
          This court lies in{" "}
          <a href={href(`/areas/${district.code ?? ""}/court-today`)}>{district.name}</a>, whose
          page has what is commissioned for the people who live there.
        </p>
      )}
      <Part
        title="Treatment requirements on record"
        cells={orders}
        empty="No treatment requirement is on record as commissioned here on this day."
      />
      <Part
        title="Other services on record, at court or with a community sentence"
        cells={services}
        empty="No service is on record as commissioned here on this day."
      />
      <Part
        title="On record as not available"
        cells={lacking}
        empty="No record says that anything is missing. That is not the same as nothing missing."
      />
      <h2 class="nhsuk-heading-m">Not recorded: ask before you rely on it</h2>
      {unknown.length === 0 ? (
        <p>Of every offer something is on record.</p>
      ) : (
        <p>{listed(unknown.map((cell) => cell.offer.name))}.</p>
      )}
      <p class="app-small">
        From the register as of {inWords(matrix.asOf)}. It has what was published and recorded, and
        may be behind. Confirm with the probation court team before sentence.{" "}
        <a class="app-screen-only" href={queryAddress(CourtToday, variables)}>
          The query behind this
        </a>
      </p>
    </>
  );
}

function Part({ title, cells, empty }: { title: string; cells: readonly Cell[]; empty: string }) {
  return (
    <section aria-label={title}>
      <h2 class="nhsuk-heading-m">{title}</h2>
      {cells.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul class="app-court">
          {cells.map((cell) => (
            <Offer cell={cell} key={cell.offer.code} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Offer({ cell }: { cell: Cell }) {
  const { offer, explanation } = cell;
  const live = explanation.records.filter(
    ({ reading }) => reading.standing === "LIVE" || reading.standing === "PERHAPS_LIVE",
  );
  const names = (pick: "providers" | "commissioners") => [
    ...new Set(live.flatMap(({ record }) => record.service?.[pick].map((body) => body.name) ?? [])),
  ];
  return (
    <li class="app-court__offer">
      <h3 class="nhsuk-heading-s">{offer.name}</h3>
      <p>
        <StateTag state={cell.state} />
        {cell.cohort.name.toLowerCase() !== "all" && `. For ${cell.cohort.name.toLowerCase()}`}
        {offer.countsAsTreatment ? "" : ". Not treatment"}
      </p>
      {live.length > 0 && (
        <p>
          Provided by {listed(names("providers")) || "nobody that is on record"}; commissioned by{" "}
          {listed(names("commissioners")) || "nobody that is on record"}.
        </p>
      )}
      <p class="app-small">
        {explanation.sentence} {explanation.flags.map((flag) => word(flags, flag)).join(" ")}{" "}
        {explanation.oldestEvidence
          ? `Oldest evidence: ${inWords(explanation.oldestEvidence)}.`
          : explanation.undatedEvidence && "The evidence is undated."}
      </p>
      <div class="app-screen-only">
        <EvidenceList records={explanation.records} of={offer.name} />
      </div>
    </li>
  );
}
