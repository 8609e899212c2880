import { ParleyError, type Scheduled, type UserId } from "@parley/contract";
import { Access } from "../access.ts";
import { AnswerInstead, type Step } from "../context.ts";
import { whySuspended } from "../domain/suspension.ts";
import { letGoOfFiles, sendScheduled, tellScheduled } from "../scheduling.ts";
import type { Waiting } from "../store/scheduled.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

const batchSize = 100;
/** Those who come all at once are looked at together. */
const gatherMs = 100;

/**
 * Sends what waits for its time, or for somebody to be online, as its writer: what they may is asked then. Each is taken
 * away and posted in one transaction. What is refused stays, with the reason, for its writer to decide.
 */
export function scheduledJob(deps: JobDeps): Job {
  const { clock, logger, reader } = deps;
  /** Of whom something is another: they are online, or what they may see is. */
  const stirred = new Set<UserId>();
  const job = new DueJob({
    clock,
    nextDue: () => reader.scheduled.nextDue(),
    async run() {
      const people = [...stirred];
      const due = await reader.scheduled.due(clock.now(), batchSize);
      const awaiting = people.length === 0 ? [] : await reader.scheduled.awaiting(people);
      // Before it is looked at: what stirs from here on is looked at anew.
      for (const userId of people) stirred.delete(userId);
      const outcomes = await Promise.allSettled([...due, ...awaiting].map((waiting) => look(deps, waiting)));
      for (const outcome of outcomes) {
        if (outcome.status === "fulfilled") continue;
        // A database that is away: they are still here when it is back.
        for (const userId of people) stirred.add(userId);
        throw outcome.reason;
      }
    },
    failed: failedAs("scheduled", logger),
  });
  const stir = (userId: UserId) => {
    stirred.add(userId);
    job.wake(clock.now() + gatherMs);
  };
  return {
    start: () => job.start(),
    wake: (at) => job.wake(at),
    notice: (effect) => {
      if (effect.kind === "regard") stir(effect.userId);
    },
    came: stir,
    stop: () => job.stop(),
  };
}

async function look(deps: JobDeps, waiting: Waiting): Promise<void> {
  const { transact } = deps;
  if (waiting.awaits !== null && !(await isOnline(deps, waiting))) {
    if (waiting.dueAt !== null) await transact(({ store }) => store.scheduled.postpone(waiting, null));
    return;
  }
  try {
    await transact((ctx) => send(deps, ctx, waiting));
  } catch (error) {
    await transact((ctx) => settle(ctx, waiting, error));
  }
}

/** As its writer sees it: nobody learns that somebody is here by a message that goes. */
async function isOnline({ sight }: JobDeps, { userId, awaits }: Waiting): Promise<boolean> {
  return awaits !== null && (await sight.availabilityOf(userId, [awaits])).get(awaits) === "online";
}

async function send({ server }: JobDeps, ctx: Step, waiting: Waiting): Promise<void> {
  const scheduled = await ctx.store.scheduled.take(waiting);
  const user = scheduled && (await ctx.store.users.find(waiting.userId));
  if (scheduled === undefined || user === undefined) return;
  const why = whySuspended(await ctx.store.suspensions.untilOf(user.id), ctx.now);
  if (why !== null) throw new ParleyError("suspended", why);
  const access = new Access(ctx.store, user.id, ctx.now);
  await sendScheduled({ ...ctx, access, actor: { user }, server }, scheduled);
}

/** Nothing of the sending has happened. */
async function settle(ctx: Step, waiting: Waiting, error: unknown): Promise<void> {
  const { id, userId } = waiting;
  if (error instanceof AnswerInstead) {
    // Their client has sent it under this id by another way.
    const removed = await ctx.store.scheduled.remove(userId, id);
    if (removed === undefined) return;
    await letGoOfFiles(ctx, removed, ctx.now);
    await tellScheduled(ctx, userId, { id, scheduled: null });
    return;
  }
  if (!(error instanceof ParleyError) || error.code === "internal") throw error;
  if (error.retryAfterMs !== undefined) {
    const at = ctx.now + error.retryAfterMs;
    await ctx.store.scheduled.postpone(waiting, at);
    ctx.effects.due("scheduled", at);
    return;
  }
  const scheduled = await ctx.store.scheduled.refuse(waiting, refusalOf(error));
  if (scheduled !== undefined) await tellScheduled(ctx, userId, { id, scheduled });
}

/** Nobody asked for a room just now: what is not found is one that they have left. */
function refusalOf({ code, message }: ParleyError): NonNullable<Scheduled["refusal"]> {
  return { code, message: code === "not_found" ? "You are not in this conversation any more." : message };
}
