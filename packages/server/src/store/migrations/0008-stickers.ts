import type { Migration } from "./migration.ts";

/** Messages that are a sticker. */
export const stickers: Migration = {
  name: "0008-stickers",
  statements: ({ text }) => [`alter table messages add column sticker ${text}`],
};
