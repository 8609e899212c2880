import { ParleyError, type RoomId, type RoomState } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { follow, tellFollowed } from "../threads.ts";

export const threadHandlers: Pick<Handlers, "thread:open" | "thread:follow"> = {
  async "thread:open"(ctx, { roomId, seq }) {
    const userId = ctx.actor.user.id;
    const { message } = await ctx.access.messageAt(roomId, seq, "view");
    const known = await ctx.store.threads.find(roomId, seq);
    if (known === undefined && message.deletedAt !== undefined)
      throw new ParleyError("conflict", "This message was deleted.");
    const threadId = known ?? (await begin(ctx, roomId, seq));
    const { lastSeq } = await ctx.access.room(threadId, "view");
    if ((await ctx.store.threads.isFollowedBy(threadId, userId)) === undefined)
      await ctx.store.threads.put(threadId, userId, { isFollowed: false, seq: lastSeq, now: ctx.now });
    ctx.effects.entered(userId, threadId);
    return stateOf(await ctx.store.roomStates.find(threadId, userId));
  },

  async "thread:follow"(ctx, { roomId, isFollowed }) {
    const userId = ctx.actor.user.id;
    const { thread, lastSeq } = await ctx.access.room(roomId, "view");
    if (thread === undefined) throw new ParleyError("invalid", "This room is no thread.", { field: "roomId" });
    if (isFollowed) await follow(ctx, roomId, { userId, readSeq: lastSeq });
    else if (await ctx.store.threads.isFollowedBy(roomId, userId)) {
      await ctx.store.threads.setFollowed(roomId, userId, false);
      return stateOf(await tellFollowed(ctx, roomId, userId));
    }
    return stateOf(await ctx.store.roomStates.find(roomId, userId));
  },
};

async function begin(ctx: CommandContext, roomId: RoomId, seq: number): Promise<RoomId> {
  const { room } = await ctx.access.writable(roomId, "thread");
  const id = ctx.newId<RoomId>();
  const { kind, isLobby } = room;
  const nameless = { name: "", nameFolded: "", nameSkeleton: null, topic: "", directKey: null };
  const createdBy = ctx.actor.user.id;
  await ctx.store.rooms.insert({ id, kind, isLobby, ...nameless, createdBy, now: ctx.now, thread: { roomId, seq } });
  return id;
}

function stateOf(state: RoomState | undefined): RoomState {
  if (state === undefined) throw new ParleyError("not_found", "There is no such thread.");
  return state;
}
