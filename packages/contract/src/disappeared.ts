import type { Message } from "./messages.ts";

/** Whether it is a tombstone because its time was over, and nobody deleted it. */
export function hasDisappeared({ deletedAt, expiresAt }: Pick<Message, "deletedAt" | "expiresAt">): boolean {
  return deletedAt !== undefined && expiresAt !== undefined;
}

/** Whether it was taken back right after it was sent: nothing of it is shown, not even that it was there. */
export function wasTakenBack({
  deletedAt,
  sentAt,
  expiresAt,
}: Pick<Message, "deletedAt" | "sentAt" | "expiresAt">): boolean {
  return deletedAt === sentAt && expiresAt === undefined;
}

/**
 * A message as it is at `now`: past its time it is a tombstone, whether or not the server has come round to making one
 * of it. Both ends ask this, so that nothing past its time is handed out or shown.
 */
export function asOf(message: Message, now: number): Message {
  const { id, seq, rev, senderId, sentAt, deletedAt, expiresAt, thread } = message;
  if (expiresAt === undefined || expiresAt > now || deletedAt !== undefined) return message;
  const gone = { id, seq, rev, senderId, body: "", sentAt, deletedAt: expiresAt, expiresAt };
  return thread === undefined ? gone : { ...gone, thread };
}
