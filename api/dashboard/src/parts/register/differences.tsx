/* What a change does or did, field by field, in the words of the forms. */
import type { FieldChangedFragment } from "#ops/types.ts";
import type { Field } from "./kind.ts";
import { tableOf } from "./kinds.ts";
import { AskedName, Shown } from "./shown.tsx";
import { fromStored, idInTable } from "./stored.ts";
import { capital } from "../words.ts";

interface Props {
  changes: readonly FieldChangedFragment[];
  /** What the two sides are called. */
  heads: readonly [string, string];
  /** The row whose name needs no saying. */
  of?: string | undefined;
}

export function Differences({ changes, heads, of }: Props) {
  if (changes.length === 0) return <p class="app-small">No field differs.</p>;
  const rows = new Map<string, FieldChangedFragment[]>();
  for (const one of changes) {
    const key = `${one.table} ${one.row}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  // What is there already goes first, then what is made with it.
  const isNew = (row: readonly FieldChangedFragment[]) => row.every((one) => one.before === null);
  const sorted = [...rows].toSorted(([, a], [, b]) => Number(isNew(a)) - Number(isNew(b)));
  const made = new Set(sorted.flatMap(([, row]) => (isNew(row) && row[0] ? [row[0].row] : [])));
  return (
    <>
      {sorted.map(([key, row]) => (
        <Row key={key} changes={row} heads={heads} of={of} made={made} />
      ))}
    </>
  );
}

interface RowProps extends Props {
  /** Rows that the same change makes, by their ids: nobody can ask for them yet. */
  made: ReadonlySet<string>;
}

function Row({ changes, heads, of, made }: RowProps) {
  const [first] = changes;
  if (!first) return null;
  const table = tableOf(first.table);
  const fields = changes.flatMap((change) => {
    const field = table?.fields.find((one) => one.name === change.field);
    // A row of a list names what it belongs to, which is what one looks at.
    if (!field && table?.list) return [];
    return [{ change, field }];
  });
  if (fields.length === 0) return null;
  const isNew = changes.every((one) => one.before === null);
  const isGone = changes.every((one) => one.after === null);
  const id = idInTable(first.table, first.row);
  const head = headOf(table?.list, table?.kind.one ?? first.table, isNew, isGone);
  const [was, is] = heads;
  return (
    <div class="app-register-row">
      <p class="app-register-row__head">
        <strong>{head}</strong>
        {id && id !== of && !isNew && !table?.list && (
          <>
            : <AskedName id={id} unknown="taken out by now, or not open to you" />
          </>
        )}
      </p>
      <table role="table" class="nhsuk-table-responsive app-table">
        <caption class="nhsuk-u-visually-hidden">{head}, field by field</caption>
        <thead class="nhsuk-table__head" role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Field
            </th>
            {!isNew && (
              <th role="columnheader" scope="col">
                {was}
              </th>
            )}
            {!isGone && (
              <th role="columnheader" scope="col">
                {is}
              </th>
            )}
          </tr>
        </thead>
        <tbody class="nhsuk-table__body">
          {fields.map(({ change, field }) => (
            <tr key={change.field} role="row" class="nhsuk-table__row">
              <Cell head="Field">{field?.label ?? spaced(change.field)}</Cell>
              {!isNew && (
                <Cell head={was}>
                  <Stored field={field} text={change.before} made={made} />
                </Cell>
              )}
              {!isGone && (
                <Cell head={is}>
                  <Stored field={field} text={change.after} made={made} />
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headOf(list: Field | undefined, one: string, isNew: boolean, isGone: boolean): string {
  const what = list?.control.is === "list" ? `${list.label}: ${list.control.one}` : capital(one);
  return `${what}${isNew ? ", new" : ""}${isGone ? ", taken out" : ""}`;
}

function Cell({ head, children }: { head: string; children: preact.ComponentChildren }) {
  return (
    <td role="cell" class="nhsuk-table__cell">
      <span class="nhsuk-table-responsive__heading" aria-hidden="true">
        {head}{" "}
      </span>
      <div class="app-cell">{children}</div>
    </td>
  );
}

interface StoredProps extends Pick<RowProps, "made"> {
  field: Field | undefined;
  text: string | null;
}

function Stored({ field, text, made }: StoredProps) {
  const control = field?.control ?? { is: "text" };
  if ((control.is === "made" || control.is === "ref") && text && made.has(text)) {
    return <>What is new below</>;
  }
  return <Shown control={control} value={fromStored(control, text)} />;
}

/** `worksWithJustice` as works with justice, where no form has the field. */
function spaced(name: string): string {
  return capital(name.replaceAll(/([A-Z])/g, " $1").toLowerCase());
}
