import type { ColumnTypes, Migration } from "./migration.ts";

/** Pins. */
export const organise: Migration = {
  name: "0006-organise",
  statements: ({ text, whole }: ColumnTypes) => [
    `alter table messages add column pinned_at ${whole}`,
    "create index messages_pinned on messages (room_id, pinned_at) where pinned_at is not null",
    `alter table rooms add column pin_by ${text} not null default 'everyone'`,
  ],
};
