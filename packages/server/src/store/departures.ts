import type { RoomId, RoomKind, SessionId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** Rooms that would be without an owner if this one went, with others still in them. */
const ownedAlone = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members as mine")
    .innerJoin("rooms", "rooms.id", "mine.room_id")
    .select(["rooms.id as id", "rooms.name as name"])
    .where("mine.user_id", "=", p.userId)
    .where("mine.has_left", "=", 0)
    .where("mine.role", "=", "owner")
    .where("rooms.kind", "!=", "direct")
    .where("rooms.member_count", ">", 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("members as theirs")
            .select("theirs.user_id")
            .whereRef("theirs.room_id", "=", "mine.room_id")
            .where("theirs.user_id", "!=", p.userId)
            .where("theirs.has_left", "=", 0)
            .where("theirs.role", "=", "owner"),
        ),
      ),
    )
    .orderBy("rooms.name_folded"),
);

const placesOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .select(["rooms.id as roomId", "rooms.kind as kind", "rooms.last_seq as lastSeq", "members.has_left as hasLeft"])
    .select("rooms.parent_id as parentId")
    .where("members.user_id", "=", p.userId)
    .orderBy("rooms.id"),
);

/** A moderator before a member, then whoever came first. */
const heir = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("user_id", "!=", p.userId)
    .where("has_left", "=", 0)
    .orderBy(sql`case role when 'owner' then 0 when 'moderator' then 1 else 2 end`)
    .orderBy("joined_at")
    .orderBy("user_id")
    .limit(1),
);

const due = prepared<{ now: number }>()((db, p) =>
  db
    .selectFrom("users")
    .select(["id as userId", "deletes_messages as messages", "gone_at as goneAt"])
    .where("deletes_at", "<=", p.now)
    .orderBy("deletes_at")
    .limit(1),
);

const next = prepared<object>()((db) =>
  db
    .selectFrom("users")
    .select((eb) => eb.fn.min("deletes_at").as("at"))
    .where("deletes_at", "is not", null),
);

const standInto = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("relations").select(["user_id as userId", "kind"]).where("other_id", "=", p.userId).orderBy("user_id"),
);

const anonymise = prepared<{ userId: UserId; handle: string; name: string; passwordHash: string; now: number }>()(
  (db, p) =>
    db
      .updateTable("users")
      .set({
        handle: p.handle,
        skeleton: p.handle,
        name_skeleton: p.handle,
        name: p.name,
        password_hash: p.passwordHash,
        role: "person",
        settings: "{}",
        avatar: null,
        bio: "",
        time_zone: null,
        status: null,
        last_seen_at: null,
        suspended_until: null,
        totp_secret: null,
        totp_pending: null,
        gone_at: p.now,
      })
      .where("id", "=", p.userId),
);

const settle = prepared<{ userId: UserId }>()((db, p) =>
  db.updateTable("users").set({ deletes_at: null, deletes_messages: null }).where("id", "=", p.userId),
);

const sessionsOf = prepared<{ userId: UserId }>()((db, p) =>
  db.deleteFrom("sessions").where("user_id", "=", p.userId).returning("id"),
);

const relationsOf = prepared<{ userId: UserId }>()((db, p) =>
  db.deleteFrom("relations").where((eb) => eb.or([eb("user_id", "=", p.userId), eb("other_id", "=", p.userId)])),
);

const frozenOf = prepared<{ userId: UserId }>()((db, p) =>
  db.deleteFrom("frozen_receipts").where((eb) => eb.or([eb("user_id", "=", p.userId), eb("viewer_id", "=", p.userId)])),
);

type Owned =
  | "passkeys"
  | "recovery_codes"
  | "challenges"
  | "drafts"
  | "avatars"
  | "identities"
  | "warnings"
  | "mentions"
  | "plays"
  | "exports"
  | "saved_messages"
  | "scheduled_messages";
const owned: readonly Owned[] = [
  "passkeys",
  "recovery_codes",
  "challenges",
  "drafts",
  "avatars",
  "identities",
  "warnings",
  "mentions",
  "plays",
  "exports",
  "saved_messages",
  "scheduled_messages",
];
const removals = owned.map((table) =>
  prepared<{ userId: UserId }>()((db, p) => db.deleteFrom(table).where("user_id", "=", p.userId)),
);

/** A person whose time is over. `isGone`: it was begun, and is to be brought to its end. */
export interface Departing {
  readonly userId: UserId;
  readonly messages: "remove" | "anonymise";
  readonly isGone: boolean;
}

export interface Place {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  readonly lastSeq: number;
  readonly hasLeft: boolean;
  /** Of a thread: the room that it is in. */
  readonly parentId: RoomId | null;
}

export class DepartureReads extends Noun {
  ownedAlone(userId: UserId): Promise<{ id: RoomId; name: string }[]> {
    return ownedAlone.all(this.runner, { userId });
  }

  /** Every room that they are or were in, in the order in which rooms are locked. */
  async placesOf(userId: UserId): Promise<Place[]> {
    const rows = await placesOf.all(this.runner, { userId });
    return rows.map((row) => ({ ...row, hasLeft: row.hasLeft === 1 }));
  }

  /** Who owns the room once its only owner is gone; undefined if nobody else is in it. */
  async heirOf(roomId: RoomId, userId: UserId): Promise<UserId | undefined> {
    return (await heir.first(this.runner, { roomId, userId }))?.userId;
  }

  /** The one who has waited longest. */
  async due(now: number): Promise<Departing | undefined> {
    const row = await due.first(this.runner, { now });
    return row && { userId: row.userId, messages: row.messages ?? "anonymise", isGone: row.goneAt !== null };
  }

  /** When the next deletion is due, epoch ms; null for none. */
  async nextAt(): Promise<number | null> {
    return (await next.first(this.runner, {}))?.at ?? null;
  }

  /** Who stands how to this person, as they keep it. */
  relationsTo(userId: UserId) {
    return standInto.all(this.runner, { userId });
  }
}

export class DepartureWrites extends DepartureReads {
  /** Nothing of the person remains but a row without a name. Answers the sessions that ended. */
  async erase(
    userId: UserId,
    nobody: { handle: string; name: string; passwordHash: string; now: number },
  ): Promise<SessionId[]> {
    for (const removal of removals) await removal.run(this.runner, { userId });
    await relationsOf.run(this.runner, { userId });
    await frozenOf.run(this.runner, { userId });
    await anonymise.run(this.runner, { userId, ...nobody });
    return (await sessionsOf.all(this.runner, { userId })).map((row) => row.id);
  }

  /** It is carried out. */
  async settle(userId: UserId): Promise<void> {
    await settle.run(this.runner, { userId });
  }
}
