/* How an opening is shown in a list, and how it goes into files. */
import type { OpeningConditionKind, OpeningsEntryFragment } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { inWords } from "../../data/dates.ts";
import type { Column } from "../../parts/figure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Money, NotOnRecord, PartialDate, moneyText } from "../../parts/values.tsx";
import { counted, listed, word } from "../../parts/words.ts";
import { FitTag } from "./fit-tag.tsx";
import { Lines, lineText, tallyOf } from "./lines.tsx";
import {
  awardBasis,
  conditionKinds,
  kindHints,
  openingKinds,
  openingStandings,
  openingStatuses,
  verdictWords,
} from "./words.ts";

export type Entry = OpeningsEntryFragment;

/** The page of one opening, with the profile that it is held against. */
export function openingPath(id: string, profile: Record<string, string | undefined>): string {
  return href(`/openings/${encodeURIComponent(id)}`, profile);
}

/** What is given at least and at most, of what; empty where nothing is on record. */
export function awardText({ opening }: Pick<Entry, "opening">): string {
  const { minAward, maxAward } = opening;
  const basis = awardBasis(opening.awardBasis);
  if (!minAward && !maxAward) return "";
  const amount =
    minAward && maxAward && minAward !== maxAward
      ? `${moneyText(minAward)} to ${moneyText(maxAward)}`
      : maxAward
        ? `up to ${moneyText(maxAward)}`
        : `from ${moneyText(minAward ?? "")}`;
  return [amount, basis].filter(Boolean).join(" ");
}

function Dates({ entry }: { entry: Entry }) {
  const { opening, daysLeft, standing } = entry;
  return (
    <>
      <p class="app-opening__when">
        {standing === "OPEN" && daysLeft !== null ? (
          <strong>{daysLeft === 0 ? "Last day today" : `${counted(daysLeft, "day")} left`}</strong>
        ) : (
          <strong>{word(openingStandings, standing)}</strong>
        )}
        {opening.daysUntilOpen !== null && ` in ${counted(opening.daysUntilOpen, "day")}`}
      </p>
      <p class="app-small">
        Opens: <PartialDate date={opening.opensOn} />
        <br />
        Closes: <PartialDate date={opening.closesOn} />
        <br />
        Work starts: <PartialDate date={opening.startsOn} />
      </p>
    </>
  );
}

function Worth({ entry }: { entry: Entry }) {
  const { opening, valueToTurnoverPermille: permille } = entry;
  const award = awardText(entry);
  return (
    <>
      {award ? (
        award
      ) : opening.total ? (
        <>
          <Money amount={opening.total} /> in all
        </>
      ) : (
        <NotOnRecord />
      )}
      {opening.durationMonths !== null && (
        <p class="app-small">For {counted(opening.durationMonths, "month")}</p>
      )}
      {permille !== null && (
        <p class="app-small">A year of it is at most {ofTurnover(permille)} of your turnover</p>
      )}
    </>
  );
}

function ofTurnover(permille: number): string {
  return permille < 10 ? "under 1%" : `${Math.round(permille / 10)}%`;
}

/** The columns of a list, for a profile as it stands in the address. */
export function columnsFor(profile: Record<string, string | undefined>): readonly Column<Entry>[] {
  return [
    {
      head: "Opening",
      text: ({ opening }) => opening.title,
      cell: ({ opening }) => (
        <>
          <a href={openingPath(opening.id, profile)}>
            <strong>{opening.title}</strong>
          </a>
          <p class="app-small">
            {word(openingKinds, opening.kind)}: {word(kindHints, opening.kind).toLowerCase()}.{" "}
            {opening.funder ? `From ${opening.funder.name}.` : "The funder is not on record."}
            {opening.partOf && ` Part of ${opening.partOf.title}.`}
          </p>
        </>
      ),
    },
    { head: "Kind", text: ({ opening }) => word(openingKinds, opening.kind), isFileOnly: true },
    { head: "Funder", text: ({ opening }) => opening.funder?.name ?? "", isFileOnly: true },
    {
      head: "Standing on the day",
      text: ({ standing }) => word(openingStandings, standing),
      isFileOnly: true,
    },
    {
      head: "The source says",
      text: ({ opening }) => word(openingStatuses, opening.status),
      isFileOnly: true,
    },
    {
      head: "When",
      text: ({ daysLeft }) => (daysLeft === null ? "" : counted(daysLeft, "day") + " left"),
      cell: (entry) => <Dates entry={entry} />,
    },
    { head: "Opens", text: ({ opening }) => opening.opensOn ?? "", isFileOnly: true },
    { head: "Closes", text: ({ opening }) => opening.closesOn ?? "", isFileOnly: true },
    { head: "Work starts", text: ({ opening }) => opening.startsOn ?? "", isFileOnly: true },
    {
      head: "Worth",
      text: (entry) => awardText(entry),
      cell: (entry) => <Worth entry={entry} />,
    },
    { head: "Least award, pounds", text: (one) => one.opening.minAward ?? "", isFileOnly: true },
    { head: "Greatest award, pounds", text: (one) => one.opening.maxAward ?? "", isFileOnly: true },
    { head: "All of it, pounds", text: (one) => one.opening.total ?? "", isFileOnly: true },
    {
      head: "Areas",
      text: ({ opening }) => opening.areas.map((area) => area.name).join("; "),
      isFileOnly: true,
    },
    {
      head: "How it fits",
      text: ({ verdict }) => word(verdictWords, verdict),
      cell: (entry) => <Fit entry={entry} />,
    },
    ...(Object.keys(conditionKinds) as OpeningConditionKind[]).map((kind) => ({
      head: word(conditionKinds, kind),
      text: ({ lines }: Entry) =>
        lines
          .filter((line) => line.kind === kind)
          .map(lineText)
          .join(" | "),
      isFileOnly: true,
    })),
  ];
}

const buys = {
  YES: "It would buy what you give.",
  NO: "It would buy something other than what you give.",
  NOT_STATED: "Whether it would buy what you give is not known.",
};

function Fit({ entry }: { entry: Entry }) {
  const { lines, opening, verdict } = entry;
  const against = lines.filter((line) => line.verdict === "NOT_ELIGIBLE");
  return (
    <>
      <FitTag verdict={verdict} />
      <p class="app-small">
        {against.length > 0 && `${against.map((line) => line.reason).join(" ")} `}
        {buys[entry.buysWhatItGives]} {tallyOf(lines)}.
      </p>
      <Fold name="Line by line" unseen={`– ${opening.title}`}>
        <Lines lines={lines} of={opening} />
      </Fold>
    </>
  );
}

/** `closes 9 June 2027`, or that it is not on record. */
export function closesText(entry: Entry): string {
  const { closesOn } = entry.opening;
  return closesOn ? `closes ${inWords(closesOn)}` : "closing date not on record";
}

export const namesOf = (areas: readonly { readonly name: string }[]) =>
  listed(areas.map((area) => area.name));
