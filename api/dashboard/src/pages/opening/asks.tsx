/* What the notice asks of those who apply, as the register has it. */
import { OpeningById } from "#ops/OpeningById.ts";
import type { OpeningConditionFragment } from "#ops/types.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { moneyText } from "../../parts/values.tsx";
import { listed, word } from "../../parts/words.ts";
import { conditionKinds } from "../openings/words.ts";
import type { Opening } from "./index.tsx";

interface Row {
  readonly condition: OpeningConditionFragment;
  /** What it is a lot of, where the condition is that one’s. */
  readonly of: string | undefined;
}

/** Its own conditions and, of a kind on which it has none, those of what it is a lot of. */
function rowsOf({ conditions, partOf }: Opening): readonly Row[] {
  const own = new Set(conditions.map((one) => one.kind));
  return [
    ...conditions.map((condition) => ({ condition, of: undefined })),
    ...(partOf?.conditions ?? [])
      .filter((condition) => !own.has(condition.kind))
      .map((condition) => ({ condition, of: partOf?.title })),
  ];
}

function measured({ amount, permille, areas, cohort }: OpeningConditionFragment): string {
  return [
    amount && moneyText(amount),
    permille !== null && `${permille / 10}%`,
    listed(areas.map((area) => area.name)),
    cohort?.name,
  ]
    .filter(Boolean)
    .join("; ");
}

const columns: readonly Column<Row>[] = [
  { head: "About", text: ({ condition }) => word(conditionKinds, condition.kind) },
  {
    head: "What it asks",
    text: ({ condition }) => condition.statement,
    cell: ({ condition, of }) => (
      <>
        {condition.statement}
        {of && <p class="app-small">From the notice of {of}, which this is a part of.</p>}
      </>
    ),
  },
  { head: "It names", text: ({ condition }) => measured(condition) },
];

interface Props {
  opening: Opening;
  variables: object;
  asOf: string;
  revision: number | undefined;
  /** The page says already how it fits a profile. */
  isTold: boolean;
}

export function Asks({ opening, variables, asOf, revision, isTold }: Props) {
  return (
    <Figure
      id="asks"
      title="What it asks of those who apply"
      columns={columns}
      rows={rowsOf(opening)}
      rowKey={({ condition }) => condition.kind + condition.statement}
      query={{ operation: OpeningById, variables }}
      asOf={asOf}
      revision={revision}
      empty={
        <p>
          The register has no condition of its notice, beyond where it is and for whom. That is not
          the same as open to everybody: ask the funder.
        </p>
      }
    >
      <p>
        Where and for whom stand under “What it is”. What is not listed is not on record, which is
        not the same as not asked.
        {!isTold && " Answer the questions on the list of openings to see what fits you."}
      </p>
    </Figure>
  );
}
