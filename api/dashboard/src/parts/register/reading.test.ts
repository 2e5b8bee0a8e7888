import { expect, test } from "@playwright/test";
import { changedFields, faultsIn, inputOf, valuesOf } from "./reading.ts";
import type { Field, Node } from "./kind.ts";
import { fromStored, idOf } from "./stored.ts";

const fields: readonly Field[] = [
  { name: "title", label: "Title", needed: true, control: { is: "text" } },
  { name: "value", label: "Value", control: { is: "money" } },
  { name: "places", label: "Places", control: { is: "count" } },
  { name: "stages", label: "Stages", control: { is: "choices", words: { COURT: "Court" } } },
  { name: "owner", label: "Kept by", control: { is: "ref", to: "body" } },
  {
    name: "bodies",
    label: "Bodies",
    control: {
      is: "list",
      table: "service_body",
      one: "body",
      fields: [{ name: "body", label: "Body", needed: true, control: { is: "ref", to: "body" } }],
    },
  },
];

const node = {
  id: "service_1",
  version: 3,
  title: "A service",
  value: "1234.50",
  places: 20,
  stages: ["COURT"],
  owner: { id: "body_1", name: "A body" },
  bodies: [{ body: { id: "body_1", name: "A body" } }],
} as unknown as Node;

test("a row that is read and sent back unchanged sends nothing", () => {
  const values = valuesOf(fields, node);
  expect(changedFields(fields, values, values)).toEqual([]);
  expect(inputOf(fields, values, valuesOf(fields, node))).toEqual({});
});

test("only what differs is sent, nothing as null, and a list whole", () => {
  const base = valuesOf(fields, node);
  const now = {
    ...base,
    value: "£2,000",
    places: "",
    owner: null,
    bodies: [...(base["bodies"] as []), { body: { id: "body_2", name: "Another" } }],
  };
  expect(inputOf(fields, now, base)).toEqual({
    value: "2000",
    places: null,
    owner: null,
    bodies: [{ body: "body_1" }, { body: "body_2" }],
  });
});

test("what is needed and not a number is told before anything is sent", () => {
  const now = { ...valuesOf(fields), places: "many", bodies: [{ body: null }] };
  expect(faultsIn(fields, now, undefined).map((fault) => fault.field)).toEqual([
    "title",
    "places",
    "bodies.0.body",
  ]);
});

test("a new row sends what was filled in alone", () => {
  expect(inputOf(fields, { ...valuesOf(fields), title: " New " }, undefined)).toEqual({
    title: "New",
  });
});

test("a field that is read from elsewhere in a row is empty where there is no row", () => {
  const bodies = (row: Node) => (row["providers"] as readonly object[]).map((body) => ({ body }));
  const read = fields.map((field) =>
    field.name === "bodies" ? { ...field, from: bodies } : field,
  );
  expect(valuesOf(read)["bodies"]).toEqual([]);
  const row = { ...node, providers: [{ id: "body_3", name: "Third" }] } as unknown as Node;
  expect(valuesOf(read, row)["bodies"]).toEqual([{ body: { id: "body_3", name: "Third" } }]);
});

test("values of the history become what forms hold", () => {
  expect(fromStored({ is: "money" }, "123450")).toBe("1234.50");
  expect(fromStored({ is: "money" }, "5")).toBe("0.05");
  expect(fromStored({ is: "decimal" }, "34500")).toBe("0.0345");
  expect(fromStored({ is: "choices", words: { COURT: "Court" } }, "court")).toEqual(["COURT"]);
  expect(idOf("service", "service:cfo_evolution:cfo-1")).toBe(
    "service_c2VydmljZTpjZm9fZXZvbHV0aW9uOmNmby0x",
  );
});
