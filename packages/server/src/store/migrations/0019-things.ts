import type { Migration } from "./migration.ts";

/** Rooms with polls or stickers are gone through again, so that these are found as such. */
export const things: Migration = {
  name: "0019-things",
  statements: () => [
    `delete from search_progress where room_id in
      (select room_id from messages where poll is not null or sticker is not null)`,
  ],
};
