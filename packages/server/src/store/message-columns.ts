import {
  asOf,
  type LinkPreview,
  type Message,
  type MessageId,
  type Poll,
  type SharedFile,
  type Sticker,
  type ThreadSum,
  type UserId,
} from "@parley/contract";

export const messageColumns = [
  "id",
  "seq",
  "rev",
  "sender_id as senderId",
  "body",
  "sent_at as sentAt",
  "edited_at as editedAt",
  "deleted_at as deletedAt",
  "reply_to as replyTo",
  "mentions",
  "mentions_all as mentionsAll",
  "expires_at as expiresAt",
  "files",
  "sticker",
  "poll",
  "pinned_at as pinnedAt",
  "forwarded_from as forwardedFrom",
  "preview",
  "thread",
] as const;

export interface MessageRow {
  id: MessageId;
  seq: number;
  rev: number;
  senderId: UserId;
  body: string;
  sentAt: number;
  editedAt: number | null;
  deletedAt: number | null;
  replyTo: number | null;
  mentions: string | null;
  mentionsAll: number | null;
  expiresAt: number | null;
  files: string | null;
  sticker: string | null;
  poll: string | null;
  pinnedAt: number | null;
  forwardedFrom: UserId | "" | null;
  preview: string | null;
  thread: string | null;
}

/**
 * A row with these columns, as the wire has it. The one place where rows become messages, so that what is past its time
 * at `now` is handed out nowhere, swept already or not.
 */
export function toMessage(row: MessageRow, now: number): Message {
  const message: Message = {
    id: row.id,
    seq: row.seq,
    rev: row.rev,
    senderId: row.senderId,
    body: row.body,
    sentAt: row.sentAt,
  };
  if (row.editedAt !== null) message.editedAt = row.editedAt;
  if (row.deletedAt !== null) message.deletedAt = row.deletedAt;
  if (row.replyTo !== null) message.replyTo = row.replyTo;
  if (row.mentions !== null) message.mentions = JSON.parse(row.mentions) as UserId[];
  if (row.mentionsAll === 1) message.mentionsAll = true;
  if (row.files !== null) message.files = JSON.parse(row.files) as SharedFile[];
  if (row.sticker !== null) message.sticker = JSON.parse(row.sticker) as Sticker;
  if (row.poll !== null) message.poll = JSON.parse(row.poll) as Poll;
  if (row.pinnedAt !== null) message.pinnedAt = row.pinnedAt;
  if (row.forwardedFrom !== null) message.forwardedFrom = row.forwardedFrom === "" ? null : row.forwardedFrom;
  if (row.preview !== null) message.preview = JSON.parse(row.preview) as LinkPreview;
  if (row.thread !== null) message.thread = JSON.parse(row.thread) as ThreadSum;
  if (row.expiresAt === null) return message;
  message.expiresAt = row.expiresAt;
  return asOf(message, now);
}
