import { AreaByCode } from "#ops/AreaByCode.ts";
import { AreaChanged } from "#ops/AreaChanged.ts";
import { AreaCoverage } from "#ops/AreaCoverage.ts";
import { BoundaryConflicts } from "#ops/BoundaryConflicts.ts";
import type { AreaCoverageQuery, AreaKind } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Later } from "../../parts/later.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { areaKinds, count, listed, successions, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { Contracts } from "./contracts.tsx";
import { Coverage } from "./coverage.tsx";
import { Money } from "./money.tsx";
import { Provision } from "./provision.tsx";

type Matrix = NonNullable<AreaCoverageQuery["coverageMatrix"]>;
export type AreaShown = Matrix["areas"][number];
export type Cell = Matrix["cells"][number];

const place = [
  { name: "Home", path: "/" },
  { name: "Areas", path: "/areas" },
];

export default function AreaPage({ params }: PageProps) {
  const code = params["code"] ?? "";
  const { asOf, knownAt } = useScope();
  const kind = (useAddress().params.get("kind") ?? undefined) as AreaKind | undefined;
  const variables = { code, kind, asOf, knownAt };
  const asked = useAnswer(AreaCoverage, variables);
  // What is cited does not change.
  const changes = useChanges(AreaChanged, knownAt ? undefined : { code, kind, asOf });
  const matrix = asked.answer?.data.coverageMatrix;
  const area = matrix?.areas[0];
  const isUnknown = asked.failure?.code === "UNKNOWN_CODE";
  const isNotThere =
    isUnknown || asked.failure?.code === "NOT_ON_DATE" || (asked.answer !== undefined && !area);
  if (isNotThere) {
    return (
      <Page title={`Area ${code}`} place={place}>
        <p class="nhsuk-lede-text">
          {isUnknown
            ? `No area of the register has the code ${code}.`
            : `There is no area with the code ${code} ${asOf ? `on ${inWords(asOf)}` : "today"}.`}
        </p>
        {isUnknown ? (
          <p>
            <a href={href("/areas")}>Find an area by its name</a>
          </p>
        ) : (
          <Elsewhere code={code} kind={kind} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={area?.name ?? `Area ${code}`}
      {...(area ? { caption: `${word(areaKinds, area.kind)} · ${area.code ?? code}` } : {})}
      place={place}
    >
      <Changed changes={changes} show={asked.again} />
      <Loaded asked={asked} what="what is on record for this area">
        {(_, answer) =>
          area &&
          matrix && (
            <>
              <Contents area={area} />
              <Coverage
                area={area}
                matrix={matrix}
                revision={answer.revision}
                variables={variables}
              />
              <Later>
                <Provision variables={variables} />
                <Money {...variables} />
                <Contracts variables={variables} />
                <About area={area} asOf={matrix.asOf} />
              </Later>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Contents({ area }: { area: AreaShown }) {
  const parts = [
    ["lacking", "What is lacking"],
    ["not-recorded", "What nobody has recorded"],
    ["on-record", "What is on record as commissioned"],
    ["by-stage", "Who commissions what, by stage"],
    ["money", "Money on record, and what ends"],
    ["contracts", "Contracts and when they end"],
    ["boundaries", "Boundaries and what it followed"],
  ] as const;
  const code = area.code ?? "";
  const court = `/areas/${encodeURIComponent(code)}/court-today`;
  const kind = area.kind === "UPPER_TIER" ? area.kind : undefined;
  const elsewhere = [
    ["Its gaps, each with a proof for a bid", href("/gaps", { area: code, areaKind: kind })],
    ["On the map", href("/map", { kind: area.kind })],
    ["Compare it with other areas", href("/compare", { areas: code })],
    ["Funding here", href("/funding", { area: code, kind })],
    ["Plan on a copy of the register", href("/scenarios")],
  ] as const;
  return (
    <nav class="app-contents" aria-label="On this page">
      <ol>
        {parts.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
      <p class="app-contents__more">
        <a href={href(court)}>What is available at court here on this day</a> (one page to print)
      </p>
      <ul class="app-footer__links">
        {elsewhere.map(([name, path]) => (
          <li key={name}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where it lies, whose boundaries disagree, and what it followed. */
function About({ area, asOf }: { area: AreaShown; asOf: string }) {
  const { knownAt } = useScope();
  const conflicts = useAnswer(BoundaryConflicts, { asOf, knownAt });
  const mine = (conflicts.answer?.data.boundaryConflicts ?? []).filter(
    (conflict) => conflict.district.code === area.code,
  );
  const boards = area.boards.filter((board) => (board.people ?? 1) > 0);
  return (
    <section aria-labelledby="boundaries">
      <h2 class="nhsuk-heading-m" id="boundaries">
        Boundaries and what it followed
      </h2>
      {mine.map((conflict) => (
        <div class="nhsuk-inset-text" key={conflict.sentence}>
          <p>
            <strong>Its NHS and justice boundaries disagree.</strong> {conflict.sentence}
          </p>
        </div>
      ))}
      <dl class="nhsuk-summary-list">
        <Fact name="People (mid-2022 estimate)">
          {area.people === null ? <NotOnRecord /> : count(area.people)}
        </Fact>
        {boards.length > 0 && area.kind !== "ICB" && (
          <Fact name="Integrated care boards">
            <ul class="nhsuk-list">
              {boards.map((board) => (
                <li key={board.area.code}>
                  <a href={areaPath({ ...board.area, kind: "ICB" })}>{board.area.name}</a>
                  {board.people === null ? "" : `, ${count(board.people)} people`}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {area.parents
          .filter(
            (parent) =>
              parent.kind !== "ICB" && parent.kind !== "NATION" && parent.code !== area.code,
          )
          .map((parent) => (
            <Fact name={word(areaKinds, parent.kind)} key={parent.kind + parent.code}>
              <a href={areaPath(parent)}>{parent.name}</a>
            </Fact>
          ))}
        {area.courts.length > 0 && (
          <Fact name="Courts">
            <Names areas={area.courts} kind="COURT" />
          </Fact>
        )}
        {area.prisons.length > 0 && (
          <Fact name="Prisons">
            <Names areas={area.prisons} kind="PRISON" />
          </Fact>
        )}
        <Fact name="It followed">
          <Succession list={area.predecessors} none="Nothing on record" />
        </Fact>
        <Fact name="It is followed by">
          <Succession list={area.successors} none="Nothing on record: it still exists" />
        </Fact>
      </dl>
    </section>
  );
}

function Names({
  areas,
  kind,
}: {
  areas: readonly { name: string; code: string | null }[];
  kind: AreaKind;
}) {
  return (
    <ul class="nhsuk-list">
      {areas.map((area) => (
        <li key={area.name}>
          {area.code ? <a href={areaPath({ ...area, kind })}>{area.name}</a> : area.name}
        </li>
      ))}
    </ul>
  );
}

function Succession({ list, none }: { list: AreaShown["successors"]; none: string }) {
  if (list.length === 0) return <>{none}</>;
  return (
    <ul class="nhsuk-list">
      {list.map(({ area, date, kind }) => (
        <li key={`${area.code}${date}`}>
          <a href={areaPath(area)}>{area.name}</a>, {inWords(date)}: {word(successions, kind)}
        </li>
      ))}
    </ul>
  );
}

/** An area that did not exist on the day, or a code that the register does not hold. */
function Elsewhere({ code, kind }: { code: string; kind: AreaKind | undefined }) {
  const { knownAt } = useScope();
  const asked = useAnswer(AreaByCode, { code, kind, knownAt });
  return (
    <Loaded asked={asked} what="what became of this area">
      {({ area }) =>
        area ? (
          <>
            <p>
              {area.name} ({word(areaKinds, area.kind).toLowerCase()}) existed{" "}
              {area.validFrom ? `from ${inWords(area.validFrom)}` : ""}{" "}
              {area.validTo ? `until ${inWords(area.validTo)}` : "and still does"}.
            </p>
            {area.successors.length > 0 && (
              <>
                <h2 class="nhsuk-heading-m">What followed it</h2>
                <Succession list={area.successors} none="Nothing on record" />
              </>
            )}
            {area.validTo && (
              <p>
                <a href={href(`/areas/${code}`, { asOf: area.validTo })}>
                  Show {listed([area.name])} as of its last day
                </a>
              </p>
            )}
          </>
        ) : (
          <p>
            <a href={href("/areas")}>Find an area by its name</a>
          </p>
        )
      }
    </Loaded>
  );
}
