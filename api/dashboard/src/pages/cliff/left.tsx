/* The coverage that is left at the end of each month if nothing is renewed. */
import { CliffLeft } from "#ops/CliffLeft.ts";
import type { AreaSelection, CliffLeftQuery, MoneyScope, OfferSelection } from "#ops/types.ts";
import { useCallback, useState } from "preact/hooks";
import { href, useScope } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateTag } from "../../parts/state-tag.tsx";
import { shareText } from "../../parts/values.tsx";
import { count, counted, stateOrder, states, word } from "../../parts/words.ts";

export type LeftMonth = NonNullable<CliffLeftQuery["cliff"]>["left"][number];

/** Which areas and offers are followed: what is asked about, kept within what can be asked at once. */
function followed(scope: MoneyScope): {
  areas: AreaSelection;
  offers: OfferSelection | undefined;
  words: string;
} {
  const offers = scope.offer ? { family: scope.offer } : undefined;
  if (scope.area) {
    return {
      areas: { codes: [scope.area], ...(scope.kind ? { kind: scope.kind } : {}) },
      offers,
      words: offers ? "this offer in this area" : "every offer in this area",
    };
  }
  return {
    areas: { kind: "ICB" },
    offers: offers ?? { family: "cstr" },
    words: offers
      ? "this offer in every integrated care board"
      : "the treatment requirements in every integrated care board; choose an area or an offer for others",
  };
}

const columns: readonly Column<LeftMonth>[] = [
  { head: "End of month", text: ({ day }) => day, cell: ({ day }) => inWords(day) },
  {
    head: "People for whom it is live, offer by offer",
    text: ({ live }) => String(live.people),
    cell: ({ live }) => shareText(live),
    isNumber: true,
  },
  {
    head: "In a gap",
    text: ({ inGap }) => String(inGap),
    cell: ({ inGap }) => count(inGap),
    isNumber: true,
  },
  {
    head: "By state",
    text: ({ cells }) => cells.map((one) => `${word(states, one.state)}: ${one.cells}`).join("; "),
    cell: ({ cells }) => (
      <ul class="nhsuk-list">
        {cells
          .toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state))
          .map((one) => (
            <li key={one.state}>
              <StateTag state={one.state} /> {count(one.cells)}
            </li>
          ))}
      </ul>
    ),
  },
  {
    head: "What differs from the month before",
    text: ({ changed }) =>
      changed
        .map(
          ({ now, before }) =>
            `${now.offer.name}, ${now.area.name}: ${word(states, before)} to ${word(states, now.state)}`,
        )
        .join("; "),
    cell: ({ changed }) => (changed.length === 0 ? "Nothing" : <Changed changed={changed} />),
  },
];

function Changed({ changed }: { changed: LeftMonth["changed"] }) {
  return (
    <Fold name={counted(changed.length, "change")} unseen="in this month">
      <ul class="nhsuk-list">
        {changed.map(({ now, before, liveBefore }) => (
          <li key={`${now.area.code} ${now.offer.code}`}>
            <a href={href(`/areas/${now.area.code}`, { kind: now.area.kind })}>{now.area.name}</a>,{" "}
            {now.offer.name}: {word(states, before).toLowerCase()} before (live for{" "}
            {count(liveBefore)}), {word(states, now.state).toLowerCase()} then (live for{" "}
            {now.share ? count(now.share.people) : "a number not measured"}).{" "}
            <span class="app-small">{now.explanation.sentence}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface Props {
  scope: MoneyScope;
  to: string;
  asOf: string;
}

/** It takes the server longer than the rest, so it is asked for when somebody wants it. */
export function Left({ scope, to, asOf }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { asOf: day, knownAt } = useScope();
  const { areas, offers, words } = followed(scope);
  const variables = { scope, to, areas, offers, asOf: day, knownAt };
  const asked = useAnswer(CliffLeft, isOpen ? variables : undefined);
  const months = asked.answer?.data.cliff?.left;
  const chart = useCallback(
    () => import("./left-chart.ts").then(({ draw }) => draw(months ?? [])),
    [months],
  );
  return (
    <details
      class="nhsuk-details app-fold"
      onToggle={(event) => {
        if (event.currentTarget.open) setIsOpen(true);
      }}
    >
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">What is left if nothing is renewed</span>
      </summary>
      {isOpen && (
        <Loaded asked={asked} what="what is left">
          {({ cliff }, { revision }) =>
            cliff && (
              <Figure
                id="left"
                title="What is left if nothing is renewed"
                columns={columns}
                rows={cliff.left}
                rowKey={(month) => month.day}
                chart={chart}
                query={{ operation: CliffLeft, variables }}
                asOf={asOf}
                revision={revision}
                empty={<p>No month was asked about.</p>}
              >
                <p>
                  For {words}. Each person counts once for each offer. A record without an end stays
                  as it is, which does not mean that it will: a missing end is not a promise. A plan
                  is no service.
                </p>
              </Figure>
            )
          }
        </Loaded>
      )}
    </details>
  );
}
