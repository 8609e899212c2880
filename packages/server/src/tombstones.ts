import type { Message, RoomId } from "@parley/contract";
import type { Step } from "./context.ts";

/** Makes a tombstone of a message, for everyone. Who may, was decided. */
export async function deleteMessage(ctx: Step, roomId: RoomId, message: Message): Promise<Message> {
  if (message.deletedAt !== undefined) return message;
  const rev = await ctx.store.rooms.nextRev(roomId);
  const { id, seq, senderId, sentAt } = message;
  const tombstone: Message = { id, seq, rev, senderId, body: "", sentAt, deletedAt: ctx.now };
  await ctx.store.messages.replace(roomId, message, tombstone);
  ctx.effects.publish(roomId, "message:deleted", tombstone);
  return tombstone;
}
