/* What stands beside the sums and is in none of them. */
import { CliffBeside } from "#ops/CliffBeside.ts";
import type {
  CliffBesideQuery,
  CliffEndingFragment,
  CliffMonthsQueryVariables,
} from "#ops/types.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { word } from "../../parts/words.ts";
import { endings } from "../funding/words.ts";
import { Crossings } from "./crossings.tsx";
import { endingColumns, keyOf } from "./endings.tsx";

const columns: readonly Column<CliffEndingFragment>[] = [
  ...endingColumns,
  {
    head: "On record as",
    text: ({ standing }) => (standing ? word(endings, standing) : ""),
  },
];

const lists = [
  {
    id: "bridging",
    title: "Bridges: urgent awards, direct awards and extensions",
    said: "They run on the day or end in these months. They are in the sums above where they count.",
    none: "None is on record.",
  },
  {
    id: "planned",
    title: "Not begun",
    said: "Contracted or announced: beside the sums, and in none of them.",
    none: "Nothing is on record as contracted or announced and not begun.",
  },
  {
    id: "abandoned",
    title: "Abandoned procurements",
    said: "They never ran: beside the sums, and in none of them.",
    none: "No abandoned procurement is on record.",
  },
  {
    id: "unclear",
    title: "Not settled whether they were awarded",
    said: "Nobody says whether these notices came to a contract: beside the sums, and in none of them.",
    none: "No such notice is on record.",
  },
] as const;

export type BesideCliff = NonNullable<CliffBesideQuery["cliff"]>;

export interface BesideProps {
  cliff: BesideCliff;
  revision: number | undefined;
  variables: CliffMonthsQueryVariables;
}

export function Beside({ variables }: { variables: CliffMonthsQueryVariables }) {
  const asked = useAnswer(CliffBeside, variables);
  return (
    <Loaded asked={asked} what="changes of commissioner, and what stands beside the sums">
      {({ cliff }, { revision }) =>
        cliff && (
          <>
            <Crossings cliff={cliff} revision={revision} variables={variables} />
            <Lists cliff={cliff} revision={revision} variables={variables} />
          </>
        )
      }
    </Loaded>
  );
}

function Lists({ cliff, revision, variables }: BesideProps) {
  return (
    <section aria-labelledby="beside">
      <h2 class="nhsuk-heading-m" id="beside">
        Beside the sums
      </h2>
      {lists.map(({ id, title, said, none }) => (
        <details class="nhsuk-details app-fold" key={id}>
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              {title}: {cliff[id].length}
            </span>
          </summary>
          <Figure
            id={id}
            title={title}
            level={3}
            columns={columns}
            rows={cliff[id]}
            rowKey={(row) => keyOf(row)}
            query={{ operation: CliffBeside, variables }}
            asOf={cliff.asOf}
            revision={revision}
            empty={<p>{none}</p>}
          >
            <p>{said}</p>
          </Figure>
        </details>
      ))}
    </section>
  );
}
