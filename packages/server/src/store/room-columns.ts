import type { Circle, Preferences, Room, RoomId, RoomKind, RoomRules } from "@parley/contract";

export const roomColumns = [
  "rooms.id as id",
  "rooms.kind as kind",
  "rooms.name as name",
  "rooms.topic as topic",
  "rooms.is_lobby as isLobby",
  "rooms.member_count as memberCount",
  "rooms.created_at as createdAt",
  "rooms.post_by as postBy",
  "rooms.invite_by as inviteBy",
  "rooms.mention_all_by as mentionAllBy",
  "rooms.pin_by as pinBy",
  "rooms.link_previews as linkPreviews",
  "rooms.slow_mode_ms as slowModeMs",
  "rooms.expires_after_ms as expiresAfterMs",
  "rooms.parent_id as parentId",
  "rooms.parent_seq as parentSeq",
] as const;

interface RoomRow {
  id: RoomId;
  kind: RoomKind;
  name: string;
  topic: string;
  isLobby: number;
  memberCount: number;
  createdAt: number;
  postBy: Circle;
  inviteBy: Circle;
  mentionAllBy: Circle;
  pinBy: Circle;
  linkPreviews: number;
  slowModeMs: number;
  expiresAfterMs: number | null;
  parentId: RoomId | null;
  parentSeq: number | null;
}

/** A row with the columns of a room, as the wire has it. */
export function toRoom(row: RoomRow): Room {
  const { id, kind, name, topic, isLobby, memberCount, createdAt, expiresAfterMs } = row;
  const thread = toThread(row);
  const rules = toRules(row);
  return {
    ...{ id, kind, name, topic, isLobby: isLobby === 1, memberCount, createdAt, rules, expiresAfterMs },
    ...(thread !== undefined && { thread }),
  };
}

/** The message that the room is the thread of, from its columns; undefined for any other room. */
export function toThread({ parentId, parentSeq }: Pick<RoomRow, "parentId" | "parentSeq">): Room["thread"] {
  return parentId === null || parentSeq === null ? undefined : { roomId: parentId, seq: parentSeq };
}

/** The rules of a room, from its columns. */
export function toRules(
  row: Pick<RoomRow, "postBy" | "inviteBy" | "mentionAllBy" | "pinBy" | "linkPreviews" | "slowModeMs">,
): RoomRules {
  const { postBy, inviteBy, mentionAllBy, pinBy, slowModeMs } = row;
  const linkPreviews = row.linkPreviews === 1;
  return { post: postBy, invite: inviteBy, mentionAll: mentionAllBy, pin: pinBy, linkPreviews, slowModeMs };
}

/** What a member wants in one room, from their columns: 0, 1, or null for what their settings say. */
export function toPreferences(row: { showsTyping: number | null; showsReceipts: number | null }): Preferences {
  return { typing: toChoice(row.showsTyping), receipts: toChoice(row.showsReceipts) };
}

function toChoice(column: number | null): boolean | null {
  return column === null ? null : column === 1;
}
