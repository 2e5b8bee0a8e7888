import { RegisterAreas } from "#ops/RegisterAreas.ts";
import { RegisterBodies } from "#ops/RegisterBodies.ts";
import { RegisterClaims } from "#ops/RegisterClaims.ts";
import { RegisterContracts } from "#ops/RegisterContracts.ts";
import { RegisterEvidence } from "#ops/RegisterEvidence.ts";
import { RegisterOffers } from "#ops/RegisterOffers.ts";
import { RegisterOpenings } from "#ops/RegisterOpenings.ts";
import { RegisterRecords } from "#ops/RegisterRecords.ts";
import { RegisterServices } from "#ops/RegisterServices.ts";
import { RegisterStreams } from "#ops/RegisterStreams.ts";
import { inWords, monthsAfter } from "../../data/dates.ts";
import { claimName, contractName, recordName } from "../../parts/register/telling.ts";
import { bodyKinds, openingKinds, openingStandings } from "../../parts/register/words.ts";
import { moneyText } from "../../parts/values.tsx";
import {
  areaKinds,
  flags,
  grades,
  intensities,
  listed,
  serviceStates,
  standings,
  statuses,
  word,
} from "../../parts/words.ts";
import { type Listing, type Look, listing, nothing, resting, said } from "./listing.ts";
import { others } from "./others.ts";

/** Older than this, a source without a start says little of today: as the register itself counts. */
export const oldOn = (day: string) => monthsAfter(day, -24);

const term = (from: string | null, to: string | null) =>
  [from && `from ${inWords(from)}`, to && `until ${inWords(to)}`].filter(Boolean).join(" ");

const byStatus = (codes: readonly (keyof typeof statuses)[]): readonly Look[] =>
  codes.map((code) => ({
    code: code.toLowerCase(),
    name: word(statuses, code),
    filter: () => ({ status: [code] }),
  }));

const undated: Look = {
  code: "undated",
  name: "Undated: no start and no date of the source",
  filter: () => ({ startsOn: { isNull: true }, evidence: { date: { isNull: true } } }),
};

const old: Look = {
  code: "old",
  name: "Stale: no dates, and the source is over 24 months old",
  filter: (day) => ({
    startsOn: { isNull: true },
    endsOn: { isNull: true },
    evidence: { date: { before: oldOn(day) } },
  }),
};

