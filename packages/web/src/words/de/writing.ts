import { pluralIn } from "../plural.ts";
import type { Words } from "../words.ts";

const plural = pluralIn("de");

export const writing: Words["writing"] = {
  left: (count) => plural(count, { one: "noch # Zeichen", other: "noch # Zeichen" }),
  tooLong: (count) => plural(count, { one: "# Zeichen zu viel", other: "# Zeichen zu viel" }),
};
