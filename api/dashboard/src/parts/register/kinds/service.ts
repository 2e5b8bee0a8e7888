import { EntrySaveService } from "#ops/EntrySaveService.ts";
import { EntryService } from "#ops/EntryService.ts";
import { moneyText } from "../../values.tsx";
import { serviceStates, word } from "../../words.ts";
import { choice, cohort, guarded, ref, text } from "../fields.ts";
import { type Node, kind } from "../kind.ts";
import {
  claimLink,
  contractLink,
  financialYear,
  group,
  groups,
  named,
  recordLink,
} from "../telling.ts";
import { roles } from "../words.ts";

/** The API tells the bodies of a service by role; people enter them as one list. */
function bodies(node: Node): readonly object[] {
  const of = (field: string, role: string) =>
    (node[field] as readonly object[]).map((body) => ({ body, role }));
  return [
    ...of("commissioners", "COMMISSIONER"),
    ...of("funders", "FUNDER"),
    ...of("providers", "PROVIDER"),
    ...of("subcontractors", "SUBCONTRACTOR"),
  ];
}

export const service = kind({
  code: "service",
  concern: "service",
  one: "service",
  many: "Services",
  says: "Something that is, was or was to be provided, with the bodies that take part in it",
  prefix: "service",
  table: "service",
  entry: EntryService,
  save: EntrySaveService,
  may: "Mutation.saveService",
  fields: [
    {
      name: "title",
      label: "What it is called",
      hint: "In your own words, as somebody who looks for it would say",
      needed: true,
      control: text(),
    },
    cohort,
    {
      name: "bodies",
      label: "Bodies that take part",
      hint: "All of them. The same body may stand here twice, with two parts",
      from: bodies,
      control: {
        is: "list",
        table: "service_body",
        one: "body",
        fields: [
          { name: "body", label: "Body", needed: true, control: ref("body") },
          { name: "role", label: "Its part", needed: true, control: choice(roles) },
        ],
      },
    },
    {
      name: "partOf",
      label: "Lies inside",
      hint: "The service that this one is a part of",
      control: ref("service"),
    },
    ...guarded,
  ],
  title: (row) => row.title,
  facts: (row) => [
    { name: "On this day", text: word(serviceStates, row.state) },
    { name: "First start on record", text: row.startsOn },
    { name: "Last end on record", text: row.endsOn },
  ],
  rests: (row) =>
    groups(
      group("Records of what it gives, and where", row.records.map(recordLink)),
      group("Contracts, grants and awards", row.contracts.map(contractLink)),
      group("Claims about culture, faith and who leads", row.claims.map(claimLink)),
      group(
        "Money set aside for it",
        row.fundingAllocations.map((one) => ({
          id: one.id,
          name: `${moneyText(one.committed)} of ${one.stream?.name ?? "a stream"}`,
          note: financialYear(one.financialYear),
        })),
      ),
      group("Its offers", row.offers.map(named)),
      group("Its areas", row.areas.map(named)),
    ),
  areas: (row) => row.areas.map((area) => area.code),
});
