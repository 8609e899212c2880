import type { RoomId } from "@parley/contract";
import type { Step } from "../context.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

const batchSize = 100;

/** Tells rooms what has become of the threads in them: all replies of a moment are one change of their message. */
export function threadsJob({ clock, logger, reader, transact }: JobDeps): Job {
  return new DueJob({
    clock,
    nextDue: () => reader.threads.nextDue(),
    async run() {
      const due = await reader.threads.due(clock.now(), batchSize);
      // All at once, so that they share a commit.
      const told = due.map((threadId) => transact((step) => tell(step, threadId)));
      for (const outcome of await Promise.allSettled(told)) if (outcome.status === "rejected") throw outcome.reason;
    },
    failed: failedAs("threads", logger),
  });
}

async function tell({ store, effects }: Step, threadId: RoomId): Promise<void> {
  const place = await store.threads.placeOf(threadId);
  const isDue = await store.threads.take(threadId);
  if (place === undefined || !isDue) return;
  const { roomId, seq } = place;
  const thread = await store.threads.sum(threadId);
  const rev = await store.rooms.nextRev(roomId);
  await store.threads.setSum(place, thread, rev);
  effects.publish(roomId, "thread:changed", { rev, seq, thread });
}
