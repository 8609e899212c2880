import { useDeferredValue, useMemo, useState } from "react";
import { useMe } from "../use-client-state.ts";
import type { Emoji } from "./emoji-data.ts";
import { keepPicked, keepTone, readKept } from "./kept.ts";
import { useOwnEmoji } from "./own-emoji.ts";
import { searchEmoji } from "./search-emoji.ts";
import { type EmojiSection, type SectionId, sectionsOf } from "./sections.ts";
import { type SkinTone, toned } from "./skin-tones.ts";
import { useEmoji } from "./use-emoji.ts";

const MOST_FOUND = 96;

/** A section that is to be gone to; each time another object. */
export interface Goal {
  readonly id: SectionId;
}

export type EmojiPickerState = ReturnType<typeof useEmojiPicker>;

/** What the picker shows, and what can be done in it. */
export function useEmojiPicker(onPick: (emoji: string) => void) {
  const person = useMe()?.id ?? "";
  const { data: common, error, reload } = useEmoji();
  const own = useOwnEmoji();
  const data = useMemo(() => common && [...own, ...common], [own, common]);
  // As it was when this was opened: nothing moves while one picks.
  const kept = useMemo(() => readKept(person), [person]);
  const [tone, setTone] = useState(kept.tone);
  const [query, setQuery] = useState("");
  const [goal, setGoal] = useState<Goal | null>(null);
  const asked = useDeferredValue(query.trim());
  const whole = useMemo(() => data && sectionsOf(data, kept.recent), [data, kept]);
  const found = useMemo(() => (data && asked !== "" ? searchEmoji(data, asked, MOST_FOUND) : null), [data, asked]);
  const sections = useMemo<readonly EmojiSection[] | null>(
    () => (found ? [{ id: "found", emoji: found }] : whole),
    [found, whole],
  );
  return {
    ...{ query, setQuery, asked, found, whole, sections, tone, goal },
    hasFailed: error !== null && data === null,
    reload,
    goTo: (id: SectionId) => {
      setQuery("");
      setGoal({ id });
    },
    changeTone: (next: SkinTone) => {
      setTone(next);
      keepTone(person, next);
    },
    pick: (one: Emoji) => {
      const emoji = toned(one, tone);
      keepPicked(person, emoji);
      onPick(emoji);
    },
  };
}
