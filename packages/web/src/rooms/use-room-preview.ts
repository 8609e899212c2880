import type { RoomEntry } from "@parley/client";
import { previewOf } from "../messages/parsed.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";

export interface RoomPreview {
  /** Who wrote it, or that it is a draft. */
  lead: string;
  text: string;
  isDraft: boolean;
}

/** The second line of a room in the list: a draft first, else the last message. */
export function useRoomPreview(entry: RoomEntry): RoomPreview {
  const words = useWords();
  const { room, draft, lastMessage } = entry.state;
  const me = useClientState((state) => state.me);
  const sender = useClientState((state) => (lastMessage ? state.people.get(lastMessage.senderId) : undefined));
  if (draft !== null && draft.body.trim() !== "") {
    return { lead: words.rooms.draft, text: draft.body.slice(0, 200), isDraft: true };
  }
  if (lastMessage === null) return { lead: "", text: room.topic || words.rooms.noMessages, isDraft: false };
  const text = lastMessage.deletedAt === undefined ? previewOf(lastMessage) : words.rooms.deleted;
  if (lastMessage.senderId === me?.id) return { lead: words.rooms.you, text, isDraft: false };
  const isObvious = room.kind === "direct" && entry.state.directIds.length <= 2;
  return { lead: isObvious ? "" : `${sender?.name ?? words.messages.unknownPerson}:`, text, isDraft: false };
}
