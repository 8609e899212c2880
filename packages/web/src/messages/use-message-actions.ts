import type { TimelineRow } from "@parley/client";
import type { MenuItem } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";
import { messageActions } from "./message-actions.tsx";
import { useMessageDeeds } from "./use-message-deeds.ts";

/** Tells what can be done with a message, in the order of the menu; the same in the menu, on the bar, and by keys. */
export function useMessageActions(): (row: TimelineRow) => readonly MenuItem[] {
  const words = useWords();
  const deedsOf = useMessageDeeds();
  return (row) => messageActions(words, deedsOf(row));
}
