import type { Preferences, Receipt, RoomId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const listIn = prepared<{ roomId: RoomId; limit: number }>()((db, p) =>
  db
    .selectFrom("members")
    .select(["user_id as userId", "shown_read_seq as readSeq", "delivered_seq as deliveredSeq"])
    .where("room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .orderBy("user_id")
    .limit(p.limit),
);

const setPointers = prepared<{
  roomId: RoomId;
  userId: UserId;
  readSeq: number;
  shownReadSeq: number;
  deliveredSeq: number;
}>()((db, p) =>
  db
    .updateTable("members")
    .set({ read_seq: p.readSeq, shown_read_seq: p.shownReadSeq, delivered_seq: p.deliveredSeq })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

const setShownPointers = prepared<{
  roomId: RoomId;
  userId: UserId;
  readSeq: number;
  shownReadSeq: number;
  deliveredSeq: number;
  readAt: number;
}>()((db, p) =>
  db
    .updateTable("members")
    .set({ read_seq: p.readSeq, shown_read_seq: p.shownReadSeq, delivered_seq: p.deliveredSeq, read_at: p.readAt })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

const reachedBy = prepared<{ roomId: RoomId; seq: number; sentAt: number; senderId: UserId; limit: number }>()(
  (db, p) =>
    db
      .selectFrom("members")
      .select(["user_id as userId", "shown_read_seq as readSeq", "delivered_seq as deliveredSeq", "read_at as readAt"])
      .where("room_id", "=", p.roomId)
      .where("has_left", "=", 0)
      .where("delivered_seq", ">=", p.seq)
      .where("joined_at", "<=", p.sentAt)
      .where("user_id", "<>", p.senderId)
      .orderBy(sql`coalesce(read_at, 0)`, "desc")
      .orderBy("user_id")
      .limit(p.limit),
);

const prefer = prepared<{ roomId: RoomId; userId: UserId; typing: number | null; receipts: number | null }>()((db, p) =>
  db
    .updateTable("members")
    .set({ shows_typing: p.typing, shows_receipts: p.receipts })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

export class ReceiptReads extends Noun {
  /** Members' pointers as others are shown them. */
  listIn(roomId: RoomId, limit: number) {
    return listIn.all(this.runner, { roomId, limit });
  }

  /** Members whom a message has reached, with their shown pointers; those who came later have not got it from us. */
  reachedBy(
    roomId: RoomId,
    message: { seq: number; sentAt: number; senderId: UserId },
    limit: number,
  ): Promise<(Receipt & { readAt: number | null })[]> {
    const { seq, sentAt, senderId } = message;
    return reachedBy.all(this.runner, { roomId, seq, sentAt, senderId, limit });
  }
}

export class ReceiptWrites extends ReceiptReads {
  /** `readAt`: when the shown read pointer moved; null if it did not. */
  async set(
    roomId: RoomId,
    userId: UserId,
    pointers: { readSeq: number; shownReadSeq: number; deliveredSeq: number; readAt: number | null },
  ): Promise<void> {
    const { readAt } = pointers;
    if (readAt === null) await setPointers.run(this.runner, { roomId, userId, ...pointers });
    else await setShownPointers.run(this.runner, { roomId, userId, ...pointers, readAt });
  }

  async prefer(roomId: RoomId, userId: UserId, { typing, receipts }: Preferences): Promise<void> {
    await prefer.run(this.runner, { roomId, userId, typing: toColumn(typing), receipts: toColumn(receipts) });
  }
}

function toColumn(choice: boolean | null): number | null {
  return choice === null ? null : Number(choice);
}
