import type { Sticker } from "@parley/contract";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useClient } from "../client-context.ts";
import { loadEmoji } from "../emoji/emoji-data.ts";
import { useClientState, useMe } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { useLanguage } from "../words/use-words.ts";
import { keepSent, recentStickers } from "./recent-stickers.ts";
import { type StickerSection, searchStickers, sectionsOf } from "./sticker-sections.ts";

export type StickerPickerState = ReturnType<typeof useStickerPicker>;

/** What the picker of stickers shows, and what can be done in it. */
export function useStickerPicker(onPick: (sticker: Sticker) => void) {
  const client = useClient();
  const language = useLanguage();
  const person = useMe()?.id ?? "";
  const rev = useClientState((state) => state.stickersRev);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sets that changed are loaded anew.
  const load = useCallback(async () => {
    const [{ sets }, { all }] = await Promise.all([client.call("sticker:list", {}), loadEmoji(language)]);
    return { sets, emoji: all };
  }, [client, language, rev]);
  const { data, error, reload } = useLoad(load);
  // As it was when this was opened: nothing moves while one picks.
  const recent = useMemo(() => recentStickers(person), [person]);
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  const whole = useMemo(() => data && sectionsOf(data.sets, recent), [data, recent]);
  const found = useMemo(
    () => (data && asked !== "" ? searchStickers(data.sets, data.emoji, asked) : null),
    [data, asked],
  );
  const sections = useMemo<readonly StickerSection[] | null>(
    () => (found ? [{ id: "found", name: "", stickers: found }] : whole),
    [found, whole],
  );
  return {
    ...{ query, setQuery, asked, found, whole, sections },
    hasFailed: error !== null && data === null,
    reload,
    pick: (sticker: Sticker) => {
      keepSent(person, sticker);
      onPick(sticker);
    },
  };
}
