import { type MessageId, newId, type RoomId } from "@parley/contract";
import type { Caller } from "./crowd.ts";
import { pause } from "./waiting.ts";

/** On a busy machine everybody waits: so many times our own timers' lateness is allowed on top. */
const bounds = { p99Ms: 250, timesLateness: 5 };

export interface Witness {
  readonly latencies: number[];
  /** How late our own timers were, in milliseconds. */
  readonly lateness: number[];
  stop(): Promise<void>;
}

/** Somebody who uses the server as one should, all the while, in a room that the attackers are not in. */
export function watchOver(caller: Caller, roomId: RoomId): Witness {
  const latencies: number[] = [];
  const lateness: number[] = [];
  let isOver = false;
  const run = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn += 1) {
      const startedAt = performance.now();
      const reply =
        turn % 10 === 0
          ? await caller.call("message:send", { id: newId<MessageId>(Date.now()), roomId, body: "All is well." })
          : await caller.call("message:history", { roomId, limit: 20 });
      latencies.push(performance.now() - startedAt);
      if (reply?.ok !== true) throw new Error(`the witness was not served: ${JSON.stringify(reply)}`);
      const pausedAt = performance.now();
      await pause(20);
      lateness.push(Math.max(0, performance.now() - pausedAt - 20));
    }
  };
  const running = run();
  return {
    latencies,
    lateness,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}

/** Whether the server answered as soon as it must, in spite of everything. */
export function served({ latencies, lateness }: Witness): { isGood: boolean; p99: number; text: string } {
  const p99 = p99Of(latencies);
  const late = p99Of(lateness);
  return {
    isGood: p99 <= bounds.p99Ms + bounds.timesLateness * late,
    p99,
    text: `${p99.toFixed(0)} ms (p99; our own timers were ${late.toFixed(0)} ms late)`,
  };
}

function p99Of(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.POSITIVE_INFINITY;
}
