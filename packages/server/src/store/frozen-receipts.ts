import type { Receipt, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const columns = ["viewer_id", "user_id", "room_id", "read_seq", "delivered_seq", "read_at"] as const;

/** What they have been shown of mine until now, in the order of the columns. */
const standing = [
  "theirs.user_id as viewer_id",
  "mine.user_id as user_id",
  "mine.room_id as room_id",
  "mine.shown_read_seq as read_seq",
  "mine.delivered_seq as delivered_seq",
  "mine.read_at as read_at",
] as const;

const listIn = prepared<{ roomId: RoomId; viewerId: UserId }>()((db, p) =>
  db
    .selectFrom("frozen_receipts")
    .select(["user_id as userId", "read_seq as readSeq", "delivered_seq as deliveredSeq", "read_at as readAt"])
    .where("viewer_id", "=", p.viewerId)
    .where("room_id", "=", p.roomId),
);

const freezeAll = prepared<{ userId: UserId; viewerId: UserId }>()((db, p) =>
  db
    .insertInto("frozen_receipts")
    .columns(columns)
    .expression(
      db
        .selectFrom("members as mine")
        .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
        .select(standing)
        .where("mine.user_id", "=", p.userId)
        .where("mine.has_left", "=", 0)
        .where("theirs.user_id", "=", p.viewerId)
        .where("theirs.has_left", "=", 0),
    ),
);

const freezeIn = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .insertInto("frozen_receipts")
    .columns(columns)
    .expression(
      db
        .selectFrom("relations")
        .innerJoin("members as theirs", "theirs.user_id", "relations.other_id")
        .innerJoin("members as mine", (join) =>
          join.onRef("mine.room_id", "=", "theirs.room_id").onRef("mine.user_id", "=", "relations.user_id"),
        )
        .select(standing)
        .where("relations.user_id", "=", p.userId)
        .where("relations.kind", "=", "blocked")
        .where("theirs.room_id", "=", p.roomId)
        .where("theirs.has_left", "=", 0),
    ),
);

const thaw = prepared<{ userId: UserId; viewerId: UserId }>()((db, p) =>
  db.deleteFrom("frozen_receipts").where("viewer_id", "=", p.viewerId).where("user_id", "=", p.userId),
);

const pointersBeside = prepared<{ userId: UserId; viewerId: UserId; limit: number }>()((db, p) =>
  db
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
    .innerJoin("rooms", "rooms.id", "mine.room_id")
    .select(["rooms.id as roomId", "mine.shown_read_seq as readSeq", "mine.delivered_seq as deliveredSeq"])
    .where("mine.user_id", "=", p.userId)
    .where("mine.has_left", "=", 0)
    .where("theirs.user_id", "=", p.viewerId)
    .where("theirs.has_left", "=", 0)
    .where("rooms.member_count", "<=", p.limit),
);

const forgetIn = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .deleteFrom("frozen_receipts")
    .where("room_id", "=", p.roomId)
    .where((eb) => eb.or([eb("user_id", "=", p.userId), eb("viewer_id", "=", p.userId)])),
);

/**
 * Where the pointers of people stood for those whom they blocked when they did: what was shown of them stays, and stands
 * still, as if they had switched their receipts off.
 */
export class FrozenReceiptReads extends Noun {
  listIn(roomId: RoomId, viewerId: UserId): Promise<(Receipt & { readAt: number | null })[]> {
    return listIn.all(this.runner, { roomId, viewerId });
  }

  async plainIn(roomId: RoomId, viewerId: UserId): Promise<Receipt[]> {
    return (await this.listIn(roomId, viewerId)).map(({ readAt: _, ...receipt }) => receipt);
  }
}

export class FrozenReceiptWrites extends FrozenReceiptReads {
  /** In all rooms that both are in: `userId` has blocked `viewerId`. */
  async freeze(userId: UserId, viewerId: UserId): Promise<void> {
    await freezeAll.run(this.runner, { userId, viewerId });
  }

  /** In a room that somebody has come into, for those there whom they blocked. */
  async freezeIn(roomId: RoomId, userId: UserId): Promise<void> {
    await freezeIn.run(this.runner, { roomId, userId });
  }

  /** Answers where they stand now, in the rooms of at most `limit` people where it is told. */
  async thaw(userId: UserId, viewerId: UserId, limit: number): Promise<{ roomId: RoomId; receipt: Receipt }[]> {
    await thaw.run(this.runner, { userId, viewerId });
    const rows = await pointersBeside.all(this.runner, { userId, viewerId, limit });
    return rows.map(({ roomId, ...pointers }) => ({ roomId, receipt: { userId, ...pointers } }));
  }

  /** Of one who has left a room, and for them. */
  async forgetIn(roomId: RoomId, userId: UserId): Promise<void> {
    await forgetIn.run(this.runner, { roomId, userId });
  }
}
