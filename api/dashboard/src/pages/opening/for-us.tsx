/* One opening held against a profile: line by line, who has the work there, what it would fill. */
import { OpeningFits } from "#ops/OpeningFits.ts";
import type {
  OpeningsEntryFragment,
  OpeningsLineFragment,
  OrganisationProfileInput,
} from "#ops/types.ts";
import { useScope } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { shareText } from "../../parts/values.tsx";
import { word } from "../../parts/words.ts";
import { FitTag } from "../openings/fit-tag.tsx";
import { NoticeEvidence, tallyOf } from "../openings/lines.tsx";
import { conditionKinds, verdictWords } from "../openings/words.ts";
import { entryOf } from "./entry.ts";
import { GapsToFill, HeldBy } from "./work.tsx";

type Line = OpeningsLineFragment;

interface Props {
  id: string;
  title: string;
  profile: OrganisationProfileInput;
}

/** Three questions, because the server bounds what one may cost. */
export function ForUs({ id, title, profile }: Props) {
  const { asOf, knownAt } = useScope();
  const variables = { profile, title, asOf, knownAt };
  const asked = useAnswer(OpeningFits, variables);
  return (
    <>
      <Loaded asked={asked} what="how it fits your organisation">
        {({ openingsFor: board }, { revision }) => {
          const entry = board && entryOf(id, board);
          return (
            entry && (
              <Fits
                id={id}
                entry={entry}
                query={{ operation: OpeningFits, variables }}
                asOf={board.asOf}
                revision={revision}
              />
            )
          );
        }}
      </Loaded>
      <HeldBy id={id} variables={variables} />
      <GapsToFill id={id} variables={variables} />
    </>
  );
}

const silence = {
  NOTICE: "The notice is silent: ask the funder",
  PROFILE: "Your profile is silent, or cannot say: read it",
};

const lineColumns: readonly Column<Line>[] = [
  { head: "About", text: (line) => word(conditionKinds, line.kind) },
  {
    head: "How it fits",
    text: (line) => word(verdictWords, line.verdict),
    cell: (line) => <FitTag verdict={line.verdict} />,
  },
  {
    head: "Why",
    text: (line) => line.reason,
    cell: (line) => (
      <>
        {line.reason}
        {line.shareOfProfile && (
          <p class="app-small">It reaches {shareText(line.shareOfProfile)} where you work.</p>
        )}
      </>
    ),
  },
  { head: "Who is silent", text: (line) => (line.silent ? silence[line.silent] : "") },
];

interface FitsProps {
  id: string;
  entry: OpeningsEntryFragment;
  query: { operation: typeof OpeningFits; variables: object };
  asOf: string;
  revision: number | undefined;
}

function Fits({ id, entry, query, asOf, revision }: FitsProps) {
  const { lines, verdict } = entry;
  const notices = new Map(lines.map(({ notice }) => [notice.id, notice]));
  return (
    <Figure
      id="fits"
      title="How it fits your organisation"
      columns={lineColumns}
      rows={lines}
      rowKey={(line) => line.kind + line.reason}
      query={query}
      asOf={asOf}
      revision={revision}
      empty={<p>It has no line.</p>}
    >
      <p>
        All together: <FitTag verdict={verdict} />. {tallyOf(lines)}. What the notice or you do not
        say is not known, and never guessed.
      </p>
      {[...notices.values()].map((notice) => (
        <NoticeEvidence key={notice.id} notice={notice} isOther={notice.id !== id} />
      ))}
    </Figure>
  );
}
