import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * A thread is a room with a message above it. Who follows it, or has looked into it, has a row in `members`; who may is
 * decided by the message's room. `thread_changes` has the threads whose message does not say yet what has become of them.
 */
export const threads: Migration = {
  name: "0015-threads",
  statements: ({ key, text, whole }: ColumnTypes) => [
    `alter table rooms add column parent_id ${key}`,
    `alter table rooms add column parent_seq ${whole}`,
    "create unique index rooms_thread on rooms (parent_id, parent_seq) where parent_id is not null",
    `alter table members add column follows ${whole} not null default 1`,
    `alter table messages add column thread ${text}`,
    `create table thread_changes (room_id ${key} primary key, due_at ${whole} not null)`,
  ],
};
