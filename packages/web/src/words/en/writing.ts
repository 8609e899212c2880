import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** What is said of a text that is being written. */
export const writing = {
  left: (count: number) => plural(count, { one: "# character left", other: "# characters left" }),
  tooLong: (count: number) => plural(count, { one: "# character too many", other: "# characters too many" }),
};
