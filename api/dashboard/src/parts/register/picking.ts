/* Where rows are looked for by a part of their name, one question a kind. */
import { PickByName } from "#ops/PickByName.ts";
import { PickContract } from "#ops/PickContract.ts";
import { PickEvidence } from "#ops/PickEvidence.ts";
import { PickOpening } from "#ops/PickOpening.ts";
import { PickStream } from "#ops/PickStream.ts";
import type { PickByNameQuery, PickEvidenceQuery, SearchAmong } from "#ops/types.ts";
import { inWords } from "../../data/dates.ts";
import type { Operation } from "../../data/operation.ts";
import type { Hit } from "../hits.tsx";
import { areaKinds, serviceStates, word } from "../words.ts";
import type { Link, Target } from "./kind.ts";
import { contractLink } from "./telling.ts";
import { bodyKinds, openingStandings } from "./words.ts";

export interface Picking {
  readonly one: string;
  readonly many: string;
  readonly hint: string;
  readonly operation: Operation<unknown, object>;
  readonly variables: (text: string) => object;
  readonly hits: (data: unknown) => readonly Hit[];
}

type Found = NonNullable<PickByNameQuery["search"]>[number]["found"];

function links(found: Found): readonly Link[] {
  if ("areaKind" in found) {
    const note = [word(areaKinds, found.areaKind), found.code].filter(Boolean).join(" · ");
    return [{ id: found.id, name: found.name, note: note + until(found.validTo) }];
  }
  if ("bodyKind" in found) {
    const note = word(bodyKinds, found.bodyKind as keyof typeof bodyKinds);
    return [{ id: found.id, name: found.name, note: note + until(found.validTo) }];
  }
  if ("title" in found) {
    return [{ id: found.id, name: found.title, note: word(serviceStates, found.state) }];
  }
  return [];
}

const until = (day: string | null) => (day ? ` · until ${inWords(day)}` : "");

/** Forgets what one question gives, so that all can stand in one table. */
function picking<Data, Variables>(
  [one, many]: readonly [string, string],
  hint: string,
  operation: Operation<Data, Variables>,
  variables: (text: string) => Variables,
  found: (data: Data) => readonly Link[],
): Picking {
  const hits = (data: Data): readonly Hit[] =>
    found(data).map(({ id, name, note = "" }) => ({ id, name, about: note }));
  return { one, many, hint, operation, variables, hits } as unknown as Picking;
}

const byName = (names: readonly [string, string], hint: string, among: SearchAmong) =>
  picking(
    names,
    hint,
    PickByName,
    (text) => ({ text, among: [among] }),
    ({ search }) => (search ?? []).flatMap((hit) => links(hit.found)),
  );

type Piece = NonNullable<PickEvidenceQuery["evidence"]>["nodes"][number];

const pieces = (data: PickEvidenceQuery): readonly Piece[] => data.evidence?.nodes ?? [];

const sourceNote = (piece: Piece) =>
  [piece.source?.publisher, piece.source?.date && inWords(piece.source.date)]
    .filter(Boolean)
    .join(", ");

export const pickings: Partial<Record<Target, Picking>> = {
  area: byName(["area", "areas"], "A part of its name, or its code", "AREAS"),
  body: byName(["body", "bodies"], "A part of its name, or its ODS code", "BODIES"),
  service: byName(["service", "services"], "A part of its title", "SERVICES"),
  contract: picking(
    ["contract", "contracts"],
    "A part of its reference, or of the title of its service",
    PickContract,
    (text) => ({ text }),
    ({ contracts }) => (contracts?.nodes ?? []).map(contractLink),
  ),
  stream: picking(
    ["funding stream", "funding streams"],
    "A part of its name",
    PickStream,
    (text) => ({ text }),
    ({ fundingStreams }) =>
      (fundingStreams?.nodes ?? []).map((one) => ({
        id: one.id,
        name: one.name,
        note: (one.funder?.name ?? "") + until(one.endsOn),
      })),
  ),
  opening: picking(
    ["opening", "openings"],
    "A part of its title",
    PickOpening,
    (text) => ({ text }),
    ({ openings }) =>
      (openings?.nodes ?? []).map((one) => ({
        id: one.id,
        name: one.title,
        note: word(openingStandings, one.standing),
      })),
  ),
  evidence: picking(
    ["piece of evidence", "pieces of evidence"],
    "A part of the title of its source",
    PickEvidence,
    (text) => ({ text }),
    (data) =>
      pieces(data).map((one) => ({
        id: one.id,
        name: one.statement ?? `Row ${one.starterRow} of ${one.starterTable}`,
        note: [one.source?.title, sourceNote(one)].filter(Boolean).join(", "),
      })),
  ),
  source: picking(
    ["source", "sources"],
    "A part of its title",
    PickEvidence,
    (text) => ({ text }),
    (data) => [
      ...new Map(
        pieces(data).flatMap((one) =>
          one.source
            ? [
                [
                  one.source.id,
                  { id: one.source.id, name: one.source.title, note: sourceNote(one) },
                ],
              ]
            : [],
        ),
      ).values(),
    ],
  ),
};
