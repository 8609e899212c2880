import type { RoomEntry } from "@parley/client";
import type { Message } from "@parley/contract";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";

/** The text that is being written in a room: kept as one types, here and on the other devices. */
export function useDraft(entry: RoomEntry, area: RefObject<HTMLTextAreaElement | null>) {
  const client = useClient();
  const roomId = entry.state.room.id;
  const kept = entry.state.draft?.body ?? "";
  const [text, setText] = useState(kept);
  const last = useRef(kept);
  const hasWritten = useRef(false);
  useEffect(() => {
    if (kept === last.current) return;
    last.current = kept;
    // Another device wrote, or the server knew more than this device's storage; what was typed here right now wins.
    if (!hasWritten.current || document.activeElement !== area.current) setText(kept);
  }, [kept, area]);
  useRestoredReply(entry);
  const write = useCallback(
    (body: string, replyTo: number | undefined) => {
      hasWritten.current = true;
      setText(body);
      last.current = body;
      client.saveDraft(roomId, body, replyTo);
    },
    [client, roomId],
  );
  return { text, write };
}

/** A draft that answers a message answers it again after a reload. */
function useRestoredReply(entry: RoomEntry): void {
  const client = useClient();
  const { roomId, setTarget } = useConversation();
  const replyTo = useRef(entry.state.draft?.replyTo);
  const isOpen = entry.window !== null;
  useEffect(() => {
    const seq = replyTo.current;
    if (seq === undefined || !isOpen) return;
    replyTo.current = undefined;
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
  }, [client, roomId, isOpen, setTarget]);
}
