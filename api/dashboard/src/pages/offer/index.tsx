/* One offer: what it is, where it is commissioned, who provides it, and what ends. */
import { OfferChanged } from "#ops/OfferChanged.ts";
import { OfferCoverage } from "#ops/OfferCoverage.ts";
import { OfferFacts } from "#ops/OfferFacts.ts";
import type { AreaKind, OfferFactsQuery } from "#ops/types.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useScope } from "../../data/address.ts";
import { useChanges } from "../../data/live.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Changed } from "../../parts/changed.tsx";
import { Fact } from "../../parts/fact.tsx";
import { GeographyField, useGeography } from "../../parts/geography.tsx";
import { Empty, Loaded } from "../../parts/loaded.tsx";
import { NotOnRecord } from "../../parts/values.tsx";
import { familyRoles, kindsOfAreas, nations, offerKind } from "../../parts/words-offers.ts";
import { capital, intensities, listed, stages, word } from "../../parts/words.ts";
import { Where } from "./where.tsx";
import { Services } from "./services.tsx";

const kinds = [
  "POLICE_FORCE",
  "ICB",
  "HEALTH_BOARD",
  "PROBATION_REGION",
  "NHS_REGION",
  "PDU",
  "UPPER_TIER",
  "DISTRICT",
  "COURT",
  "PRISON",
] as const satisfies readonly AreaKind[];

const place = [
  { name: "Home", path: "/" },
  { name: "Offers", path: "/offers" },
];

export default function OfferPage({ params }: PageProps) {
  const code = params["code"] ?? "";
  const asked = useAnswer(OfferFacts, { code });
  const offer = asked.answer?.data.offer;
  return (
    <Page
      title={offer?.name ?? `Offer ${code}`}
      {...(offer ? { caption: `Offer · ${word(intensities, offer.intensity)}` } : {})}
      place={place}
    >
      <Loaded asked={asked} what="the offer">
        {() =>
          offer ? (
            <Shown offer={offer} />
          ) : (
            <Empty>
              The register’s vocabulary has no offer with the code “{code}”.{" "}
              <a href={href("/offers")}>All offers</a>
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

export type Facts = NonNullable<OfferFactsQuery["offer"]>;

function Shown({ offer }: { offer: Facts }) {
  const { asOf, knownAt } = useScope();
  const kind = useGeography(kinds);
  const variables = { code: offer.code, kind, asOf, knownAt };
  const asked = useAnswer(OfferCoverage, variables);
  const changes = useChanges(OfferChanged, knownAt ? undefined : { code: offer.code, kind, asOf });
  return (
    <>
      <p class="nhsuk-lede-text">{offer.description}</p>
      <What offer={offer} />
      <Changed changes={changes} show={asked.again} />
      <GeographyField id="offer-kind" kinds={kinds} value={kind} />
      <p>
        <a href={href("/gaps", { kind, offer: offer.code })}>
          Its gaps over {word(kindsOfAreas, kind)}
        </a>
      </p>
      <Loaded asked={asked} what="where it is commissioned">
        {({ coverageMatrix }, { revision }) =>
          coverageMatrix && (
            <Where
              offer={offer}
              kind={kind}
              matrix={coverageMatrix}
              revision={revision}
              variables={variables}
            />
          )
        }
      </Loaded>
      <Services offer={offer} />
    </>
  );
}

function What({ offer }: { offer: Facts }) {
  return (
    <dl class="nhsuk-summary-list">
      <Fact name="What it is">
        {offerKind(offer.kind)}.{" "}
        {offer.countsAsTreatment ? "It may count as treatment." : "It is not treatment."}
      </Fact>
      <Fact name="Stages">
        {listed(offer.stages.map((stage) => word(stages, stage))) || <NotOnRecord />}
      </Fact>
      <Fact name="For whom">{offer.cohort?.name ?? <NotOnRecord />}</Fact>
      <Fact name="Where it exists">
        {listed(offer.nations.map((nation) => word(nations, nation))) ||
          "Neither in England nor in Wales"}
      </Fact>
      <Fact name="Commissioned on">
        {capital(listed(offer.commissionedOn.map((kind) => word(kindsOfAreas, kind)))) || (
          <NotOnRecord />
        )}
      </Fact>
      <Fact name="Family">
        {word(familyRoles, offer.familyRole)}.
        <Offers list={offer.families} />
      </Fact>
      {offer.members.length > 0 && (
        <Fact name="Members">
          <Offers list={offer.members} />
        </Fact>
      )}
      <Fact name="Legal basis">
        <NotOnRecord what="Not on record: the vocabulary names no Act or regulation for an offer." />
      </Fact>
      <Fact name="Where this comes from">
        Vocabulary of {offer.vocabularyVersion}
        {offer.systems.length > 0 &&
          `, drawn from ${listed(
            offer.systems.map((one) => `${one.name} (no. ${one.number}: ${one.reason})`),
          )}`}
        .
      </Fact>
    </dl>
  );
}

function Offers({ list }: { list: readonly { code: string; name: string }[] }) {
  if (list.length === 0) return null;
  return (
    <ul class="nhsuk-list">
      {list.map(({ code, name }) => (
        <li key={code}>
          <a href={href(`/offers/${code}`)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
