import type { Message, MessageId, SharedFile, UserId } from "@parley/contract";
import { parsed } from "../messages/parsed.ts";
import { linksIn, type TextLink } from "./links-in.ts";

export const galleryTabs = ["media", "file", "link", "voice"] as const;
export type GalleryTab = (typeof galleryTabs)[number];

/** One thing in a room's gallery, and the message that it is in. */
export interface GalleryItem {
  readonly key: string;
  readonly messageId: MessageId;
  readonly seq: number;
  readonly senderId: UserId;
  readonly sentAt: number;
  readonly playedAt?: number;
  readonly file?: SharedFile;
  readonly link?: TextLink;
}

/** What of a message one part of the gallery shows. */
export function itemsOf(tab: GalleryTab, message: Message): GalleryItem[] {
  const { id: messageId, seq, senderId, sentAt, playedAt } = message;
  if (message.deletedAt !== undefined) return [];
  const place = { messageId, seq, senderId, sentAt, ...(playedAt !== undefined && { playedAt }) };
  if (tab === "link") {
    return linksIn(parsed(message)).map((link) => ({ ...place, key: `${messageId} ${link.href}`, link }));
  }
  const files = (message.files ?? []).filter((file) => tabOf(file) === tab);
  return files.map((file) => ({ ...place, key: keyOf(messageId, file), file }));
}

/** One file may be in several messages. */
export function keyOf(messageId: MessageId, file: SharedFile): string {
  return `${messageId} ${file.id}`;
}

/** As the server shelves them. */
function tabOf({ kind }: SharedFile): GalleryTab {
  if (kind === "voice") return "voice";
  return kind === "image" || kind === "video" ? "media" : "file";
}
