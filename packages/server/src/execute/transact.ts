import type { Effect, Step } from "../context.ts";
import type { Clock } from "../lib/clock.ts";
import type { Store } from "../store/store.ts";
import { EffectList } from "./effects.ts";

export interface TransactDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Carries out what follows a commit; called in commit order. */
  readonly follow: (effects: readonly Effect[]) => void;
}

/** For work that nobody asked for over the wire: one transaction, whose effects follow its commit like a command's. */
export function createTransact({ store, clock, follow }: TransactDeps) {
  return async <T>(work: (step: Step) => Promise<T>): Promise<T> => {
    const inside = async (writer: Step["store"]) => {
      const effects = new EffectList();
      return { result: await work({ store: writer, effects, now: clock.now() }), effects: effects.list };
    };
    const { result } = await store.transact(inside, ({ effects }) => {
      if (effects.length > 0) follow(effects);
    });
    return result;
  };
}
