/* What can be entered, and the form to enter it. */
import { ProposalOne } from "#ops/ProposalOne.ts";
import { Page } from "../../app/page.tsx";
import type { PageProps } from "../../app/routes.ts";
import { href, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Fact } from "../../parts/fact.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { amended } from "../../parts/register/amended.ts";
import { done } from "../../parts/register/done.ts";
import { EntryForm } from "../../parts/register/entry-form.tsx";
import type { Kind, Value, Values } from "../../parts/register/kind.ts";
import { kindOfCode, kinds } from "../../parts/register/kinds.ts";
import { valuesOf } from "../../parts/register/reading.ts";
import { may, useViewer } from "../../parts/register/use-viewer.ts";
import { capital } from "../../parts/words.ts";

const place = [
  { name: "Home", path: "/" },
  { name: "Register", path: "/register" },
];

export default function NewEntry({ params }: PageProps) {
  const code = params["kind"];
  const kind = code === undefined ? undefined : kindOfCode(code);
  return kind?.save ? <Form kind={kind} /> : <Kinds wrong={code} />;
}

function Kinds({ wrong }: { wrong: string | undefined }) {
  const viewer = useViewer();
  return (
    <Page title="Enter something new" place={place}>
      {wrong && <p class="nhsuk-lede-text">Nothing that is entered here is called “{wrong}”.</p>}
      <p>
        Each entry says on what it rests. Look first whether{" "}
        <a href={href("/register")}>the register has it</a>: records of other sources stand side by
        side, the same one stands once.
      </p>
      {viewer?.role === "PUBLIC" && (
        <p>
          <a href={href("/sign-in")}>Sign in</a> to enter or propose something.
        </p>
      )}
      <dl class="nhsuk-summary-list">
        {kinds
          .filter((kind) => kind.save)
          .map((kind) => (
            <Fact
              key={kind.code}
              name={
                viewer && may(viewer, kind.may) ? (
                  <a href={href(`/register/new/${kind.code}`)}>{capital(kind.one)}</a>
                ) : (
                  capital(kind.one)
                )
              }
            >
              {kind.says}
            </Fact>
          ))}
      </dl>
      <p class="app-small">
        Pooled budgets and scenarios are made on <a href={href("/pools")}>their</a>{" "}
        <a href={href("/scenarios")}>own pages</a>.
      </p>
    </Page>
  );
}

function Form({ kind }: { kind: Kind }) {
  const viewer = useViewer();
  const { params } = useAddress();
  const accepts = params.get("proposal") ?? undefined;
  const proposal = useAnswer(ProposalOne, accepts ? { id: accepts } : undefined);
  const proposed = proposal.answer?.data.proposal ?? undefined;
  const given = kind.fields.map(({ name }) => params.get(name)).filter(Boolean);
  return (
    <Page
      title={`New ${kind.one}`}
      place={[...place, { name: "Enter something new", path: "/register/new" }]}
    >
      <p>{kind.says}.</p>
      {viewer && !may(viewer, kind.may) && (
        <div class="nhsuk-inset-text">
          <p>
            You can fill in the form, but whoever you are now may not send it. What you type is kept
            in this tab while you <a href={href("/sign-in")}>sign in</a>.
          </p>
        </div>
      )}
      {accepts && !proposal.answer ? (
        <Loaded asked={proposal} what="the proposal">
          {() => null}
        </Loaded>
      ) : (
        <EntryForm
          key={kind.code}
          kind={kind}
          node={undefined}
          name={["new", kind.code, accepts, ...given].filter(Boolean).join(".")}
          begin={proposed ? amended(kind, undefined, proposed.changes) : begin(kind, params)}
          {...(proposed ? { reason: proposed.reason } : {})}
          accepts={accepts}
          again={() => undefined}
          onDone={done}
        />
      )}
    </Page>
  );
}

/** What a link that leads here has filled in: `?service=service_…`, `?offer=cstr`. */
function begin(kind: Kind, params: URLSearchParams): Values {
  const values: Record<string, Value> = { ...valuesOf(kind.fields) };
  for (const { name, control } of kind.fields) {
    const given = params.get(name);
    if (given && control.is === "ref") values[name] = { id: given, name: "" };
  }
  return values;
}
