/* What is demanded of a plan, and how things are bought: all of it optional. */
import type { Option } from "../../parts/form.tsx";
import type { Question, Row, Wrong } from "./question.ts";
import { type RowField, Rows } from "./rows.tsx";

interface Props {
  question: Question;
  offers: readonly Option[];
  cohorts: readonly Option[];
  faults: readonly Wrong[];
  onChange: (fields: Partial<Question>) => void;
}

const any = (name: string): Option => ({ value: "", name });

export function DemandsForm({ question, offers, cohorts, faults, onChange }: Props) {
  const areas = question.areas.map(({ code, name }) => ({ value: code, name }));
  const streams = question.streams.map(({ id }) => ({ value: id, name: id || "Not named yet" }));
  const offer = (name = "Choose"): RowField => ({
    key: "offer",
    label: "Offer",
    options: [any(name), ...offers],
  });
  const area = (name = "Choose"): RowField => ({
    key: "area",
    label: "Area",
    options: [any(name), ...areas],
  });
  const cohort: RowField = {
    key: "cohort",
    label: "For whom",
    options: [any("Everybody"), ...cohorts],
  };
  const money: RowField = { key: "amount", label: "Pounds a year", prefix: "£" };
  const lists: {
    key: keyof Question;
    id: string;
    title: string;
    hint: string;
    one: string;
    add: string;
    fields: RowField[];
  }[] = [
    {
      key: "units",
      id: "units",
      title: "What is bought in whole units",
      hint: "A worker, for example, who is paid for so many people a year. The answer then has a plan in whole units beside that in money of any size.",
      one: "Unit",
      add: "Add a unit",
      fields: [offer(), { key: "people", label: "People whom one unit is paid for" }],
    },
    {
      key: "minimums",
      id: "minimumOffers",
      title: "Minimum offers",
      hint: "A share of the need for an offer that is to be met in every area.",
      one: "Minimum offer",
      add: "Add a minimum offer",
      fields: [offer(), { key: "share", label: "Share of the need", suffix: "%" }],
    },
    {
      key: "limits",
      id: "limits",
      title: "Floors and ceilings",
      hint: "At least or at most so many people, or so much money. Give people or pounds.",
      one: "Limit",
      add: "Add a limit",
      fields: [
        {
          key: "sense",
          label: "Sense",
          options: [
            { value: "FLOOR", name: "At least" },
            { value: "CEILING", name: "At most" },
          ],
        },
        { key: "people", label: "People" },
        money,
        offer("All offers together"),
        area("All areas together"),
        { ...cohort, options: [any("All needs together"), ...cohorts] },
      ],
    },
    {
      key: "commitments",
      id: "commitments",
      title: "Money that is already promised",
      hint: "It is paid first, and serves whom it reaches.",
      one: "Commitment",
      add: "Add a commitment",
      fields: [
        { key: "stream", label: "Funding stream", options: [any("Choose"), ...streams] },
        offer(),
        area(),
        cohort,
        money,
      ],
    },
    {
      key: "equity",
      id: "equity",
      title: "How unequally people may be left",
      hint: "Counted by head. Give the most of anybody’s need that may stay unmet, the most by which any two may differ, or both.",
      one: "Equity limit",
      add: "Add an equity limit",
      fields: [
        {
          key: "between",
          label: "Between",
          options: [
            { value: "AREAS", name: "Areas" },
            { value: "COHORTS", name: "Groups of people" },
          ],
        },
        { key: "mostUnmet", label: "Most of the need unmet", suffix: "%" },
        { key: "mostGap", label: "Most by which two differ", suffix: "%" },
      ],
    },
    {
      key: "reach",
      id: "reach",
      title: "Where each further person is harder to reach",
      hint: "A curve that flattens out. An offer that is not here costs the same for the last person as for the first.",
      one: "Curve",
      add: "Add a curve",
      fields: [
        offer(),
        { key: "reachable", label: "Share that any money could reach", suffix: "%" },
        { key: "firstCosts", label: "First person costs, times the unit cost" },
      ],
    },
    {
      key: "pieces",
      id: "pieces",
      title: "The same in straight pieces",
      hint: "For one offer, piece by piece, each at least as dear as the one before. Need beyond the last piece is out of reach.",
      one: "Piece",
      add: "Add a piece",
      fields: [
        offer(),
        { key: "upTo", label: "Up to this share of the need", suffix: "%" },
        { key: "costs", label: "One more person costs, times the unit cost" },
      ],
    },
  ];
  const used = lists.reduce((sum, { key }) => sum + question[key].length, 0);
  return (
    <details class="nhsuk-details" open={used > 0}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          More conditions: whole units, minimum offers, floors and ceilings, promises, equity, reach
          ({used === 0 ? "none yet" : used})
        </span>
      </summary>
      <div class="nhsuk-details__text">
        {lists.map(({ key, ...list }) => (
          <Rows
            key={key}
            {...list}
            rows={question[key] as readonly Row[]}
            faults={faults}
            onRows={(rows) => onChange({ [key]: rows })}
          />
        ))}
      </div>
    </details>
  );
}
