import type { RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const setOne = prepared<{ roomId: RoomId; userId: UserId; until: number | null; rev: number }>()((db, p) =>
  db
    .updateTable("members")
    .set({ muted_until: p.until, rev: p.rev })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

const noteSpoken = prepared<{ roomId: RoomId; userId: UserId; now: number }>()((db, p) =>
  db.updateTable("members").set({ spoke_at: p.now }).where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

/** Who is to be silent, and for how long. What is asked of it comes with the standing. */
export class MuteWrites extends Noun {
  /** Null: they may write. The mute outlives leaving and coming back. */
  async set(roomId: RoomId, mute: { userId: UserId; until: number | null; rev: number }): Promise<void> {
    await setOne.run(this.runner, { roomId, ...mute });
  }

  /** Slow mode counts from here. */
  async noteSpoken(roomId: RoomId, userId: UserId, now: number): Promise<void> {
    await noteSpoken.run(this.runner, { roomId, userId, now });
  }
}
