/*
 * One gap on one sheet, for a bid or a board paper: need, provision, evidence with where it comes
 * from and how much it can bear, comparison, and what the sheet does not say.
 */
import { GapsProof } from "#ops/GapsProof.ts";
import type { AreaKind, GapsProofQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import { here, href, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { inWords } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { queryAddress } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { StateShares, StateTag } from "../../parts/state-tag.tsx";
import { Money, NotOnRecord, shareText } from "../../parts/values.tsx";
import { areaKinds, confidences, count, flags, listed, states, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { Funders } from "./funders.tsx";
import { Peers } from "./peers.tsx";
import { ProofEvidence } from "./proof-evidence.tsx";

interface Props {
  area: string;
  kind: AreaKind | undefined;
  offer: string;
  cohort: string | undefined;
}

export type Cell = NonNullable<GapsProofQuery["coverage"]>;

export function Proof(asks: Props) {
  const { asOf, knownAt } = useScope();
  const variables = { ...asks, asOf, knownAt };
  const asked = useAnswer(GapsProof, variables);
  const today = useStore(answered)?.today ?? "";
  const cell = asked.answer?.data.coverage;
  return (
    <Page
      title={cell ? `${cell.offer.name} in ${cell.area.name}` : "A gap and its proof"}
      caption={cell && isGap(cell) ? "Proof of a gap" : "What is on record"}
      place={[
        { name: "Home", path: "/" },
        { name: "Gaps", path: "/gaps" },
      ]}
    >
      <Loaded asked={asked} what="what is on record">
        {(data, { revision }) =>
          cell && (
            <>
              <Sheet
                cell={cell}
                data={data}
                asOf={asOf ?? today}
                revision={revision}
                variables={variables}
              />
              <Funders {...variables} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const gapStates: readonly Cell["state"][] = ["ABSENT", "LAPSED"];

function isGap(cell: Cell): boolean {
  const all = [cell.state, ...cell.states.map((part) => part.state)];
  return all.some((state) => gapStates.includes(state));
}

interface SheetProps {
  cell: Cell;
  data: GapsProofQuery;
  asOf: string;
  revision: number | undefined;
  variables: object;
}

function Sheet({ cell, data, asOf, revision, variables }: SheetProps) {
  const { area, offer, cohort, explanation } = cell;
  return (
    <>
      <p class="app-screen-only">
        <button type="button" class="nhsuk-button" onClick={() => window.print()}>
          Print this sheet
        </button>
      </p>
      {!isGap(cell) && <NoGap cell={cell} />}
      <h2 class="nhsuk-heading-m">Finding</h2>
      <p>
        As of {inWords(asOf)}
        {revision !== undefined && `, revision ${revision} of the register`}:{" "}
        <strong>{explanation.sentence}</strong>
      </p>
      <p>
        <StateTag state={cell.state} /> for {cohort.name.toLowerCase()} in{" "}
        <a href={areaPath(area)}>{area.name}</a> ({word(areaKinds, area.kind).toLowerCase()}
        {area.code ? `, ${area.code}` : ""}).
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {cell.states.map(({ state, share }) => (
          <li key={state}>
            {word(states, state)}: {shareText(share)}
          </li>
        ))}
      </ul>
      <StateShares parts={cell.states} />
      <p>
        <strong>{offer.name}.</strong> {offer.description}{" "}
        {offer.countsAsTreatment ? "" : "It is not treatment."}
      </p>
      <Need cell={cell} data={data} />
      <ProofEvidence cell={cell} asOf={asOf} revision={revision} variables={variables} />
      <Peers cell={cell} />
      <Price data={data} />
      <Caveats cell={cell} />
      <p class="app-screen-only">
        <a href={queryAddress(GapsProof, variables)}>The query behind this</a>
        {" · "}
        <a href={here({ offer: undefined })}>All gaps in {area.name}</a>
        {" · "}
        <a href={href("/gaps", { offer: offer.code, kind: area.kind })}>
          The gaps of this offer elsewhere
        </a>
      </p>
    </>
  );
}

function NoGap({ cell }: { cell: Cell }) {
  return (
    <div class="nhsuk-inset-text">
      <p>
        {cell.state === "NOT_RECORDED" ? (
          <>
            <strong>This is no proof of a gap.</strong> Nobody has recorded anything: ask the
            commissioner, and record the answer with its evidence.
          </>
        ) : (
          <>
            <strong>The register has no gap here on this day.</strong> It says:{" "}
            {word(states, cell.state).toLowerCase()}.
          </>
        )}
      </p>
    </div>
  );
}

function Need({ cell, data }: { cell: Cell; data: GapsProofQuery }) {
  const needs = data.needs?.nodes ?? [];
  return (
    <>
      <h2 class="nhsuk-heading-m">Need</h2>
      <p>
        People who live in {cell.area.name}:{" "}
        {cell.area.people === null ? (
          <NotOnRecord what="not known" />
        ) : (
          `${count(cell.area.people)} (mid-2022 estimate, everybody who lives there)`
        )}
        .
      </p>
      {needs.length === 0 ? (
        <p>
          <NotOnRecord what="No estimate of how many of them need it is on record." /> Residents are
          not people in need: bring an estimate of your own, with its source.
        </p>
      ) : (
        needs.map((need) => (
          <div key={need.id}>
            <p>
              {count(need.people)} {need.period.replaceAll("_", " ")} ({count(need.peopleLow)} to{" "}
              {count(need.peopleHigh)}), {need.cohort?.name ?? "of whom is not on record"}:{" "}
              {need.method}.
            </p>
            {need.evidence && <EvidenceItem evidence={need.evidence} />}
          </div>
        ))
      )}
    </>
  );
}

function Price({ data }: { data: GapsProofQuery }) {
  const costs = data.unitCosts?.nodes ?? [];
  return (
    <>
      <h2 class="nhsuk-heading-m">What it costs</h2>
      {costs.length === 0 ? (
        <p>
          <NotOnRecord what="No unit cost of this offer is on record." />
        </p>
      ) : (
        costs.map((cost) => (
          <div key={cost.id}>
            <p>
              <Money amount={cost.central} /> (<Money amount={cost.low} /> to{" "}
              <Money amount={cost.high} />) for one {cost.unit.toLowerCase().replaceAll("_", " ")},{" "}
              {cost.area ? cost.area.name : "anywhere"}.
            </p>
            {cost.evidence && <EvidenceItem evidence={cost.evidence} />}
          </div>
        ))
      )}
    </>
  );
}

function Caveats({ cell }: { cell: Cell }) {
  const { explanation } = cell;
  return (
    <>
      <h2 class="nhsuk-heading-m">What this sheet does not say</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {explanation.flags.map((flag) => (
          <li key={flag}>{word(flags, flag)}</li>
        ))}
        <li>
          {explanation.confidence
            ? `${word(confidences, explanation.confidence)}: how much the evidence that settled this can bear, by its grade and age.`
            : "No record settled this, so there is no confidence to state."}
        </li>
        {explanation.undatedEvidence && <li>Some of the evidence bears no date.</li>}
        {cell.places.length > 0 && (
          <li>
            Prisons and courts here with records of their own are in no share:{" "}
            {listed(
              cell.places.map(
                ({ place, state }) => `${place.name} (${word(states, state).toLowerCase()})`,
              ),
            )}
            .
          </li>
        )}
        <li>
          The register holds what was published and recorded. Something may run that nobody
          recorded: ask the commissioner before you submit this.
        </li>
      </ul>
    </>
  );
}
