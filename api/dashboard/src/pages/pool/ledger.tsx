/* What was put in and where it stands now: every pound is in one account. */
import { PoolLedger } from "#ops/PoolLedger.ts";
import type { PoolLineKey, PoolLineShownFragment } from "#ops/types.ts";
import { useCallback } from "preact/hooks";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { SelectField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { moneyText } from "../../parts/values.tsx";
import { financialYear } from "../funding/words.ts";
import type { SectionProps } from "./index.tsx";
import { accounts, lineKeys } from "./words.ts";

type Line = PoolLineShownFragment;
const keys = ["MEMBER", "STREAM", "SERVICE"] as const satisfies readonly PoolLineKey[];
export const stands = ["pooled", "aligned", "allocated", "committed", "spent"] as const;

/** The words of the accounts in which money of a line stands. */
export const standWords: Readonly<Record<(typeof stands)[number], string>> = {
  pooled: accounts.POOLED,
  aligned: accounts.ALIGNED,
  allocated: accounts.ALLOCATED,
  committed: accounts.COMMITTED,
  spent: accounts.SPENT,
};

/** What a line is told apart by, in words. */
export function nameOf(line: Line, by: PoolLineKey): string {
  if (by === "MEMBER") return line.member?.name ?? "Member not on record";
  if (by === "STREAM") return line.stream?.name ?? "Funding stream not stated";
  if (by === "SERVICE") return line.service?.title ?? "For no service yet";
  return line.financialYear === null ? "All years" : financialYear(line.financialYear);
}

const columns = (by: PoolLineKey): readonly Column<Line>[] => [
  {
    head: lineKeys[by],
    text: (line) => nameOf(line, by),
    cell: (line) => <strong>{nameOf(line, by)}</strong>,
  },
  {
    head: "Put in",
    text: (line) => line.contributed,
    cell: (line) => moneyText(line.contributed),
    isNumber: true,
  },
  ...stands.map((one): Column<Line> => ({
    head: standWords[one],
    text: (line) => line[one],
    cell: (line) => moneyText(line[one]),
    isNumber: true,
  })),
  { head: "Set aside so far", text: (line) => line.allocatedSoFar, isFileOnly: true },
  { head: "Promised so far", text: (line) => line.committedSoFar, isFileOnly: true },
];

export function Ledger({ pool, year, asOf, revision }: SectionProps) {
  const { params } = useAddress();
  const { asOf: day, knownAt } = useScope();
  const by = keys.find((one) => one === params.get("by")) ?? "MEMBER";
  const variables = { id: pool.id, year, by: [by], asOf: day, knownAt };
  const asked = useAnswer(PoolLedger, variables);
  const node = asked.answer?.data.node;
  const lines = node && "lines" in node ? node.lines : undefined;
  const chart = useCallback(
    () =>
      import("./ledger-chart.ts").then(({ draw }) =>
        draw((lines ?? []).map((line) => ({ name: nameOf(line, by), line }))),
      ),
    [lines, by],
  );
  const choose = (params: Record<string, string>) => go(here(params), { replace: true });
  return (
    <Loaded asked={asked} what="the ledger">
      {({ node }) => {
        if (!node || !("lines" in node)) return null;
        const [all] = node.all;
        const years = new Set([year, ...node.years.flatMap((one) => one.financialYear ?? [])]);
        const isEmpty = !all || all.contributed === "0.00";
        return (
          <Figure
            id="ledger"
            title="Ledger"
            columns={columns(by)}
            rows={isEmpty ? [] : node.lines}
            rowKey={(line) => nameOf(line, by)}
            chart={chart}
            query={{ operation: PoolLedger, variables }}
            asOf={asOf}
            revision={revision}
            empty={<p>Nothing was put in in {financialYear(year)}.</p>}
          >
            <div class="app-row app-screen-only">
              <SelectField
                id="ledger-year"
                label="Financial year"
                value={String(year)}
                options={[...years]
                  .toSorted((a, b) => a - b)
                  .map((one) => ({ value: String(one), name: financialYear(one) }))}
                onValue={(value) => choose({ year: value })}
              />
              <SelectField
                id="ledger-by"
                label="Told apart by"
                value={by}
                options={keys.map((value) => ({ value, name: lineKeys[value] }))}
                onValue={(value) => choose({ by: value })}
              />
            </div>
            {all && !isEmpty && (
              <p>
                In {financialYear(year)} {moneyText(all.contributed)} was put in:{" "}
                {stands
                  .map((one) => `${moneyText(all[one])} ${standWords[one].toLowerCase()}`)
                  .join(", ")}
                . {moneyText(all.committedSoFar)} has been promised so far, what is spent of it
                included.
              </p>
            )}
          </Figure>
        );
      }}
    </Loaded>
  );
}
