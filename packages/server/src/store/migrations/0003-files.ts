import type { Migration } from "./migration.ts";

/** Files, which messages use them, and how much room they take. */
export const files: Migration = {
  name: "0003-files",
  statements: ({ key, text, whole }) => [
    `alter table messages add column files ${text}`,
    `create table files (
      id ${key} primary key, owner_id ${key} not null, state ${text} not null, bytes ${whole} not null,
      claim ${text} not null, info ${text}, created_at ${whole} not null, expires_at ${whole})`,
    "create index files_owner on files (owner_id, state)",
    "create index files_expiry on files (expires_at) where expires_at is not null",
    // No foreign keys: they go with the message, and looking again would cost each of them.
    `create table file_uses (
      file_id ${key} not null, room_id ${key} not null, seq ${whole} not null, shelf ${text} not null,
      primary key (room_id, seq, file_id))`,
    "create index file_uses_file on file_uses (file_id)",
    "create index file_uses_shelf on file_uses (room_id, shelf, seq)",
    `create table file_usage (owner_id ${key} primary key, bytes ${whole} not null)`,
  ],
};
