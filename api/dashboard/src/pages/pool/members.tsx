/* Who takes part, with what, and what each has put in. */
import { PoolLedger } from "#ops/PoolLedger.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { word } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import type { Pool, SectionProps } from "./index.tsx";
import { penceOf } from "./text.ts";
import { parts, riskShares } from "./words.ts";

interface Row {
  readonly member: Pool["members"][number];
  readonly contributed: string;
  readonly all: string;
}

const columns: readonly Column<Row>[] = [
  {
    head: "Member",
    text: ({ member }) => member.body?.name ?? "",
    cell: ({ member }) => (
      <>
        <strong>{member.body?.name ?? <NotOnRecord />}</strong>
        {member.leavesOn && (
          <p class="app-small">
            Leaves on <PartialDate date={member.leavesOn} />
          </p>
        )}
      </>
    ),
  },
  { head: "Leaves on", text: ({ member }) => member.leavesOn ?? "", isFileOnly: true },
  { head: "What it does with its money", text: ({ member }) => word(parts, member.part) },
  {
    head: "Put in, pounds",
    text: ({ contributed }) => contributed,
    cell: ({ contributed }) => moneyText(contributed),
    isNumber: true,
  },
  {
    head: "Of all that was put in",
    text: ({ contributed, all }) => shareOf(contributed, all),
    isNumber: true,
  },
  {
    head: "Stated share of an overspend",
    text: ({ member }) => member.riskShare ?? "",
    cell: ({ member }) => member.riskShare ?? <NotOnRecord what="None stated" />,
    isNumber: true,
  },
];

/** In percent to one digit, of whole pence. */
function shareOf(part: string, all: string): string {
  const whole = penceOf(all);
  if (whole === 0n) return "–";
  const tenths = (penceOf(part) * 2000n + whole) / (whole * 2n);
  return `${tenths / 10n}.${tenths % 10n}%`;
}

export function Members({ pool, year, asOf, revision }: SectionProps) {
  const { asOf: day, knownAt } = useScope();
  const variables = { id: pool.id, year, by: ["MEMBER" as const], asOf: day, knownAt };
  const asked = useAnswer(PoolLedger, variables);
  return (
    <Loaded asked={asked} what="what the members have put in">
      {({ node }) => {
        const lines = node && "lines" in node ? node.lines : [];
        const all = (node && "all" in node ? node.all[0]?.contributed : undefined) ?? "0.00";
        const rows = pool.members.map((member) => ({
          member,
          all,
          contributed:
            lines.find((line) => line.member?.id === member.body?.id)?.contributed ?? "0.00",
        }));
        return (
          <Figure
            id="members"
            title="Members"
            columns={columns}
            rows={rows}
            rowKey={({ member }) => member.body?.id ?? member.part}
            query={{ operation: PoolLedger, variables }}
            asOf={asOf}
            revision={revision}
            empty={<p>No member is on record.</p>}
          >
            <p>
              An overspend is borne: {word(riskShares, pool.riskShare).toLowerCase()}
              {pool.tier && `, up to ${moneyText(pool.tier)}`}. What was put in is of{" "}
              {financialYear(year)}.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}
