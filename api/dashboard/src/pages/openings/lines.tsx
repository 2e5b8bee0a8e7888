/* Condition by condition: whether it fits, why, and the notice that says so. */
import { OpeningsEvidence } from "#ops/OpeningsEvidence.ts";
import type { OpeningsLineFragment, SilentParty } from "#ops/types.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { FoldAsked } from "../../parts/fold.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { shareText } from "../../parts/values.tsx";
import { counted, word } from "../../parts/words.ts";
import { FitTag } from "./fit-tag.tsx";
import { conditionKinds } from "./words.ts";

const asks: Readonly<Record<SilentParty, string>> = {
  NOTICE: "The notice is silent: ask the funder.",
  PROFILE: "Your profile is silent, or cannot say.",
};

/** How many lines fit, do not, and are not known. */
export function tallyOf(lines: readonly OpeningsLineFragment[]): string {
  const of = (verdict: OpeningsLineFragment["verdict"]) =>
    lines.filter((line) => line.verdict === verdict).length;
  return `Of ${counted(lines.length, "line")}, ${of("ELIGIBLE")} fit, ${of("NOT_ELIGIBLE")} do not fit, ${of("NOT_STATED")} are not known`;
}

/** One line as text, for files. */
export function lineText({ verdict, reason }: OpeningsLineFragment): string {
  const said = { ELIGIBLE: "fits", NOT_ELIGIBLE: "does not fit", NOT_STATED: "not known" };
  return `${said[verdict]}: ${reason}`;
}

interface Props {
  lines: readonly OpeningsLineFragment[];
  /** Whose lines they are, for whoever hears them. */
  of: { readonly id: string; readonly title: string };
}

/** What decides stands first; what the notice is silent on follows. */
export function Lines({ lines, of }: Props) {
  const decided = lines.filter((line) => line.stated);
  const silent = lines.filter((line) => !line.stated);
  const notices = new Map(lines.map(({ notice }) => [notice.id, notice]));
  return (
    <>
      <ul class="app-lines">
        {[...decided, ...silent].map((line, index) => (
          <li key={`${line.kind} ${index}`}>
            <FitTag verdict={line.verdict} /> <strong>{word(conditionKinds, line.kind)}.</strong>{" "}
            {line.reason}{" "}
            {line.shareOfProfile && `It reaches ${shareText(line.shareOfProfile)} where you work. `}
            {line.silent && line.stated && asks[line.silent]}
          </li>
        ))}
      </ul>
      {[...notices.values()].map((notice) => (
        <NoticeEvidence key={notice.id} notice={notice} isOther={notice.id !== of.id} />
      ))}
    </>
  );
}

interface NoticeProps {
  notice: { readonly id: string; readonly title: string };
  /** It is that of the tender or programme that the opening is a part of. */
  isOther: boolean;
}

/** What a notice's word rests on, fetched when somebody opens it. */
export function NoticeEvidence({ notice, isOther }: NoticeProps) {
  const name = "Where this comes from";
  return (
    <FoldAsked
      name={isOther ? `${name}: the notice of “${notice.title}”, which it is a part of` : name}
      unseen={isOther ? undefined : `– ${notice.title}`}
    >
      {() => <NoticeRestsOn id={notice.id} />}
    </FoldAsked>
  );
}

function NoticeRestsOn({ id }: { id: string }) {
  const { asOf, knownAt } = useScope();
  const asked = useAnswer(OpeningsEvidence, { id, asOf, knownAt });
  return (
    <Loaded asked={asked} what="the source">
      {({ node }) =>
        node && "evidence" in node && node.evidence ? (
          <EvidenceItem evidence={node.evidence} />
        ) : (
          <p class="app-small">No evidence is on record.</p>
        )
      }
    </Loaded>
  );
}
