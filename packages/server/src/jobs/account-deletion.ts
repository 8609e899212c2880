import type { Member, User, UserId } from "@parley/contract";
import type { Step } from "../context.ts";
import { nobody } from "../domain/account-deletion.ts";
import { decoy } from "../lib/passwords.ts";
import { randomSecret } from "../lib/secrets.ts";
import { departRoom } from "../membership.ts";
import type { Departing, Place } from "../store/departures.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

/** Rooms that are left in one transaction, so that nobody waits long for it. */
const roomsAtOnce = 20;

/**
 * Carries out the deletion of accounts whose grace is over. First the person goes: name, ways to sign in, sessions,
 * relations, all in one transaction; there is no way back from it. Then they leave their rooms, some at a time. Their
 * messages, if they are to go, are noted for the job that purges. A crash anywhere is followed by the rest.
 */
export function accountDeletionJob({ clock, logger, reader, transact }: JobDeps): Job {
  return new DueJob({
    clock,
    nextDue: () => reader.departures.nextAt(),
    run: () =>
      transact(async (ctx) => {
        const departing = await ctx.store.departures.due(ctx.now);
        if (departing === undefined) return;
        if (departing.isGone) await leave(ctx, departing);
        else await erase(ctx, departing);
      }),
    failed: failedAs("account-deletion", logger),
  });
}

async function erase(ctx: Step, { userId, messages }: Departing): Promise<void> {
  const { store, effects, now } = ctx;
  const others = await store.departures.relationsTo(userId);
  const places = await store.departures.placesOf(userId);
  const friendIds = others.filter(({ kind }) => kind === "friend").map((other) => other.userId);
  // Links before people, as whoever comes by one locks them.
  await store.invitations.revokeOf(userId, null);
  // In the order in which everybody locks people.
  for (const id of [userId, ...others.map((other) => other.userId)].sort()) await store.accounts.proof(id);
  const blocked = await store.relations.blockedAround(userId);
  const ended = await store.departures.erase(userId, { ...nobody(randomSecret(18)), passwordHash: decoy, now });
  const user = await store.users.find(userId);
  if (user === undefined) return;
  for (const place of places) if (messages === "remove" && isKept(place)) await purge(ctx, place, userId);
  // What stays is what they said last; what they took back by an edit is not for nobody to have said.
  await store.edits.removeOf(userId);
  effects.endSessions(ended);
  await store.files.dropAllOf(userId);
  effects.due("files", now);
  // Their archive is nobody's now: it goes from the disk.
  effects.due("export", now);
  const roomIds = places.filter((place) => !place.hasLeft).map((place) => place.roomId);
  effects.profile(user, { roomIds, userIds: friendIds, except: blocked.keys() });
  for (const other of others) if (other.kind !== "declined") await tellOfNobody(ctx, other.userId, user);
  effects.regard(userId);
}

/**
 * A private conversation stays as it is, so that the others keep theirs; what was left before stays left; and a thread is
 * left with its room.
 */
function isKept({ kind, hasLeft, parentId }: Place): boolean {
  return hasLeft || kind === "direct" || parentId !== null;
}

async function tellOfNobody({ store, effects }: Step, userId: UserId, user: User): Promise<void> {
  const rev = await store.users.bumpRev(userId);
  effects.tell(userId, "relation:changed", { rev, userId: user.id, relation: null, user });
  effects.regard(userId);
}

async function leave(ctx: Step, { userId, messages }: Departing): Promise<void> {
  const { store } = ctx;
  const places = (await store.departures.placesOf(userId)).filter((place) => !isKept(place));
  for (const { roomId } of places.slice(0, roomsAtOnce)) {
    const standing = await store.members.standing(roomId, userId);
    if (standing === undefined || standing.role === null) continue;
    if (standing.role === "owner") await handOver(ctx, roomId, userId);
    await departRoom(ctx, standing.room, userId);
    if (messages === "remove") await purge(ctx, { roomId, lastSeq: standing.lastSeq }, userId);
  }
  if (places.length <= roomsAtOnce) await store.departures.settle(userId);
}

/** Since the deletion was asked for, the last other owner may have gone. */
async function handOver({ store, effects }: Step, roomId: Place["roomId"], userId: UserId): Promise<void> {
  const owners = await store.members.ownersIn(roomId);
  const heirId = owners.length > 1 ? undefined : await store.departures.heirOf(roomId, userId);
  const heir = heirId === undefined ? undefined : await store.members.find(roomId, heirId);
  if (heir === undefined) return;
  const rev = await store.rooms.nextRev(roomId);
  await store.members.setRole(roomId, { userId: heir.userId, role: "owner", rev });
  const member: Member = { ...heir, role: "owner" };
  effects.publish(roomId, "member:changed", { rev, member });
}

async function purge({ store, effects, now }: Step, at: Pick<Place, "roomId" | "lastSeq">, userId: UserId) {
  await store.purges.put({ roomId: at.roomId, userId, belowSeq: at.lastSeq + 1 });
  effects.due("purge", now);
}
