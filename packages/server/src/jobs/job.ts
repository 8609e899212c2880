import type { UserId } from "@parley/contract";
import type { Effect, JobName, ServerFacts, Sight, Step } from "../context.ts";
import type { Files } from "../files/files.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";
import type { Outbound } from "../lib/outbound/outbound.ts";
import type { Reader } from "../store/store.ts";

/** Work that nobody waits for. What it is to do stands in the database, so that a crash loses nothing of it. */
export interface Job {
  /** Begins with what is due already. */
  start(): void;
  /** Something is due at this time (epoch ms), perhaps sooner than anything it knew of. */
  wake(at: number): void;
  /** Sees what follows each commit, if it wants to: in the path of every message, so it only takes note. */
  readonly notice?: (effect: Effect) => void;
  /** Somebody is online now, if it wants to know. */
  readonly came?: (userId: UserId) => void;
  /** Ends after the piece under way. */
  stop(): Promise<void>;
}

export interface JobDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly reader: Reader;
  /** Where archives are kept for those who asked for them. */
  readonly exportsFolder: string;
  readonly files: Pick<Files, "storage" | "uploads" | "pictures">;
  /** How others are asked. */
  readonly outbound: Outbound;
  /** See `ServerFacts`. */
  readonly linkPreviews: boolean | null;
  readonly server: Pick<ServerFacts, "linkPreviews" | "ownHost">;
  readonly sight: Pick<Sight, "availabilityOf">;
  /** Runs `work` in one transaction, without an actor; what it publishes follows the commit, as for a command. */
  readonly transact: <T>(work: (ctx: Step) => Promise<T>) => Promise<T>;
}

/** What a job does with a failure: it says so, and tries again. */
export function failedAs(name: JobName, logger: Logger): (error: unknown) => void {
  return (error) =>
    logger.warn("A job failed, and will try again.", {
      request: name,
      reason: error instanceof Error ? error.message : "no reason given",
    });
}
