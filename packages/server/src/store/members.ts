import type { Member, MemberRole, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import { lockRoom } from "./rooms.ts";
import { readStanding, type Standing } from "./standing.ts";
import { toUser, userColumns } from "./user-columns.ts";

const findMember = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select(["user_id as userId", "role", "joined_at as joinedAt", "muted_until as mutedUntil"])
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId)
    .where("has_left", "=", 0),
);

const holdMember = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db.selectFrom("members").select("role").where("room_id", "=", p.roomId).where("user_id", "=", p.userId).forShare(),
);

const findTrace = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db.selectFrom("members").select("rev").where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

const roomsOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("room_id as roomId")
    .where("user_id", "=", p.userId)
    .where("has_left", "=", 0)
    .where("request", "<>", "declined")
    .where("follows", "=", 1),
);

const revsOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .select(["rooms.id as roomId", "rooms.last_rev as rev"])
    .where("members.user_id", "=", p.userId)
    .where("members.has_left", "=", 0)
    .where("members.request", "<>", "declined"),
);

const page = prepared<{ roomId: RoomId; after: string; limit: number }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.user_id")
    .select([...userColumns, "members.role as memberRole", "joined_at as joinedAt", "muted_until as mutedUntil"])
    .where("members.room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .where("users.handle", ">", p.after)
    .orderBy("users.handle")
    .limit(p.limit),
);

const idsIn = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .orderBy("user_id"),
);

const idsAmong = preparedList<object, RoomId>()((db, roomIds) =>
  db
    .selectFrom("members")
    .select(["room_id as roomId", "user_id as userId"])
    .where("room_id", "in", roomIds)
    .where("has_left", "=", 0)
    .orderBy("user_id"),
);

const changedSince = prepared<{ roomId: RoomId; sinceRev: number; untilRev: number }>()((db, p) =>
  db
    .selectFrom("members")
    .select(["user_id as userId", "role", "joined_at as joinedAt", "muted_until as mutedUntil", "rev"])
    .select("has_left as hasLeft")
    .where("room_id", "=", p.roomId)
    .where("rev", ">", p.sinceRev)
    .where("rev", "<=", p.untilRev)
    .orderBy("rev"),
);

const ownersIn = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .where("role", "=", "owner"),
);

const put = prepared<{ roomId: RoomId; userId: UserId; role: MemberRole; now: number; rev: number; seq: number }>()(
  (db, p) =>
    db
      .insertInto("members")
      .values({
        room_id: p.roomId,
        user_id: p.userId,
        role: p.role,
        joined_at: p.now,
        has_left: 0,
        rev: p.rev,
        read_seq: p.seq,
        shown_read_seq: p.seq,
        delivered_seq: p.seq,
        read_at: null,
        request: "none",
        cleared_seq: 0,
        shows_typing: null,
        shows_receipts: null,
        muted_until: null,
        spoke_at: null,
        follows: 1,
      })
      .onConflict((conflict) =>
        conflict.columns(["room_id", "user_id"]).doUpdateSet({
          role: p.role,
          joined_at: p.now,
          has_left: 0,
          rev: p.rev,
          read_seq: p.seq,
          shown_read_seq: p.seq,
          delivered_seq: p.seq,
          request: "none",
        }),
      )
      .returning(["user_id as userId", "role", "joined_at as joinedAt", "muted_until as mutedUntil"]),
);

