/* Why an area is in a state, and on what that rests: fetched when somebody opens it. */
import { CellEvidence } from "#ops/CellEvidence.ts";
import type { AreaKind, CellEvidenceQuery } from "#ops/types.ts";
import { useScope } from "../data/address.ts";
import { inWords } from "../data/dates.ts";
import { useAnswer } from "../data/use-answer.ts";
import { Records } from "./evidence.tsx";
import { FoldAsked } from "./fold.tsx";
import { Loaded } from "./loaded.tsx";
import { PartialDate } from "./values.tsx";
import { confidences, flags, states, word } from "./words.ts";

export interface CellAsked {
  readonly area: string;
  readonly kind: AreaKind | undefined;
  readonly offer: string;
  readonly cohort?: string | undefined;
  /** The day of the address by default. */
  readonly asOf?: string;
}

type Cell = NonNullable<CellEvidenceQuery["coverage"]>;

/** `of` says of what, for whoever hears many of these on one page. */
export function EvidenceOfCell({ of, ...cell }: CellAsked & { of: string }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${of}`} isByPress>
      {() => <Opened {...cell} />}
    </FoldAsked>
  );
}

function Opened(cell: CellAsked) {
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(CellEvidence, { asOf, ...cell, knownAt });
  return (
    <Loaded asked={asked} what="the evidence">
      {({ coverage }) => coverage && <Why cell={coverage} />}
    </Loaded>
  );
}

function Why({ cell: { explanation, places } }: { cell: Cell }) {
  const { records, searches, oldestEvidence, undatedEvidence, confidence } = explanation;
  return (
    <>
      <p class="app-small">
        {[explanation.sentence, ...explanation.flags.map((flag) => word(flags, flag))].join(" ")}{" "}
        {oldestEvidence && (
          <>
            Oldest evidence: <PartialDate date={oldestEvidence} />.{" "}
          </>
        )}
        {undatedEvidence && "Some of the evidence is undated. "}
        {confidence && `${word(confidences, confidence)}.`}
      </p>
      {places.length > 0 && (
        <p class="app-small">
          Prisons and courts with records of their own:{" "}
          {places
            .map(({ place, state }) => `${place.name} (${word(states, state).toLowerCase()})`)
            .join("; ")}
          .
        </p>
      )}
      {searches.map((search) => (
        <p class="app-small" key={search.id}>
          Somebody looked and found none
          {search.searchedOn ? ` (${inWords(search.searchedOn)})` : ""}: {search.whatWasSearched}{" "}
          That is not evidence that there is none.
        </p>
      ))}
      {records.length === 0 ? (
        <p class="app-small">No record speaks of it.</p>
      ) : (
        <Records records={records} />
      )}
    </>
  );
}
