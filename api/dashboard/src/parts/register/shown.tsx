/* Values as pages show them. What is not on record says so. */
import { RegisterLists } from "#ops/RegisterLists.ts";
import { RegisterName } from "#ops/RegisterName.ts";
import { OfferNames } from "#ops/OfferNames.ts";
import type { RegisterNameQuery } from "#ops/types.ts";
import { href } from "../../data/address.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Money, NotOnRecord, PartialDate } from "../values.tsx";
import { count, word } from "../words.ts";
import type { Control, Field, Made, Ref, Target, Value, Values } from "./kind.ts";
import { isEmpty, isMade } from "./reading.ts";
import { claimName, contractName, financialYear, recordName } from "./telling.ts";

/** The page of an entry, whatever it is. */
export const entryPath = (id: string, end = ""): string =>
  href(`/register/entries/${encodeURIComponent(id)}${end}`);

export function Shown({ control, value }: { control: Control; value: Value | undefined }) {
  if (isEmpty(value)) return <NotOnRecord />;
  switch (control.is) {
    case "date":
      return <PartialDate date={value as string} />;
    case "money":
      return <Money amount={(value as string).replaceAll(/[£,\s]/g, "")} />;
    case "count":
      return (
        <>
          {count(Number(value))} {control.suffix ?? ""}
        </>
      );
    case "year":
      return <>{financialYear(value as string)}</>;
    case "flag":
      return <>{value === "yes" ? "Yes" : "No"}</>;
    case "choice":
      return <>{word(control.words, value as string)}</>;
    case "choices":
      return <>{(value as readonly string[]).map((one) => word(control.words, one)).join(", ")}</>;
    case "ref":
      return <RefName to={control.to} value={value as Ref} isLink />;
    case "refs":
      return (
        <ul class="nhsuk-list">
          {(value as readonly Ref[]).map((one) => (
            <li key={one.id}>
              <RefName to={control.to} value={one} isLink />
            </li>
          ))}
        </ul>
      );
    case "list":
      return <Rows fields={control.fields} rows={value as readonly Values[]} />;
    case "made":
      return isMade(value) ? (
        value.how === "new" ? (
          <Rows fields={control.fields} rows={[value.fields]} />
        ) : (
          <RefName
            to={control.to}
            value={(value.how === "same" ? value.was : value.there) ?? { id: "", name: "" }}
            isLink
          />
        )
      ) : (
        <NotOnRecord />
      );
    default:
      return /^https?:\/\//.test(value as string) ? (
        <a href={value as string} rel="noreferrer">
          {value as string}
        </a>
      ) : (
        <>{value as string}</>
      );
  }
}

/** Rows of a list, each with what is filled in. */
function Rows({ fields, rows }: { fields: readonly Field[]; rows: readonly Values[] }) {
  return (
    <ul class="nhsuk-list app-register-rows">
      {rows.map((row, index) => (
        <li key={index}>
          {fields
            .filter(({ name }) => {
              const value = row[name];
              return !isEmpty(value) && !(isMade(value) && !isFilled(value));
            })
            .map(({ name, label, control }, at) => (
              <span key={name} class="app-register-rows__value">
                {at > 0 && <span class="app-small">{label}: </span>}
                <Shown control={control} value={row[name]} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

const isFilled = ({ was, there, fields }: Made) =>
  Boolean(was ?? there) || Object.values(fields).some((one) => !isEmpty(one));

interface RefProps {
  to: Target;
  value: Ref;
  isLink?: boolean;
}

/** The name of a row. What is known by its id alone is asked for. */
export function RefName({ to, value, isLink = false }: RefProps) {
  if (to === "offer" || to === "cohort" || to === "community") {
    const name = value.name ? <>{value.name}</> : <CodeName to={to} code={value.id} />;
    return to === "offer" && isLink ? (
      <a href={href(`/offers/${encodeURIComponent(value.id)}`)}>{name}</a>
    ) : (
      name
    );
  }
  if (value.id === "") return <NotOnRecord />;
  const name = value.name ? <>{value.name}</> : <AskedName id={value.id} />;
  return isLink ? <a href={entryPath(value.id)}>{name}</a> : name;
}

function CodeName({ to, code }: { to: "offer" | "cohort" | "community"; code: string }) {
  const offers = useAnswer(OfferNames, to === "offer" ? {} : undefined);
  const lists = useAnswer(RegisterLists, to === "offer" ? undefined : {});
  const register = lists.answer?.data.register;
  const rows = {
    offer: offers.answer?.data.offers?.nodes,
    cohort: register?.cohorts,
    community: register?.communities,
  }[to];
  return <>{rows?.find((row) => row.code === code)?.name ?? code}</>;
}

type Found = RegisterNameQuery["node"];

/** What a row is called that is known by its id alone. */
export function AskedName({
  id,
  unknown = "not open to you, or no longer there",
}: {
  id: string;
  unknown?: string;
}) {
  const { answer, isAsking } = useAnswer(RegisterName, { id });
  const name = nameOf(answer?.data.node ?? null);
  if (name) return <>{name}</>;
  return isAsking ? <span aria-busy="true">…</span> : <span class="app-unknown">{unknown}</span>;
}

type Known = Exclude<NonNullable<Found>, Record<PropertyKey, never>>;

export function nameOf(found: Found): string | undefined {
  if (!found || !("id" in found)) return undefined;
  const node = found as Known;
  if ("name" in node) return node.name;
  if ("title" in node) return node.title;
  if ("reference" in node) return contractName(node);
  if ("area" in node) return recordName(node);
  if ("claimKind" in node) return claimName(node);
  if ("starterRow" in node) {
    return node.statement ?? `Evidence of row ${node.starterRow}, ${node.starterTable}`;
  }
  return undefined;
}
