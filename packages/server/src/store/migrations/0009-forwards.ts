import type { ColumnTypes, Migration } from "./migration.ts";

/** Messages that were said elsewhere. */
export const forwards: Migration = {
  name: "0009-forwards",
  statements: ({ text }: ColumnTypes) => [`alter table messages add column forwarded_from ${text}`],
};
