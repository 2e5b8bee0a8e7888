/* Culturally informed, faith-based and led-by-and-for provision: who claims what, where. */
import { Culture } from "#ops/Culture.ts";
import { CultureChanged } from "#ops/CultureChanged.ts";
import { CultureChoices } from "#ops/CultureChoices.ts";
import type { AreaKind, CultureQuery, WorksWithJustice } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Figure } from "../../parts/figure.tsx";
import { FilterField } from "../../parts/filter-field.tsx";
import { SelectField } from "../../parts/form.tsx";
import { GeographyField, useGeography } from "../../parts/geography.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { claimKind, claimKindOrder, justice, kindsOfAreas } from "../../parts/words-offers.ts";
import { count, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { claimColumns, rowColumns } from "./columns.tsx";

const kinds = [
  "POLICE_FORCE",
  "ICB",
  "HEALTH_BOARD",
  "PROBATION_REGION",
  "UPPER_TIER",
  "DISTRICT",
] as const satisfies readonly AreaKind[];

type Provision = NonNullable<CultureQuery["culturalProvision"]>;
export type AreaShown = Provision["areas"][number];
export type Community = AreaShown["communities"][number];
export type Claim = Provision["national"][number];
export interface Row {
  readonly area: AreaShown["area"];
  readonly found: Community;
}

const all = "all";

/** Claims about work in the justice system, unless the address asks for others. */
function justiceOf(params: URLSearchParams): WorksWithJustice | undefined {
  const said = params.get("justice");
  if (said === all) return undefined;
  return (Object.keys(justice) as WorksWithJustice[]).find((one) => one === said) ?? "YES";
}

export default function CulturePage() {
  const { asOf, knownAt } = useScope();
  const { params } = useAddress();
  const kind = useGeography(kinds);
  const claimed = params.get("claim");
  const variables = {
    areas: { kind },
    kinds: claimed ? [claimed] : undefined,
    worksWithJustice: justiceOf(params),
    asOf,
    knownAt,
  };
  const asked = useAnswer(Culture, variables);
  const changes = useChanges(CultureChanged, knownAt ? undefined : { asOf });
  return (
    <Page
      title="Culturally informed provision"
      place={[
        { name: "Home", path: "/" },
        { name: "Offers", path: "/offers" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Who claims to work with which community, where, and what is on record of the services that
        they name. A claim is what somebody says: each is shown with who says it.
      </p>
      <Changed changes={changes} show={asked.again} />
      <Filters kind={kind} />
      <Loaded asked={asked} what="the claims">
        {({ culturalProvision }, { revision }) =>
          culturalProvision && (
            <Shown
              provision={culturalProvision}
              kind={kind}
              revision={revision}
              variables={variables}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ kind }: { kind: AreaKind }) {
  const { params } = useAddress();
  const choices = useAnswer(CultureChoices, {});
  const communities = choices.answer?.data.register?.communities ?? [];
  return (
    <div class="app-filters">
      <GeographyField id="culture-kind" kinds={kinds} value={kind} />
      <FilterField
        id="culture-community"
        label="Community"
        name="community"
        all="Every community"
        options={communities.map(({ code, name }) => ({ value: code, name }))}
      />
      <FilterField
        id="culture-claim"
        label="What is claimed"
        name="claim"
        all="Everything"
        options={claimKindOrder.map((one) => ({ value: one, name: claimKind(one) }))}
      />
      <SelectField
        id="culture-justice"
        label="Work with people in the justice system"
        value={justiceOf(params) ?? all}
        options={[
          ...(Object.keys(justice) as WorksWithJustice[]).map((one) => ({
            value: one,
            name: word(justice, one),
          })),
          { value: all, name: "Every claim, whatever it says of that" },
        ]}
        onValue={(justice) => go(here({ justice }), { replace: true })}
      />
    </div>
  );
}

interface ShownProps {
  provision: Provision;
  kind: AreaKind;
  revision: number | undefined;
  variables: object;
}

function Shown({ provision, kind, revision, variables }: ShownProps) {
  const code = useAddress().params.get("community");
  const isAsked = ({ community }: Community) => !code || community?.code === code;
  const areas = provision.areas.toSorted((a, b) => a.area.name.localeCompare(b.area.name, "en-GB"));
  const rows = areas.flatMap(({ area, communities }) =>
    communities.filter(isAsked).map((found) => ({ area, found })),
  );
  const silent = areas.filter(({ communities }) => !communities.some(isAsked));
  const frame = { query: { operation: Culture, variables }, asOf: provision.asOf, revision };
  return (
    <>
      <Figure
        {...frame}
        id="by-community"
        title="By area and community"
        columns={rowColumns(kind)}
        rows={rows}
        rowKey={({ area, found }) => `${area.id} ${found.community?.code ?? ""}`}
        empty={<p>No such claim is on record. That is a question to ask, not evidence of none.</p>}
      >
        <p role="status">
          Claims are on record in {count(areas.length - silent.length)} of {count(areas.length)}{" "}
          {word(kindsOfAreas, kind)} on {inWords(provision.asOf)}. A claim about a part of an area,
          or a prison in it, is listed with the area. The census counts residents of the nearest
          published groups, not people who need or use a service.
        </p>
      </Figure>
      <Silent areas={silent} kind={kind} isFiltered={code !== null} />
      <Figure
        {...frame}
        id="national"
        title="Claims about a nation or several"
        columns={claimColumns}
        rows={provision.national}
        rowKey={(claim) => claim.id}
        empty={<p>No such claim is on record.</p>}
      >
        <p>They are counted to no area: the source does not say where they work.</p>
      </Figure>
    </>
  );
}

interface SilentProps {
  areas: readonly AreaShown[];
  kind: AreaKind;
  isFiltered: boolean;
}

function Silent({ areas, kind, isFiltered }: SilentProps) {
  if (areas.length === 0) return null;
  return (
    <section class="app-figure" aria-labelledby="no-claim">
      <h2 class="nhsuk-heading-m" id="no-claim">
        No such claim on record
      </h2>
      <p>
        In {count(areas.length)} {word(kindsOfAreas, kind)} nobody is on record as making such a
        claim{isFiltered ? " for this community" : ""}. These are questions to ask, not gaps: the
        register does not know whether there is provision.{" "}
        <a href={href("/register/new/claim")}>Record a claim</a>
      </p>
      <ul class="app-columns">
        {areas.map(({ area }) => (
          <li key={area.id}>
            {area.code ? <a href={areaPath({ ...area, kind })}>{area.name}</a> : area.name}
          </li>
        ))}
      </ul>
    </section>
  );
}
