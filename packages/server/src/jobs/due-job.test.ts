import { expect, test, vi } from "vitest";
import { DueJob } from "./due-job.ts";

/** Pieces that are due at these times, and a clock that stands until it is moved. */
function workOf(due: number[]) {
  const clock = { at: 1_000, now: () => clock.at };
  const done: number[] = [];
  const failures: unknown[] = [];
  const job = new DueJob({
    clock,
    nextDue: async () => due[0] ?? null,
    run: async () => {
      if (due[0] === undefined || due[0] > clock.at) return;
      if (due[0] < 0) throw new Error(`Not ready for ${due.shift()}.`);
      done.push(due.shift() ?? 0);
    },
    failed: (error) => void failures.push(error),
  });
  return { clock, job, done, failures };
}

test("does what is due, one piece after another, and nothing sooner", async () => {
  const due = [10, 20, 5_000];
  const { clock, job, done } = workOf(due);
  job.start();
  await vi.waitFor(() => expect(done).toEqual([10, 20]));
  clock.at = 4_999;
  job.wake(9_000);
  due.unshift(4_500);
  job.wake(4_500);
  await vi.waitFor(() => expect(done).toEqual([10, 20, 4_500]));
  clock.at = 5_000;
  await vi.waitFor(() => expect(done).toEqual([10, 20, 4_500, 5_000]));
  await job.stop();
});

test("goes on after a failure", async () => {
  const { clock, job, done, failures } = workOf([-1, 30]);
  job.start();
  await vi.waitFor(() => expect(failures).toHaveLength(1));
  clock.at = 60_000;
  await vi.waitFor(() => expect(done).toEqual([30]));
  await job.stop();
});

test("does nothing more once it is stopped, and waits for what is under way", async () => {
  const due = [10];
  const begun = Promise.withResolvers<() => void>();
  let hasEnded = false;
  const job = new DueJob({
    clock: { now: () => 50 },
    nextDue: async () => due[0] ?? null,
    run: () =>
      new Promise<void>((resolve) => {
        begun.resolve(() => {
          hasEnded = true;
          resolve();
        });
      }),
    failed: () => undefined,
  });
  job.start();
  const finish = await begun.promise;
  const stopped = job.stop().then(() => hasEnded);
  finish();
  expect(await stopped).toBe(true);
  job.wake(0);
  expect(due).toEqual([10]);
});
