import type { ColumnTypes, Migration } from "./migration.ts";

/** What is looked through. What finds terms in it is the database's own, and made when it is opened: see `FullText`. */
export const search: Migration = {
  name: "0005-search",
  statements: ({ key, text, whole }: ColumnTypes) => [
    // No foreign keys: it goes with the message, and the message knows nothing of it.
    `create table search_documents (
      id ${whole} primary key, room_id ${key} not null, seq ${whole} not null, sender_id ${key} not null,
      expires_at ${whole}, terms ${text} not null)`,
    "create unique index search_documents_seq on search_documents (room_id, seq)",
    `create table search_progress (room_id ${key} primary key, rev ${whole} not null)`,
  ],
};
