import type { Migration } from "./migration.ts";

/**
 * No foreign keys: they go with the message. A reaction's `rev` is the room's at which it came: it tells the order of
 * people, as times do not. `kind_rev` is that of the first of its kind, so that kinds keep their places.
 */
export const reactions: Migration = {
  name: "0004-reactions",
  statements: ({ key, whole }) => [
    `create table reactions (
      room_id ${key} not null, seq ${whole} not null, emoji ${key} not null, user_id ${key} not null,
      reacted_at ${whole} not null, rev ${whole} not null, kind_rev ${whole} not null,
      primary key (room_id, seq, emoji, user_id))`,
  ],
};
