import { AreaContracts } from "#ops/AreaContracts.ts";
import type { AreaContractsQuery, AreaContractsQueryVariables } from "#ops/types.ts";
import { answered } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Money, NotOnRecord, PartialDate, Term } from "../../parts/values.tsx";
import { counted, serviceStates, statuses, word } from "../../parts/words.ts";

type Services = NonNullable<AreaContractsQuery["provisionGrid"]>["area"]["services"];
type Service = Services["nodes"][number];
type Row = { readonly service: Service; readonly contract: Service["contracts"][number] };

const columns: readonly Column<Row>[] = [
  {
    head: "Service",
    text: ({ service }) => service.title,
    cell: ({ service, contract }) => (
      <>
        <strong>{service.title}</strong>
        <p class="app-small">{word(serviceStates, service.state)}</p>
        {contract.evidence ? (
          <Fold name="Where this comes from" unseen={`– ${contract.reference ?? service.title}`}>
            <EvidenceItem evidence={contract.evidence} />
          </Fold>
        ) : (
          <p class="app-small">No evidence on record.</p>
        )}
      </>
    ),
  },
  {
    head: "Reference",
    text: ({ contract }) => contract.reference ?? "",
    cell: ({ contract }) => (
      <>
        {contract.reference ?? <NotOnRecord />}
        <p class="app-small">The source says: {word(statuses, contract.status).toLowerCase()}</p>
      </>
    ),
  },
  {
    head: "Term",
    text: ({ contract }) => [contract.startsOn, contract.endsOn].filter(Boolean).join(" to "),
    cell: ({ contract }) => (
      <>
        <Term from={contract.startsOn} until={contract.endsOn} />
        {contract.baseEndsOn && (
          <p class="app-small">
            Base term until <PartialDate date={contract.baseEndsOn} />; no extension is confirmed.
          </p>
        )}
      </>
    ),
  },
  {
    head: "Base term ends",
    text: ({ contract }) => contract.baseEndsOn ?? "",
    isFileOnly: true,
  },
  {
    head: "Value, pounds",
    text: ({ contract }) => contract.value ?? "",
    isNumber: true,
    cell: ({ contract }) => (
      <>
        <Money amount={contract.value} />
        {contract.value && <p class="app-small">VAT {contract.vat.replaceAll("_", " ")}</p>}
      </>
    ),
  },
  {
    head: "Pounds a year",
    text: ({ contract }) => contract.annualValueBaseTerm ?? "",
    isNumber: true,
    cell: ({ contract: { annualValueBaseTerm, annualValueFullTerm } }) =>
      annualValueBaseTerm || annualValueFullTerm ? (
        <>
          <Money amount={annualValueBaseTerm} /> <span class="app-small">if for the base term</span>
          <br />
          <Money amount={annualValueFullTerm} /> <span class="app-small">if for the full term</span>
        </>
      ) : (
        <NotOnRecord />
      ),
  },
  {
    head: "Pounds a year, full term",
    text: ({ contract }) => contract.annualValueFullTerm ?? "",
    isFileOnly: true,
  },
];

export function Contracts({ variables }: { variables: AreaContractsQueryVariables }) {
  const asked = useAnswer(AreaContracts, variables);
  const today = useStore(answered)?.today ?? "";
  return (
    <Loaded asked={asked} what="the contracts">
      {({ provisionGrid }, { revision }) => {
        if (!provisionGrid) return null;
        const { services } = provisionGrid.area;
        const rows = services.nodes.flatMap((service) =>
          service.contracts.map((contract) => ({ service, contract })),
        );
        const without = services.nodes.filter((service) => service.contracts.length === 0).length;
        const noEnd = services.nodes.filter(
          (service) => service.state === "LIVE" && !service.endsOn,
        ).length;
        return (
          <Figure
            id="contracts"
            title="Contracts and when they end"
            columns={columns}
            rows={rows}
            rowKey={({ contract }) => contract.id}
            query={{ operation: AreaContracts, variables }}
            asOf={variables.asOf ?? today}
            revision={revision}
            empty={<p>No contract is on record for services here.</p>}
          >
            <p>
              {counted(services.totalCount, "service")} speak of any part of this area.{" "}
              {counted(without, "of them has", "of them have")} no contract on record, and{" "}
              {counted(noEnd, "that runs has", "that run have")} no end on record: not the same as
              without end. A value is the whole contract’s, also where it covers more than this
              area; values are never added here.
            </p>
            {services.totalCount > services.nodes.length && (
              <p>
                The first {services.nodes.length} services, by when they end, are shown. The query
                behind this gives the rest.
              </p>
            )}
          </Figure>
        );
      }}
    </Loaded>
  );
}
