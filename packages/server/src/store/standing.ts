import type { MemberRole, Preferences, Room, RoomId, UserId } from "@parley/contract";
import { prepared, type Runner } from "./prepared.ts";
import { toPreferences, toRules } from "./room-columns.ts";

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
}

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
      "rooms.slow_mode_ms as slowModeMs",
      "rooms.expires_after_ms as expiresAfterMs",
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
    ])
    .where("rooms.id", "=", p.roomId),
);

/** The room and what this person is in it; undefined if there is no such room. */
export async function readStanding(runner: Runner, roomId: RoomId, userId: UserId): Promise<Standing | undefined> {
  const row = await findStanding.first(runner, { roomId, userId });
  if (row === undefined) return undefined;
  return {
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
  };
}
