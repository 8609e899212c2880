import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * Which voice messages were played, a row for each person who is told: whoever played it, and in a conversation of two
 * perhaps its sender. `at_rev` is the room's rev at that time, by which those who were away catch up. No foreign keys:
 * they go with the message.
 */
export const voices: Migration = {
  name: "0011-voices",
  statements: ({ key, whole }: ColumnTypes) => [
    `create table plays (
      room_id ${key} not null, seq ${whole} not null, user_id ${key} not null, played_at ${whole} not null,
      at_rev ${whole} not null, primary key (room_id, seq, user_id))`,
    "create index plays_rev on plays (user_id, room_id, at_rev)",
  ],
};
