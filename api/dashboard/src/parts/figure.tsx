/*
 * The frame of everything that is counted or listed: its title, what it says in a sentence, a
 * chart where there is one, always its table, its files, and the query behind it.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { currentAddress, href } from "../data/address.ts";
import type { Operation } from "../data/operation.ts";
import { csv, fileName, pngOf, save, svgText } from "./export.ts";
import type { Provenance } from "./export.ts";

export interface Column<Row> {
  readonly head: string;
  /** As it goes into files. */
  readonly text: (row: Row) => string;
  /** As it is shown; the same text by default. */
  readonly cell?: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
  /** It is in files only, where the table shows it within another column. */
  readonly isFileOnly?: boolean;
}

interface Props<Row> {
  title: string;
  /** One address for links to it, unlike any other on the page. */
  id: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Draws the chart. It is called again when the rows change. */
  chart?: () => Promise<SVGSVGElement>;
  /** For a chart that the children draw: the picture that goes into files. */
  picture?: () => SVGSVGElement;
  /** The question that was asked, to be asked again by hand. */
  query: { operation: Operation<unknown, unknown>; variables: object };
  asOf: string;
  revision: number | undefined;
  /** What the figure says, and what it does not. */
  children?: ComponentChildren;
  /** Said in place of a table without rows: it means something. */
  empty: ComponentChildren;
  level?: 2 | 3;
}

export function Figure<Row>(props: Props<Row>) {
  const { title, id, columns, rows, rowKey, chart, query, asOf, revision, empty } = props;
  const drawn = useRef<SVGSVGElement>(null);
  const Head: "h2" | "h3" = props.level === 3 ? "h3" : "h2";
  // Whoever was sent here for this figure is taken to it once it is there.
  useEffect(() => {
    if (currentAddress().part === id) document.getElementById(id)?.scrollIntoView();
  }, [id]);
  const from = (): Provenance => ({
    asOf,
    revision,
    address: new URL(cited(asOf, revision, id), window.location.href).href,
  });
  const shown = columns.filter((column) => !column.isFileOnly);
  const saveTable = () => {
    const cells = rows.map((row) => columns.map((column) => column.text(row)));
    const text = csv(
      columns.map((column) => column.head),
      cells,
      from(),
    );
    save(fileName(title, "csv"), new Blob([text], { type: "text/csv;charset=utf-8" }));
  };
  const saveChart = async (kind: "svg" | "png") => {
    const svg = props.picture?.() ?? drawn.current;
    if (!svg) return;
    const text = svgText(svg, title, from());
    const { width, height } = svg.viewBox.baseVal;
    const blob =
      kind === "svg"
        ? new Blob([text], { type: "image/svg+xml" })
        : await pngOf(text, width, height);
    save(fileName(title, kind), blob);
  };
  return (
    <section class="app-figure" aria-labelledby={id}>
      <Head id={id} class={props.level === 3 ? "nhsuk-heading-s" : "nhsuk-heading-m"}>
        {title}
      </Head>
      {props.children}
      {rows.length === 0 ? (
        <div class="nhsuk-inset-text app-empty">{empty}</div>
      ) : (
        <>
          {chart && <Chart draw={chart} drawn={drawn} title={title} />}
          <table role="table" class="nhsuk-table-responsive app-table">
            <caption class="nhsuk-u-visually-hidden">{title}</caption>
            <thead class="nhsuk-table__head" role="rowgroup">
              <tr role="row">
                {shown.map(({ head, isNumber }) => (
                  <th
                    key={head}
                    role="columnheader"
                    scope="col"
                    class={isNumber ? "nhsuk-table__header--numeric" : undefined}
                  >
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="nhsuk-table__body">
              {rows.map((row) => (
                <tr key={rowKey(row)} role="row" class="nhsuk-table__row">
                  {shown.map(({ head, text, cell, isNumber }) => (
                    <td
                      key={head}
                      role="cell"
                      class={`nhsuk-table__cell${isNumber ? " nhsuk-table__cell--numeric" : ""}`}
                    >
                      <span class="nhsuk-table-responsive__heading" aria-hidden="true">
                        {head}{" "}
                      </span>
                      <div class="app-cell">{cell ? cell(row) : text(row)}</div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <ul class="app-tools" aria-label={`Use “${title}” elsewhere`}>
        {rows.length > 0 && (
          <li>
            <button type="button" class="app-link" onClick={saveTable}>
              Download CSV
            </button>
          </li>
        )}
        {(chart || props.picture) &&
          rows.length > 0 &&
          (["svg", "png"] as const).map((kind) => (
            <li key={kind}>
              <button type="button" class="app-link" onClick={() => void saveChart(kind)}>
                Download {kind.toUpperCase()}
              </button>
            </li>
          ))}
        <li>
          <a href={queryAddress(query.operation, query.variables)}>The query behind this</a>
        </li>
      </ul>
    </section>
  );
}

/** The address of a figure that shows the same next year. */
export function cited(asOf: string, revision: number | undefined, part = ""): string {
  const params = Object.fromEntries(new URLSearchParams(window.location.search));
  const fixed = revision === undefined ? {} : { revision: String(revision) };
  return href(window.location.pathname, { ...params, asOf, ...fixed }, part);
}

/** GraphiQL with a question in it. It is after the #, so that no server logs it. */
export function queryAddress(operation: Operation<unknown, unknown>, variables: object): string {
  const said = new URLSearchParams({
    query: operation.text,
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphiql#${said.toString()}`;
}

interface ChartProps {
  draw: () => Promise<SVGSVGElement>;
  drawn: { current: SVGSVGElement | null };
  title: string;
}

function Chart({ draw, drawn, title }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isOver = false;
    void draw().then((svg) => {
      if (isOver || !place.current) return;
      // Styles inside would be refused by the policy; they are in `styles/chart.scss`.
      for (const style of svg.querySelectorAll("style")) style.remove();
      // It is one picture with one name: what its parts say, the table says.
      for (const part of [svg, ...svg.querySelectorAll("*")]) {
        for (const name of part.getAttributeNames()) {
          if (name.startsWith("aria-")) part.removeAttribute(name);
        }
      }
      drawn.current = svg;
      place.current.replaceChildren(svg);
      const frame = place.current.parentElement;
      // What has to be moved sideways can be moved by keyboard.
      if (frame && frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    });
    return () => {
      isOver = true;
    };
  }, [draw, drawn, title]);
  // It is only looked at: nothing in it can be pressed, and whoever hears the page has the table.
  return (
    <div class="app-chart" role="img" aria-label={`${title}. The table below says the same.`}>
      <div inert ref={place} />
    </div>
  );
}
