/* Tables and charts as files. Each says on which day and revision it rests, and where it was. */

export interface Provenance {
  readonly asOf: string;
  readonly revision: number | undefined;
  readonly address: string;
}

/**
 * A cell as CSV. A spreadsheet would run a text that begins like a formula, so it gets an
 * apostrophe first; a plain number with a minus stays a number.
 */
export function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  from: Provenance,
): string {
  const tail = [from.asOf, from.revision === undefined ? "" : String(from.revision), from.address];
  const lines = [
    [...heads, "as_of", "revision", "source"],
    ...rows.map((row) => [...row, ...tail]),
  ];
  // The mark at the start tells a spreadsheet that it is UTF-8.
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A chart as a file of its own: with its styles, and a white ground. */
export function svgText(chart: SVGSVGElement, title: string, from: Provenance): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "Arial, sans-serif");
  copy.setAttribute("font-size", "14");
  const described = document.createElementNS("http://www.w3.org/2000/svg", "desc");
  described.textContent = `${title}. As of ${from.asOf}, revision ${from.revision ?? "unknown"}. ${from.address}`;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", "#fff");
  copy.prepend(described, ground);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as a picture of twice the size, for documents. */
export async function pngOf(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no pictures.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("No picture came."))),
      "image/png",
    ),
  );
}

/** A title as the name of a file. */
export function fileName(title: string, ending: string): string {
  const plain = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${plain.replaceAll(/^-|-$/g, "").slice(0, 80)}.${ending}`;
}
