import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

const batchSize = 100;

/**
 * Removes files that nobody needs: uploads that were abandoned or dropped, and what no message has any longer. First
 * nobody is given it any more, then its bytes go, then what it took is free: a crash anywhere is followed by the rest.
 */
export function filesJob({ clock, logger, reader, transact, files }: JobDeps): Job {
  const remove = async (id: Parameters<typeof reader.files.find>[0]) => {
    const isOver = await transact(({ store }) => store.fileRemovals.giveUp(id));
    if (!isOver) return;
    await files.uploads.discard(id);
    await files.storage.remove(id);
    await transact(async ({ store }) => {
      const removed = await store.fileRemovals.remove(id);
      if (removed !== undefined) await store.fileUsage.release(removed.ownerId, removed.bytes);
    });
  };
  return new DueJob({
    clock,
    nextDue: () => reader.fileRemovals.nextAt(),
    async run() {
      for (const id of await reader.fileRemovals.due(clock.now(), batchSize)) await remove(id);
    },
    failed: failedAs("files", logger),
  });
}
