/* The geography that a page answers for. It is in the address as `kind`. */
import type { AreaKind } from "#ops/types.ts";
import { go, here, useAddress } from "../data/address.ts";
import { SelectField } from "./form.tsx";
import { areaKinds, word } from "./words.ts";

/** The kind of area in the address; the first of the list where there is none that fits. */
export function useGeography(kinds: readonly [AreaKind, ...AreaKind[]]): AreaKind {
  const said = useAddress().params.get("kind");
  return kinds.find((kind) => kind === said) ?? kinds[0];
}

interface Props {
  id: string;
  kinds: readonly AreaKind[];
  value: AreaKind;
}

export function GeographyField({ id, kinds, value }: Props) {
  return (
    <SelectField
      id={id}
      label="Geography"
      value={value}
      options={kinds.map((kind) => ({ value: kind, name: word(areaKinds, kind) }))}
      onValue={(kind) => go(here({ kind }), { replace: true })}
    />
  );
}
