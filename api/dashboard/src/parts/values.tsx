/* How single values are written. What is not on record says so. */
import { inWords } from "../data/dates.ts";
import { count, percent } from "./words.ts";

export function NotOnRecord({ what = "Not on record" }: { what?: string }) {
  return <span class="app-unknown">{what}</span>;
}

/** A day, month or year, as precise as its source. */
export function PartialDate({ date }: { date: string | null | undefined }) {
  return date ? <time dateTime={date}>{inWords(date)}</time> : <NotOnRecord />;
}

interface TermProps {
  from: string | null | undefined;
  until: string | null | undefined;
}

/** From when until when; what is not on record is said so. */
export function Term({ from, until }: TermProps) {
  if (!from && !until) return <NotOnRecord />;
  return (
    <>
      {from ? (
        <>
          From <PartialDate date={from} />
          {until ? (
            <>
              {" "}
              until <PartialDate date={until} />
            </>
          ) : (
            ", no end on record"
          )}
        </>
      ) : (
        <>
          Until <PartialDate date={until} />, no start on record
        </>
      )}
    </>
  );
}

const pounds = new Intl.NumberFormat("en-GB");

/** `1234567.50` as £1,234,567.50. The digits are never rounded: it may be more than a number holds. */
export function moneyText(amount: string): string {
  const [, sign, whole, pence] = /^(-?)(\d+)(?:\.(\d{2}))?$/.exec(amount) ?? [];
  if (!whole) return amount;
  return `${sign ? "−" : ""}£${pounds.format(BigInt(whole))}${pence && pence !== "00" ? `.${pence}` : ""}`;
}

export function Money({ amount }: { amount: string | null | undefined }) {
  return amount ? <>{moneyText(amount)}</> : <NotOnRecord />;
}

export interface ShareOf {
  readonly people: number;
  readonly of: number;
}

export function shareText(share: ShareOf | null | undefined): string {
  if (!share) return "Counted, not measured";
  return `${percent(share.people, share.of)} (${count(share.people)} of ${count(share.of)} people)`;
}

/** Whole people of the whole, and the percentage of it. */
export function Share({ share }: { share: ShareOf | null | undefined }) {
  return share ? <>{shareText(share)}</> : <NotOnRecord what="Counted, not measured" />;
}
