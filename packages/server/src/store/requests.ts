import type { RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const notTakenUp = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("user_id", "<>", p.userId)
    .where("has_left", "=", 0)
    .where("request", "<>", "none")
    .limit(1),
);

/** Who began a conversation never declines it: they have put it away. */
const putAwayByMaker = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("rooms")
    .innerJoin("members", (join) =>
      join.onRef("members.room_id", "=", "rooms.id").onRef("members.user_id", "=", "rooms.created_by"),
    )
    .select("members.user_id as userId")
    .where("rooms.id", "=", p.roomId)
    .where("members.has_left", "=", 0)
    .where("members.request", "=", "declined"),
);

/** Conversations that strangers began. */
export class RequestReads extends Noun {
  /** Whether somebody else in the conversation has not taken it up: it waits, or was declined. */
  async isOpen(roomId: RoomId, userId: UserId): Promise<boolean> {
    return (await notTakenUp.first(this.runner, { roomId, userId })) !== undefined;
  }

  /** Who began the conversation, if they have put it away since. */
  async withdrawnBy(roomId: RoomId): Promise<UserId | undefined> {
    return (await putAwayByMaker.first(this.runner, { roomId }))?.userId;
  }
}
