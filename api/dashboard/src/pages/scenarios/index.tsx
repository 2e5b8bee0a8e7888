import { ScenariosListed } from "#ops/ScenariosListed.ts";
import type { ScenariosListedQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { RadioField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { plans, seenBy } from "../scenario/words.ts";

type Listed = NonNullable<ScenariosListedQuery["scenarios"]>;
type Row = Listed["nodes"][number];
type Viewer = ScenariosListedQuery["viewer"];

const shows = [
  { value: "all", name: "All that you may see" },
  { value: "own", name: "Those of your bodies" },
  { value: "published", name: "Published" },
  { value: "frozen", name: "Frozen" },
] as const;
type Show = (typeof shows)[number]["value"];

const columns: readonly Column<Row>[] = [
  {
    head: "Scenario",
    text: (row) => row.name,
    cell: (row) => (
      <>
        <a href={href(`/scenarios/${encodeURIComponent(row.id)}`)}>
          <strong>{row.name}</strong>
        </a>
        {row.purpose && <p class="app-small">{row.purpose}</p>}
      </>
    ),
  },
  {
    head: "Day",
    text: (row) => row.baseDay,
    cell: (row) => <PartialDate date={row.baseDay} />,
  },
  {
    head: "Kept by",
    text: (row) => row.owner?.name ?? "The register",
  },
  { head: "Seen by", text: (row) => word(seenBy, row.visibility) },
  {
    head: "Frozen",
    text: (row) => row.frozen?.on ?? "No",
    cell: (row) =>
      row.frozen ? (
        <>
          <PartialDate date={row.frozen.on} />
          {row.frozen.revision !== null && (
            <p class="app-small">of revision {row.frozen.revision}</p>
          )}
        </>
      ) : (
        "No: it can still be changed"
      ),
  },
];

export default function Scenarios() {
  const { knownAt, asOf } = useScope();
  const asked = useAnswer(ScenariosListed, { knownAt });
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const { params } = useAddress();
  const show: Show = shows.find((one) => one.value === params.get("show"))?.value ?? "all";
  return (
    <Page title="Scenarios" place={[{ name: "Home", path: "/" }]}>
      <p class="nhsuk-lede-text">
        A scenario is a plan in steps: start, end, move or resize a service, move or pool money,
        bring a reform forward. It is tried on a copy of the register, which stays as it is, and
        compared with what is on record.
      </p>
      <Loaded asked={asked} what="the scenarios">
        {({ scenarios, viewer }, { revision }) => (
          <>
            <Begin viewer={viewer} />
            <RadioField
              id="show"
              label="Which scenarios to list"
              value={show}
              options={shows.filter((one) => one.value !== "own" || plans(viewer?.role))}
              onValue={(value) =>
                go(here({ show: value === "all" ? undefined : value }), { replace: true })
              }
              isInline
            />
            {scenarios && (
              <Figure
                id="scenarios"
                title={shows.find((one) => one.value === show)?.name ?? "Scenarios"}
                columns={columns}
                rows={rowsOf(scenarios, viewer, show)}
                rowKey={(row) => row.id}
                query={{ operation: ScenariosListed, variables: { knownAt } }}
                asOf={asOf ?? today}
                revision={revision}
                empty={<Nothing show={show} viewer={viewer} />}
              >
                {scenarios.totalCount > scenarios.nodes.length && (
                  <p>
                    The first {scenarios.nodes.length} of {scenarios.totalCount} by name are looked
                    through; the query behind this gives the rest.
                  </p>
                )}
              </Figure>
            )}
          </>
        )}
      </Loaded>
      <h2 class="nhsuk-heading-m">What to commission where</h2>
      <p>
        A scenario shows what your steps would change.{" "}
        <a href={href("/allocation")}>Work out an allocation</a> to ask the other way round: with
        the money there is, what to buy where so that the least need stays unmet.
      </p>
    </Page>
  );
}

function rowsOf({ nodes }: Listed, viewer: Viewer, show: Show): Row[] {
  const mine = new Set((viewer?.bodies ?? []).map((body) => body.id));
  return nodes.filter((row) => {
    if (show === "own") return row.owner !== null && mine.has(row.owner.id);
    if (show === "published") return row.visibility === "PUBLIC";
    if (show === "frozen") return row.frozen !== null;
    return true;
  });
}

/** What one can do here, by who one is. */
function Begin({ viewer }: { viewer: Viewer }) {
  if (plans(viewer?.role)) {
    return (
      <p>
        <a class="nhsuk-button" href={href("/scenarios/new")}>
          Make a scenario
        </a>
      </p>
    );
  }
  return (
    <div class="nhsuk-inset-text app-empty">
      {viewer?.role === "PROVIDER" ? (
        <p>
          Scenarios are made by commissioners and analysts. Your token is a provider’s, so you see
          those that are published.
        </p>
      ) : (
        <p>
          You see the scenarios that are published. To make one of your own,{" "}
          <a href={href("/sign-in")}>sign in</a> with a token of a commissioner or an analyst.
        </p>
      )}
    </div>
  );
}

function Nothing({ show, viewer }: { show: Show; viewer: Viewer }) {
  if (show === "own" && viewer?.bodies.length === 0) {
    return (
      <p>
        Your token names no body, so no scenario is yours. <NotOnRecord what="None" />
      </p>
    );
  }
  const what: Record<Show, string> = {
    all: "No scenario that you may see has been made yet.",
    own: `None of ${counted(viewer?.bodies.length ?? 0, "body", "bodies")} of yours keeps a scenario.`,
    published: "No scenario has been published yet.",
    frozen: "No scenario that you may see has been frozen yet.",
  };
  return <p>{what[show]}</p>;
}
