/* Whom to ask: bodies and roles, never a person. */
import { Fact } from "../../parts/fact.tsx";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { listed, serviceStates, word } from "../../parts/words.ts";
import type { Opening } from "./index.tsx";

export function Whom({ opening }: { opening: Opening }) {
  const { funder, service } = opening;
  return (
    <section aria-labelledby="whom" class="app-figure">
      <h2 class="nhsuk-heading-m" id="whom">
        Whom to ring
      </h2>
      <p>
        The register names bodies and roles, never people.{" "}
        {opening.evidence?.source?.url
          ? "The notice under “Where this comes from” has the way to reach them."
          : "No address of the notice is on record."}
      </p>
      <dl class="nhsuk-summary-list">
        <Fact name="Whose money it is: ask what is not stated">
          {funder?.name ?? opening.funderAsStated ?? <NotOnRecord />}
          {funder && opening.funderAsStated && opening.funderAsStated !== funder.name && (
            <p class="app-small">In the words of the source: {opening.funderAsStated}</p>
          )}
          {funder?.successions.map((change) => (
            <p class="app-small" key={change.id}>
              {change.certainty === "done" ? "Passed" : "Due to pass"} to{" "}
              {change.successor?.name ?? "a body that is not settled"}
              {change.date && (
                <>
                  {" "}
                  on <PartialDate date={change.date} />
                </>
              )}
              . {change.note}
            </p>
          ))}
        </Fact>
        {opening.partOf && <Fact name="Whoever runs the whole of it">{opening.partOf.title}</Fact>}
        <Fact name="Who leads the work now: ask to work under them">
          {service ? (
            <>
              {listed(service.providers.map((body) => body.name)) || <NotOnRecord />}
              <p class="app-small">
                {service.title}: {word(serviceStates, service.state).toLowerCase()}, until{" "}
                <PartialDate date={service.endsOn} />. Commissioned by{" "}
                {listed(service.commissioners.map((body) => body.name)) || "nobody on record"}.
              </p>
            </>
          ) : (
            <NotOnRecord what="The notice names no service that does the work now" />
          )}
        </Fact>
      </dl>
    </section>
  );
}
