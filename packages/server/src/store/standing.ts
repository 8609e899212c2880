import type { MemberRole, Preferences, Room, RoomId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { prepared, type Runner } from "./prepared.ts";
import type { KeptBlock } from "./relations.ts";
import { toPreferences, toRules, toThread } from "./room-columns.ts";

/** A room as one person stands to it; `role` is null for an outsider. */
export interface Standing {
  readonly room: Pick<Room, "id" | "kind" | "isLobby" | "memberCount" | "rules" | "expiresAfterMs">;
  readonly lastSeq: number;
  readonly lastRev: number;
  readonly role: MemberRole | null;
  readonly readSeq: number;
  readonly shownReadSeq: number;
  readonly deliveredSeq: number;
  /** What they want here other than in their settings. */
  readonly preferences: Preferences;
  /** See the schema: whether this is a stranger's conversation, and what became of it. */
  readonly request: "none" | "waiting" | "declined";
  /** Everything up to here was cleared by this person, for themselves. */
  readonly clearedSeq: number;
  /** Epoch ms until which they may not write. */
  readonly mutedUntil: number | null;
  /** When they last wrote while the room was slow. */
  readonly spokeAt: number | null;
  /** In a private conversation of two: the block between them. */
  readonly block: KeptBlock;
  /** Set: the room is the thread of this message. Role and rules are those in the message's room; numbers its own. */
  readonly thread: Room["thread"];
}

const blocks = [
  { byMe: false, byThem: false },
  { byMe: true, byThem: false },
  { byMe: false, byThem: true },
  { byMe: true, byThem: true },
] as const;

/** 1 when the person blocked the other, plus 2 when they are blocked; asked in one statement, since each send asks. */
const blockBetween = (userId: UserId) => sql<number | null>`case when rooms.kind = 'direct' and rooms.member_count = 2
  then (select (case when exists (select 1 from relations where relations.user_id = ${userId}
      and relations.other_id = other.user_id and relations.kind = 'blocked') then 1 else 0 end)
    + (case when exists (select 1 from relations where relations.user_id = other.user_id
      and relations.other_id = ${userId} and relations.kind = 'blocked') then 2 else 0 end)
    from members as other
    where other.room_id = rooms.id and other.user_id <> ${userId} and other.has_left = 0 limit 1) end`;

const findStanding = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("rooms")
    .leftJoin("members", (join) =>
      join
        .onRef("members.room_id", "=", "rooms.id")
        .on("members.user_id", "=", p.userId)
        .on("members.has_left", "=", 0)
        .on("members.request", "<>", "declined"),
    )
    .select([
      "rooms.kind as kind",
      "rooms.is_lobby as isLobby",
      "rooms.member_count as memberCount",
      "rooms.last_seq as lastSeq",
      "rooms.last_rev as lastRev",
      "rooms.post_by as postBy",
      "rooms.invite_by as inviteBy",
      "rooms.mention_all_by as mentionAllBy",
      "rooms.pin_by as pinBy",
      "rooms.link_previews as linkPreviews",
      "rooms.slow_mode_ms as slowModeMs",
      "rooms.expires_after_ms as expiresAfterMs",
      "rooms.parent_id as parentId",
      "rooms.parent_seq as parentSeq",
      "members.request as request",
      "members.cleared_seq as clearedSeq",
      "members.muted_until as mutedUntil",
      "members.spoke_at as spokeAt",
      "members.role as role",
      "members.read_seq as readSeq",
      "members.shown_read_seq as shownReadSeq",
      "members.delivered_seq as deliveredSeq",
      "members.shows_typing as showsTyping",
      "members.shows_receipts as showsReceipts",
      blockBetween(p.userId).as("block"),
    ])
    .where("rooms.id", "=", p.roomId),
);

/** The room and what this person is in it; undefined if there is no such room. */
export async function readStanding(runner: Runner, roomId: RoomId, userId: UserId): Promise<Standing | undefined> {
  const row = await findStanding.first(runner, { roomId, userId });
  if (row === undefined) return undefined;
  const thread = toThread(row);
  const own: Standing = {
    thread,
    room: {
      id: roomId,
      kind: row.kind,
      isLobby: row.isLobby === 1,
      memberCount: row.memberCount,
      rules: toRules(row),
      expiresAfterMs: row.expiresAfterMs,
    },
    lastSeq: row.lastSeq,
    lastRev: row.lastRev,
    role: row.role,
    readSeq: row.readSeq ?? 0,
    shownReadSeq: row.shownReadSeq ?? 0,
    deliveredSeq: row.deliveredSeq ?? 0,
    preferences: toPreferences(row),
    request: row.request ?? "none",
    clearedSeq: row.clearedSeq ?? 0,
    mutedUntil: row.mutedUntil,
    spokeAt: row.spokeAt,
    block: blocks[row.block ?? 0] ?? blocks[0],
  };
  if (thread === undefined) return own;
  const above = await readStanding(runner, thread.roomId, userId);
  return above === undefined ? undefined : inThread(own, above);
}

/** Who may read a message may read its thread: one stands to the thread as to the message's room. */
function inThread(own: Standing, above: Standing): Standing {
  const { thread, lastSeq, lastRev, readSeq, shownReadSeq, deliveredSeq } = own;
  const isThere = thread !== undefined && above.clearedSeq < thread.seq;
  return {
    ...above,
    ...{ thread, lastSeq, lastRev, readSeq, shownReadSeq, deliveredSeq },
    room: { ...above.room, id: own.room.id },
    role: isThere ? above.role : null,
    clearedSeq: 0,
  };
}
