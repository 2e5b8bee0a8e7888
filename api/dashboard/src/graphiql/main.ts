/* GraphiQL as a page of its own: it may write inline styles, which no other page may. What to ask
 * is after the # of its address; the token is that of the tab. */
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createGraphiQLFetcher } from "@graphiql/toolkit";

const token = window.sessionStorage.getItem("throughcare.token");
const asked = new URLSearchParams(window.location.hash.slice(1));
const sockets = new URL("/graphql", window.location.href);
sockets.protocol = sockets.protocol === "https:" ? "wss:" : "ws:";
const authorization = token ? { authorization: `Bearer ${token}` } : undefined;

const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  ...(authorization ? { headers: authorization } : {}),
  wsClient: createClient({
    url: sockets.href,
    ...(authorization ? { connectionParams: authorization } : {}),
  }),
});

const example = `# Who commissions what for somebody on probation in Milton Keynes?
{
  provisionGrid(area: "E06000042", recordedOnly: true) {
    cells { stage intensity entries { standing offer { name } service { title } } }
  }
}
`;

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    createElement(
      "main",
      { className: "app-graphiql" },
      createElement(
        "h1",
        { className: "app-graphiql__head" },
        createElement("a", { href: "/" }, "Throughcare"),
        " – ask in GraphQL",
      ),
      createElement(GraphiQL, {
        fetcher,
        defaultQuery: example,
        initialQuery: asked.get("query") ?? undefined,
        initialVariables: asked.get("variables") ?? undefined,
        plugins: [HISTORY_PLUGIN],
        shouldPersistHeaders: false,
        forcedTheme: "light",
      } as Parameters<typeof GraphiQL>[0]),
    ),
  );
}
