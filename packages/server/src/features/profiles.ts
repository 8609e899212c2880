import { type Input, limits, ParleyError, type Profile, type UserId } from "@parley/contract";
import type { CommandContext, Handlers, QueryContext } from "../context.ts";
import { isWithheld } from "../domain/blocking.ts";
import { handleName, personName } from "../domain/names.ts";
import { bioOf, presented, statusOf, timeZoneOf } from "../domain/profiles.ts";
import { isSuspended } from "../domain/suspension.ts";
import { bareJpeg } from "../lib/jpeg.ts";
import { digestOf } from "../lib/secrets.ts";
import { tellLookToAll } from "../looks.ts";
import type { KeptProfile, OwnWords } from "../store/profiles.ts";

type ProfileRequest =
  | "profile:show"
  | "profile:change"
  | "profile:set-avatar"
  | "profile:remove-avatar"
  | "profile:show-avatar";

export const profileHandlers: Pick<Handlers, ProfileRequest> = {
  "profile:show": (ctx, { userId }) => (userId === ctx.actor.user.id ? ownProfile(ctx) : profileOf(ctx, userId)),

  async "profile:change"(ctx, changes) {
    const me = ctx.actor.user.id;
    // A change on another device waits, so that neither undoes the other.
    await ctx.store.acquaintances.lock([me]);
    const words = await ctx.store.profiles.words(me);
    if (words === undefined) throw accountGone();
    const changed = await changedWords(ctx, words, changes);
    await ctx.store.profiles.save(me, changed);
    await tellLookToAll(ctx, ctx.actor.user.id);
    return ownProfile(ctx);
  },

  async "profile:set-avatar"(ctx, { image }) {
    const picture = bareJpeg(Buffer.from(image, "base64"), limits.avatarPixels);
    if (!picture.ok) throw new ParleyError("invalid", picture.reason, { field: "image" });
    const kept = Buffer.from(picture.image).toString("base64");
    await ctx.store.avatars.set(ctx.actor.user.id, { version: digestOf(kept).slice(0, 22), image: kept });
    return tellLookToAll(ctx, ctx.actor.user.id);
  },

  async "profile:remove-avatar"(ctx) {
    await ctx.store.avatars.remove(ctx.actor.user.id);
    return tellLookToAll(ctx, ctx.actor.user.id);
  },

  async "profile:show-avatar"(ctx, { userId, version }) {
    const [user] = await ctx.access.people([userId]);
    const image = user?.avatar === version ? await ctx.store.avatars.find(userId, version) : undefined;
    if (image === undefined) throw new ParleyError("not_found", "There is no such picture.");
    return { image };
  },
};

async function profileOf(ctx: QueryContext, userId: UserId): Promise<Profile> {
  const me = ctx.actor.user.id;
  await ctx.access.user(userId);
  const kept = await ctx.store.profiles.find(userId);
  if (kept === undefined) throw new ParleyError("not_found", "There is no such person.");
  const isKept = isWithheld("details", await ctx.store.relations.blockBetween(me, userId));
  const shared = {
    user: presented(kept.user, { isWithheld: isKept, now: ctx.now }),
    sharedRoomIds: await ctx.store.profiles.sharedRoomIds(me, userId),
    joinedAt: kept.joinedAt,
    ...(await forAdministrators(ctx, kept)),
  };
  if (isKept) return { ...shared, bio: "", timeZone: null, availability: "offline", lastSeenAt: null };
  const availability = (await ctx.sight.availabilityOf(me, [userId])).get(userId) ?? "offline";
  const isLastSeenShown = availability === "offline" && (await ctx.sight.maySeeLastSeen(me, userId));
  return {
    ...shared,
    bio: kept.bio,
    timeZone: kept.timeZone,
    availability,
    lastSeenAt: isLastSeenShown ? kept.lastSeenAt : null,
  };
}

async function forAdministrators(
  ctx: QueryContext,
  { invitedBy, suspendedUntil }: KeptProfile,
): Promise<Pick<Profile, "invitedBy" | "suspendedUntil">> {
  const viewer = await ctx.store.users.find(ctx.actor.user.id);
  if (viewer === undefined || viewer.role === "person") return {};
  return { ...(invitedBy !== null && { invitedBy }), ...(isSuspended(suspendedUntil, ctx.now) && { suspendedUntil }) };
}

/** One's own card: whoever looks at it is here, whatever the others see. */
async function ownProfile(ctx: Pick<QueryContext, "actor" | "store" | "now">): Promise<Profile> {
  const kept = await ctx.store.profiles.find(ctx.actor.user.id);
  if (kept === undefined) throw accountGone();
  const { bio, timeZone, joinedAt } = kept;
  const user = presented(kept.user, { isWithheld: false, now: ctx.now });
  return { user, bio, timeZone, joinedAt, sharedRoomIds: [], availability: "online", lastSeenAt: null };
}

async function changedWords(
  ctx: CommandContext,
  words: OwnWords,
  { name, handle, bio, timeZone, status }: Input<"profile:change">,
): Promise<OwnWords> {
  const named = name === undefined ? words : { ...words, ...(await freeName(ctx, name)) };
  return {
    ...named,
    ...(handle !== undefined && (await freeHandle(ctx, handle))),
    ...(bio !== undefined && { bio: bioOf(bio) }),
    ...(timeZone !== undefined && { timeZone: timeZone === null ? null : timeZoneOf(timeZone) }),
    ...(status !== undefined && { status: status === null ? null : statusOf(status, ctx.now) }),
  };
}

async function freeName(ctx: CommandContext, raw: string): Promise<Pick<OwnWords, "name" | "nameSkeleton">> {
  const { name, skeleton } = personName(raw, "name");
  await assertFree(ctx, skeleton, "name");
  return { name, nameSkeleton: skeleton };
}

async function freeHandle(ctx: CommandContext, raw: string): Promise<Pick<OwnWords, "handle" | "skeleton">> {
  const { handle, skeleton } = handleName(raw);
  await assertFree(ctx, skeleton, "handle");
  return { handle, skeleton };
}

async function assertFree(ctx: CommandContext, skeleton: string, field: "name" | "handle"): Promise<void> {
  if (await ctx.store.users.isTaken(skeleton, ctx.actor.user.id))
    throw new ParleyError("name_taken", "Somebody here has this name, or one that looks like it.", { field });
}

function accountGone(): ParleyError {
  return new ParleyError("unauthenticated", "This account is gone.");
}
