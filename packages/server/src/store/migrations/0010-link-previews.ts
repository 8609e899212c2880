import type { ColumnTypes, Migration } from "./migration.ts";

/** Previews of links: what a message shows of its own, and what is still to be looked up, or was taken off. */
export const linkPreviews: Migration = {
  name: "0010-link-previews",
  statements: ({ key, text, whole }: ColumnTypes) => [
    `alter table messages add column preview ${text}`,
    `alter table rooms add column link_previews ${whole} not null default 1`,
    `create table link_previews (
      room_id ${key} not null, seq ${whole} not null, url_key ${key} not null, sender_id ${key} not null,
      state ${text} not null, due_at ${whole}, tries ${whole} not null, found_at ${whole},
      primary key (room_id, seq))`,
    "create index link_previews_due on link_previews (due_at) where due_at is not null",
    "create index link_previews_url on link_previews (url_key, found_at) where found_at is not null",
  ],
};
