import type { RoomId } from "@parley/contract";
import { touchThread } from "../threads.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

/** So many messages at most become tombstones in one round, of all rooms together. */
const batchSize = 500;

/** Makes tombstones of messages that are past their time. They keep that time: so everyone sees why they are gone. */
export function expiryJob({ clock, logger, reader, transact }: JobDeps): Job {
  const expire = (roomId: RoomId, seqs: readonly number[]) =>
    transact(async (ctx) => {
      const { store, effects } = ctx;
      const baseRev = await store.rooms.lockedRev(roomId);
      if (baseRev === undefined) return;
      const gone = await store.erasures.expire(roomId, seqs, baseRev);
      effects.due("files", clock.now());
      const last = gone.at(-1);
      if (last !== undefined) await store.rooms.setRev(roomId, last.rev);
      for (const message of gone) effects.publish(roomId, "message:deleted", message);
      if (gone.length > 0) await touchThread(ctx, roomId);
    });
  return new DueJob({
    clock,
    nextDue: () => reader.erasures.nextDue(),
    async run() {
      const due = Map.groupBy(await reader.erasures.due(clock.now(), batchSize), ({ roomId }) => roomId);
      // All at once, so that they share a commit.
      const rooms = [...due].map(([roomId, messages]) =>
        expire(
          roomId,
          messages.map(({ seq }) => seq),
        ),
      );
      for (const outcome of await Promise.allSettled(rooms)) if (outcome.status === "rejected") throw outcome.reason;
    },
    failed: failedAs("expiry", logger),
  });
}
