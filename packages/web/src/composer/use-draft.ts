import type { RoomEntry } from "@parley/client";
import type { Message } from "@parley/contract";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useVisitState, type Visit } from "../messages/visit.ts";

/** The text that is being written in a room: kept as one types, here and on the other devices. */
export function useDraft(entry: RoomEntry, area: RefObject<HTMLTextAreaElement | null>) {
  const client = useClient();
  const { visit } = useConversation();
  const { roomId } = visit;
  const kept = entry.state.draft?.body ?? "";
  const [written, setWritten] = useVisitState<string | null>(visit, null);
  useEffect(() => {
    if (written === null || written === kept) return;
    // Another device wrote; what is being typed here wins.
    if (document.activeElement !== area.current) setWritten(null);
  }, [kept, written, setWritten, area]);
  useRestoredReply(entry);
  const write = useCallback(
    (body: string, replyTo: number | undefined) => {
      setWritten(body);
      client.saveDraft(roomId, body, replyTo);
    },
    [client, roomId, setWritten],
  );
  return { text: written ?? kept, write };
}

/** A draft that answers a message answers it again after a reload. */
function useRestoredReply(entry: RoomEntry): void {
  const client = useClient();
  const { roomId, visit, setTarget } = useConversation();
  const restored = useRef<Visit | null>(null);
  const isOpen = entry.window !== null;
  useEffect(() => {
    if (restored.current === visit || !isOpen) return;
    restored.current = visit;
    const seq = client.getState().rooms.get(roomId)?.state.draft?.replyTo;
    if (seq === undefined) return;
    const show = (message: Message | undefined) => {
      if (message !== undefined && message.deletedAt === undefined) setTarget({ kind: "reply", message });
    };
    const loaded = client
      .getState()
      .rooms.get(roomId)
      ?.window?.messages.find((message) => message.seq === seq);
    if (loaded) show(loaded);
    // Without an answer the draft is there all the same, only not as a reply.
    else
      client.call("message:list", { roomId, seqs: [seq] }).then(
        ({ messages }) => show(messages[0]),
        () => undefined,
      );
  }, [client, roomId, visit, isOpen, setTarget]);
}
