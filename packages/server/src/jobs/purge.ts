import { eraseStretch, tellOfGap } from "../erasure.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

/** Goes on with deletions that were too many for one transaction. */
export function purgeJob({ clock, logger, reader, transact }: JobDeps): Job {
  return new DueJob({
    clock,
    nextDue: async () => ((await reader.purges.first()) === undefined ? null : clock.now()),
    async run() {
      const some = await reader.purges.first();
      if (some === undefined) return;
      await transact(async (ctx) => {
        await ctx.store.rooms.lock(some.roomId);
        // Asked for again meanwhile, it may have begun anew.
        const purge = await ctx.store.purges.find(some.roomId, some.userId);
        if (purge === undefined) return;
        await eraseStretch(ctx, purge, { isQuietly: true });
        const isDone = (await ctx.store.purges.find(some.roomId, some.userId)) === undefined;
        // Once for all stretches: everybody in the room will ask what they have missed.
        if (isDone && some.userId !== "*") await tellOfGap(ctx, some.roomId);
      });
    },
    failed: failedAs("purge", logger),
  });
}
