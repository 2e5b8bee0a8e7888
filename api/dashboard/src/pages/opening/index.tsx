import { OpeningById } from "#ops/OpeningById.ts";
import type { OpeningByIdQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { EvidenceItem } from "../../parts/evidence.tsx";
import { queryAddress } from "../../parts/figure.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { word } from "../../parts/words.ts";
import { fromParams, saysSomething, toInput, toParams } from "../openings/profile.ts";
import { openingKinds } from "../openings/words.ts";
import { Asks } from "./asks.tsx";
import { Dates } from "./dates.tsx";
import { ForUs } from "./for-us.tsx";
import { Lots } from "./lots.tsx";
import { Summary } from "./summary.tsx";
import { Whom } from "./whom.tsx";

type Node = NonNullable<OpeningByIdQuery["node"]>;
export type Opening = Extract<Node, { readonly purpose: unknown }>;

const isOpening = (node: Node | null | undefined): node is Opening =>
  node !== null && node !== undefined && "purpose" in node;

export default function OpeningPage({ params }: PageProps) {
  const id = params["id"] ?? "";
  const { asOf, knownAt } = useScope();
  const profile = fromParams(useAddress().params);
  const today = useStore(answered)?.today ?? "";
  const variables = { id, asOf, knownAt };
  const asked = useAnswer(OpeningById, variables);
  const node = asked.answer?.data.node;
  const opening = isOpening(node) ? node : undefined;
  const isTold = saysSomething(profile);
  const isNotThere = (asked.answer !== undefined && !opening) || asked.failure?.code === "BAD_ID";
  return (
    <Page
      title={opening?.title ?? (isNotThere ? "No such opening" : "Opening")}
      {...(opening ? { caption: word(openingKinds, opening.kind) } : {})}
      place={[
        { name: "Home", path: "/" },
        { name: "Openings", path: "/openings" },
      ]}
    >
      {isTold && (
        <p>
          <a class="nhsuk-back-link" href={href("/openings", toParams(profile))}>
            Back to the list for your organisation
          </a>
        </p>
      )}
      {isNotThere ? (
        <p class="nhsuk-lede-text">
          The register has no opening with this id that you may see on this day.
        </p>
      ) : (
        <Loaded asked={asked} what="the opening">
          {(_, { revision }) =>
            opening && (
              <>
                <p class="nhsuk-lede-text">{opening.purpose}</p>
                <Dates opening={opening} />
                {isTold && <ForUs id={id} title={opening.title} profile={toInput(profile)} />}
                <Asks
                  opening={opening}
                  variables={variables}
                  asOf={asOf ?? today}
                  revision={revision}
                  isTold={isTold}
                />
                <Summary opening={opening} />
                <Whom opening={opening} />
                <Lots opening={opening} />
                <h2 class="nhsuk-heading-m">Where this comes from</h2>
                {opening.evidence ? (
                  <EvidenceItem evidence={opening.evidence} />
                ) : (
                  <p>No evidence is on record.</p>
                )}
                <p class="app-small">
                  <a href={queryAddress(OpeningById, variables)}>The query behind this</a>
                </p>
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
