/* Makes the worked pooled budget of docs/POOLED-BUDGET.md on a server, document by document. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Server } from "./server.ts";

type Json = { readonly [name: string]: Json } | string | null;

/** The ids that came back, by the names of the page: `pool`, `boardMoney`, … */
export async function workedExample(server: Server): Promise<Record<string, string>> {
  const text = readFileSync(join(import.meta.dirname, "../../../docs/POOLED-BUDGET.md"), "utf8");
  const token = server.token("admin");
  const ids: Record<string, string> = {};
  for (const [, document = "", told = ""] of text.matchAll(
    /```graphql\n(mutation.*?)```\s*```json\n(.*?)```/gs,
  )) {
    const wanted = [...(document.split("{")[0] ?? "").matchAll(/\$(\w+): ID/g)];
    const variables = Object.fromEntries(wanted.map(([, name = ""]) => [name, ids[name]]));
    const answer = await fetch(`${server.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data } = (await answer.json()) as { data: Json };
    learn(JSON.parse(told) as Json, data, ids);
  }
  return ids;
}

/** Takes over what the page calls `«name»`. */
function learn(told: Json, came: Json, ids: Record<string, string>): void {
  if (typeof told === "string" && typeof came === "string") {
    const name = /^«(.+)»$/.exec(told)?.[1];
    if (name) ids[name] = came;
  } else if (told && came && typeof told === "object" && typeof came === "object") {
    for (const [name, part] of Object.entries(told)) learn(part, came[name] ?? null, ids);
  }
}
