// Makes `generated/`: the types of the schema's closed lists, and one module for each operation
// with the types of its variables and its answer, its text, and the SHA-256 by which the server
// knows it. What is made is not committed: the build makes it again.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { Kind, buildSchema, parse, print, validate, visit } from "graphql";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const into = join(root, "generated");
const schemaText = readFileSync(join(root, "../../schema.graphql"), "utf8");
const schema = buildSchema(schemaText);

const files = readdirSync(join(root, "src"), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".graphql"))
  .sort()
  .map((name) => join(root, "src", name));
const definitions = files.flatMap((file) =>
  parse(readFileSync(file, "utf8")).definitions.map((definition) => ({ file, definition })),
);

const named = (kind) => {
  const found = new Map();
  for (const { file, definition } of definitions.filter((one) => one.definition.kind === kind)) {
    const name = definition.name?.value;
    if (!name || found.has(name)) {
      throw new Error(
        `${relative(root, file)}: give each operation and fragment a name of its own (${name})`,
      );
    }
    found.set(name, definition);
  }
  return found;
};
const fragments = named(Kind.FRAGMENT_DEFINITION);
const asked = named(Kind.OPERATION_DEFINITION);

/** The fragments that a definition uses, those of its fragments included, by name. */
function used(definition, into = new Map()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      const fragment = fragments.get(value);
      if (fragment && !into.has(value)) {
        into.set(value, fragment);
        used(fragment, into);
      }
    },
  });
  return into;
}

const whole = {
  kind: Kind.DOCUMENT,
  definitions: definitions.map((one) => one.definition),
};
const faults = validate(schema, whole);
if (faults.length > 0) {
  throw new Error(faults.map((fault) => fault.message).join("\n"));
}

const types = await codegen({
  filename: "types.ts",
  schema: parse(schemaText),
  documents: [{ document: whole }],
  plugins: [{ operations: {} }],
  pluginMap: { operations },
  config: {
    enumsAsTypes: true,
    enumType: "string-literal",
    skipTypename: true,
    useTypeImports: true,
    strictScalars: true,
    scalars: {
      Date: "string",
      DateTime: "string",
      Decimal: "string",
      Money: "string",
      PartialDate: "string",
    },
  },
});

rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
writeFileSync(join(into, "types.ts"), types);
const documents = {};
for (const [name, definition] of asked) {
  const parts = [...used(definition)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  const text = print({ kind: Kind.DOCUMENT, definitions: [definition, ...parts] });
  const hash = createHash("sha256").update(text).digest("hex");
  documents[hash] = text;
  const kind = definition.operation[0].toUpperCase() + definition.operation.slice(1);
  writeFileSync(
    join(into, `${name}.ts`),
    `import type { Operation } from "../src/data/operation.ts";
import type { ${name}${kind}, ${name}${kind}Variables } from "./types.ts";

export const ${name}: Operation<${name}${kind}, ${name}${kind}Variables> = {
  name: ${JSON.stringify(name)},
  hash: ${JSON.stringify(hash)},
  text: ${JSON.stringify(text)},
};
`,
  );
}
writeFileSync(join(into, "documents.json"), `${JSON.stringify(documents, null, 2)}\n`);
