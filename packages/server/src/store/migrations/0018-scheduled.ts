import type { ColumnTypes, Migration } from "./migration.ts";

/**
 * Messages that wait for their time, under the id that they will have. `due_at`: when the job is to look at it; null while
 * it waits for `awaits` to be online, or was refused. No foreign keys: it stays when its person leaves the room.
 */
export const scheduled: Migration = {
  name: "0018-scheduled",
  statements: ({ key, text, whole }: ColumnTypes) => [
    `create table scheduled_messages (
      id ${key} primary key, user_id ${key} not null, room_id ${key} not null, body ${text} not null, reply_to ${whole},
      send_at ${whole}, awaits ${key}, due_at ${whole}, refusal ${text})`,
    "create index scheduled_messages_person on scheduled_messages (user_id)",
    "create index scheduled_messages_room on scheduled_messages (room_id)",
    "create index scheduled_messages_due on scheduled_messages (due_at) where due_at is not null",
    "create index scheduled_messages_awaits on scheduled_messages (awaits) where awaits is not null",
  ],
};
