import { type RoomEntry, timeline } from "@parley/client";
import { limits } from "@parley/contract";
import { useEffect, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { useDraft } from "./use-draft.ts";
import { useTyping } from "./use-typing.ts";

/** What the box holds (a draft, or the new text of an edited message) and what sending it does. */
export function useComposer(entry: RoomEntry) {
  const client = useClient();
  const words = useWords();
  const toast = useToast();
  const roomId = entry.state.room.id;
  const area = useRef<HTMLTextAreaElement>(null);
  const { target, setTarget, toLatest } = useConversation();
  const draft = useDraft(entry, area);
  const tellTyping = useTyping(roomId);
  const edited = target?.kind === "edit" ? target.message : null;
  const [editText, setEditText] = useState("");
  useEffect(() => {
    if (edited !== null) setEditText(edited.body);
  }, [edited]);
  const value = edited === null ? draft.text : editText;
  const replyTo = target?.kind === "reply" ? target.message.seq : undefined;
  const canSend = value.trim() !== "" && value.length <= limits.bodyCharacters;

  const write = (text: string) => {
    if (edited !== null) {
      setEditText(text);
      return;
    }
    draft.write(text, replyTo);
    tellTyping(text.trim() !== "");
  };
  const send = () => {
    if (!canSend) return;
    const body = value.trim();
    if (edited !== null) {
      setTarget(null);
      if (body !== edited.body) void client.edit(roomId, edited.id, body);
      return;
    }
    tellTyping(false);
    setTarget(null);
    draft.write("", undefined);
    client.send(roomId, body, replyTo).then(toLatest, () => {
      draft.write(body, replyTo);
      toast({ text: words.composer.notKept });
    });
  };
  const cancel = () => {
    setTarget(null);
    if (edited === null) draft.write(draft.text, undefined);
  };
  const editLast = () => {
    const { me } = client.getState();
    const mine = timeline(client.getState(), roomId).findLast(
      ({ message, status }) => status === "stored" && message.senderId === me?.id && message.deletedAt === undefined,
    );
    if (mine) setTarget({ kind: "edit", message: mine.message });
    return mine !== undefined;
  };
  return { area, value, canSend, target, write, send, cancel, editLast, stopTyping: () => tellTyping(false) };
}
