import { type OutgoingFile, type ParleyClient, type RoomEntry, timeline } from "@parley/client";
import { limits, type Message, type RoomId, type Sticker } from "@parley/contract";
import { useEffect, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { useAttachments } from "./use-attachments.ts";
import { useDraft } from "./use-draft.ts";
import { useTyping } from "./use-typing.ts";

/** What the box holds (a draft, or the new text of an edited message) and what sending it does. */
export function useComposer(entry: RoomEntry) {
  const client = useClient();
  const notKept = useNotKept();
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
  const { files, post } = usePosting(roomId);
  // Files need no words.
  const isEnough = value.trim() !== "" || (edited === null ? files.attached.length > 0 : edited.files !== undefined);
  const canSend = isEnough && value.length <= limits.bodyCharacters;

  const write = (text: string) => {
    if (edited !== null) return setEditText(text);
    draft.write(text, replyTo);
    tellTyping(text.trim() !== "");
  };
  const sendNew = (body: string, attached: readonly OutgoingFile[]) => {
    tellTyping(false);
    setTarget(null);
    draft.write("", undefined);
    post({ body, replyTo, attached }).then(toLatest, () => {
      draft.write(body, replyTo);
      notKept();
    });
  };
  const sendSticker = (sticker: Sticker) => {
    cancel();
    client.sendSticker(roomId, sticker, replyTo).then(toLatest, notKept);
  };
  const send = () => {
    if (!canSend) return;
    const body = value.trim();
    if (edited === null) return sendNew(body, files.attached);
    setTarget(null);
    if (body !== edited.body) void client.edit(roomId, edited.id, body);
  };
  const cancel = () => {
    setTarget(null);
    if (edited === null) draft.write(draft.text, undefined);
  };
  const editLast = () => {
    const mine = lastOfMine(client, roomId);
    if (mine) setTarget({ kind: "edit", message: mine });
    return mine !== undefined;
  };
  const box = { area, value, canSend, target, files };
  const sendVoice = (file: OutgoingFile) => sendNew("", [file]);
  return { ...box, write, send, sendSticker, sendVoice, cancel, editLast, stopTyping: () => tellTyping(false) };
}

/** Says that what was to be sent is still where it was. */
function useNotKept(): () => void {
  const { composer } = useWords();
  const toast = useToast();
  return () => toast({ text: composer.notKept });
}

/** What can be changed: a sticker has no words, and who answered a poll answered that one. */
function lastOfMine(client: ParleyClient, roomId: RoomId): Message | undefined {
  const state = client.getState();
  const rows = timeline(state, roomId).filter(({ status }) => status === "stored");
  const isMine = ({ senderId, deletedAt, sticker, poll }: Message) =>
    senderId === state.me?.id && deletedAt === undefined && !(sticker || poll);
  return rows.findLast(({ message }) => isMine(message))?.message;
}

interface Outgoing {
  body: string;
  replyTo: number | undefined;
  attached: readonly OutgoingFile[];
}

/** Sends a text, and what goes with it; that comes back if it cannot be kept. */
function usePosting(roomId: RoomId) {
  const client = useClient();
  const files = useAttachments(roomId);
  const post = async ({ body, replyTo, attached }: Outgoing) => {
    if (attached.length === 0) return client.send(roomId, body, replyTo);
    files.change(() => []);
    try {
      return await client.sendFiles(roomId, { files: attached, body, replyTo });
    } catch (error) {
      files.change(() => attached);
      throw error;
    }
  };
  return { files, post };
}
