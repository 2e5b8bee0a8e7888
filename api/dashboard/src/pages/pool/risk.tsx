/* What an overspend could come to and who would bear it, by draws that a seed repeats. */
import { PoolRiskOf } from "#ops/PoolRiskOf.ts";
import type { PoolRiskInput, PoolRiskOfQuery, PoolSpreadShownFragment } from "#ops/types.ts";
import { useAddress, useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord, moneyText } from "../../parts/values.tsx";
import { count, percent } from "../../parts/words.ts";
import { financialYear } from "../funding/words.ts";
import type { SectionProps } from "./index.tsx";
import { readRisk, riskInput } from "./risk-asked.ts";
import { RiskForm } from "./risk-form.tsx";

type RiskShown = NonNullable<PoolRiskOfQuery["poolRisk"]>;

interface Row {
  readonly name: string;
  readonly contribution: string | undefined;
  readonly spread: PoolSpreadShownFragment;
}

/** A chance as a percentage: `0.8` as 80%. */
export function chanceText(chance: string): string {
  return percent(Math.round(Number(chance) * 1_000_000), 1_000_000);
}

const columns = (risk: RiskShown): readonly Column<Row>[] => [
  { head: "What", text: (row) => row.name, cell: (row) => <strong>{row.name}</strong> },
  {
    head: "Put in",
    text: (row) => row.contribution ?? "",
    cell: (row) => (row.contribution === undefined ? "–" : moneyText(row.contribution)),
    isNumber: true,
  },
  ...risk.overspend.at.map(({ chance }, index): Column<Row> => ({
    head: `At most, with a chance of ${chanceText(chance)}`,
    text: (row) => row.spread.at[index]?.amount ?? "",
    cell: (row) => moneyText(row.spread.at[index]?.amount ?? ""),
    isNumber: true,
  })),
  ...risk.overspend.above.map(({ amount }, index): Column<Row> => ({
    head: `Chance of more than ${moneyText(amount)}`,
    text: (row) => row.spread.above[index]?.chance ?? "",
    cell: (row) => {
      const found = row.spread.above[index];
      return found ? (
        <>
          {percent(found.times, found.of)}
          <p class="app-small">
            {count(found.times)} of {count(found.of)} draws
          </p>
        </>
      ) : (
        <NotOnRecord />
      );
    },
    isNumber: true,
  })),
];

export function Risk({ pool, year, asOf }: SectionProps) {
  const { params } = useAddress();
  const asked = readRisk(params);
  return (
    <>
      <section class="app-figure" aria-labelledby="risk">
        <h2 class="nhsuk-heading-m" id="risk">
          What an overspend could come to
        </h2>
        <p>
          You state what the year may cost: at least, most likely and at most. The program draws
          costs from that range, by a seed that you choose and quote: the same seed gives the same
          answer, and this address keeps both. It answers for {financialYear(year)}.
        </p>
        <RiskForm pool={pool} asked={asked} />
      </section>
      {asked && <Answer input={riskInput(asked, pool.id, year)} asOf={asOf} />}
    </>
  );
}

interface AnswerProps {
  input: PoolRiskInput;
  asOf: string;
}

function Answer({ input, asOf }: AnswerProps) {
  const { knownAt } = useScope();
  const variables = { input, knownAt };
  const asked = useAnswer(PoolRiskOf, variables);
  return (
    <Loaded asked={asked} what="what an overspend could come to">
      {({ poolRisk }, { revision }) =>
        poolRisk && (
          <Figure
            id="overspend"
            title={`Overspend in ${financialYear(input.financialYear)}`}
            level={3}
            columns={columns(poolRisk)}
            rows={rowsOf(poolRisk)}
            rowKey={(row) => row.name}
            query={{ operation: PoolRiskOf, variables }}
            asOf={asOf}
            revision={revision}
            empty={<p>Nothing came of it.</p>}
          >
            <p>
              In {count(poolRisk.overspent.times)} of {count(poolRisk.overspent.of)} draws (
              {percent(poolRisk.overspent.times, poolRisk.overspent.of)}) the year costs more than
              the {moneyText(poolRisk.contributed)} that members have put in. Seed {input.seed}.
              Members that align pay what they set aside and bear nothing above it.
            </p>
          </Figure>
        )
      }
    </Loaded>
  );
}

function rowsOf(risk: RiskShown): Row[] {
  return [
    { name: "What the year costs", contribution: undefined, spread: risk.cost },
    { name: "Overspend, all of it", contribution: risk.contributed, spread: risk.overspend },
    ...risk.members.map(({ member, contribution, bears }) => ({
      name: `Borne by ${member?.name ?? "a member that is not on record"}`,
      contribution,
      spread: bears,
    })),
    { name: "Borne by nobody: above every limit", contribution: undefined, spread: risk.unshared },
  ];
}