const markLeft = prepared<{ roomId: RoomId; userId: UserId; rev: number }>()((db, p) =>
  db
    .updateTable("members")
    .set({ has_left: 1, rev: p.rev })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

const setRequest = prepared<{ roomId: RoomId; userId: UserId; request: "none" | "waiting" | "declined" }>()((db, p) =>
  db.updateTable("members").set({ request: p.request }).where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

const setRole = prepared<{ roomId: RoomId; userId: UserId; role: MemberRole; rev: number }>()((db, p) =>
  db
    .updateTable("members")
    .set({ role: p.role, rev: p.rev })
    .where("room_id", "=", p.roomId)
    .where("user_id", "=", p.userId),
);

function toMember({
  userId,
  role,
  joinedAt,
  mutedUntil,
}: Omit<Member, "mutedUntil"> & { mutedUntil: number | null }): Member {
  return mutedUntil === null ? { userId, role, joinedAt } : { userId, role, joinedAt, mutedUntil };
}

export class MemberReads extends Noun {
  /** The room and what this person is in it; undefined if there is no such room. */
  standing(roomId: RoomId, userId: UserId): Promise<Standing | undefined> {
    return readStanding(this.runner, roomId, userId);
  }

  async find(roomId: RoomId, userId: UserId): Promise<Member | undefined> {
    const row = await findMember.first(this.runner, { roomId, userId });
    return row && toMember(row);
  }

  /** Whether they are in the room, or were. */
  async wasEverIn(roomId: RoomId, userId: UserId): Promise<boolean> {
    return (await findTrace.first(this.runner, { roomId, userId })) !== undefined;
  }

  /** The rooms that this person hears: but for threads that they only looked into. */
  async roomsOf(userId: UserId): Promise<RoomId[]> {
    return (await roomsOf.all(this.runner, { userId })).map((row) => row.roomId);
  }

  /** The last rev of each room that this person is in. */
  revsOf(userId: UserId): Promise<{ roomId: RoomId; rev: number }[]> {
    return revsOf.all(this.runner, { userId });
  }

  async page(roomId: RoomId, after: string, limit: number) {
    const rows = await page.all(this.runner, { roomId, after, limit });
    return {
      members: rows.map(({ id, memberRole, ...row }) => toMember({ ...row, userId: id, role: memberRole })),
      people: rows.map(toUser),
    };
  }

  async idsIn(roomId: RoomId): Promise<UserId[]> {
    return (await idsIn.all(this.runner, { roomId })).map((row) => row.userId);
  }

  idsAmong(roomIds: readonly RoomId[]): Promise<{ roomId: RoomId; userId: UserId }[]> {
    return idsAmong.all(this.runner, roomIds, {});
  }

  /** Memberships whose last change has `sinceRev` < rev ≤ `untilRev`, those who left included. */
  async changedBetween(roomId: RoomId, sinceRev: number, untilRev: number) {
    const rows = await changedSince.all(this.runner, { roomId, sinceRev, untilRev });
    return rows.map((row) => ({ ...toMember(row), rev: row.rev, hasLeft: row.hasLeft === 1 }));
  }

  async ownersIn(roomId: RoomId): Promise<UserId[]> {
    return (await ownersIn.all(this.runner, { roomId })).map((row) => row.userId);
  }
}

export class MemberWrites extends MemberReads {
  /** In a command nobody else changes the room between this look and the commit. */
  override async standing(roomId: RoomId, userId: UserId): Promise<Standing | undefined> {
    await lockRoom(this.runner, roomId);
    const standing = await super.standing(roomId, userId);
    if (standing?.thread === undefined || this.runner.hasOneWriter) return standing;
    // Nor takes anybody them out of the room that the thread is in.
    await holdMember.lock(this.runner, { roomId: standing.thread.roomId, userId });
    return super.standing(roomId, userId);
  }

  /**
   * Makes a person a member; everything up to `seq` counts as read by them. Answers the membership: who was muted when
   * they left still is.
   */
  async put(roomId: RoomId, member: Member, at: { rev: number; seq: number }): Promise<Member> {
    const { userId, role, joinedAt } = member;
    const row = await put.first(this.runner, { roomId, userId, role, now: joinedAt, ...at });
    return row === undefined ? member : toMember(row);
  }

  async markLeft(roomId: RoomId, userId: UserId, rev: number): Promise<void> {
    await markLeft.run(this.runner, { roomId, userId, rev });
  }

  /** Whether the room is a stranger's conversation to this person, and what became of it. No change for the others. */
  async setRequest(roomId: RoomId, userId: UserId, request: "none" | "waiting" | "declined"): Promise<void> {
    await setRequest.run(this.runner, { roomId, userId, request });
  }

  async setRole(roomId: RoomId, change: { userId: UserId; role: MemberRole; rev: number }): Promise<void> {
    await setRole.run(this.runner, { roomId, ...change });
  }
}
