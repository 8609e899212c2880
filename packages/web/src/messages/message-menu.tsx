import type { TimelineRow } from "@parley/client";
import { Menu } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";
import { useMessageActions } from "./use-message-actions.ts";

export interface MessageMenuProps {
  row: TimelineRow;
  at: { x: number; y: number } | HTMLElement;
  onClose: () => void;
}

export function MessageMenu({ row, at, onClose }: MessageMenuProps) {
  const words = useWords();
  const items = useMessageActions()(row);
  return items.length === 0 ? null : <Menu label={words.messages.actions} items={items} at={at} onClose={onClose} />;
}
