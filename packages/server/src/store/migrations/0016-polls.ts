import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * What may be answered to a message (JSON), and what was: a row for each person, with a bit for each answer, and none
 * left when they took it back. `rev` is the room's at which they did it: it tells the order of people, and by it those
 * who were away catch up. No foreign keys: they go with the message.
 */
export const polls: Migration = {
  name: "0016-polls",
  statements: ({ key, text, whole }: ColumnTypes) => [
    `alter table messages add column poll ${text}`,
    `create table poll_votes (
      room_id ${key} not null, seq ${whole} not null, user_id ${key} not null, chosen ${whole} not null,
      voted_at ${whole} not null, rev ${whole} not null, primary key (room_id, seq, user_id))`,
    "create index poll_votes_rev on poll_votes (user_id, room_id, rev)",
  ],
};
