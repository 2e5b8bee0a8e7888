/** A question to the server, as `scripts/codegen.mjs` makes it of a `.graphql` file. */
export interface Operation<Data, Variables> {
  readonly name: string;
  /** SHA-256 of the text: the server knows it, so that only the hash is sent. */
  readonly hash: string;
  readonly text: string;
  /** Never there: they carry the types. */
  readonly data?: Data;
  readonly variables?: Variables;
}
