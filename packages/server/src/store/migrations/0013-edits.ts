import type { ColumnTypes, Migration } from "./migration.ts";

/** What messages said before they were edited. */
export const edits: Migration = {
  name: "0013-edits",
  statements: ({ key, text, whole }: ColumnTypes) => [
    // `rev` is the room's at the edit that replaced it. It goes with the message.
    `create table message_edits (
      room_id ${key} not null, seq ${whole} not null, rev ${whole} not null, body ${text} not null,
      written_at ${whole} not null, replaced_at ${whole} not null, primary key (room_id, seq, rev))`,
  ],
};
