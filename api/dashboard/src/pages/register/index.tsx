/* The register itself: find any entry, see what to look at again, what changed, what is proposed. */
import { Page } from "../../app/page.tsx";
import { href, useAddress } from "../../data/address.ts";
import { Notice } from "../../parts/register/notice.tsx";
import { entryPath } from "../../parts/register/shown.tsx";
import { type Viewer, useViewer } from "../../parts/register/use-viewer.ts";
import { Find } from "./find.tsx";
import { LastChanges, LookAgain, OpenProposals } from "./news.tsx";

export default function Register() {
  const viewer = useViewer();
  const { params } = useAddress();
  const isSearch = params.has("find") || params.has("kind");
  return (
    <Page title="The register, entry by entry" place={[{ name: "Home", path: "/" }]}>
      <Notice />
      <p>
        Every entry says on what it rests and who changed it when. What is wrong can be corrected,
        or a correction proposed, from the entry’s own page.
      </p>
      <Find key={`${params.get("kind")} ${params.get("look")}`} />
      {!isSearch && (
        <>
          {viewer && viewer.bodies.length > 0 && <Own bodies={viewer.bodies} />}
          <LookAgain />
          <OpenProposals viewer={viewer} />
          <LastChanges viewer={viewer} />
        </>
      )}
      <h2 class="nhsuk-heading-m">Enter something new</h2>
      <p>
        <a href={href("/register/new")}>Choose what to enter or propose</a>
      </p>
    </Page>
  );
}

/** Where somebody begins who keeps or provides something. */
function Own({ bodies }: { bodies: Viewer["bodies"] }) {
  return (
    <section aria-labelledby="own">
      <h2 class="nhsuk-heading-m" id="own">
        Yours
      </h2>
      <ul class="nhsuk-list">
        {bodies.map((body) => (
          <li key={body.id}>
            <a href={entryPath(body.id)}>{body.name}</a>: its services, streams and claims
          </li>
        ))}
      </ul>
    </section>
  );
}
