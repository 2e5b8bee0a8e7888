import { AreasOfKind } from "#ops/AreasOfKind.ts";
import type { AreaKind } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { AreaPicker } from "../../parts/pickers.tsx";
import { areaKinds, word } from "../../parts/words.ts";

const kinds: readonly AreaKind[] = [
  "ICB",
  "POLICE_FORCE",
  "PROBATION_REGION",
  "PDU",
  "HEALTH_BOARD",
  "NHS_REGION",
  "UPPER_TIER",
  "DISTRICT",
  "COURT",
  "PRISON",
];

/** The address of an area. Its kind is in it where the code alone would mean another. */
export function areaPath(area: { code: string | null; kind: AreaKind }): string {
  const needsKind = area.kind === "UPPER_TIER";
  return href(
    `/areas/${encodeURIComponent(area.code ?? "")}`,
    needsKind ? { kind: area.kind } : {},
  );
}

export default function Areas() {
  const { params } = useAddress();
  const [text, setText] = useState(params.get("find") ?? "");
  const kind = kinds.find((one) => one === params.get("kind")) ?? "ICB";
  const typed = (typed: string) => {
    setText(typed);
    go(here({ find: typed }), { replace: true });
  };
  return (
    <Page title="Find an area" place={[{ name: "Home", path: "/" }]}>
      <AreaPicker
        id="find"
        label="Name or code of an area"
        hint="For example, Milton Keynes, Thames Valley or E06000042. It may be misspelt."
        text={text}
        onText={typed}
      >
        {(area) => <a href={areaPath(area)}>{area.name}</a>}
      </AreaPicker>
      <h2 class="nhsuk-heading-m">Or pick from a list</h2>
      <div class="nhsuk-form-group">
        <label class="nhsuk-label" for="kind">
          Kind of area
        </label>
        <select
          class="nhsuk-select"
          id="kind"
          value={kind}
          onChange={(event) => go(here({ kind: event.currentTarget.value }), { replace: true })}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {word(areaKinds, one)}
            </option>
          ))}
        </select>
      </div>
      <List kind={kind} />
    </Page>
  );
}

function List({ kind }: { kind: AreaKind }) {
  const [after, setAfter] = useState<{ kind: AreaKind; cursor: string }>();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const cursor = after?.kind === kind ? after.cursor : undefined;
  const asked = useAnswer(AreasOfKind, {
    kind,
    asOf: asOf ?? today,
    knownAt,
    day: asOf ?? today,
    after: cursor,
  });
  return (
    <Loaded asked={asked} what="the areas">
      {({ areas }) =>
        areas && (
          <>
            <p class="app-small">
              {areas.totalCount} of them existed on this day
              {areas.totalCount > areas.nodes.length &&
                `; ${areas.nodes.length} are shown at a time`}
              .
            </p>
            <ul class="app-columns">
              {areas.nodes.map((area) => (
                <li key={area.id}>
                  {area.code ? <a href={areaPath({ ...area, kind })}>{area.name}</a> : area.name}
                </li>
              ))}
            </ul>
            <p>
              {cursor && (
                <button
                  type="button"
                  class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                  onClick={() => setAfter(undefined)}
                >
                  From the start
                </button>
              )}{" "}
              {areas.pageInfo.hasNextPage && (
                <button
                  type="button"
                  class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                  onClick={() => setAfter({ kind, cursor: areas.pageInfo.endCursor ?? "" })}
                >
                  Show the next
                </button>
              )}
            </p>
          </>
        )
      }
    </Loaded>
  );
}
