import type { ClientState } from "@parley/client";
import { codeIn, fullEmoji, ParleyError } from "@parley/contract";

/** The emoji that a text is, itself or by its name: `:+1:`, or `:name:` of one of the server's own. */
export async function emojiIn(text: string, own: ClientState["emoji"] = new Map()): Promise<string> {
  const written = fullEmoji(text);
  if (written !== undefined) return written;
  const code = text.toLowerCase();
  if (own.has(codeIn(code) ?? "")) return code;
  const name = /^:([\w+-]+):$/.exec(text)?.[1]?.toLowerCase();
  const emoji = name === undefined ? undefined : await emojiNamed(name);
  if (emoji !== undefined) return emoji;
  throw new ParleyError("invalid", `There is no emoji "${text}".`);
}

/** As GitHub and Slack call them. Read only when somebody writes one. */
async function emojiNamed(name: string): Promise<string | undefined> {
  const json = { with: { type: "json" } } as const;
  const [all, ...catalogues] = await Promise.all([
    import("emojibase-data/en/compact.json", json),
    import("emojibase-data/en/shortcodes/github.json", json),
    import("emojibase-data/en/shortcodes/emojibase.json", json),
  ]);
  for (const { default: catalogue } of catalogues) {
    const found = Object.entries(catalogue).find(([, names]) => [names].flat().includes(name));
    const emoji = fullEmoji(all.default.find(({ hexcode }) => hexcode === found?.[0])?.unicode ?? "");
    if (emoji !== undefined) return emoji;
  }
  return undefined;
}
