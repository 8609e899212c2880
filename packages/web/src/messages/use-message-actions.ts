import type { TimelineRow } from "@parley/client";
import type { MenuItem } from "../ui/menu.tsx";
import { messageActions } from "./message-actions.tsx";
import { messageDeeds } from "./message-deeds.ts";
import { useDeedParts } from "./use-deed-parts.ts";

/** Tells what can be done with a message, in the order of the menu; the same in the menu, on the bar, and by keys. */
export function useMessageActions(): (row: TimelineRow) => readonly MenuItem[] {
  const parts = useDeedParts();
  return (row) => messageActions(parts.words, messageDeeds(parts, row));
}
