import type { Words } from "../words/words.ts";
import type { Emoji } from "./emoji-data.ts";
import { OWN_GROUP } from "./own-emoji.ts";

/** What one picks from: a heading and what stands under it. */
export interface EmojiSection {
  readonly id: SectionId;
  readonly emoji: readonly Emoji[];
}

export type SectionId = keyof Words["emoji"]["sections"];

/** By the number of the group in the data; 2 are parts, which nobody picks. */
const groups: readonly (SectionId | null)[] = [
  "faces",
  "people",
  null,
  "nature",
  "food",
  "travel",
  "activities",
  "objects",
  "symbols",
  "flags",
];

/** What was picked lately and the server's own, if there are any, then everything. */
export function sectionsOf(all: readonly Emoji[], recent: readonly string[]): readonly EmojiSection[] {
  const byGroup = Map.groupBy(all, ({ group }) => group);
  const whole = groups.flatMap((id, group) => {
    const emoji = byGroup.get(group);
    return id === null || emoji === undefined ? [] : [{ id, emoji }];
  });
  const first = [
    { id: "recent", emoji: recentOf(all, recent) },
    { id: "own", emoji: byGroup.get(OWN_GROUP) ?? [] },
  ] as const;
  return [...first.filter(({ emoji }) => emoji.length > 0), ...whole];
}

/** With the skin tones that they had: they are no more to be changed. */
function recentOf(all: readonly Emoji[], recent: readonly string[]): Emoji[] {
  const byForm = new Map(all.map((one) => [formless(one.emoji), one]));
  return recent.flatMap((emoji) => {
    const known = byForm.get(formless(emoji));
    return known ? [{ ...known, emoji, pale: undefined }] : [];
  });
}

function formless(emoji: string): string {
  return emoji.replace(/\p{EMod}|\uFE0F/gu, "");
}
