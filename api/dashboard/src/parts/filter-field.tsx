import { go, here, useAddress } from "../data/address.ts";
import { type Option, SelectField } from "./form.tsx";
import { stageOrder, stages, word } from "./words.ts";

interface Props {
  id: string;
  label: string;
  /** Of the parameter of the address that keeps what is chosen. */
  name: string;
  /** What it is called to choose none of them. */
  all: string;
  options: readonly Option[];
}

/** One of a list, or none: the address says which, so that a link leads to the same. */
export function FilterField({ id, label, name, all, options }: Props) {
  const { params } = useAddress();
  return (
    <SelectField
      id={id}
      label={label}
      value={params.get(name) ?? ""}
      options={[{ value: "", name: all }, ...options]}
      onValue={(value) => go(here({ [name]: value }), { replace: true })}
    />
  );
}

export function StageFilter({ id }: { id: string }) {
  return (
    <FilterField
      id={id}
      label="Stage"
      name="stage"
      all="Every stage"
      options={stageOrder.map((stage) => ({ value: stage, name: word(stages, stage) }))}
    />
  );
}
