/* The fields in which an area, a body or a service is chosen, wherever they stand. */
import { FindArea } from "#ops/FindArea.ts";
import { FindBody } from "#ops/FindBody.ts";
import { FindService } from "#ops/FindService.ts";
import type { FindAreaQuery, FindBodyQuery, FindServiceQuery } from "#ops/types.ts";
import { useScope } from "../data/address.ts";
import { inWords } from "../data/dates.ts";
import { Choice, type ChoiceOf } from "./choice.tsx";
import type { Hit } from "./hits.tsx";
import { areaKinds, listed, serviceStates, word } from "./words.ts";

type FoundArea = Extract<
  NonNullable<FindAreaQuery["search"]>[number]["found"],
  { readonly kind: unknown }
>;

/** An area as it can be chosen. */
export interface AreaHit extends Hit {
  readonly code: string | null;
  readonly kind: FoundArea["kind"];
  readonly existsOnDate: boolean;
}

export function areasOf({ search }: FindAreaQuery): AreaHit[] {
  return (search ?? [])
    .map(({ found }) => found)
    .filter((found): found is FoundArea => "kind" in found)
    .map(({ parents, ...area }) => {
      const force = parents.find((parent) => parent.kind === "POLICE_FORCE");
      return {
        ...area,
        about: told(
          word(areaKinds, area.kind),
          area.code,
          force?.name,
          !area.existsOnDate && "did not exist on this day",
        ),
      };
    });
}

function bodies({ search }: FindBodyQuery): Hit[] {
  return (search ?? [])
    .map(({ found }) => found)
    .filter((found) => "kind" in found)
    .map(({ id, name, validTo }) => ({
      id,
      name,
      about: told(validTo && `no longer there after ${inWords(validTo)}`),
    }));
}

function services({ search }: FindServiceQuery): Hit[] {
  return (search ?? [])
    .map(({ found }) => found)
    .filter((found) => "title" in found)
    .map(({ id, title, state, areas, commissioners, providers }) => {
      const where = areas.length > 3 ? `${areas.length} areas` : namesOf(areas);
      const by = namesOf(commissioners);
      const from = namesOf(providers);
      return {
        id,
        name: title,
        about: told(
          word(serviceStates, state),
          where,
          by && `commissioned by ${by}`,
          from && `provided by ${from}`,
        ),
      };
    });
}

const namesOf = (all: readonly { readonly name: string }[]) => listed(all.map((one) => one.name));

const told = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(" · ");

export function AreaChoice(props: ChoiceOf<AreaHit>) {
  const { asOf, knownAt } = useScope();
  return (
    <Choice
      {...props}
      hint={props.hint ?? "Type a part of its name or its code, then choose it below"}
      operation={FindArea}
      variables={(text) => ({ text, asOf, knownAt })}
      hits={areasOf}
      one="area"
      many="areas"
    />
  );
}

/** By its name, or its ODS code. */
export function BodyChoice(props: ChoiceOf<Hit>) {
  const { asOf, knownAt } = useScope();
  return (
    <Choice
      {...props}
      operation={FindBody}
      variables={(text) => ({ text, asOf, knownAt })}
      hits={bodies}
      one="body"
      many="bodies"
    />
  );
}

interface ServiceProps extends ChoiceOf<Hit> {
  /** The ids of those that are not offered. */
  except?: readonly string[];
}

export function ServiceChoice({ except = [], ...props }: ServiceProps) {
  const { asOf, knownAt } = useScope();
  return (
    <Choice
      {...props}
      hint={props.hint ?? "Type a part of its title, then choose it below"}
      operation={FindService}
      variables={(text) => ({ text, asOf, knownAt })}
      hits={(data) => services(data).filter((hit) => !except.includes(hit.id))}
      one={except.length > 0 ? "other service" : "service"}
      many={except.length > 0 ? "other services" : "services"}
    />
  );
}
