import type { Relation, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** How one person stands to another, as it is kept: `declined` is shown to nobody. */
export interface KeptRelation extends Omit<Relation, "kind"> {
  readonly kind: Relation["kind"] | "declined";
}

/** Whether one of two people has blocked the other, from the side of the first. */
export interface KeptBlock {
  readonly byMe: boolean;
  readonly byThem: boolean;
}

const columns = ["other_id as userId", "kind", "line", "since"] as const;

const findOne = prepared<{ userId: UserId; otherId: UserId }>()((db, p) =>
  db.selectFrom("relations").select(columns).where("user_id", "=", p.userId).where("other_id", "=", p.otherId),
);

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("relations")
    .select(columns)
    .where("user_id", "=", p.userId)
    .where("kind", "!=", "declined")
    .orderBy("other_id"),
);

const friendsOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("relations")
    .select("user_id as userId")
    .where("other_id", "=", p.userId)
    .where("kind", "=", "friend")
    .orderBy("user_id"),
);

const blocksAround = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("relations")
    .select(["user_id as byId", "other_id as ofId"])
    .where("user_id", "=", p.userId)
    .where("kind", "=", "blocked")
    .unionAll(
      db
        .selectFrom("relations")
        .select(["user_id as byId", "other_id as ofId"])
        .where("other_id", "=", p.userId)
        .where("kind", "=", "blocked"),
    ),
);

const isBlocking = prepared<{ userId: UserId; otherId: UserId }>()((db, p) =>
  db
    .selectFrom("relations")
    .select("user_id as byId")
    .where("kind", "=", "blocked")
    .where(({ or, and, eb }) =>
      or([
        and([eb("user_id", "=", p.userId), eb("other_id", "=", p.otherId)]),
        and([eb("user_id", "=", p.otherId), eb("other_id", "=", p.userId)]),
      ]),
    ),
);

/** Rooms with a name that both are in, the lobby left out: what makes two people more than strangers. */
const suggested = prepared<{ userId: UserId; limit: number }>()((db, p) =>
  db
    .selectFrom("members as mine")
    .innerJoin("rooms", "rooms.id", "mine.room_id")
    .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
    .innerJoin("users", "users.id", "theirs.user_id")
    .select(({ fn }) => ["theirs.user_id as userId", fn.countAll<number>().as("sharedRooms")])
    .where("mine.user_id", "=", p.userId)
    .where("mine.has_left", "=", 0)
    .where("theirs.has_left", "=", 0)
    .where("theirs.user_id", "!=", p.userId)
    .where("rooms.kind", "!=", "direct")
    .where("rooms.is_lobby", "=", 0)
    .where("users.gone_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("relations")
            .select("relations.kind")
            .where("relations.user_id", "=", p.userId)
            .whereRef("relations.other_id", "=", "theirs.user_id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("relations")
            .select("relations.kind")
            .whereRef("relations.user_id", "=", "theirs.user_id")
            .where("relations.other_id", "=", p.userId)
            .where("relations.kind", "=", "blocked"),
        ),
      ),
    )
    .groupBy(["theirs.user_id", "users.handle"])
    .orderBy("sharedRooms", "desc")
    .orderBy("users.handle")
    .limit(p.limit),
);

const upsert = prepared<{ ownerId: UserId; userId: UserId; kind: KeptRelation["kind"]; line: string; since: number }>()(
  (db, p) =>
    db
      .insertInto("relations")
      .values({ user_id: p.ownerId, other_id: p.userId, kind: p.kind, line: p.line, since: p.since })
      .onConflict((conflict) =>
        conflict.columns(["user_id", "other_id"]).doUpdateSet({ kind: p.kind, line: p.line, since: p.since }),
      ),
);

const removeOne = prepared<{ userId: UserId; otherId: UserId }>()((db, p) =>
  db.deleteFrom("relations").where("user_id", "=", p.userId).where("other_id", "=", p.otherId),
);

export class RelationReads extends Noun {
  /** My row about the other, `declined` included; undefined for nothing. */
  find(userId: UserId, otherId: UserId): Promise<KeptRelation | undefined> {
    return findOne.first(this.runner, { userId, otherId });
  }

  /** Friends, requests and whom I blocked, as I see them. */
  listOf(userId: UserId): Promise<Relation[]> {
    return listOf.all(this.runner, { userId }) as Promise<Relation[]>;
  }

  async friendIdsOf(userId: UserId): Promise<UserId[]> {
    return (await friendsOf.all(this.runner, { userId })).map((row) => row.userId);
  }

  /** Everybody whom I blocked or who blocked me: hardly ever anybody. `has` answers for both ways. */
  async blockedAround(userId: UserId): Promise<ReadonlyMap<UserId, KeptBlock>> {
    const around = new Map<UserId, KeptBlock>();
    for (const { byId, ofId } of await blocksAround.all(this.runner, { userId })) {
      const isMine = byId === userId;
      const otherId = isMine ? ofId : byId;
      const known = around.get(otherId);
      around.set(otherId, { byMe: isMine || known?.byMe === true, byThem: !isMine || known?.byThem === true });
    }
    return around;
  }

  /** The same for one other person. */
  async blockBetween(userId: UserId, otherId: UserId): Promise<KeptBlock> {
    const rows = await isBlocking.all(this.runner, { userId, otherId });
    return { byMe: rows.some((row) => row.byId === userId), byThem: rows.some((row) => row.byId === otherId) };
  }

  /** People in rooms with me to whom I stand in no way yet, and who did not block me; most rooms in common first. */
  async suggestionsFor(userId: UserId, limit: number): Promise<{ userId: UserId; sharedRooms: number }[]> {
    const rows = await suggested.all(this.runner, { userId, limit });
    return rows.map((row) => ({ userId: row.userId, sharedRooms: Number(row.sharedRooms) }));
  }
}

export class RelationWrites extends RelationReads {
  /** How `ownerId` now stands to `relation.userId`. */
  async put(ownerId: UserId, relation: KeptRelation): Promise<void> {
    await upsert.run(this.runner, { ownerId, ...relation });
  }

  /** Whether there was anything. */
  async remove(userId: UserId, otherId: UserId): Promise<boolean> {
    return (await removeOne.run(this.runner, { userId, otherId })) > 0;
  }
}
