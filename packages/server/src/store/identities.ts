import type { SessionId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** An account at a provider: no other has this subject there. */
export interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

const findOne = prepared<IdentityKey & object>()((db, p) =>
  db
    .selectFrom("identities")
    .select("user_id as userId")
    .where("issuer", "=", p.issuer)
    .where("subject", "=", p.subject),
);

const lastUse = prepared<{ userId: UserId; sessionId: SessionId }>()((db, p) =>
  db
    .selectFrom("identities")
    .select((eb) => eb.fn.max("used_at").as("at"))
    .where("user_id", "=", p.userId)
    .where("session_id", "=", p.sessionId),
);

const insertOne = prepared<{ issuer: string; subject: string; userId: UserId; now: number }>()((db, p) =>
  db
    .insertInto("identities")
    .values({ issuer: p.issuer, subject: p.subject, user_id: p.userId, session_id: null, used_at: p.now })
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing()),
);

const noteUse = prepared<{ issuer: string; subject: string; sessionId: SessionId; now: number }>()((db, p) =>
  db
    .updateTable("identities")
    .set({ session_id: p.sessionId, used_at: p.now })
    .where("issuer", "=", p.issuer)
    .where("subject", "=", p.subject),
);

export class IdentityReads extends Noun {
  /** Whose it is here. */
  async find({ issuer, subject }: IdentityKey): Promise<UserId | undefined> {
    return (await findOne.first(this.runner, { issuer, subject }))?.userId;
  }

  /** When this session began by a provider (epoch ms); null if it began otherwise. */
  async begunAt(userId: UserId, sessionId: SessionId): Promise<number | null> {
    return (await lastUse.first(this.runner, { userId, sessionId }))?.at ?? null;
  }
}

export class IdentityWrites extends IdentityReads {
  /** False if it is somebody's already. */
  async insert({ issuer, subject }: IdentityKey, userId: UserId, now: number): Promise<boolean> {
    return (await insertOne.run(this.runner, { issuer, subject, userId, now })) > 0;
  }

  async noteUse({ issuer, subject }: IdentityKey, sessionId: SessionId, now: number): Promise<void> {
    await noteUse.run(this.runner, { issuer, subject, sessionId, now });
  }
}
