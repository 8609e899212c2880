import { type Message, type MessageId, mentionsIn, ParleyError, type RoomId, type UserId } from "@parley/contract";
import { AnswerInstead, type CommandContext, type Handlers } from "../context.ts";
import { isWithheld } from "../domain/blocking.ts";
import { messageBody } from "../domain/bodies.ts";
import { acceptRequest } from "../requests.ts";

type MessageRequest = "message:send" | "message:edit" | "message:delete" | "message:history" | "message:list";

export const messageHandlers: Pick<Handlers, MessageRequest> = {
  async "message:send"(ctx, { id, roomId, body, replyTo }) {
    const { lastSeq, request, room } = await ctx.access.writable(roomId);
    if (replyTo !== undefined && replyTo > lastSeq)
      throw new ParleyError("invalid", "The message that this answers does not exist.", { field: "replyTo" });
    const text = messageBody(body);
    const mentions = await mentionedMembers(ctx, roomId, text);
    const { seq, rev } = await ctx.store.rooms.nextSeq(roomId);
    const message: Message = {
      id,
      seq,
      rev,
      senderId: ctx.actor.user.id,
      body: text,
      sentAt: ctx.now,
      ...(replyTo !== undefined && { replyTo }),
      ...mentions,
      ...(room.expiresAfterMs !== null && { expiresAt: ctx.now + room.expiresAfterMs }),
    };
    const isNew = await ctx.store.messages.insert(roomId, message);
    if (!isNew) throw new AnswerInstead(await originalOf(ctx, id));
    ctx.effects.publish(roomId, "message:sent", message);
    if (message.expiresAt !== undefined) ctx.effects.due("expiry", message.expiresAt);
    if (request === "waiting") await acceptRequest(ctx, roomId);
    return message;
  },

  async "message:edit"(ctx, place) {
    const { found } = await ctx.access.message(place, "own");
    const { message } = found;
    if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
    const body = messageBody(place.body);
    if (body === message.body) return message;
    const { mentions: _, ...rest } = message;
    const mentions = await mentionedMembers(ctx, place.roomId, body);
    const rev = await ctx.store.rooms.nextRev(place.roomId);
    const edited: Message = { ...rest, rev, body, editedAt: ctx.now, ...mentions };
    await ctx.store.messages.replace(place.roomId, message, edited);
    ctx.effects.publish(place.roomId, "message:edited", edited);
    return edited;
  },

  async "message:delete"(ctx, place) {
    const { message } = (await ctx.access.message(place, "delete")).found;
    if (message.deletedAt !== undefined) return message;
    const rev = await ctx.store.rooms.nextRev(place.roomId);
    const { id, seq, senderId, sentAt } = message;
    const tombstone: Message = { id, seq, rev, senderId, body: "", sentAt, deletedAt: ctx.now };
    await ctx.store.messages.replace(place.roomId, message, tombstone);
    ctx.effects.publish(place.roomId, "message:deleted", tombstone);
    return tombstone;
  },

  async "message:history"(ctx, { roomId, from, limit }) {
    const { lastSeq, clearedSeq } = await ctx.access.room(roomId, "view");
    const page = await ctx.store.roomViews.page(roomId, from, { limit, lastSeq, clearedSeq });
    return { ...page, people: await ctx.access.presented(page.people) };
  },

  async "message:list"(ctx, { roomId, seqs }) {
    const { clearedSeq } = await ctx.access.room(roomId, "view");
    const messages = await ctx.store.messages.bySeqs(
      roomId,
      seqs.filter((seq) => seq > clearedSeq),
    );
    return { messages, people: await ctx.access.presented(await ctx.store.roomViews.peopleIn(messages)) };
  },
};

/** A repeat answers the original, even with other content or after an edit: a lost ack is not a failed write. */
async function originalOf(ctx: CommandContext, id: MessageId): Promise<Message> {
  const message = (await ctx.store.messages.find(id))?.message;
  if (message?.senderId !== ctx.actor.user.id)
    throw new ParleyError("conflict", "This id is in use. Send the message anew.", { field: "id" });
  return message;
}

/** Members whom a text calls, its writer not among them; an empty object when it calls nobody. */
async function mentionedMembers(ctx: CommandContext, roomId: RoomId, body: string): Promise<{ mentions?: UserId[] }> {
  if (!body.includes("@")) return {};
  const { handles } = mentionsIn(body);
  if (handles.length === 0) return {};
  const ids = await ctx.store.users.idsByHandles(roomId, handles.slice(0, 50));
  const around = await ctx.store.relations.blockedAround(ctx.actor.user.id);
  const isCalled = (userId: UserId) => {
    const block = around.get(userId);
    return userId !== ctx.actor.user.id && (block === undefined || !isWithheld("mention", block));
  };
  const mentions = ids.filter(isCalled);
  return mentions.length === 0 ? {} : { mentions };
}
