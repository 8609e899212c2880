import type { SearchProblem } from "@parley/contract";
import type { Words } from "../words/words.ts";

/** What is wrong with an operator, and what it takes. */
export function problemText({ wrong }: Words["search"], { operator, value }: SearchProblem): string {
  switch (operator) {
    case "before":
    case "after":
    case "on":
      return wrong.date(value);
    default:
      return wrong[operator](value);
  }
}
