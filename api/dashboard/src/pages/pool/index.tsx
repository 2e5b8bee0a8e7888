import { PoolById } from "#ops/PoolById.ts";
import type { PoolByIdQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { useState } from "preact/hooks";
import { here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { word } from "../../parts/words.ts";
import { yearOf } from "../funding/words.ts";
import { Archive } from "./archive.tsx";
import { EditPool } from "./edit.tsx";
import { Exit } from "./exit.tsx";
import { Findings } from "./findings.tsx";
import { Ledger } from "./ledger.tsx";
import { mayWrite, useViewer } from "./may.tsx";
import { Members } from "./members.tsx";
import { Risk } from "./risk.tsx";
import { Split } from "./split.tsx";
import { Terms } from "./terms.tsx";
import { TransferForm } from "./transfer-form.tsx";
import { Transfers } from "./transfers.tsx";
import { forms } from "./words.ts";

type Node = NonNullable<PoolByIdQuery["node"]>;
export type Pool = Extract<Node, { readonly findings: unknown }>;

export interface SectionProps {
  pool: Pool;
  year: number;
  asOf: string;
  revision: number | undefined;
}

const place = [
  { name: "Home", path: "/" },
  { name: "Pooled budgets", path: "/pools" },
];

const isPool = (node: Node): node is Pool => "findings" in node;

export default function PoolPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  const { params: said } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const viewer = useViewer();
  // Counts what was written here, so that what rests on it is asked for anew.
  const [turn, setTurn] = useState(0);
  const asked = useAnswer(PoolById, { id, asOf, knownAt });
  const node = asked.answer?.data.node;
  const pool = node && isPool(node) ? node : undefined;
  const wanted = said.get("year") ?? "";
  const year = /^\d{4}$/.test(wanted) ? Number(wanted) : yearOf(asOf ?? today);
  if (asked.answer && !pool) {
    return (
      <Page title="Pooled budget" place={place}>
        <Empty>
          There is no pooled budget of this address, or none that you may see. If it is not for
          everybody, sign in first.
        </Empty>
        <p>
          <a href={href("/pools")}>All pooled budgets</a>
        </p>
      </Page>
    );
  }
  const isEditing = said.get("do") === "edit";
  const again = () => {
    asked.again();
    setTurn((n) => n + 1);
  };
  const section = { year, asOf: asOf ?? today };
  return (
    <Page
      title={isEditing && pool ? `Change ${pool.name}` : (pool?.name ?? "Pooled budget")}
      {...(pool ? { caption: word(forms, pool.legalForm) } : {})}
      place={place}
    >
      <Loaded asked={asked} what="the pooled budget">
        {(_, { revision }) =>
          pool &&
          (isEditing ? (
            <EditPool pool={pool} again={asked.again} />
          ) : (
            <>
              <p class="nhsuk-lede-text">{pool.purpose}</p>
              {!knownAt && mayWrite(viewer) && (
                <p class="app-screen-only">
                  <a class="nhsuk-button nhsuk-button--secondary" href={here({ do: "edit" })}>
                    Change this pooled budget
                  </a>
                </p>
              )}
              <Contents />
              <Findings pool={pool} {...section} revision={revision} />
              <Members key={`members ${turn}`} pool={pool} {...section} revision={revision} />
              <Terms pool={pool} />
              <Ledger key={`ledger ${turn}`} pool={pool} {...section} revision={revision} />
              <Transfers
                key={`moves ${turn}`}
                pool={pool}
                {...section}
                revision={revision}
                again={again}
              />
              {!knownAt && <TransferForm pool={pool} year={year} again={again} />}
              <Split pool={pool} {...section} revision={revision} again={again} />
              <Risk pool={pool} {...section} revision={revision} />
              <Exit pool={pool} {...section} revision={revision} />
              {!knownAt && mayWrite(viewer) && <Archive pool={pool} />}
            </>
          ))
        }
      </Loaded>
    </Page>
  );
}

function Contents() {
  const parts = [
    ["findings", "What is found of it"],
    ["members", "Members"],
    ["terms", "Terms"],
    ["ledger", "Ledger"],
    ["transfers", "Moves of money"],
    ["record", "Record a move of money"],
    ["split", "Split an amount over the money there is"],
    ["risk", "What an overspend could come to"],
    ["exit", "What an exit would leave unpaid"],
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
    </nav>
  );
}
