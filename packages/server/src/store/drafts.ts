import type { Draft, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const upsert = prepared<{ userId: UserId; roomId: RoomId; body: string; replyTo: number | null; savedAt: number }>()(
  (db, p) =>
    db
      .insertInto("drafts")
      .values({ user_id: p.userId, room_id: p.roomId, body: p.body, reply_to: p.replyTo, saved_at: p.savedAt })
      .onConflict((conflict) =>
        conflict
          .columns(["user_id", "room_id"])
          .doUpdateSet({ body: p.body, reply_to: p.replyTo, saved_at: p.savedAt }),
      ),
);

const remove = prepared<{ userId: UserId; roomId: RoomId }>()((db, p) =>
  db.deleteFrom("drafts").where("user_id", "=", p.userId).where("room_id", "=", p.roomId),
);

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("drafts")
    .select(["room_id as roomId", "body", "reply_to as replyTo", "saved_at as savedAt"])
    .where("user_id", "=", p.userId),
);

export class DraftReads extends Noun {
  async listOf(userId: UserId): Promise<Map<RoomId, Draft>> {
    const rows = await listOf.all(this.runner, { userId });
    return new Map(
      rows.map(({ roomId, body, replyTo, savedAt }) => [
        roomId,
        replyTo === null ? { body, savedAt } : { body, savedAt, replyTo },
      ]),
    );
  }
}

export class DraftWrites extends DraftReads {
  async save(userId: UserId, roomId: RoomId, draft: Draft): Promise<void> {
    await upsert.run(this.runner, {
      userId,
      roomId,
      body: draft.body,
      replyTo: draft.replyTo ?? null,
      savedAt: draft.savedAt,
    });
  }

  /** Whether there was one. */
  async remove(userId: UserId, roomId: RoomId): Promise<boolean> {
    return (await remove.run(this.runner, { userId, roomId })) > 0;
  }
}
