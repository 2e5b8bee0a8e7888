/* Whom one can ask about. The API lists no cohorts, so this is the list that the server is built with. */
import text from "../../../../register/vocabulary/cohorts.csv?raw";

export interface Cohort {
  readonly code: string;
  readonly name: string;
}

export const cohorts: readonly Cohort[] = text
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [code = "", name = ""] = line.split(",");
    return { code, name };
  });