export const listings: readonly Listing[] = [
  listing({
    code: "services",
    name: "Services",
    operation: RegisterServices,
    textHint: "A part of its title, or of the name of a provider or commissioner",
    byText: (text) => ({
      or: [
        { title: { contains: text } },
        { providers: { some: { name: { contains: text } } } },
        { commissioners: { some: { name: { contains: text } } } },
      ],
    }),
    looks: (Object.keys(serviceStates) as (keyof typeof serviceStates)[]).map((code) => ({
      code: code.toLowerCase(),
      name: word(serviceStates, code),
      filter: () => ({ state: [code] }),
    })),
    row: (one) => ({
      id: one.id,
      name: one.title,
      says: said(
        word(serviceStates, one.state),
        term(one.startsOn, one.endsOn),
        one.providers.length > 0 && `by ${listed(one.providers.map((body) => body.name))}`,
      ),
      ...nothing,
    }),
  }),
  listing({
    code: "records",
    name: "Coverage records and records of absence",
    operation: RegisterRecords,
    textHint: "A part of the name of its area, of its offer, or of the title of its source",
    byText: (text) => ({
      or: [
        { area: { name: { contains: text } } },
        { offer: { name: { contains: text } } },
        { evidence: { sourceTitle: { contains: text } } },
      ],
    }),
    looks: [
      old,
      undated,
      ...byStatus(["LIVE", "PLANNED", "ENDED", "ABSENT", "ABANDONED", "UNCLEAR"]),
    ],
    row: (one) => ({
      id: one.id,
      name: recordName(one),
      says: [
        `${said(word(standings, one.reading.standing), term(one.startsOn, one.endsOn))}.`,
        ...one.reading.flags.map((flag) => word(flags, flag)),
      ].join(" "),
      ...resting(one),
    }),
  }),
  listing({
    code: "contracts",
    name: "Contracts",
    operation: RegisterContracts,
    textHint: "A part of its reference, or of the title of its service",
    byText: (text) => ({
      or: [{ reference: { contains: text } }, { service: { title: { contains: text } } }],
    }),
    looks: [
      {
        code: "no-end",
        name: "Live, with no end on record",
        filter: () => ({ status: ["LIVE"], endsOn: { isNull: true } }),
      },
      {
        code: "no-value",
        name: "Live, with no value on record",
        filter: () => ({ status: ["LIVE"], value: { isNull: true } }),
      },
      ...byStatus(["LIVE", "PLANNED", "ENDED", "ABANDONED", "UNCLEAR"]),
    ],
    row: (one) => ({
      id: one.id,
      name: `${contractName(one)}${one.reference && one.service ? `: ${one.service.title}` : ""}`,
      says: said(
        word(statuses, one.status),
        term(one.startsOn, one.endsOn),
        one.value && moneyText(one.value),
      ),
      ...resting(one),
    }),
  }),
  listing({
    code: "claims",
    name: "Claims about culture, faith and who leads",
    operation: RegisterClaims,
    textHint: "A part of the name of its area",
    byText: (text) => ({ area: { name: { contains: text } } }),
    looks: byStatus(["LIVE", "PLANNED", "ENDED", "UNCLEAR"]),
    row: (one) => ({
      id: one.id,
      name: claimName(one),
      says: said(
        word(statuses, one.status),
        one.service?.title ?? one.body?.name ?? null,
        term(one.startsOn, one.endsOn),
      ),
      ...resting(one),
    }),
  }),
  listing({
    code: "evidence",
    name: "Evidence and its sources",
    operation: RegisterEvidence,
    hasScope: false,
    textHint: "A part of the title of its source",
    byText: (text) => ({ sourceTitle: { contains: text } }),
    looks: [
      { code: "undated", name: "Undated sources", filter: () => ({ date: { isNull: true } }) },
      {
        code: "old",
        name: "Sources over 24 months old",
        filter: (day) => ({ date: { before: oldOn(day) } }),
      },
      { code: "low", name: "Low confidence", filter: () => ({ confidence: ["LOW"] }) },
    ],
    row: (one) => ({
      id: one.id,
      name: one.statement ?? `Row ${one.starterRow} of ${one.starterTable}`,
      says: said(
        word(grades, one.grade),
        one.isStale && one.reviewOn && `due for review since ${inWords(one.reviewOn)}`,
      ),
      source: one.source?.title ?? null,
      date: one.date,
    }),
  }),
  listing({
    code: "bodies",
    name: "Bodies",
    operation: RegisterBodies,
    textHint: "A part of its name",
    byText: (text) => ({ name: { contains: text } }),
    row: (one) => ({
      id: one.id,
      name: one.name,
      says: said(
        word(bodyKinds, one.kind as keyof typeof bodyKinds),
        term(one.validFrom, one.validTo),
      ),
      ...nothing,
    }),
  }),
  listing({
    code: "openings",
    name: "Openings",
    operation: RegisterOpenings,
    textHint: "A part of its title",
    byText: (text) => ({ title: { contains: text } }),
    looks: (Object.keys(openingStandings) as (keyof typeof openingStandings)[]).map((code) => ({
      code: code.toLowerCase(),
      name: word(openingStandings, code),
      filter: () => ({ standing: [code] }),
    })),
    row: (one) => ({
      id: one.id,
      name: one.title,
      says: said(
        word(openingKinds, one.kind),
        word(openingStandings, one.standing),
        term(one.opensOn, one.closesOn),
        one.funder?.name ?? null,
      ),
      ...resting(one),
    }),
  }),
  listing({
    code: "streams",
    name: "Funding streams",
    operation: RegisterStreams,
    textHint: "A part of its name",
    byText: (text) => ({ name: { contains: text } }),
    row: (one) => ({
      id: one.id,
      name: one.name,
      says: said(
        one.amount && moneyText(one.amount),
        one.funder?.name ?? null,
        term(one.startsOn, one.endsOn),
      ),
      ...resting(one),
    }),
  }),
  listing({
    code: "areas",
    name: "Areas, prisons and courts",
    operation: RegisterAreas,
    textHint: "A part of its official name",
    byText: (text) => ({ name: { contains: text } }),
    row: (one) => ({
      id: one.id,
      name: one.name,
      says: said(word(areaKinds, one.kind), one.code, term(one.validFrom, one.validTo)),
      ...nothing,
    }),
  }),
  listing({
    code: "offers",
    name: "Offers",
    operation: RegisterOffers,
    hasScope: false,
    textHint: "A part of its name",
    byText: (text) => ({ name: { contains: text } }),
    row: (one) => ({
      id: one.id,
      name: one.name,
      says: said(word(intensities, one.intensity), `vocabulary ${one.vocabularyVersion}`),
      ...nothing,
    }),
  }),
  ...others,
];
