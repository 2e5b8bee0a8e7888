import { OpeningsChoices } from "#ops/OpeningsChoices.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { moneyText } from "../../parts/values.tsx";
import { counted, listed } from "../../parts/words.ts";
import { useAreaNames } from "./names.ts";
import { type Profile, poundsOf } from "./profile.ts";
import { applyingAs, legalForms, ofCode } from "./words.ts";

interface Props {
  profile: Profile;
}

/** The profile that the list is for, in a few words, so that nobody need open the form to see it. */
export function SaidOfUs({ profile }: Props) {
  const { asOf } = useScope();
  const choices = useAnswer(OpeningsChoices, { asOf }).answer?.data;
  const areaName = useAreaNames(profile.areas);
  const named = (
    codes: readonly string[],
    of: readonly { readonly code: string; readonly name: string }[] | undefined,
  ) => listed(codes.map((code) => of?.find((one) => one.code === code)?.name ?? ofCode(code)));
  const worded = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    listed(values.map((value) => words[value] ?? ofCode(value)));
  const turnover = poundsOf(profile.turnover);
  const register = choices?.register;
  const rows: [string, string][] = [
    ["Works in", listed(profile.areas.map(areaName))],
    ["Turnover of a year", turnover ? moneyText(turnover) : ""],
    ["In law", worded(profile.forms, legalForms)],
    ["Serves", named(profile.serves, register?.cohorts)],
    ["Gives", named(profile.gives, choices?.offers?.nodes)],
    ["Would apply", worded(profile.as, applyingAs)],
    [
      "Led by and for",
      profile.led === "none"
        ? "No community"
        : [
            named(profile.communities, register?.communities),
            profile.board && `${profile.board}% of the board`,
            profile.staff && `${profile.staff}% of the staff`,
          ]
            .filter(Boolean)
            .join(", "),
    ],
    ["Supplier of", profile.listed === "none" ? "No framework" : named(profile.frameworks, [])],
    [
      "Provides now",
      profile.holds === "none"
        ? "No service of the register"
        : profile.services.length > 0
          ? counted(profile.services.length, "service")
          : "",
    ],
  ];
  return (
    <dl class="app-said">
      {rows.map(([what, text]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{text || <span class="app-unknown">Not said</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
