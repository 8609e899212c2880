import { ParleyError, type Reply } from "@parley/contract";
import type { Call, Execute } from "./execute.ts";

export interface Drainable {
  readonly execute: Execute;
  /** From now on every request is refused, to be tried again; fulfils when those under way are answered. */
  drain(): Promise<void>;
}

/** Lets a server stop without cutting anybody off in the middle (delivery.md R31). */
export function drainable(execute: Execute): Drainable {
  let underWay = 0;
  let isDraining = false;
  let whenIdle: (() => void) | null = null;
  const stopping = new ParleyError("unavailable", "The server is stopping. Try again in a moment.").toWire();

  return {
    async execute(call: Call): Promise<Reply> {
      if (isDraining) return { ok: false, error: stopping };
      underWay += 1;
      const reply = await execute(call);
      underWay -= 1;
      // The answer goes out first.
      if (underWay === 0 && whenIdle !== null) setImmediate(whenIdle);
      return reply;
    },
    drain() {
      isDraining = true;
      if (underWay === 0) return Promise.resolve();
      return new Promise((resolve) => {
        whenIdle = resolve;
      });
    },
  };
}
