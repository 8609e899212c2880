import type { RoomId } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";

/** Marks the whole room read, with a way back. */
export function useMarkRead(roomId: RoomId, holdUnread: (isHeld: boolean) => void): () => void {
  const client = useClient();
  const words = useWords();
  const toast = useToast();
  return useCallback(() => {
    const state = client.getState().rooms.get(roomId)?.state;
    holdUnread(false);
    if (state === undefined || state.unread === 0) return;
    const before = state.readSeq;
    void client.markRead(roomId, state.lastSeq);
    const undo = () => {
      holdUnread(true);
      void client.markUnread(roomId, before);
    };
    toast({ text: words.rooms.markedRead, action: { label: words.app.undo, onSelect: undo } });
  }, [client, roomId, holdUnread, words, toast]);
}
