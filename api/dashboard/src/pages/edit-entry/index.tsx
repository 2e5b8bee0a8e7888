/* Changes one entry, or proposes to. A proposal that somebody decides on may be amended here. */
import { ProposalOne } from "#ops/ProposalOne.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { amended } from "../../parts/register/amended.ts";
import { done } from "../../parts/register/done.ts";
import { EntryForm } from "../../parts/register/entry-form.tsx";
import { useKeptEntry } from "../../parts/register/use-entry.ts";
import { may, useViewer } from "../../parts/register/use-viewer.ts";

export default function EditEntry({ params }: PageProps) {
  const id = params["id"] ?? "";
  // One changes what the register says now, whatever revision the page before cited.
  const { asked, kind, node } = useKeptEntry({ id });
  const viewer = useViewer();
  const accepts = useAddress().params.get("proposal") ?? undefined;
  const proposal = useAnswer(ProposalOne, accepts ? { id: accepts } : undefined);
  const proposed = proposal.answer?.data.proposal ?? undefined;
  const isWaiting = accepts !== undefined && !proposal.answer;
  const title = node && kind ? kind.title(node) : "Edit an entry";
  return (
    <Page
      title={title}
      caption={
        accepts
          ? "Accept with changes"
          : viewer?.role === "PROVIDER"
            ? "Propose a correction"
            : "Edit"
      }
      place={[
        { name: "Home", path: "/" },
        { name: "Register", path: "/register" },
        { name: title, path: `/register/entries/${encodeURIComponent(id)}` },
      ]}
    >
      {kind?.save && viewer && !may(viewer, kind.may) && (
        <div class="nhsuk-inset-text">
          <p>
            You can fill in the form, but whoever you are now may not send it. What you type is kept
            in this tab while you <a href={href("/sign-in")}>sign in</a>.
          </p>
        </div>
      )}
      <Loaded asked={asked} what="this entry">
        {() =>
          node && kind?.save && !isWaiting ? (
            <EntryForm
              key={`${kind.code} ${accepts ?? ""}`}
              kind={kind}
              node={node}
              name={`entry.${id}${accepts ? `.${accepts}` : ""}`}
              begin={proposed && amended(kind, node, proposed.changes)}
              {...(proposed ? { reason: proposed.reason } : {})}
              accepts={accepts}
              again={asked.again}
              onDone={done}
            />
          ) : (
            !node &&
            !asked.isAsking && (
              <p class="nhsuk-lede-text">
                There is no such entry in the register now, or none that is open to you.{" "}
                <a href={href("/register")}>Find an entry</a>
              </p>
            )
          )
        }
      </Loaded>
    </Page>
  );
}
