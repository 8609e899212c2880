import { isVoice, type Message, type RoomId } from "@parley/contract";
import type { Step } from "./context.ts";
import { touchThread } from "./threads.ts";

/** Makes a tombstone of a message, for everyone. Who may, was decided. */
export async function deleteMessage(ctx: Step, roomId: RoomId, message: Message): Promise<Message> {
  if (message.deletedAt !== undefined) return message;
  const rev = await ctx.store.rooms.nextRev(roomId);
  const { id, seq, senderId, sentAt } = message;
  const tombstone: Message = { id, seq, rev, senderId, body: "", sentAt, deletedAt: ctx.now };
  // What was answered stays to be read.
  if (message.thread !== undefined) tombstone.thread = message.thread;
  await ctx.store.messages.replace(roomId, message, tombstone);
  await ctx.store.reactions.removeOn(roomId, seq);
  if (isVoice(message)) await ctx.store.voices.removeOn(roomId, seq);
  if (message.poll !== undefined) await ctx.store.polls.removeOn(roomId, seq);
  await ctx.store.linkPreviews.remove({ roomId, seq });
  await ctx.store.saved.removeOn(roomId, seq);
  if (message.editedAt !== undefined) await ctx.store.edits.removeOn(roomId, seq);
  const kept = message.files ?? message.sticker ?? message.preview?.image;
  if (kept !== undefined) ctx.effects.due("files", ctx.now);
  ctx.effects.publish(roomId, "message:deleted", tombstone);
  await touchThread(ctx, roomId);
  return tombstone;
}
