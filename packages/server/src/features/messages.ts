import { type Message, type MessageId, mentionsIn, ParleyError, type RoomId, type UserId } from "@parley/contract";
import type { Member } from "../access.ts";
import { noteAct } from "../audit.ts";
import { AnswerInstead, type CommandContext, type Handlers } from "../context.ts";
import { isWithheld } from "../domain/blocking.ts";
import { messageBody } from "../domain/bodies.ts";
import { judge } from "../domain/permissions.ts";
import { isSlowed, slowModeWait } from "../domain/slow-mode.ts";
import { acceptRequest } from "../requests.ts";
import { deleteMessage } from "../tombstones.ts";

type MessageRequest = "message:send" | "message:edit" | "message:delete" | "message:history" | "message:list";

export const messageHandlers: Pick<Handlers, MessageRequest> = {
  async "message:send"(ctx, { id, roomId, body, replyTo }) {
    const member = await ctx.access.writable(roomId);
    const { lastSeq, request, room } = member;
    const waitMs = slowModeWait(room.rules, member, ctx.now);
    if (waitMs > 0) return originalOrWait(ctx, id, waitMs);
    if (replyTo !== undefined && replyTo > lastSeq)
      throw new ParleyError("invalid", "The message that this answers does not exist.", { field: "replyTo" });
    const text = messageBody(body);
    const mentions = await mentionsOf(ctx, member, text);
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
    if (isSlowed(room.rules, member.role)) await ctx.store.mutes.noteSpoken(roomId, message.senderId, ctx.now);
    return message;
  },

  async "message:edit"(ctx, place) {
    const { room, found } = await ctx.access.message(place, "own");
    const { message } = found;
    if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
    const body = messageBody(place.body);
    if (body === message.body) return message;
    const { mentions: _, mentionsAll: _all, ...rest } = message;
    const mentions = await mentionsOf(ctx, room, body);
    const rev = await ctx.store.rooms.nextRev(place.roomId);
    const edited: Message = { ...rest, rev, body, editedAt: ctx.now, ...mentions };
    await ctx.store.messages.replace(place.roomId, message, edited);
    ctx.effects.publish(place.roomId, "message:edited", edited);
    return edited;
  },

  async "message:delete"(ctx, place) {
    const { message } = (await ctx.access.message(place, "delete")).found;
    if (message.deletedAt !== undefined) return message;
    const { roomId } = place;
    if (message.senderId !== ctx.actor.user.id)
      await noteAct(ctx, { act: "message:delete", roomId, userId: message.senderId });
    return deleteMessage(ctx, roomId, message);
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

/** In a slow room: a repeat of what was stored is answered; anything else waits for its turn. */
async function originalOrWait(ctx: CommandContext, id: MessageId, retryAfterMs: number): Promise<Message> {
  const found = await ctx.store.messages.find(id);
  if (found?.message.senderId === ctx.actor.user.id) return found.message;
  const seconds = Math.ceil(retryAfterMs / 1_000);
  throw new ParleyError("rate_limited", `This room is slow. You can write again in ${seconds} s.`, { retryAfterMs });
}

/** Whom a text calls; an empty object when it calls nobody. Who may not call everyone has only written the word. */
async function mentionsOf(
  ctx: CommandContext,
  member: Member,
  body: string,
): Promise<Pick<Message, "mentions" | "mentionsAll">> {
  if (!body.includes("@")) return {};
  const { handles, everyone } = mentionsIn(body);
  const isForAll = everyone && judge("mention-all", member) === "allowed";
  return { ...(await mentionedMembers(ctx, member.room.id, handles)), ...(isForAll && { mentionsAll: true }) };
}

/** Members of these handles, the writer not among them. */
async function mentionedMembers(
  ctx: CommandContext,
  roomId: RoomId,
  handles: readonly string[],
): Promise<{ mentions?: UserId[] }> {
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
