import type { OutboxItem } from "@parley/client";
import { hasDisappeared, parseText, plainText } from "@parley/contract";
import { previewOf, withFiles } from "../messages/parsed.ts";
import type { Words } from "../words/words.ts";
import type { RoomLook } from "./room-look.ts";

export interface RoomPreview {
  /** Who wrote it, or what is the matter with it. */
  lead: string;
  text: string;
  /** The lead asks for something to be done: a draft, a message that was refused. */
  isUrgent: boolean;
}

/** The second line of a room in the list: a draft first, then what is on its way, else the last message. */
export function roomPreview(words: Words, look: RoomLook): RoomPreview {
  const { room, draft, lastMessage } = look.state;
  if (draft !== null && draft.body.trim() !== "") {
    return { lead: words.rooms.draft, text: draft.body.slice(0, 200), isUrgent: true };
  }
  if (look.pending !== undefined) return previewOfPending(words, look.pending);
  if (lastMessage === null) return { lead: "", text: room.topic || words.rooms.noMessages, isUrgent: false };
  if (look.isBlocked) return { lead: "", text: words.messages.blockedQuote, isUrgent: false };
  if (hasDisappeared(lastMessage)) {
    return { lead: "", text: words.messages.disappeared(1), isUrgent: false };
  }
  const text = lastMessage.deletedAt === undefined ? previewOf(words, lastMessage) : words.rooms.deleted;
  if (lastMessage.senderId === look.me?.id) return { lead: words.rooms.you, text, isUrgent: false };
  return { lead: senderLead(words, look), text, isUrgent: false };
}

/** Between two people it is plain who wrote. */
function senderLead(words: Words, { state, sender }: RoomLook): string {
  const isObvious = state.room.kind === "direct" && state.directIds.length <= 2;
  return isObvious ? "" : `${sender?.name ?? words.messages.unknownPerson}:`;
}

function previewOfPending(words: Words, item: OutboxItem): RoomPreview {
  const body = item.request.name === "message:send" ? item.request.input.body : "";
  const text = item.sticker ? words.messages.sticker(item.sticker.emoji) : plainText(parseText(body.slice(0, 200)));
  const hasFailed = item.status === "failed";
  const lead = hasFailed ? `${words.messages.failedShort}:` : words.rooms.you;
  return { lead, text: withFiles(words, item.files && [...item.files], text), isUrgent: hasFailed };
}
