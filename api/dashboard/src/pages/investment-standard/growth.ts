/** A growth of 0.0345 as 3.45%; its digits are kept. */
export function growthText(growth: string): string {
  const [, sign = "", whole = "0", digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(growth) ?? [];
  const padded = digits.padEnd(6, "0");
  const percent = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = padded.slice(2).replace(/0+$/, "");
  return `${sign ? "−" : ""}${percent}${rest ? `.${rest}` : ""}%`;
}
