import type { Effect, JobName } from "../context.ts";
import { accountDeletionJob } from "./account-deletion.ts";
import { expiryJob } from "./expiry.ts";
import { exportJob } from "./export/export-job.ts";
import type { Job, JobDeps } from "./job.ts";
import { purgeJob } from "./purge.ts";

/** A job for each name. */
const makers: { readonly [N in JobName]: (deps: JobDeps) => Job } = {
  expiry: expiryJob,
  purge: purgeJob,
  "account-deletion": accountDeletionJob,
  export: exportJob,
};

export interface Jobs {
  start(): void;
  /** Wakes the jobs for which a commit left something to do. */
  follow(effects: readonly Effect[]): void;
  stop(): Promise<void>;
}

export function createJobs(deps: JobDeps): Jobs {
  const jobs = new Map(Object.entries(makers).map(([name, make]) => [name, make(deps)]));
  return {
    start() {
      for (const job of jobs.values()) job.start();
    },
    follow(effects) {
      for (const effect of effects) if (effect.kind === "due") jobs.get(effect.job)?.wake(effect.at);
    },
    async stop() {
      await Promise.all([...jobs.values()].map((job) => job.stop()));
    },
  };
}
