import type { UserId } from "@parley/contract";
import type { Effect, JobName } from "../context.ts";
import { accountDeletionJob } from "./account-deletion.ts";
import { expiryJob } from "./expiry.ts";
import { exportJob } from "./export/export-job.ts";
import { filesJob } from "./files.ts";
import type { Job, JobDeps } from "./job.ts";
import { linkPreviewJob } from "./link-previews/job.ts";
import { purgeJob } from "./purge.ts";
import { scheduledJob } from "./scheduled.ts";
import { searchJob } from "./search.ts";
import { threadsJob } from "./threads.ts";

/** A job for each name. */
const makers: { readonly [N in JobName]: (deps: JobDeps) => Job } = {
  expiry: expiryJob,
  purge: purgeJob,
  "account-deletion": accountDeletionJob,
  export: exportJob,
  search: searchJob,
  files: filesJob,
  "link-previews": linkPreviewJob,
  threads: threadsJob,
  scheduled: scheduledJob,
};

export interface Jobs {
  start(): void;
  /** Tells the jobs what a commit left for them to do. */
  follow(effects: readonly Effect[]): void;
  /** Tells them that somebody is online now. */
  came(userId: UserId): void;
  stop(): Promise<void>;
}

export function createJobs(deps: JobDeps): Jobs {
  const jobs = new Map(Object.entries(makers).map(([name, make]) => [name, make(deps)]));
  const noticing = [...jobs.values()].flatMap(({ notice }) => (notice === undefined ? [] : [notice]));
  return {
    start() {
      for (const job of jobs.values()) job.start();
    },
    follow(effects) {
      for (const effect of effects) {
        if (effect.kind === "due") jobs.get(effect.job)?.wake(effect.at);
        for (const notice of noticing) notice(effect);
      }
    },
    came(userId) {
      for (const job of jobs.values()) job.came?.(userId);
    },
    async stop() {
      await Promise.all([...jobs.values()].map((job) => job.stop()));
    },
  };
}
