/* Names for the codes of areas. A name that is not known yet is the code. */
import { OpeningsAreaNames } from "#ops/OpeningsAreaNames.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";

export function useAreaNames(codes: readonly string[]): (code: string) => string {
  const { asOf } = useScope();
  const asked = useAnswer(
    OpeningsAreaNames,
    codes.length > 0 ? { codes: [...codes], asOf } : undefined,
  );
  const names = new Map(asked.answer?.data.areas?.nodes.map((area) => [area.code, area.name]));
  return (code) => names.get(code) ?? code;
}
