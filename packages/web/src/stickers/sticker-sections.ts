import type { StickerOfSet, StickerPlace, StickerSet } from "@parley/contract";
import { type Emoji, foldWord } from "../emoji/emoji-data.ts";
import { searchEmoji } from "../emoji/search-emoji.ts";

/** What one picks from: a heading and what stands under it. */
export interface StickerSection {
  /** That of a set, or `recent`, or `found`. */
  readonly id: string;
  /** What its maker called it. */
  readonly name: string;
  readonly stickers: readonly StickerOfSet[];
}

/** What was sent lately, if anything, then everything. */
export function sectionsOf(sets: readonly StickerSet[], recent: readonly StickerPlace[]): readonly StickerSection[] {
  const all = sets.flatMap(({ stickers }) => stickers);
  const known = recent.flatMap(
    (place) => all.find(({ setId, stickerId }) => setId === place.setId && stickerId === place.stickerId) ?? [],
  );
  const whole = sets.filter(({ stickers }) => stickers.length > 0);
  return known.length === 0 ? whole : [{ id: "recent", name: "", stickers: known }, ...whole];
}

/** Stickers that their makers described so; then those whose emoji the words fit, best first; then those of sets that are called so. */
export function searchStickers(sets: readonly StickerSet[], emoji: readonly Emoji[], query: string): StickerOfSet[] {
  const all = sets.flatMap(({ stickers }) => stickers);
  const asked = foldWord(query).split(/\s+/);
  const described = all.filter(({ words = "" }) => asked.every((word) => foldWord(words).includes(word)));
  const byEmoji = Map.groupBy(all, (sticker) => bare(sticker.emoji));
  const meant = searchEmoji(emoji, query, emoji.length).flatMap((one) => byEmoji.get(bare(one.emoji)) ?? []);
  const wanted = query.toLowerCase();
  const named = sets.flatMap(({ name, stickers }) => (name.toLowerCase().includes(wanted) ? stickers : []));
  const exact = byEmoji.get(bare(query)) ?? [];
  return [...new Set([...described, ...exact, ...meant, ...named])];
}

/** The sign that asks for colour may be missing; a skin tone means the same. */
function bare(emoji: string): string {
  return emoji.replace(/\p{EMod}|\uFE0F/gu, "");
}
