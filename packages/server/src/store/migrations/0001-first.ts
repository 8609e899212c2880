import type { ColumnTypes, Migration } from "./migration.ts";

/** People, sessions, rooms, members, messages, drafts, invitations. */
export const first: Migration = {
  name: "0001-first",
  statements: (types) => [...peopleTables(types), ...roomTables(types), ...messageTables(types)],
};

function peopleTables({ key, text, whole }: ColumnTypes): string[] {
  return [
    `create table server_settings (name ${key} primary key, value ${text} not null)`,
    `create table users (
      id ${key} primary key, handle ${key} not null unique, skeleton ${key} not null unique, name ${text} not null,
      password_hash ${text} not null, role ${text} not null, settings ${text} not null,
      rev ${whole} not null, created_at ${whole} not null)`,
    `create table sessions (
      id ${key} primary key, user_id ${key} not null references users (id), token_digest ${key} not null unique,
      device ${text} not null, created_at ${whole} not null, used_at ${whole} not null)`,
    "create index sessions_user on sessions (user_id)",
  ];
}

function roomTables({ key, text, whole }: ColumnTypes): string[] {
  return [
    `create table rooms (
      id ${key} primary key, kind ${text} not null, name ${text} not null, name_folded ${key} not null,
      name_skeleton ${key} unique, topic ${text} not null, is_lobby ${whole} not null, direct_key ${key} unique,
      last_seq ${whole} not null, last_rev ${whole} not null, member_count ${whole} not null,
      created_by ${key} not null references users (id), created_at ${whole} not null)`,
    "create index rooms_directory on rooms (kind, name_folded)",
    `create table members (
      room_id ${key} not null references rooms (id), user_id ${key} not null references users (id),
      role ${text} not null, joined_at ${whole} not null, has_left ${whole} not null, rev ${whole} not null,
      read_seq ${whole} not null, shown_read_seq ${whole} not null, delivered_seq ${whole} not null,
      primary key (room_id, user_id))`,
    "create index members_user on members (user_id, has_left, room_id)",
    "create index members_rev on members (room_id, rev)",
    `create table invitations (
      id ${key} primary key, room_id ${key} not null references rooms (id), code ${key} not null unique,
      created_by ${key} not null references users (id), created_at ${whole} not null, expires_at ${whole},
      max_uses ${whole}, uses ${whole} not null, is_revoked ${whole} not null)`,
    "create index invitations_room on invitations (room_id)",
    `create table drafts (
      user_id ${key} not null references users (id), room_id ${key} not null references rooms (id),
      body ${text} not null, reply_to ${whole}, saved_at ${whole} not null, primary key (user_id, room_id))`,
  ];
}

/** No foreign keys on messages: both ids were looked up in the same transaction, and looking again costs each message. */
function messageTables({ key, text, whole }: ColumnTypes): string[] {
  return [
    `create table messages (
      id ${key} primary key, room_id ${key} not null, seq ${whole} not null,
      rev ${whole} not null, sender_id ${key} not null, body ${text} not null,
      sent_at ${whole} not null, edited_at ${whole}, deleted_at ${whole}, reply_to ${whole}, mentions ${text})`,
    "create unique index messages_seq on messages (room_id, seq)",
    "create index messages_rev on messages (room_id, rev)",
    `create table mentions (
      user_id ${key} not null, room_id ${key} not null, seq ${whole} not null,
      primary key (user_id, room_id, seq))`,
  ];
}
