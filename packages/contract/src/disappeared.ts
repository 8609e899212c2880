import type { Message } from "./messages.ts";

/**
 * A message as it is at `now`: past its time it is a tombstone, whether or not the server has come round to making one
 * of it. Both ends ask this, so that nothing past its time is handed out or shown.
 */
export function asOf(message: Message, now: number): Message {
  const { id, seq, rev, senderId, sentAt, deletedAt, expiresAt } = message;
  if (expiresAt === undefined || expiresAt > now || deletedAt !== undefined) return message;
  return { id, seq, rev, senderId, body: "", sentAt, deletedAt: expiresAt, expiresAt };
}
