import { createRequire } from "node:module";

/** Several may touch. Behind a letter or number it is a colon, as in 12:30:45. */
const CODES = /(?<![\p{L}\p{N}:/])(?::[\p{L}\p{N}_+-]+:)+/gu;
const CODE = /:[^:]+:/g;
/** Within back-ticks everything is meant as it stands. */
const CODE_SPAN = /(```[\s\S]*?(?:```|$)|`[^`]*`)/;

/** What one writes, with `:smile:` as the emoji. What no emoji is called stays as it is. */
export function withEmoji(body: string): string {
  if (body.search(CODES) === -1) return body;
  const emoji = emojiByCode();
  const replaced = (text: string) =>
    text.replace(CODES, (codes) => codes.replace(CODE, (code) => emoji.get(code.toLowerCase()) ?? code));
  const parts = body.split(CODE_SPAN);
  return parts.map((part, at) => (at % 2 === 0 ? replaced(part) : part)).join("");
}

/** With their colons. Read from the disk when one is first written, and at once: what is sent next must not overtake it. */
export function emojiByCode(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url);
  const data: readonly { hexcode: string; emoji: string }[] = require("emojibase-data/en/data.json");
  const forms = new Map(data.map(({ hexcode, emoji }) => [hexcode, plain(emoji)]));
  // What people know from elsewhere first.
  const sets: readonly Record<string, string | readonly string[]>[] = [
    require("emojibase-data/en/shortcodes/github.json"),
    require("emojibase-data/en/shortcodes/emojibase.json"),
  ];
  const emoji = new Map<string, string>();
  for (const [hexcode, names] of sets.flatMap((set) => Object.entries(set))) {
    const form = forms.get(hexcode);
    for (const name of [names].flat()) if (form !== undefined && !emoji.has(`:${name}:`)) emoji.set(`:${name}:`, form);
  }
  return emoji;
}

/** As keyboards write it: the sign that asks for colour stands only behind what is black and white without. */
function plain(emoji: string): string {
  return emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}
