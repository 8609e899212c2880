import type { ColumnTypes, Migration } from "./migration.ts";

/** Profiles, relations, ways to sign in, order in rooms, deletion. */
export const peopleAndPrivacy: Migration = {
  name: "0002-people-and-privacy",
  statements: (types) => [
    ...personColumns(types),
    ...relationTables(types),
    ...signInTables(types),
    ...roomColumns(types),
    ...orderTables(types),
  ],
};

function personColumns({ key, text, whole }: ColumnTypes): string[] {
  const columns = [
    `name_skeleton ${key} not null default ''`,
    `avatar ${text}`,
    `bio ${text} not null default ''`,
    `time_zone ${text}`,
    `status ${text}`,
    `last_seen_at ${whole}`,
    `invited_by ${key}`,
    `deletes_at ${whole}`,
    `deletes_messages ${text}`,
    `gone_at ${whole}`,
    `suspended_until ${whole}`,
    `totp_secret ${text}`,
    `totp_pending ${text}`,
    `totp_step ${whole} not null default 0`,
  ];
  return [
    ...columns.map((column) => `alter table users add column ${column}`),
    // Until now a person's handle was their name, folded: both look alike.
    "update users set name_skeleton = skeleton",
    "create unique index users_name_skeleton on users (name_skeleton)",
    "create index users_deletes on users (deletes_at) where deletes_at is not null",
    `create table avatars (user_id ${key} primary key references users (id), version ${key} not null, image ${text} not null)`,
  ];
}

function relationTables({ key, text, whole }: ColumnTypes): string[] {
  return [
    `create table relations (
      user_id ${key} not null references users (id), other_id ${key} not null references users (id),
      kind ${text} not null, line ${text} not null, since ${whole} not null, primary key (user_id, other_id))`,
    "create index relations_other on relations (other_id, kind)",
    // No foreign keys: they go with the relation, the membership or the room.
    `create table frozen_receipts (
      viewer_id ${key} not null, user_id ${key} not null, room_id ${key} not null, read_seq ${whole} not null,
      delivered_seq ${whole} not null, read_at ${whole}, primary key (viewer_id, room_id, user_id))`,
    "create index frozen_receipts_user on frozen_receipts (user_id)",
    "create index frozen_receipts_room on frozen_receipts (room_id)",
  ];
}

function signInTables({ key, text, whole }: ColumnTypes): string[] {
  return [
    `create table passkeys (
      id ${key} primary key, user_id ${key} not null references users (id), public_key ${text} not null,
      counter ${whole} not null, transports ${text} not null, name ${text} not null, created_at ${whole} not null,
      used_at ${whole})`,
    "create index passkeys_user on passkeys (user_id)",
    `create table recovery_codes (
      user_id ${key} not null references users (id), digest ${key} not null, primary key (user_id, digest))`,
    `create table challenges (
      id ${key} primary key, kind ${text} not null, user_id ${key}, value ${text} not null, expires_at ${whole} not null)`,
    "create index challenges_expiry on challenges (expires_at)",
    `create table identities (
      issuer ${key} not null, subject ${key} not null, user_id ${key} not null references users (id),
      session_id ${key}, used_at ${whole} not null, primary key (issuer, subject))`,
    "create index identities_user on identities (user_id)",
    `create table exports (
      user_id ${key} primary key references users (id), state ${text} not null, done ${whole} not null,
      total ${whole} not null, bytes ${whole}, started_at ${whole} not null, expires_at ${whole}, file ${text})`,
  ];
}

function roomColumns({ key, text, whole }: ColumnTypes): string[] {
  const rooms = [
    `post_by ${text} not null default 'everyone'`,
    `invite_by ${text} not null default 'everyone'`,
    `mention_all_by ${text} not null default 'everyone'`,
    `slow_mode_ms ${whole} not null default 0`,
    `expires_after_ms ${whole}`,
  ];
  const members = [
    `read_at ${whole}`,
    `request ${text} not null default 'none'`,
    `cleared_seq ${whole} not null default 0`,
    `shows_typing ${whole}`,
    `shows_receipts ${whole}`,
    `muted_until ${whole}`,
    `spoke_at ${whole}`,
  ];
  return [
    ...rooms.map((column) => `alter table rooms add column ${column}`),
    ...members.map((column) => `alter table members add column ${column}`),
    `alter table messages add column mentions_all ${whole}`,
    `alter table messages add column expires_at ${whole}`,
    "create index messages_expiry on messages (expires_at) where expires_at is not null and deleted_at is null",
    "create index mentions_message on mentions (room_id, seq)",
    // No foreign keys: what is left of a room is purged when the room itself is gone.
    `create table purges (
      room_id ${key} not null, user_id ${key} not null, below_seq ${whole} not null, primary key (room_id, user_id))`,
  ];
}

function orderTables({ key, text, whole, addOnly }: ColumnTypes): string[] {
  return [
    `create table bans (
      room_id ${key} not null references rooms (id), user_id ${key} not null references users (id),
      banned_by ${key} not null, reason ${text} not null, banned_at ${whole} not null, until ${whole},
      primary key (room_id, user_id))`,
    `create table reports (
      id ${key} primary key, reporter_id ${key} not null, user_id ${key} not null, room_id ${key}, message_id ${key},
      reason ${text} not null, line ${text} not null, created_at ${whole} not null, settled_by ${key},
      settled_at ${whole}, action ${text}, note ${text})`,
    "create index reports_open on reports (settled_at, id)",
    "create index reports_room on reports (room_id, settled_at)",
    `create table warnings (
      id ${key} primary key, user_id ${key} not null, text ${text} not null, given_at ${whole} not null,
      acknowledged_at ${whole})`,
    "create index warnings_user on warnings (user_id, acknowledged_at)",
    `create table audit_log (
      id ${key} primary key, at ${whole} not null, actor_id ${key}, act ${text} not null, room_id ${key},
      user_id ${key}, detail ${text} not null)`,
    "create index audit_room on audit_log (room_id, id)",
    ...addOnly("audit_log"),
  ];
}
