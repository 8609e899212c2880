import { type Message, type MessageId, ParleyError, type RoomId, type Scheduled, type UserId } from "@parley/contract";
import type { Member } from "./access.ts";
import type { CommandContext, QueryContext, Step } from "./context.ts";
import { whyNotThen } from "./domain/scheduling.ts";
import { isShownTo } from "./domain/visibility.ts";
import { type Poster, postMessage } from "./posting.ts";
import type { Waiting } from "./store/scheduled.ts";

/** Tells all of a person's devices what has become of a message of theirs that waits. */
export async function tellScheduled(
  { store, effects }: Pick<Step, "store" | "effects">,
  userId: UserId,
  change: { id: MessageId; scheduled: Scheduled | null },
): Promise<void> {
  effects.tell(userId, "scheduled:changed", { rev: await store.users.bumpRev(userId), ...change });
}

/** Posts what was taken away from those that wait, in the same transaction: it is in one of the two places, never in both. */
export async function sendScheduled(ctx: Poster, scheduled: Scheduled): Promise<Message> {
  const { id, roomId, body, replyTo } = scheduled;
  const files = scheduled.files?.map((file) => file.id);
  // What they were held for is over: they are taken as those of any other message are.
  if (files !== undefined) await ctx.store.takenFiles.free(files, ctx.now);
  const post = { id, roomId, body, ...(replyTo !== undefined && { replyTo }), ...(files && { files }) };
  const message = await postMessage(ctx, post);
  await tellScheduled(ctx, ctx.actor.user.id, { id, scheduled: null });
  return message;
}

/** Of what does not wait any more, and was not sent: until then they can be sent otherwise, from then on they are removed. */
export async function letGoOfFiles(
  { store, effects }: Pick<Step, "store" | "effects">,
  { files }: Scheduled,
  expiresAt: number,
): Promise<void> {
  if (files === undefined) return;
  await store.takenFiles.free(
    files.map(({ id }) => id),
    expiresAt,
  );
  effects.due("files", expiresAt);
}

/** What waits in a room and in its threads goes with it: that of everybody, or of one person. */
export async function dropScheduled(ctx: Step, roomId: RoomId, userId?: UserId): Promise<void> {
  for (const { writerId, scheduled } of await ctx.store.scheduled.removeIn(roomId, userId)) {
    await letGoOfFiles(ctx, scheduled, ctx.now);
    await tellScheduled(ctx, writerId, { id: scheduled.id, scheduled: null });
  }
}

/** When the job is to look at it: at its time; or at once, as the one whom it awaits may be online already. */
export async function timingOf(
  ctx: CommandContext,
  member: Member,
  sendAt: number | null,
): Promise<Pick<Waiting, "awaits"> & { dueAt: number }> {
  if (sendAt === null) {
    const awaits = await awaitable(ctx, member);
    if (awaits === null)
      throw new ParleyError(
        "forbidden",
        "A message can only wait for somebody who lets you see when they are online.",
        {
          field: "sendAt",
        },
      );
    return { awaits, dueAt: ctx.now };
  }
  const why = whyNotThen(sendAt, ctx.now);
  if (why !== null) throw new ParleyError("invalid", why, { field: "sendAt" });
  return { awaits: null, dueAt: sendAt };
}

/** Whom a message of the actor's in this conversation may wait for: the only other one, if they are seen at all. */
export async function awaitable(
  { store, actor }: Pick<QueryContext, "store" | "actor">,
  { room, thread }: Member,
): Promise<UserId | null> {
  if (room.kind !== "direct" || room.memberCount !== 2) return null;
  const viewerId = actor.user.id;
  const userId = (await store.members.idsIn(thread?.roomId ?? room.id)).find((id) => id !== viewerId);
  if (userId === undefined) return null;
  const isSeen = isShownTo("presence", await store.regards.of(userId), await store.regards.of(viewerId));
  return isSeen ? userId : null;
}
