import type { Ban } from "@parley/contract";
import { untilWords } from "./terms.ts";

/** What the banned person is told where they may know of the room at all. */
export function bannedWords({ until }: Pick<Ban, "until">): string {
  return `You were banned from this room${untilWords(until)}.`;
}
