import type { UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { Database } from "./schema.ts";

export type ChallengeKind = Database["challenges"]["kind"];

/** Something that is answered once, and soon. */
export interface Challenge {
  /** Unguessable, or the digest of what is. */
  readonly id: string;
  readonly kind: ChallengeKind;
  readonly userId: UserId | null;
  readonly value: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const columns = ["id", "kind", "user_id as userId", "value", "expires_at as expiresAt"] as const;

interface Wanted {
  id: string;
  kind: ChallengeKind;
  now: number;
}

const findOne = prepared<Wanted>()((db, p) =>
  db
    .selectFrom("challenges")
    .select(columns)
    .where("id", "=", p.id)
    .where("kind", "=", p.kind)
    .where("expires_at", ">", p.now),
);

const takeOne = prepared<Wanted>()((db, p) =>
  db
    .deleteFrom("challenges")
    .where("id", "=", p.id)
    .where("kind", "=", p.kind)
    .where("expires_at", ">", p.now)
    .returning(columns),
);

const insertOne = prepared<{ [K in keyof Challenge]: Challenge[K] }>()((db, p) =>
  db
    .insertInto("challenges")
    .values({ id: p.id, kind: p.kind, user_id: p.userId, value: p.value, expires_at: p.expiresAt }),
);

const removeExpired = prepared<{ now: number }>()((db, p) =>
  db.deleteFrom("challenges").where("expires_at", "<=", p.now),
);

const removeOf = prepared<{ userId: UserId }>()((db, p) => db.deleteFrom("challenges").where("user_id", "=", p.userId));

export class ChallengeReads extends Noun {
  /** Without answering it. */
  find(id: string, kind: ChallengeKind, now: number): Promise<Challenge | undefined> {
    return findOne.first(this.runner, { id, kind, now });
  }
}

export class ChallengeWrites extends ChallengeReads {
  /** Those that are over go, whoever's they are: the table stays as small as what is under way. */
  async insert(challenge: Challenge, now: number): Promise<void> {
    await removeExpired.run(this.runner, { now });
    await insertOne.run(this.runner, { ...challenge });
  }

  /** Gives it to the first who asks, and to nobody else. */
  take(id: string, kind: ChallengeKind, now: number): Promise<Challenge | undefined> {
    return takeOne.first(this.runner, { id, kind, now });
  }

  async removeOf(userId: UserId): Promise<void> {
    await removeOf.run(this.runner, { userId });
  }
}
