import { useCallback } from "react";
import { type Loaded, useLoad } from "../use-load.ts";
import { useLanguage } from "../words/use-words.ts";
import { drawable } from "./drawable.ts";
import { type Emoji, loadEmoji } from "./emoji-data.ts";

/** What can be picked here, with its names in the reader's language. */
export function useEmoji(): Loaded<readonly Emoji[]> {
  const language = useLanguage();
  return useLoad(useCallback(async () => drawable((await loadEmoji(language)).all), [language]));
}
