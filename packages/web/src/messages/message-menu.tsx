import type { TimelineRow } from "@parley/client";
import { Menu } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import { useMayReact } from "./may-react.ts";
import { QuickReactions } from "./quick-reactions.tsx";
import { useMessageActions } from "./use-message-actions.ts";

export interface MessageMenuProps {
  row: TimelineRow;
  at: { x: number; y: number } | HTMLElement;
  onClose: () => void;
}

export function MessageMenu({ row, at, onClose }: MessageMenuProps) {
  const words = useWords();
  const { roomId, openReactions } = useStage();
  const items = useMessageActions()(row);
  const mayReact = useMayReact(roomId) && row.message.seq > 0;
  if (items.length === 0) return null;
  const more = () => {
    onClose();
    openReactions(row, at, true);
  };
  const lead = mayReact && <QuickReactions row={row} isInMenu onDone={onClose} onMore={more} />;
  return <Menu label={words.deeds.actions} lead={lead} items={items} at={at} onClose={onClose} />;
}
