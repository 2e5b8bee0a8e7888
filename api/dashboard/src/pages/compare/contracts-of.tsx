/* What a figure about money rests on: the services of the area, their contracts and evidence. */
import { CompareContracts } from "#ops/CompareContracts.ts";
import type { AreaKind, CompareContractsQuery } from "#ops/types.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem, EvidenceOfService } from "../../parts/evidence.tsx";
import { FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Money, NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { count, serviceStates, word } from "../../parts/words.ts";

interface Asked {
  readonly code: string;
  readonly kind: AreaKind | undefined;
  readonly asOf: string;
  readonly knownAt: { readonly revision: number } | undefined;
}

type Services = NonNullable<CompareContractsQuery["provisionGrid"]>["area"]["services"];

export function ContractsOf({ of, ...asked }: Asked & { of: string }) {
  return (
    <FoldAsked name="Where this comes from" unseen={`– ${of}`} isByPress>
      {() => <Opened {...asked} />}
    </FoldAsked>
  );
}

function Opened(variables: Asked) {
  const asked = useAnswer(CompareContracts, variables);
  return (
    <Loaded asked={asked} what="the services and contracts">
      {({ provisionGrid }) => provisionGrid && <List services={provisionGrid.area.services} />}
    </Loaded>
  );
}

function List({ services }: { services: Services }) {
  if (services.nodes.length === 0) return <p class="app-small">No service is on record here.</p>;
  return (
    <>
      <ul class="app-records">
        {services.nodes.map((service) => (
          <li key={service.id}>
            <p>
              <strong>{service.title}</strong> – {word(serviceStates, service.state).toLowerCase()};
              ends: <PartialDate date={service.endsOn} />
            </p>
            {service.contracts.length === 0 && (
              <p>
                <NotOnRecord what="No contract on record" />
              </p>
            )}
            {service.contracts.map((contract) => (
              <div key={contract.id}>
                <p>
                  {contract.reference ?? "A contract without a reference"}:{" "}
                  <PartialDate date={contract.startsOn} /> to <PartialDate date={contract.endsOn} />
                  , value <Money amount={contract.value} />, places{" "}
                  {contract.places === null ? <NotOnRecord /> : `${count(contract.places)} a year`}
                </p>
                {contract.evidence && <EvidenceItem evidence={contract.evidence} />}
              </div>
            ))}
            <EvidenceOfService id={service.id} title={service.title} />
          </li>
        ))}
      </ul>
      {services.totalCount > services.nodes.length && (
        <p class="app-small">
          The first {services.nodes.length} of {services.totalCount}, by when they end.
        </p>
      )}
    </>
  );
}
