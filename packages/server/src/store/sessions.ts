import type { SessionId, User, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const findByDigest = prepared<{ digest: string }>()((db, p) =>
  db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select([
      "sessions.id as sessionId",
      "sessions.used_at as usedAt",
      "users.id",
      "users.handle",
      "users.name",
      "users.role",
    ])
    .where("token_digest", "=", p.digest),
);

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("sessions")
    .select(["id", "device", "created_at as createdAt", "used_at as usedAt"])
    .where("user_id", "=", p.userId)
    .orderBy("used_at", "desc"),
);

const insertSession = prepared<{ id: SessionId; userId: UserId; digest: string; device: string; now: number }>()(
  (db, p) =>
    db.insertInto("sessions").values({
      id: p.id,
      user_id: p.userId,
      token_digest: p.digest,
      device: p.device,
      created_at: p.now,
      used_at: p.now,
    }),
);

const findById = prepared<{ id: SessionId }>()((db, p) =>
  db.selectFrom("sessions").select("id").where("id", "=", p.id),
);

const touch = prepared<{ id: SessionId; now: number }>()((db, p) =>
  db.updateTable("sessions").set({ used_at: p.now }).where("id", "=", p.id),
);

const removeOne = prepared<{ id: SessionId; userId: UserId }>()((db, p) =>
  db.deleteFrom("sessions").where("id", "=", p.id).where("user_id", "=", p.userId).returning("id"),
);

const removeOthers = prepared<{ id: SessionId; userId: UserId }>()((db, p) =>
  db.deleteFrom("sessions").where("id", "!=", p.id).where("user_id", "=", p.userId).returning("id"),
);

const removeAll = prepared<{ userId: UserId }>()((db, p) =>
  db.deleteFrom("sessions").where("user_id", "=", p.userId).returning("id"),
);

export interface FoundSession {
  readonly sessionId: SessionId;
  readonly usedAt: number;
  readonly user: User;
}

export class SessionReads extends Noun {
  /** By the SHA-256 of its token. */
  async find(digest: string): Promise<FoundSession | undefined> {
    const row = await findByDigest.first(this.runner, { digest });
    if (row === undefined) return undefined;
    const { sessionId, usedAt, ...user } = row;
    return { sessionId, usedAt, user };
  }

  async isLiving(id: SessionId): Promise<boolean> {
    return (await findById.first(this.runner, { id })) !== undefined;
  }

  listOf(userId: UserId) {
    return listOf.all(this.runner, { userId });
  }
}

export class SessionWrites extends SessionReads {
  async insert(session: { id: SessionId; userId: UserId; digest: string; device: string; now: number }): Promise<void> {
    await insertSession.run(this.runner, session);
  }

  async touch(id: SessionId, now: number): Promise<void> {
    await touch.run(this.runner, { id, now });
  }

  /** Ends one session of this person; answers the ids that ended. */
  async remove(id: SessionId, userId: UserId): Promise<SessionId[]> {
    return (await removeOne.all(this.runner, { id, userId })).map((row) => row.id);
  }

  async removeAll(userId: UserId): Promise<SessionId[]> {
    return (await removeAll.all(this.runner, { userId })).map((row) => row.id);
  }

  async removeOthers(id: SessionId, userId: UserId): Promise<SessionId[]> {
    return (await removeOthers.all(this.runner, { id, userId })).map((row) => row.id);
  }
}
