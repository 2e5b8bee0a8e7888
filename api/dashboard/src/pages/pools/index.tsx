import { PoolsList } from "#ops/PoolsList.ts";
import type { FindingSeverity, PoolsListQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { useDraft } from "../../data/use-draft.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { count, counted, listed, word } from "../../parts/words.ts";
import { financialYear, yearOf } from "../funding/words.ts";
import { PlanForm } from "../pool/plan-form.tsx";
import { newPlan } from "../pool/plan.ts";
import { forms, severities } from "../pool/words.ts";

export default function PoolsPage() {
  const { params } = useAddress();
  const isPlanning = params.get("plan") === "new";
  return isPlanning ? <NewPool /> : <Pools />;
}

function NewPool() {
  const draft = useDraft("pool.new", newPlan);
  return (
    <Page
      title="Plan a pooled budget"
      place={[
        { name: "Home", path: "/" },
        { name: "Pooled budgets", path: "/pools" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Money that several bodies plan together, in whatever legal form. Once it is saved, you see
        what breaks a rule, what needs advice and what is missing.
      </p>
      <PlanForm
        draft={draft}
        onSaved={(id) => {
          draft.reset(newPlan);
          go(href(`/pools/${encodeURIComponent(id)}`));
        }}
      />
      {draft.isChanged && (
        <p>
          <button type="button" class="app-link" onClick={() => draft.reset(newPlan)}>
            Throw away what I typed, and begin again
          </button>
        </p>
      )}
    </Page>
  );
}

type Pool = NonNullable<PoolsListQuery["pools"]>["nodes"][number];

const found = (pool: Pool, severity: FindingSeverity) =>
  pool.findings.filter((one) => one.severity === severity).length;

const columns: readonly Column<Pool>[] = [
  {
    head: "Pooled budget",
    text: (pool) => pool.name,
    cell: (pool) => (
      <>
        <a href={href(`/pools/${encodeURIComponent(pool.id)}`)}>{pool.name}</a>
        <p class="app-small">
          {word(forms, pool.legalForm)}; held by{" "}
          {pool.host?.name ?? <NotOnRecord what="a body that is not on record" />}
        </p>
      </>
    ),
  },
  {
    head: "Members",
    text: (pool) => listed(pool.members.flatMap(({ body }) => (body ? [body.name] : []))),
  },
  {
    head: "Term",
    text: (pool) => `${pool.startsOn} to ${pool.endsOn ?? ""}`,
    cell: (pool) => (
      <>
        <PartialDate date={pool.startsOn} /> to{" "}
        {pool.endsOn ? (
          <PartialDate date={pool.endsOn} />
        ) : (
          <NotOnRecord what="an end not stated" />
        )}
      </>
    ),
  },
  {
    head: "Put in this year, pounds",
    text: (pool) => pool.ledger[0]?.contributed ?? "0.00",
    cell: (pool) => moneyText(pool.ledger[0]?.contributed ?? "0.00"),
    isNumber: true,
  },
  {
    head: "Found of it",
    text: (pool) =>
      (["BREACH", "CHECK", "NOT_RECORDED"] as const)
        .map((one) => `${severities[one]}: ${found(pool, one)}`)
        .join("; "),
    cell: (pool) =>
      pool.findings.length === 0 ? (
        "Nothing"
      ) : (
        <ul class="nhsuk-list">
          {(["BREACH", "CHECK", "NOT_RECORDED"] as const)
            .filter((one) => found(pool, one) > 0)
            .map((one) => (
              <li key={one}>
                {severities[one]}: {count(found(pool, one))}
              </li>
            ))}
        </ul>
      ),
  },
];

function Pools() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const year = yearOf(asOf ?? today);
  const after = params.get("after") || undefined;
  const variables = { year, after, asOf, knownAt };
  const asked = useAnswer(PoolsList, variables);
  return (
    <Page title="Pooled budgets" place={[{ name: "Home", path: "/" }]}>
      <p class="nhsuk-lede-text">
        Money that several bodies plan together: who puts in what, on what conditions, what the law
        says of it, and who bears an overspend.
      </p>
      <p>
        <a class="nhsuk-button" href={href("/pools", { plan: "new" })}>
          Plan a pooled budget
        </a>
      </p>
      <Loaded asked={asked} what="the pooled budgets">
        {({ pools }, { revision }) =>
          pools && (
            <>
              <Figure
                id="pools"
                title="Pooled budgets on record"
                columns={columns}
                rows={pools.nodes}
                rowKey={(pool) => pool.id}
                query={{ operation: PoolsList, variables }}
                asOf={asOf ?? today}
                revision={revision}
                empty={
                  <p>
                    No pooled budget is on record that you may see. The register comes with none:
                    they are entered by those who keep them.
                  </p>
                }
              >
                <p>
                  {counted(pools.totalCount, "pooled budget")} that you may see, ended ones
                  included. What was put in is of the financial year {financialYear(year)}. What is
                  found is no legal advice.
                </p>
              </Figure>
              <p class="app-screen-only">
                {after && <a href={here({ after: undefined })}>From the start</a>}{" "}
                {pools.pageInfo.hasNextPage && (
                  <a href={here({ after: pools.pageInfo.endCursor ?? undefined })}>Show the next</a>
                )}
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
