/* Finds entries: among names that may be misspelt, or in the list of one kind with its filters. */
import { RegisterSearch } from "#ops/RegisterSearch.ts";
import type { RegisterSearchQuery } from "#ops/types.ts";
import { useEffect, useState } from "preact/hooks";
import { go, here, useAddress, useScope } from "../../data/address.ts";
import { answered } from "../../data/client.ts";
import { dayOf } from "../../data/dates.ts";
import { useStore } from "../../data/store.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { type Column, Figure } from "../../parts/figure.tsx";
import { SelectField } from "../../parts/form.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { entryPath } from "../../parts/register/shown.tsx";
import { bodyKinds } from "../../parts/register/words.ts";
import { NotOnRecord, PartialDate } from "../../parts/values.tsx";
import { areaKinds, count, counted, serviceStates, word } from "../../parts/words.ts";
import { type Listing, type Row, nothing } from "./listing.ts";
import { listings } from "./listings.ts";

export function Find() {
  const { params } = useAddress();
  const kind = listings.find((one) => one.code === params.get("kind"));
  const look = kind?.looks.find((one) => one.code === params.get("look"));
  const [text, setText] = useState(params.get("find") ?? "");
  const settled = params.get("find")?.trim() ?? "";
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() !== settled)
        go(here({ find: text.trim(), after: undefined }), { replace: true });
    }, 300);
    return () => clearTimeout(timer);
  }, [text, settled]);
  const hint = kind
    ? kind.textHint
    : "The name of a service, body, area or offer, or a code. It may be misspelt";
  return (
    <section aria-labelledby="find-head">
      <h2 class="nhsuk-heading-m" id="find-head">
        Find an entry
      </h2>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(here({ find: text.trim(), after: undefined }), { replace: true });
        }}
      >
        <SelectField
          id="kind"
          label="Kind of entry"
          value={kind?.code ?? ""}
          options={[
            { value: "", name: "Services, bodies, areas and offers by name" },
            ...listings.map(({ code, name }) => ({ value: code, name })),
          ]}
          onValue={(code) => go(here({ kind: code, look: undefined, after: undefined }))}
        />
        {kind && kind.looks.length > 0 && (
          <SelectField
            id="look"
            label="Only those that are"
            value={look?.code ?? ""}
            options={[
              { value: "", name: "All" },
              ...kind.looks.map(({ code, name }) => ({ value: code, name })),
            ]}
            onValue={(code) => go(here({ look: code, after: undefined }))}
          />
        )}
        {(!kind || kind.byText) && (
          <div class="nhsuk-form-group">
            <label class="nhsuk-label nhsuk-label--s" for="find">
              Text
            </label>
            <div class="nhsuk-hint" id="find-hint">
              {hint}
            </div>
            <div class="app-picker__row">
              <input
                class="nhsuk-input"
                id="find"
                type="search"
                autoComplete="off"
                spellcheck={false}
                value={text}
                aria-describedby="find-hint"
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <button class="nhsuk-button nhsuk-button--small" type="submit">
                Search
              </button>
            </div>
          </div>
        )}
      </form>
      {kind ? (
        <List kind={kind} text={kind.byText ? settled : ""} look={look?.code} />
      ) : (
        settled && <ByName text={settled} />
      )}
    </section>
  );
}

const columns: readonly Column<Row>[] = [
  {
    head: "Entry",
    text: (row) => row.name,
    cell: (row) => <a href={entryPath(row.id)}>{row.name}</a>,
  },
  { head: "What it says", text: (row) => row.says },
  {
    head: "Rests on",
    text: (row) => [row.source, row.date].filter(Boolean).join(", "),
    cell: (row) =>
      row.source ? (
        <span class="app-small">
          {row.source},{" "}
          {row.date ? <PartialDate date={row.date} /> : <NotOnRecord what="undated" />}
        </span>
      ) : (
        <span class="app-small">See the entry</span>
      ),
  },
];

interface ListProps {
  kind: Listing;
  text: string;
  look: string | undefined;
}

function List({ kind, text, look }: ListProps) {
  const { params } = useAddress();
  const { asOf, knownAt } = useScope();
  const today = useStore(answered)?.today ?? dayOf(new Date());
  const day = asOf ?? today;
  const found = kind.looks.find((one) => one.code === look);
  const filters = [text && kind.byText?.(text), found?.filter(day)].filter(Boolean);
  const after = params.get("after") ?? undefined;
  const variables = {
    first: 50,
    after,
    ...(kind.looks.length > 0 || kind.byText
      ? { filter: filters.length > 0 ? { and: filters } : {} }
      : {}),
    ...(kind.hasScope ? { asOf, knownAt } : {}),
  };
  const asked = useAnswer(kind.operation, variables);
  return (
    <Loaded asked={asked} what="the list">
      {(data, { revision }) => {
        const { rows, total, next } = kind.rows(data);
        return (
          <>
            <Figure
              id="list"
              title={found ? `${kind.name}: ${found.name.toLowerCase()}` : kind.name}
              level={3}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              query={{ operation: kind.operation, variables }}
              asOf={day}
              revision={revision}
              empty={<p>No entry answers to this. That is not the same as there being none.</p>}
            >
              <p role="status">
                {count(total)} {total === 1 ? "entry" : "entries"}
                {rows.length < total && `, ${count(rows.length)} shown at a time`}
                {text && `, with “${text}”`}.
              </p>
            </Figure>
            <p class="app-pages">
              {after && <a href={here({ after: undefined })}>From the start</a>}{" "}
              {next && <a href={here({ after: next })}>Show the next</a>}
            </p>
          </>
        );
      }}
    </Loaded>
  );
}

type Found = NonNullable<RegisterSearchQuery["search"]>[number]["found"];

function row(found: Found): Row | undefined {
  if ("areaKind" in found) {
    const { id, name, areaCode: code, areaKind } = found;
    return {
      id,
      name,
      says: [word(areaKinds, areaKind), code].filter(Boolean).join(", "),
      ...nothing,
    };
  }
  if ("bodyKind" in found) {
    const says = `Body: ${word(bodyKinds, found.bodyKind as keyof typeof bodyKinds).toLowerCase()}`;
    return { id: found.id, name: found.name, says, ...nothing };
  }
  if ("title" in found) {
    const says = `Service: ${word(serviceStates, found.state).toLowerCase()}`;
    return { id: found.id, name: found.title, says, ...nothing };
  }
  if ("name" in found) return { id: found.id, name: found.name, says: "Offer", ...nothing };
  return undefined;
}

function ByName({ text }: { text: string }) {
  const { asOf } = useScope();
  const variables = { text, asOf };
  const asked = useAnswer(RegisterSearch, variables);
  const today = useStore(answered)?.today ?? dayOf(new Date());
  return (
    <Loaded asked={asked} what="what is alike">
      {({ search }, { revision }) => {
        const rows = (search ?? []).flatMap((hit) => row(hit.found) ?? []);
        return (
          <Figure
            id="list"
            title={`Services, bodies, areas and offers like “${text}”`}
            level={3}
            columns={columns.slice(0, 2)}
            rows={rows}
            rowKey={(one) => one.id}
            query={{ operation: RegisterSearch, variables }}
            asOf={asOf ?? today}
            revision={revision}
            empty={<p>Nothing is called so. Try a part of the name, or another kind of entry.</p>}
          >
            <p role="status">
              {counted(rows.length, "entry", "entries")}, most alike first
              {rows.length === 50 && "; there may be more"}.
            </p>
          </Figure>
        );
      }}
    </Loaded>
  );
}
