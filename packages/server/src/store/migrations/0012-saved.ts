import type { ColumnTypes, Migration } from "./migration.ts";

/** What people keep for later. */
export const saved: Migration = {
  name: "0012-saved",
  statements: ({ key, whole }: ColumnTypes) => [
    // It outlives a membership: whoever comes back finds it again.
    `create table saved_messages (
      user_id ${key} not null, room_id ${key} not null, seq ${whole} not null, saved_at ${whole} not null,
      primary key (user_id, room_id, seq))`,
    "create unique index saved_messages_order on saved_messages (user_id, saved_at)",
    "create index saved_messages_place on saved_messages (room_id, seq)",
  ],
};
