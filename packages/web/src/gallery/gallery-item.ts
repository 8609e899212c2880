import type { FoundRoom, GalleryEntry, GalleryKind, MessageId, RoomId, SharedFile, UserId } from "@parley/contract";
import { keyOf } from "../files/known-pictures.ts";
import { parsed } from "../messages/parsed.ts";
import { linksIn, type TextLink } from "./links-in.ts";

export const galleryTabs: readonly GalleryKind[] = ["media", "file", "link", "voice"];

/** One thing in a room's gallery, and the message that it is in. */
export interface GalleryItem {
  readonly key: string;
  /** Where the message is: the room, or the own one of a thread in it. */
  readonly roomId: RoomId;
  /** The message that the thread is about. */
  readonly thread?: FoundRoom["thread"];
  readonly messageId: MessageId;
  readonly seq: number;
  readonly senderId: UserId;
  readonly sentAt: number;
  readonly playedAt?: number;
  readonly file?: SharedFile;
  readonly link?: TextLink;
}

/** What leads to its message. */
export type MessagePlace = Pick<GalleryItem, "thread" | "seq">;

/** What of a message one part of the gallery shows. */
export function itemsOf(tab: GalleryKind, { roomId, thread, message }: GalleryEntry): GalleryItem[] {
  const { id: messageId, seq, senderId, sentAt, playedAt } = message;
  if (message.deletedAt !== undefined) return [];
  const place = {
    roomId,
    ...(thread && { thread }),
    messageId,
    seq,
    senderId,
    sentAt,
    ...(playedAt !== undefined && { playedAt }),
  };
  if (tab === "link") {
    return linksIn(parsed(message)).map((link) => ({ ...place, key: `${messageId} ${link.href}`, link }));
  }
  const files = (message.files ?? []).filter((file) => tabOf(file) === tab);
  return files.map((file) => ({ ...place, key: keyOf({ messageId, file }), file }));
}

/** As the server shelves them. */
function tabOf({ kind }: SharedFile): GalleryKind {
  if (kind === "voice") return "voice";
  return kind === "image" || kind === "video" ? "media" : "file";
}
