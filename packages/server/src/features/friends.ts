import { limits, ParleyError, type Relation, type UserId } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { type Asking, asking } from "../domain/friendship.ts";
import { line } from "../domain/profiles.ts";
import { shown, tellRelation } from "../relations.ts";
import type { KeptRelation } from "../store/relations.ts";

type FriendRequest = "friend:ask" | "friend:accept" | "friend:decline" | "friend:cancel" | "friend:remove";

interface Both {
  readonly mine: KeptRelation | undefined;
  readonly theirs: KeptRelation | undefined;
}

export const friendHandlers: Pick<Handlers, FriendRequest | "friend:suggest"> = {
  async "friend:ask"(ctx, { userId, line: raw }) {
    if (userId === ctx.actor.user.id) throw new ParleyError("invalid", "You cannot ask yourself.", { field: "userId" });
    const text = line(raw, limits.lineCharacters, "line");
    const { isGone } = await ctx.access.user(userId);
    if (isGone) throw new ParleyError("not_found", "There is no such person.");
    const both = await standings(ctx, userId);
    return { relation: await ask(ctx, { userId, text, comesTo: asking(both, ctx.now) }) };
  },

  async "friend:accept"(ctx, { userId }) {
    const { mine } = await standings(ctx, userId);
    if (mine?.kind === "friend") return { relation: shown(mine) };
    if (mine?.kind !== "asking") throw noRequest();
    return { relation: await befriend(ctx, userId) };
  },

  async "friend:decline"(ctx, { userId }) {
    const { mine } = await standings(ctx, userId);
    if (mine?.kind === "declined") return { relation: null };
    if (mine?.kind !== "asking") throw noRequest();
    await put(ctx, ctx.actor.user.id, { userId, kind: "declined" });
    return { relation: await tellRelation(ctx, ctx.actor.user.id, userId) };
  },

  async "friend:cancel"(ctx, { userId }) {
    const { mine, theirs } = await standings(ctx, userId);
    if (mine?.kind !== "asked") throw noRequest();
    await ctx.store.relations.remove(ctx.actor.user.id, userId);
    if (theirs?.kind === "asking") await forget(ctx, userId);
    return { relation: await tellRelation(ctx, ctx.actor.user.id, userId) };
  },

  async "friend:remove"(ctx, { userId }) {
    const { mine } = await standings(ctx, userId);
    if (mine?.kind !== "friend") throw new ParleyError("not_found", "You are not friends.");
    await ctx.store.relations.remove(ctx.actor.user.id, userId);
    for (const id of [ctx.actor.user.id, userId]) ctx.effects.regard(id);
    await forget(ctx, userId);
    return { relation: await tellRelation(ctx, ctx.actor.user.id, userId) };
  },

  async "friend:suggest"(ctx) {
    const found = await ctx.store.relations.suggestionsFor(ctx.actor.user.id, 20);
    const people = new Map((await ctx.access.people(found.map(({ userId }) => userId))).map((user) => [user.id, user]));
    return {
      suggestions: found.flatMap(({ userId, sharedRooms }) => {
        const user = people.get(userId);
        return user === undefined ? [] : [{ user, sharedRooms }];
      }),
    };
  },
};

/** How the two stand to each other, and nobody changes it until the commit. */
async function standings(ctx: CommandContext, userId: UserId): Promise<Both> {
  const me = ctx.actor.user.id;
  await ctx.store.acquaintances.lock([me, userId]);
  return {
    mine: await ctx.store.relations.find(me, userId),
    theirs: await ctx.store.relations.find(userId, me),
  };
}

async function ask(
  ctx: CommandContext,
  { userId, text, comesTo }: { userId: UserId; text: string; comesTo: Asking },
): Promise<Relation | null> {
  const me = ctx.actor.user.id;
  if (comesTo === "blocked") throw new ParleyError("not_reachable", "You blocked them. Unblock them first.");
  if (comesTo === "nothing") return shown(await ctx.store.relations.find(me, userId));
  if (comesTo === "friends") return befriend(ctx, userId);
  await put(ctx, me, { userId, kind: "asked", line: text });
  if (comesTo === "deliver") {
    await put(ctx, userId, { userId: me, kind: "asking", line: text });
    await tellRelation(ctx, userId, me);
  }
  return tellRelation(ctx, me, userId);
}

async function befriend(ctx: CommandContext, userId: UserId): Promise<Relation | null> {
  const me = ctx.actor.user.id;
  await put(ctx, me, { userId, kind: "friend" });
  await put(ctx, userId, { userId: me, kind: "friend" });
  for (const id of [me, userId]) ctx.effects.regard(id);
  await tellRelation(ctx, userId, me);
  return tellRelation(ctx, me, userId);
}

/** Takes away what they have of me, and tells them. */
async function forget(ctx: CommandContext, userId: UserId): Promise<void> {
  await ctx.store.relations.remove(userId, ctx.actor.user.id);
  await tellRelation(ctx, userId, ctx.actor.user.id);
}

function put(
  ctx: CommandContext,
  ownerId: UserId,
  relation: Pick<KeptRelation, "userId" | "kind"> & { line?: string },
): Promise<void> {
  return ctx.store.relations.put(ownerId, { line: "", since: ctx.now, ...relation });
}

function noRequest(): ParleyError {
  return new ParleyError("not_found", "There is no such request.");
}
