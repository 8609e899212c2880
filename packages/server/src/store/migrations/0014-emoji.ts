import type { Migration } from "./migration.ts";

/** Emoji of the server's own. */
export const emoji: Migration = {
  name: "0014-emoji",
  statements: ({ key, whole }) => [
    `create table custom_emoji (
      name ${key} primary key, file_id ${key} not null unique, is_animated ${whole} not null,
      added_by ${key} not null, added_at ${whole} not null)`,
  ],
};
