import type { ClientState, RoomEntry } from "@parley/client";
import type { Completion, CompletionToken } from "../composer/completion.ts";
import { replaceRange } from "../composer/text-edits.ts";
import { completeEmoji } from "./complete-emoji.ts";
import { drawable } from "./drawable.ts";
import { loadEmoji } from "./emoji-data.ts";
import { keepPicked, readKept } from "./kept.ts";
import { ownEmoji } from "./own-emoji.ts";
import { toned } from "./skin-tones.ts";

export interface EmojiCodes {
  readonly find: (state: ClientState, entry: RoomEntry, token: CompletionToken) => readonly Completion[];
  /** The `:code:` before the caret becomes its emoji. */
  readonly finish: (area: HTMLTextAreaElement, state: ClientState) => void;
}

const SHOWN = 8;

/** What `:codes:` mean, with names in a language. */
export async function emojiCodes(language: string): Promise<EmojiCodes> {
  const { all, byCode } = await loadEmoji(language);
  const drawn = drawable(all);
  return {
    find: (state, _entry, { query }) => {
      const person = state.me?.id ?? "";
      const { recent, tone } = readKept(person);
      const best = completeEmoji([...ownEmoji(state), ...drawn], query, recent).slice(0, SHOWN);
      return best.map(({ emoji, code }) => {
        const text = toned(emoji, tone);
        const onAccept = () => keepPicked(person, text);
        return {
          key: code,
          sign: ":",
          label: `:${code}:`,
          detail: emoji.label === code ? "" : emoji.label,
          text,
          onAccept,
        };
      });
    },
    finish: (area, state) => {
      const end = area.selectionStart;
      const before = area.value.slice(0, end);
      const [whole = "", code = ""] = /:([^\s:]+):$/.exec(before) ?? [];
      const found = byCode.get(code.toLowerCase());
      const start = end - whole.length;
      if (found === undefined || !standsFree(before.slice(0, start))) return;
      const person = state.me?.id ?? "";
      const emoji = toned(found, readKept(person).tone);
      keepPicked(person, emoji);
      replaceRange(area, { start, end }, emoji);
    },
  };
}

/** Behind a letter it is something else, as in `std::vector::`; within code everything is. */
function standsFree(before: string): boolean {
  const marks = before.split("`").length - 1;
  return marks % 2 === 0 && !/[\p{L}\p{N}:/]$/u.test(before);
}
