/*
 * The form of a kind: what is there or nothing to begin with, a reason, a look at what would
 * change, and then to write it, or to propose it where one may not write. What is typed is kept
 * for the tab with the version that it began from, so that nothing and nobody is overwritten.
 */
import type { WrittenFragment } from "#ops/types.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Draft, useDraft } from "../../data/use-draft.ts";
import { type Save, useSave } from "../../data/use-save.ts";
import { ErrorSummary, type Fault, TextArea, faultOf } from "../form.tsx";
import { BothSides } from "./both-sides.tsx";
import { Differences } from "./differences.tsx";
import { FieldControl } from "./field-control.tsx";
import type { Field, Kind, Node, Values } from "./kind.ts";
import { blank, changedFields, faultsIn, inputOf, valuesOf } from "./reading.ts";

export interface Typed {
  /** The version that it began from; none: a new entry. */
  readonly version: number | undefined;
  readonly base: Values | undefined;
  readonly values: Values;
  readonly reason: string;
  /** The name of what was sent last: sent again, it is done once, even after a reload. */
  readonly sent: { readonly text: string; readonly key: string } | undefined;
}

interface Props {
  kind: Kind;
  /** The row as it is now; none: a new one is made. */
  node: Node | undefined;
  /** The draft is kept under it. */
  name: string;
  /** What the fields begin with where it is not the row itself. */
  begin?: Values | undefined;
  reason?: string;
  /** The proposal that is accepted with what is sent. */
  accepts?: string | undefined;
  /** Asks for the row again. */
  again: () => void;
  onDone: (written: WrittenFragment, isProposal: boolean) => void;
}

const form = "entry";

export function EntryForm(props: Props) {
  const { kind, node, begin, accepts, again, onDone } = props;
  const now = node && valuesOf(kind.fields, node);
  const first: Typed = {
    version: node?.version,
    base: now,
    values: begin ?? now ?? valuesOf(kind.fields),
    reason: props.reason ?? "",
    sent: undefined,
  };
  const draft = useDraft<Typed>(props.name, first);
  const { version, base, values } = draft.value;
  const isTouched = draft.isChanged;
  const isOvertaken = node !== undefined && version !== node.version;
  useEffect(() => {
    // Nothing was typed, so nothing is in the way of what is new.
    if (isOvertaken && !isTouched) draft.reset(first);
  }, [isOvertaken, isTouched]);
  const [fields] = useState(() => kind.fields.filter((field) => !(node && field.once)));
  if (isOvertaken && isTouched && base && now) {
    return (
      <BothSides
        key={node.version}
        form={form}
        kind={kind}
        id={node.id}
        seen={base}
        theirs={now}
        mine={values}
        onResolved={(resolved) => draft.set({ values: resolved, base: now, version: node.version })}
      />
    );
  }
  return <Fields {...{ kind, node, fields, draft, accepts, again, onDone }} first={first} />;
}

interface FieldsProps extends Pick<Props, "kind" | "node" | "accepts" | "again" | "onDone"> {
  fields: readonly Field[];
  draft: Draft<Typed>;
  first: Typed;
}

interface Checked {
  readonly text: string;
  readonly propose: boolean;
  readonly changes: WrittenFragment["changes"];
}

