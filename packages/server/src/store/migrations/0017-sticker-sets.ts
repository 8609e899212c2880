import type { Migration } from "./migration.ts";

/** Sets of stickers of the server's own. Each sticker's id is that of its file. */
export const stickerSets: Migration = {
  name: "0017-sticker-sets",
  statements: ({ key, text, whole }) => [
    `create table sticker_sets (
      id ${key} primary key, name ${text} not null, name_folded ${key} not null unique,
      name_skeleton ${key} not null unique, added_by ${key} not null, added_at ${whole} not null)`,
    `create table stickers (
      file_id ${key} primary key, set_id ${key} not null, emoji ${text} not null, words ${text} not null,
      width ${whole} not null, height ${whole} not null, is_animated ${whole} not null, added_at ${whole} not null)`,
    "create index stickers_of_set on stickers (set_id, added_at)",
  ],
};
