/* What breaks a rule, what needs advice, and what is not on record, each with its sources. */
import { PoolById } from "#ops/PoolById.ts";
import { href, useScope } from "../../data/address.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { PartialDate, moneyText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import { sentence } from "../funding/straddling.tsx";
import type { Pool, SectionProps } from "./index.tsx";
import { accounts, severities } from "./words.ts";

type Finding = Pool["findings"][number];

const columns: readonly Column<Finding>[] = [
  {
    head: "How it is meant",
    text: (one) => word(severities, one.severity),
    cell: (one) => (
      <span class={`app-severity app-severity--${one.severity.toLowerCase()}`}>
        {word(severities, one.severity)}
      </span>
    ),
  },
  {
    head: "What was found",
    text: (one) => one.words,
    cell: (one) => (
      <>
        {sentence(one.words)}
        <p class="app-small">Rule: {one.rule}</p>
        <About finding={one} />
      </>
    ),
  },
  { head: "Rule", text: (one) => one.rule, isFileOnly: true },
  {
    head: "What the rule rests on",
    text: (one) => one.sources.map((source) => `${source.name} ${source.url ?? ""}`).join("; "),
    cell: (one) =>
      one.sources.length === 0 ? (
        "The pooled budget’s own ledger and terms"
      ) : (
        <ul class="nhsuk-list">
          {one.sources.map((source) => (
            <li key={source.name} class="app-small">
              {source.url ? (
                <a href={source.url} rel="noreferrer">
                  {source.name}
                </a>
              ) : (
                source.name
              )}
            </li>
          ))}
        </ul>
      ),
  },
];

function About({ finding }: { finding: Finding }) {
  const { member, stream, service, transfers, evidence } = finding;
  return (
    <>
      {(member || stream || service || finding.financialYear !== null) && (
        <p class="app-small">
          About{" "}
          {[
            member && member.name,
            stream && (
              <a href={href(`/funding/streams/${encodeURIComponent(stream.id)}`)}>{stream.name}</a>
            ),
            service && service.title,
            finding.financialYear !== null && financialYear(finding.financialYear),
          ]
            .filter(Boolean)
            .map((part, index) => (
              <span key={index}>
                {index > 0 && ", "}
                {part}
              </span>
            ))}
          .
        </p>
      )}
      {transfers.length > 0 && (
        <p class="app-small">
          It shows in{" "}
          {transfers.map((one, index) => (
            <span key={one.id}>
              {index > 0 && "; "}
              {moneyText(one.amount)} of <PartialDate date={one.madeOn} />,{" "}
              {word(accounts, one.fromAccount).toLowerCase()} to{" "}
              {word(accounts, one.toAccount).toLowerCase()}
            </span>
          ))}
          .
        </p>
      )}
      {evidence && (
        <Fold name="Where the conditions come from" unseen={`– ${stream?.name ?? ""}`}>
          <EvidenceItem evidence={evidence} />
        </Fold>
      )}
    </>
  );
}

export function Findings({ pool, asOf, revision }: SectionProps) {
  const { asOf: day, knownAt } = useScope();
  const { findings } = pool;
  const breaches = findings.filter((one) => one.severity === "BREACH").length;
  return (
    <Figure
      id="findings"
      title="What is found of it"
      columns={columns}
      rows={findings}
      rowKey={(one) =>
        [
          one.code,
          one.member?.id,
          one.stream?.id,
          one.service?.id,
          one.financialYear,
          one.words,
        ].join(" ")
      }
      query={{ operation: PoolById, variables: { id: pool.id, asOf: day, knownAt } }}
      asOf={asOf}
      revision={revision}
      empty={
        <p>
          No rule that the program knows is broken, and what they ask for is on record. That is not
          legal advice.
        </p>
      }
    >
      {findings.length > 0 && (
        <p>
          {counted(findings.length, "finding")}, of which{" "}
          {breaches === 0 ? "none says" : counted(breaches, "says", "say")} that a rule is broken.
          It is no legal advice: where the law has to be read, it says so.
        </p>
      )}
    </Figure>
  );
}
