import { limits, ParleyError } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { Handlers } from "../context.ts";
import { caption, messageBody } from "../domain/bodies.ts";
import { hasLinkIn } from "../domain/search/document.ts";
import { mentionsOf, postMessage } from "../posting.ts";
import { previewingAfter } from "../previewing.ts";
import { touchThread } from "../threads.ts";
import { deleteMessage } from "../tombstones.ts";

type MessageRequest = "message:send" | "message:edit" | "message:delete" | "message:history" | "message:list";

export const messageHandlers: Pick<Handlers, MessageRequest> = {
  "message:send": (ctx, post) => postMessage(ctx, post),

  async "message:edit"(ctx, place) {
    const { room, found } = await ctx.access.message(place, "own");
    const { message } = found;
    if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
    if (message.poll !== undefined) throw new ParleyError("conflict", "A poll cannot be changed.");
    if (message.sticker !== undefined) throw new ParleyError("conflict", "A sticker cannot be changed.");
    if (message.forwardedFrom !== undefined)
      throw new ParleyError("conflict", "A forwarded message cannot be changed: somebody else said it.");
    const body = message.files === undefined ? messageBody(place.body) : caption(place.body);
    if (body === message.body) return message;
    const { mentions: _, mentionsAll: _all, preview: _preview, ...rest } = message;
    const mentions = await mentionsOf(ctx, room, body);
    const rev = await ctx.store.rooms.nextRev(place.roomId);
    const { preview, note } = await previewingAfter(ctx, room, { former: message, body });
    const edited = { ...rest, rev, body, editedAt: ctx.now, ...mentions, ...(preview && { preview }) };
    await ctx.store.messages.replace(place.roomId, message, edited);
    await ctx.store.edits.add(place.roomId, message, edited);
    await note({ roomId: place.roomId, seq: edited.seq });
    // Of a thread the room hears nothing else, and its gallery has the links of both.
    if (room.thread !== undefined && (hasLinkIn(message.body) || hasLinkIn(body))) await touchThread(ctx, place.roomId);
    ctx.effects.publish(place.roomId, "message:edited", edited);
    return edited;
  },

  async "message:delete"(ctx, place) {
    const { found, room } = await ctx.access.message(place, "delete");
    const { message } = found;
    if (message.deletedAt !== undefined) return message;
    const { roomId } = place;
    if (message.senderId !== ctx.actor.user.id)
      await noteAct(ctx, { act: "message:delete", roomId: room.thread?.roomId ?? roomId, userId: message.senderId });
    const isMine = message.senderId === ctx.actor.user.id;
    const isUndone = place.isUndo === true && isMine && ctx.now - message.sentAt <= limits.undoneMs;
    // The time of sending says that it was undone, and so nothing else may have it.
    const now = isUndone ? message.sentAt : Math.max(ctx.now, message.sentAt + 1);
    return deleteMessage({ ...ctx, now }, roomId, message);
  },

  async "message:history"(ctx, { roomId, from, limit }) {
    const { lastSeq, clearedSeq } = await ctx.access.room(roomId, "view");
    const page = await ctx.store.roomViews.page(roomId, from, {
      viewerId: ctx.actor.user.id,
      limit,
      lastSeq,
      clearedSeq,
    });
    return { ...page, people: await ctx.access.presented(page.people) };
  },

  async "message:list"(ctx, { roomId, seqs }) {
    const { clearedSeq } = await ctx.access.room(roomId, "view");
    const found = await ctx.store.messages.bySeqs(
      roomId,
      seqs.filter((seq) => seq > clearedSeq),
    );
    const messages = await ctx.store.roomViews.whole(roomId, found, ctx.actor.user.id);
    return { messages, people: await ctx.access.presented(await ctx.store.roomViews.peopleIn(messages)) };
  },
};
