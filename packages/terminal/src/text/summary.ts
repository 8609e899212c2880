import { hasDisappeared, type Message, parseText, plainText } from "@parley/contract";
import { besideWords } from "../files/words.ts";
import { visible } from "./visible.ts";

/** A message's text on one line, without markup. */
export function summary(message: Message): string {
  if (message.deletedAt !== undefined) return hasDisappeared(message) ? "(disappeared)" : "(deleted)";
  const text = visible(plainText(parseText(message.body)));
  return [...besideWords(message), text].filter((part) => part !== "").join(" ");
}
