import type { RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** A deletion under way: messages of one person in one room that are still to go, the newest first. */
export interface Purge {
  readonly roomId: RoomId;
  /** `*`: everybody's; the room itself is gone already. */
  readonly userId: UserId | "*";
  /** What has a lower seq is still to go. */
  readonly belowSeq: number;
}

const first = prepared<object>()((db) =>
  db
    .selectFrom("purges")
    .select(["room_id as roomId", "user_id as userId", "below_seq as belowSeq"])
    .orderBy("room_id")
    .orderBy("user_id")
    .limit(1),
);

const find = prepared<{ roomId: RoomId; userId: UserId | "*" }>()((db, p) =>
  db
    .selectFrom("purges")
    .select(["room_id as roomId", "user_id as userId", "below_seq as belowSeq"])
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

const put = prepared<Purge>()((db, p) =>
  db
    .insertInto("purges")
    .values({ room_id: p.roomId, user_id: p.userId, below_seq: p.belowSeq })
    .onConflict((conflict) => conflict.columns(["room_id", "user_id"]).doUpdateSet({ below_seq: p.belowSeq })),
);

const remove = prepared<{ roomId: RoomId; userId: UserId | "*" }>()((db, p) =>
  db.deleteFrom("purges").where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

export class PurgeReads extends Noun {
  /** Any one of them. */
  first(): Promise<Purge | undefined> {
    return first.first(this.runner, {});
  }

  find(roomId: RoomId, userId: UserId | "*"): Promise<Purge | undefined> {
    return find.first(this.runner, { roomId, userId });
  }
}

export class PurgeWrites extends PurgeReads {
  /** Replaces what was noted for this person in this room. */
  async put(purge: Purge): Promise<void> {
    await put.run(this.runner, purge);
  }

  async remove(roomId: RoomId, userId: UserId | "*"): Promise<void> {
    await remove.run(this.runner, { roomId, userId });
  }
}
