import type { RoomId, UserId } from "@parley/contract";
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

export class ReceiptReads extends Noun {
  /** Members' pointers as others are shown them. */
  listIn(roomId: RoomId, limit: number) {
    return listIn.all(this.runner, { roomId, limit });
  }
}

export class ReceiptWrites extends ReceiptReads {
  async set(
    roomId: RoomId,
    userId: UserId,
    pointers: { readSeq: number; shownReadSeq: number; deliveredSeq: number },
  ): Promise<void> {
    await setPointers.run(this.runner, { roomId, userId, ...pointers });
  }
}