function Fields({ kind, node, fields, draft, first, accepts, again, onDone }: FieldsProps) {
  const { base, values, version, reason } = draft.value;
  const save = useSave(kind.save as NonNullable<Kind["save"]>) as Save<object>;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [checked, setChecked] = useState<Checked>();
  const input = {
    ...inputOf(fields, values, base),
    ...(node ? { id: node.id, expectedVersion: version } : {}),
    ...(accepts ? { acceptsProposal: accepts } : {}),
    reason: reason.trim(),
  };
  const text = JSON.stringify(input);
  const isChecked = checked?.text === text;

  /** The faults of an answer; none: it could be done. */
  const told = (came: WrittenFragment): boolean => {
    setFaults(came.problems.map((one) => inWords(fields, one)));
    if (came.conflict) again();
    return came.problems.length === 0 && !came.conflict;
  };

  const check = async () => {
    const wrong = faultsIn(fields, values, base);
    if (!accepts && base && changedFields(fields, values, base).length === 0) {
      wrong.push({ field: fields[0]?.name ?? "", message: "Nothing is changed yet" });
    }
    if (reason.trim() === "") wrong.push({ field: "reason", message: "Say why: history keeps it" });
    setFaults(wrong);
    setChecked(undefined);
    if (wrong.length > 0) return;
    let came = await save.send({ ...input, dryRun: true });
    const mayPropose = came?.problems.every((one) => one.code === "FORBIDDEN");
    const propose = came !== undefined && came.problems.length > 0 && mayPropose === true;
    if (propose) came = await save.send({ ...input, dryRun: true, propose: true });
    if (came && told(came)) setChecked({ text, propose, changes: came.changes });
  };

  const write = async () => {
    if (!checked) return;
    const key = draft.value.sent?.text === text ? draft.value.sent.key : crypto.randomUUID();
    draft.set({ sent: { text, key } });
    const came = await save.send({
      ...input,
      idempotencyKey: key,
      ...(checked.propose ? { propose: true } : {}),
    });
    if (!came || !told(came)) return;
    draft.reset({ ...first, sent: undefined });
    onDone(came, checked.propose);
  };

  return (
    <form
      class="app-register-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (isChecked ? write() : check());
      }}
    >
      <ErrorSummary form={form} faults={faults} />
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          form={form}
          field={field}
          path={field.name}
          value={values[field.name] ?? blank(field.control)}
          faults={faults}
          onValue={(value) => draft.set({ values: { ...values, [field.name]: value } })}
        />
      ))}
      <TextArea
        id={`${form}-reason`}
        label="Why"
        hint="History keeps it, and whoever looks at the entry reads it. No personal data"
        fault={faultOf(faults, "reason")}
        value={reason}
        onValue={(why) => draft.set({ reason: why })}
      />
      <Sending save={save} />
      {checked && isChecked && <Preview checked={checked} node={node} accepts={accepts} />}
      <div class="nhsuk-button-group">
        <button class="nhsuk-button" type="submit" disabled={save.isSaving}>
          {isChecked
            ? checked.propose
              ? "Send the proposal"
              : "Write it"
            : "See what would change"}
        </button>
        {draft.isChanged && (
          <button
            class="nhsuk-button nhsuk-button--secondary"
            type="button"
            onClick={() => {
              setFaults([]);
              setChecked(undefined);
              save.clear();
              draft.reset(first);
            }}
          >
            Throw away what I typed
          </button>
        )}
      </div>
    </form>
  );
}

/** What is wrong, with the field in the words of the form. */
function inWords(fields: readonly Field[], { field, message }: Fault): Fault {
  const label = labelOf(fields, field.split("."));
  return { field, message: label ? `${label}: ${message}` : message };
}

function labelOf(fields: readonly Field[], [head, ...rest]: readonly string[]): string | undefined {
  for (const { name, label, control } of fields) {
    if (control.is === "made" && control.maker === head) return labelOf(control.fields, rest);
    if (name !== head) continue;
    if (control.is !== "list" || rest.length < 2) return label;
    return `${label}, ${control.one} ${Number(rest[0]) + 1}, ${labelOf(control.fields, rest.slice(1)) ?? ""}`;
  }
  return undefined;
}

/** What became of sending: what was typed stays in any case. */
export function Sending({ save }: { save: Pick<Save<object>, "failure" | "isSaving"> }) {
  const { failure, isSaving } = save;
  return (
    <>
      <div role="status">{isSaving && <p>Asking the server…</p>}</div>
      {failure && !isSaving && (
        <div class="app-failure" role="alert">
          <h2 class="app-failure__head">Not sent</h2>
          <p>
            {failure.message} What you typed is still here. Send it again: it is done once, even if
            the first try did arrive.
          </p>
        </div>
      )}
    </>
  );
}

interface PreviewProps {
  checked: Checked;
  node: Node | undefined;
  accepts: string | undefined;
}

function Preview({ checked, node, accepts }: PreviewProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section class="app-preview" aria-labelledby={`${form}-preview`}>
      <h2 class="nhsuk-heading-m" id={`${form}-preview`} tabIndex={-1} ref={head}>
        What would change
      </h2>
      {checked.propose && (
        <p>
          You may not write this entry yourself. It goes as a proposal to whoever keeps it, and
          nothing changes until they accept it.
        </p>
      )}
      {accepts && <p>The proposal is accepted with this instead of what it says.</p>}
      <Differences changes={checked.changes} heads={["It is now", "It would be"]} of={node?.id} />
    </section>
  );
}
