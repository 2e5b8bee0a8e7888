import { MinimumOfferChanged } from "#ops/MinimumOfferChanged.ts";
import { MinimumOfferStandards } from "#ops/MinimumOfferStandards.ts";
import type { MinimumOfferStandardsQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Edit } from "./edit.tsx";
import { ManyAreas } from "./many-areas.tsx";
import { OneArea } from "./one-area.tsx";
import { Selection, useSelected } from "./selection.tsx";
import { visibilities } from "./words.ts";

const place = [{ name: "Home", path: "/" }];

export default function MinimumOfferPage() {
  const { params } = useAddress();
  const edit = params.get("edit");
  const standard = params.get("standard") ?? undefined;
  if (edit === "copy" || edit === "change") {
    return (
      <Page
        title={edit === "copy" ? "A minimum offer of your own" : "Change a minimum offer"}
        place={[...place, { name: "Minimum offer", path: "/minimum-offer" }]}
      >
        <Edit of={standard} isCopy={edit === "copy"} />
      </Page>
    );
  }
  return (
    <Page title="The minimum offer" place={place}>
      <Held standard={standard} />
    </Page>
  );
}

function Held({ standard }: { standard: string | undefined }) {
  const { asOf, knownAt } = useScope();
  const selected = useSelected("ICB");
  const standards = useAnswer(MinimumOfferStandards, { asOf, knownAt });
  const [turn, setTurn] = useState(0);
  // What is cited does not change; of many areas the server watches no more than it can.
  const isWatched = knownAt === undefined && selected.codes.length > 0 && selected.codes.length < 9;
  const changes = useChanges(
    MinimumOfferChanged,
    isWatched ? { areas: selected.input, asOf } : undefined,
  );
  return (
    <>
      <p>
        What every area should have, line by line, held against what is on record. Met, not met,
        contested and not recorded stand apart: none is averaged into another.{" "}
        <a href={href("/scorecard")}>The scorecard of the recommendations</a> counts what the report
        asks for.
      </p>
      <Changed changes={changes} show={() => setTurn(turn + 1)} />
      <Loaded asked={standards} what="the minimum offers">
        {({ standards: list }) => {
          const nodes = list?.nodes ?? [];
          const chosen = standard ?? (nodes.length === 1 ? nodes[0]?.id : undefined);
          const variables = { areas: selected.input, standard: chosen, asOf, knownAt };
          return (
            <>
              <Standards nodes={nodes} chosen={chosen} />
              <Selection selected={selected} label="Areas to hold against it" />
              {!chosen ? (
                <p class="nhsuk-inset-text app-empty">Choose a minimum offer above.</p>
              ) : selected.codes.length === 1 ? (
                <OneArea key={turn} variables={variables} />
              ) : (
                <ManyAreas key={turn} variables={variables} />
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

type Node = NonNullable<MinimumOfferStandardsQuery["standards"]>["nodes"][number];

/** Those on record, the published one and what users made of it. */
function Standards({ nodes, chosen }: { nodes: readonly Node[]; chosen: string | undefined }) {
  const one = nodes.find((node) => node.id === chosen);
  return (
    <>
      {nodes.length > 1 && (
        <div class="nhsuk-form-group app-screen-only">
          <label class="nhsuk-label nhsuk-label--s" for="minimum-standard">
            Which minimum offer
          </label>
          <select
            class="nhsuk-select"
            id="minimum-standard"
            value={chosen ?? ""}
            onChange={(event) => go(here({ standard: event.currentTarget.value }))}
          >
            <option value="">Choose one</option>
            {nodes.map((node) => (
              <option key={node.id} value={node.id}>
                {node.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {one && (
        <div class="nhsuk-inset-text app-empty">
          <h2 class="nhsuk-heading-s">{one.name}</h2>
          <p>{one.purpose}</p>
          <p class="app-small">
            Kept by {one.owner?.name ?? "the register"}. Seen by:{" "}
            {visibilities[one.visibility].toLowerCase()}.
          </p>
          <p class="app-screen-only">
            <a href={href("/minimum-offer", { edit: "copy", standard: one.id })}>
              Make a copy and edit it
            </a>{" "}
            or <a href={href("/minimum-offer", { edit: "change", standard: one.id })}>change it</a>
          </p>
        </div>
      )}
    </>
  );
}
