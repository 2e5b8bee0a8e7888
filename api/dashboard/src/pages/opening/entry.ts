/** The lists that openings are held in, by what can be done about them. */
interface Lists<Entry> {
  readonly open: readonly Entry[];
  readonly forthcoming: readonly Entry[];
  readonly undated: readonly Entry[];
  readonly closed: readonly Entry[];
}

/** The entry of one opening, whichever list it is in. */
export function entryOf<Entry extends { readonly opening: { readonly id: string } }>(
  id: string,
  { open, forthcoming, undated, closed }: Lists<Entry>,
): Entry | undefined {
  return [...open, ...forthcoming, ...undated, ...closed].find((one) => one.opening.id === id);
}
