import { EvidenceOfService } from "../../parts/evidence.tsx";
import type { Column } from "../../parts/figure.tsx";
import { Money, NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { listed, statuses, word } from "../../parts/words.ts";
import type { Bar } from "./bars.ts";

export const columns: readonly Column<Bar>[] = [
  {
    head: "Service",
    text: ({ service }) => service.title,
    cell: ({ service, contract }) => (
      <>
        <strong>{service.title}</strong>
        <p class="app-small">
          {contract ? (
            <>
              {contract.reference ?? "No reference on record"},{" "}
              {word(statuses, contract.status).toLowerCase()}
            </>
          ) : (
            <NotOnRecord what="No contract that runs is on record" />
          )}
        </p>
        <EvidenceOfService id={service.id} title={contract?.reference ?? service.title} />
      </>
    ),
  },
  {
    head: "Reference",
    text: ({ contract }) => contract?.reference ?? "",
    isFileOnly: true,
  },
  {
    head: "Commissioned by",
    text: ({ service }) => listed(service.commissioners.map((body) => body.name)),
    cell: ({ service }) =>
      listed(service.commissioners.map((body) => body.name)) || <NotOnRecord />,
  },
  {
    head: "Starts",
    text: ({ start }) => start ?? "",
    cell: ({ start }) => <PartialDate date={start} />,
  },
  {
    head: "Ends",
    text: ({ end }) => end ?? "",
    cell: ({ end, extension }) => (
      <>
        <PartialDate date={end} />
        {extension && (
          <p class="app-small">
            Or <PartialDate date={extension} /> if an extension is taken up that nobody has
            confirmed.
          </p>
        )}
      </>
    ),
  },
  { head: "Ends if extended", text: ({ extension }) => extension ?? "", isFileOnly: true },
  {
    head: "Pounds a year",
    text: ({ contract }) => contract?.yearlyValue.baseTerm?.pounds ?? "",
    isNumber: true,
    cell: ({ contract }) => <Yearly value={contract?.yearlyValue} />,
  },
  {
    head: "Pounds a year, full term",
    text: ({ contract }) => contract?.yearlyValue.fullTerm?.pounds ?? "",
    isFileOnly: true,
  },
];

interface YearlyProps {
  value:
    | {
        readonly baseTerm: { readonly pounds: string } | null;
        readonly fullTerm: { readonly pounds: string } | null;
      }
    | undefined;
}

/** Both readings of a yearly value where they differ. */
export function Yearly({ value }: YearlyProps) {
  const base = value?.baseTerm?.pounds;
  const full = value?.fullTerm?.pounds;
  if (!base && !full) return <NotOnRecord />;
  if (base === full) return <Money amount={base} />;
  return (
    <>
      {base ? moneyText(base) : <NotOnRecord />} <span class="app-small">if for the base term</span>
      <br />
      {full ? moneyText(full) : <NotOnRecord />} <span class="app-small">if for the full term</span>
    </>
  );
}
