import type { ClientState, OutboxItem, RoomEntry } from "@parley/client";
import { parseText, plainText, type RoomId, type User } from "@parley/contract";
import { useCallback } from "react";
import { previewOf } from "../messages/parsed.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";

export interface RoomPreview {
  /** Who wrote it, or what is the matter with it. */
  lead: string;
  text: string;
  /** The lead asks for something to be done: a draft, a message that was refused. */
  isUrgent: boolean;
}

/** The second line of a room in the list: a draft first, then what is on its way, else the last message. */
export function useRoomPreview(entry: RoomEntry): RoomPreview {
  const words = useWords();
  const { room, draft, lastMessage } = entry.state;
  const me = useClientState((state) => state.me);
  const sender = useClientState((state) => (lastMessage ? state.people.get(lastMessage.senderId) : undefined));
  const pending = useClientState(useCallback((state: ClientState) => lastSend(state, room.id), [room.id]));
  if (draft !== null && draft.body.trim() !== "") {
    return { lead: words.rooms.draft, text: draft.body.slice(0, 200), isUrgent: true };
  }
  if (pending !== undefined) return previewOfPending(words, pending);
  if (lastMessage === null) return { lead: "", text: room.topic || words.rooms.noMessages, isUrgent: false };
  const text = lastMessage.deletedAt === undefined ? previewOf(lastMessage) : words.rooms.deleted;
  if (lastMessage.senderId === me?.id) return { lead: words.rooms.you, text, isUrgent: false };
  return { lead: senderLead(words, entry, sender), text, isUrgent: false };
}

/** Between two people it is plain who wrote. */
function senderLead(words: Words, entry: RoomEntry, sender: User | undefined): string {
  const isObvious = entry.state.room.kind === "direct" && entry.state.directIds.length <= 2;
  return isObvious ? "" : `${sender?.name ?? words.messages.unknownPerson}:`;
}

function previewOfPending(words: Words, item: OutboxItem): RoomPreview {
  const body = item.request.name === "message:send" ? item.request.input.body : "";
  const hasFailed = item.status === "failed";
  const lead = hasFailed ? `${words.messages.failedShort}:` : words.rooms.you;
  return { lead, text: plainText(parseText(body.slice(0, 200))), isUrgent: hasFailed };
}

function lastSend(state: ClientState, roomId: RoomId): OutboxItem | undefined {
  return state.outbox.findLast(({ request }) => request.name === "message:send" && request.input.roomId === roomId);
}
