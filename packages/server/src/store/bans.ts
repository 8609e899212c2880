import type { Ban, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const columns = ["user_id as userId", "banned_by as bannedBy", "reason", "banned_at as bannedAt", "until"] as const;

const findLiving = prepared<{ roomId: RoomId; userId: UserId; now: number }>()((db, p) =>
  db
    .selectFrom("bans")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", p.now)])),
);

const listLiving = prepared<{ roomId: RoomId; now: number }>()((db, p) =>
  db
    .selectFrom("bans")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", p.now)]))
    .orderBy("banned_at", "desc")
    .orderBy("user_id")
    .limit(500),
);

const upsert = prepared<Ban & { roomId: RoomId }>()((db, p) => {
  const values = { banned_by: p.bannedBy, reason: p.reason, banned_at: p.bannedAt, until: p.until };
  return db
    .insertInto("bans")
    .values({ room_id: p.roomId, user_id: p.userId, ...values })
    .onConflict((conflict) => conflict.columns(["room_id", "user_id"]).doUpdateSet(values));
});

const removeOne = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db.deleteFrom("bans").where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

export class BanReads extends Noun {
  /** The ban that keeps this person out now. */
  find(roomId: RoomId, userId: UserId, now: number): Promise<Ban | undefined> {
    return findLiving.first(this.runner, { roomId, userId, now });
  }

  /** Those in force, newest first. */
  listIn(roomId: RoomId, now: number): Promise<Ban[]> {
    return listLiving.all(this.runner, { roomId, now });
  }
}

export class BanWrites extends BanReads {
  async put(roomId: RoomId, ban: Ban): Promise<void> {
    await upsert.run(this.runner, { roomId, ...ban });
  }

  /** Whether there was one, in force or over. */
  async remove(roomId: RoomId, userId: UserId): Promise<boolean> {
    return (await removeOne.run(this.runner, { roomId, userId })) > 0;
  }
}
