/* Each contract that ends in the span, with both readings, and what renewing it alone keeps. */
import { CliffMonths } from "#ops/CliffMonths.ts";
import type { CliffEndingFragment, CliffKeptFragment } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { EvidenceOfService } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { NotOnRecord, PartialDate, moneyText, shareText } from "../../parts/values.tsx";
import { counted, listed, word } from "../../parts/words.ts";
import { Yearly } from "../funding/timeline-rows.tsx";
import { ends, procedures } from "../funding/words.ts";
import type { CliffProps } from "./months.tsx";

type Row = CliffEndingFragment & CliffKeptFragment;

/** What it is, by whom, how it came about and where that is said. */
export function EndingCell({ ending }: { ending: CliffEndingFragment }) {
  const { service, contract, procedure, inside } = ending;
  if (!service) return <NotOnRecord what="A service that is not yours to see" />;
  const by = listed(service.commissioners.map((body) => body.name));
  return (
    <>
      <strong>{service.title}</strong>
      <p class="app-small">
        {contract
          ? (contract.reference ?? "No reference on record")
          : "No contract on record that counts"}
        {procedure && `; ${word(procedures, procedure).toLowerCase()}`}
        {by ? `; commissioned by ${by}` : "; commissioner not on record"}
        {inside && `; inside ${inside.reference ?? "another that is counted"}`}
        {ending.reachesBeyond && "; also covers other areas or offers"}
      </p>
      <EvidenceOfService id={service.id} title={contract?.reference ?? service.title} />
    </>
  );
}

/** When it ends, where that comes from, and until when it might be extended. */
export function EndsCell({ ending }: { ending: CliffEndingFragment }) {
  return (
    <>
      <PartialDate date={ending.endsOn} />
      <p class="app-small">
        {ending.endFrom && `${word(ends, ending.endFrom)}. `}
        {ending.noticeMonths !== null &&
          `${counted(ending.noticeMonths, "whole month")} of notice. `}
        {ending.extensionTo && (
          <>
            Until <PartialDate date={ending.extensionTo} /> if extended, which nobody has confirmed.
          </>
        )}
      </p>
    </>
  );
}

export const value = (ending: CliffEndingFragment) => ending.contract?.yearlyValue;

export const endingColumns: readonly Column<CliffEndingFragment>[] = [
  {
    head: "Ends",
    text: (ending) => ending.endsOn ?? "",
    cell: (ending) => <EndsCell ending={ending} />,
  },
  {
    head: "Service",
    text: (ending) => ending.service?.title ?? "",
    cell: (ending) => <EndingCell ending={ending} />,
  },
  { head: "Reference", text: (ending) => ending.contract?.reference ?? "", isFileOnly: true },
  {
    head: "Pounds a year",
    text: (ending) => value(ending)?.baseTerm?.pounds ?? "",
    isNumber: true,
    cell: (ending) => (
      <>
        <Yearly value={value(ending)} />
        {ending.contract?.value && (
          <p class="app-small">
            {moneyText(ending.contract.value)} stated
            {ending.contract.valueBasis ? ` for: ${ending.contract.valueBasis}` : ""}; VAT{" "}
            {ending.contract.vat.replaceAll("_", " ")}
          </p>
        )}
      </>
    ),
  },
  {
    head: "Pounds a year, full term",
    text: (ending) => value(ending)?.fullTerm?.pounds ?? "",
    isFileOnly: true,
  },
];

const columns: readonly Column<Row>[] = [
  ...endingColumns,
  {
    head: "Renewing it alone keeps",
    text: ({ renewalKeeps }) =>
      renewalKeeps
        .map(
          ({ offer, people, places }) =>
            `${offer.name}: ${people ? shareText(people) : "no measured area"}${places.length > 0 ? `; ${places.map((place) => place.name).join("; ")}` : ""}`,
        )
        .join("; "),
    cell: ({ renewalKeeps }) =>
      renewalKeeps.length === 0 ? (
        <NotOnRecord what="Cannot be said" />
      ) : (
        <ul class="nhsuk-list">
          {renewalKeeps.map(({ offer, people, places }) => (
            <li key={offer.code}>
              {offer.name}: {people ? shareText(people) : "it covers no measured area"}
              {places.length > 0 && (
                <>
                  ; at{" "}
                  {places.map((place, index) => (
                    <span key={place.code ?? place.name}>
                      {index > 0 && ", "}
                      {place.code ? (
                        <a href={href(`/areas/${place.code}`)}>{place.name}</a>
                      ) : (
                        place.name
                      )}
                    </span>
                  ))}
                </>
              )}
            </li>
          ))}
        </ul>
      ),
  },
];

export function Endings({ cliff, revision, variables }: CliffProps) {
  const rows = cliff.months.flatMap((month) => month.endings);
  return (
    <Figure
      id="endings"
      title="What ends, and what renewing it keeps"
      columns={columns}
      rows={rows}
      rowKey={(row) => keyOf(row)}
      query={{ operation: CliffMonths, variables }}
      asOf={cliff.asOf}
      revision={revision}
      empty={<p>Nothing is on record as ending in these months.</p>}
    >
      <p>
        What a renewal keeps are the people who have the offer by this service alone on the day
        after its end. Of two that end together over the same people, each keeps them.
      </p>
    </Figure>
  );
}

export function keyOf(ending: CliffEndingFragment): string {
  return ending.contract?.id ?? ending.service?.id ?? `${ending.startsOn} ${ending.endsOn}`;
}
