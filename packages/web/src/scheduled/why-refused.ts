import type { Scheduled } from "@parley/contract";
import { errorText } from "../words/error-text.ts";
import type { Words } from "../words/words.ts";

/** Why a message was not sent at its time. The server's own words say more than ours, where they can be read. */
export function whyRefused(words: Words, language: string, refusal: NonNullable<Scheduled["refusal"]>): string {
  const { code, message } = refusal;
  if (language.startsWith("en")) return message;
  const { why } = words.scheduled;
  return code === "not_found" || code === "forbidden" ? why[code] : errorText(words, language, refusal);
}
