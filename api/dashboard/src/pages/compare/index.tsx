import { CompareChanged } from "#ops/CompareChanged.ts";
import { CompareNames } from "#ops/CompareNames.ts";
import type { AreaKind, CompareNamesQuery } from "#ops/types.ts";
import { useState } from "preact/hooks";
import { Page } from "../../app/page.tsx";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf, inWords } from "../../data/dates.ts";
import { useChanges } from "../../data/live.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { AreaPicker } from "../../parts/pickers.tsx";
import { areaKinds, listed, word } from "../../parts/words.ts";
import { areaPath } from "../areas/index.tsx";
import { type Choice, areaFor, choiceOf, fewest, most } from "./choice.ts";
import { Coverage } from "./coverage.tsx";
import { Money } from "./money.tsx";
import { Places } from "./places.tsx";

type Named = NonNullable<CompareNamesQuery["areas"]>["nodes"][number];

/** An area of the comparison: the code of the address, and what it means. */
export interface Compared {
  readonly code: string;
  readonly name: string;
  readonly kind: AreaKind;
}

/** What every question of the page is asked with. */
export interface Asking {
  readonly areas: readonly Compared[];
  readonly kind: AreaKind | undefined;
  readonly asOf: string;
  readonly knownAt: { readonly revision: number } | undefined;
}

export default function Compare() {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const kind = Object.keys(areaKinds).find((one) => one === params.get("kind")) as
    AreaKind | undefined;
  const choice = choiceOf(params.get("areas"));
  const asked = useAnswer(
    CompareNames,
    choice.codes.length > 0 ? { codes: [...choice.codes], asOf: day, day } : undefined,
  );
  const known = asked.answer?.data.areas?.nodes ?? [];
  const areas = choice.codes.flatMap((code): Compared[] => {
    const found = areaFor(known, code, kind);
    return found ? [{ code, name: found.name, kind: found.kind }] : [];
  });
  const [turn, setTurn] = useState(0);
  const changes = useChanges(
    CompareChanged,
    knownAt || areas.length < fewest
      ? undefined
      : { areas: areas.map(({ code }) => code), kind, asOf: day },
  );
  const asking = { areas, kind, asOf: day, knownAt };
  return (
    <Page
      title="Compare areas"
      place={[
        { name: "Home", path: "/" },
        { name: "Areas", path: "/areas" },
      ]}
    >
      <p class="nhsuk-lede-text">
        Two to eight areas side by side: what is commissioned, what it costs, and where it is.
      </p>
      <Changed changes={changes} show={() => setTurn(turn + 1)} />
      {choice.codes.length > 0 ? (
        <Loaded asked={asked} what="the areas">
          {() => (
            <>
              <Chosen choice={choice} areas={areas} day={day} kind={kind} />
              <Add choice={choice} areas={areas} kind={kind} />
              {areas.length >= fewest && (
                <div key={turn} class="app-side-by-side">
                  <Coverage {...asking} />
                  <Money {...asking} />
                  <Places {...asking} />
                </div>
              )}
            </>
          )}
        </Loaded>
      ) : (
        <>
          <Chosen choice={choice} areas={areas} day={day} kind={kind} />
          <Add choice={choice} areas={areas} kind={kind} />
        </>
      )}
    </Page>
  );
}

interface ChosenProps {
  choice: Choice;
  areas: readonly Compared[];
  day: string;
  kind: AreaKind | undefined;
}

const without = (choice: Choice, code: string) =>
  here({ areas: choice.codes.filter((one) => one !== code).join(",") });

/** What is compared, and everything that is not as one would expect it. */
function Chosen({ choice, areas, day, kind }: ChosenProps) {
  const unknown = choice.codes.filter((code) => !areas.some((area) => area.code === code));
  const kinds = [...new Set(areas.map((area) => area.kind))];
  const said = [
    areas.length < fewest &&
      `Choose ${areas.length === 0 ? "two areas" : "one more area"} or more to compare.`,
    choice.leftOut.length > 0 &&
      `At most ${most} areas can be compared. Left out: ${listed(choice.leftOut)}.`,
    choice.repeated.length > 0 &&
      `Named more than once and shown once: ${listed(choice.repeated)}.`,
    unknown.length > 0 &&
      `No ${kind ? word(areaKinds, kind) : "area"} with this code existed on ${inWords(day)}: ${listed(unknown)}.`,
    kinds.length > 1 &&
      `These are areas of different kinds: ${listed(kinds.map((one) => word(areaKinds, one)))}. One may lie inside another, so people and services may stand in more than one column.`,
  ].filter((one) => one !== false);
  return (
    <section aria-labelledby="compared">
      <h2 class="nhsuk-heading-m" id="compared">
        What is compared
      </h2>
      {said.length > 0 && (
        <div class="nhsuk-inset-text" role="status">
          {said.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      <ul class="app-compared">
        {areas.map((area) => (
          <li key={area.code}>
            <a href={areaPath(area)}>{area.name}</a>{" "}
            <span class="app-small">{word(areaKinds, area.kind)}</span>{" "}
            <button
              type="button"
              class="app-link"
              onClick={() => go(without(choice, area.code), { replace: true })}
            >
              Remove<span class="nhsuk-u-visually-hidden"> {area.name}</span>
            </button>
          </li>
        ))}
        {unknown.map((code) => (
          <li key={code}>
            {code}{" "}
            <button
              type="button"
              class="app-link"
              onClick={() => go(without(choice, code), { replace: true })}
            >
              Remove<span class="nhsuk-u-visually-hidden"> {code}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AddProps {
  choice: Choice;
  areas: readonly Compared[];
  kind: AreaKind | undefined;
}

function Add({ choice, areas, kind }: AddProps) {
  const [text, setText] = useState("");
  if (choice.codes.length >= most) {
    return (
      <p class="app-screen-only">
        That is {most} areas, the most that can be compared. Remove one to add another.
      </p>
    );
  }
  const add = (area: Pick<Named, "code" | "kind">) => {
    if (!area.code) return;
    // Only where all areas are of the kind of the address does it stay there.
    const isFirst = choice.codes.length === 0;
    const needsKind = area.kind === "UPPER_TIER" && (isFirst || kind === "UPPER_TIER");
    go(
      here({
        areas: [...choice.codes, area.code].join(","),
        kind: needsKind || kind === area.kind ? area.kind : undefined,
      }),
      { replace: true },
    );
    setText("");
  };
  return (
    <div class="app-screen-only">
      <AreaPicker
        id="add"
        label="Add an area"
        hint="Its name or code. For example, Thames Valley, or E23000029"
        text={text}
        onText={setText}
      >
        {(area) =>
          areas.some((one) => one.code === area.code) ? (
            <>{area.name} (already compared)</>
          ) : area.code && area.existsOnDate ? (
            <button type="button" class="app-link" onClick={() => add(area)}>
              Add {area.name}
            </button>
          ) : (
            <>{area.name}</>
          )
        }
      </AreaPicker>
    </div>
  );
}
