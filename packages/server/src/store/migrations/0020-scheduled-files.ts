import type { Migration } from "./migration.ts";

/** Messages that wait for their time may have files. */
export const scheduledFiles: Migration = {
  name: "0020-scheduled-files",
  statements: ({ text }) => [`alter table scheduled_messages add column files ${text}`],
};
