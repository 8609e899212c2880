import emojibase from "emojibase-data/en/shortcodes/emojibase.json" with { type: "json" };
import github from "emojibase-data/en/shortcodes/github.json" with { type: "json" };

const taken: ReadonlySet<string> = new Set(
  [github, emojibase].flatMap((codes) => Object.values<string | readonly string[]>(codes).flat()),
);

/** Whether everybody's emoji are written like this, without the colons: `tada`. */
export function isEmojiCode(name: string): boolean {
  return taken.has(name);
}
