import { type FileId, ParleyError, type Scheduled, type SharedFile, scheduledLimits } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { caption, messageBody } from "../domain/bodies.ts";
import { secondThoughtsMs } from "../domain/scheduling.ts";
import { lostFile } from "../posting.ts";
import { awaitable, letGoOfFiles, sendScheduled, tellScheduled, timingOf } from "../scheduling.ts";

type ScheduledRequest =
  | "scheduled:add"
  | "scheduled:change"
  | "scheduled:send"
  | "scheduled:remove"
  | "scheduled:offer";

export const scheduledHandlers: Pick<Handlers, ScheduledRequest> = {
  async "scheduled:add"(ctx, { id, roomId, body, replyTo, files: fileIds, sendAt }) {
    const member = await ctx.access.writable(roomId);
    const userId = ctx.actor.user.id;
    const known = await ctx.store.scheduled.find(userId, id);
    if (known !== undefined) return { scheduled: known };
    if (await isSent(ctx, id)) return { scheduled: null };
    if ((await ctx.store.scheduled.count(userId)) >= scheduledLimits.messages) throw tooMany();
    if (replyTo !== undefined && replyTo > member.lastSeq)
      throw new ParleyError("invalid", "The message that this answers does not exist.", { field: "replyTo" });
    const timing = await timingOf(ctx, member, sendAt);
    const files = fileIds && (await heldFiles(ctx, fileIds));
    const scheduled: Scheduled = {
      id,
      roomId,
      body: wordsOf({ files }, body),
      ...(replyTo !== undefined && { replyTo }),
      ...(files && { files }),
      sendAt,
    };
    if (!(await ctx.store.scheduled.add(userId, scheduled, timing))) throw idInUse();
    ctx.effects.due("scheduled", timing.dueAt);
    await tellScheduled(ctx, userId, { id, scheduled });
    return { scheduled };
  },

  async "scheduled:change"(ctx, { id, body, sendAt }) {
    const userId = ctx.actor.user.id;
    const known = (await ctx.store.scheduled.find(userId, id)) ?? notFound();
    const said = { ...known, ...(body !== undefined && { body: wordsOf(known, body) }) };
    if (sendAt === undefined) {
      await ctx.store.scheduled.say(id, said.body);
      await tellScheduled(ctx, userId, { id, scheduled: said });
      return said;
    }
    const timing = await timingOf(ctx, await ctx.access.writable(known.roomId), sendAt);
    const { refusal: _, ...rest } = said;
    const scheduled: Scheduled = { ...rest, sendAt };
    await ctx.store.scheduled.change(scheduled, timing);
    ctx.effects.due("scheduled", timing.dueAt);
    await tellScheduled(ctx, userId, { id, scheduled });
    return scheduled;
  },

  async "scheduled:send"(ctx, { id }) {
    const scheduled = (await ctx.store.scheduled.remove(ctx.actor.user.id, id)) ?? notFound();
    return sendScheduled(ctx, scheduled);
  },

  async "scheduled:remove"(ctx, { id }) {
    const userId = ctx.actor.user.id;
    const removed = await ctx.store.scheduled.remove(userId, id);
    if (removed === undefined) return {};
    await letGoOfFiles(ctx, removed, ctx.now + secondThoughtsMs);
    await tellScheduled(ctx, userId, { id, scheduled: null });
    return {};
  },

  async "scheduled:offer"(ctx, { roomId }) {
    return { canAwait: (await awaitable(ctx, await ctx.access.room(roomId, "view"))) !== null };
  },
};

/** Uploads of mine for this message; each waits with one. */
async function heldFiles(ctx: CommandContext, ids: readonly FileId[]): Promise<SharedFile[]> {
  const files = await ctx.store.takenFiles.hold(ctx.actor.user.id, ids);
  if (files === undefined) throw new ParleyError("not_found", lostFile, { field: "files" });
  return files;
}

/** Files need no words. */
const wordsOf = ({ files }: Pick<Scheduled, "files">, body: string) =>
  files === undefined ? messageBody(body) : caption(body);

/** Whether it is a message already: the answer to an earlier try was lost, and its time came. */
async function isSent(ctx: CommandContext, id: Scheduled["id"]): Promise<boolean> {
  const found = await ctx.store.messages.find(id);
  if (found === undefined) return false;
  if (found.message.senderId !== ctx.actor.user.id) throw idInUse();
  return true;
}

function notFound(): never {
  throw new ParleyError("not_found", "This message does not wait any more.");
}

const idInUse = () => new ParleyError("conflict", "This id is in use. Send the message anew.", { field: "id" });

const tooMany = () =>
  new ParleyError(
    "conflict",
    `At most ${scheduledLimits.messages} messages of yours can wait. Send or delete one first.`,
  );
