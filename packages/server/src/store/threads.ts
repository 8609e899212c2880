import { type FoundRoom, limits, type RoomId, type ThreadSum, type UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import { toThread } from "./room-columns.ts";

/** A message that has a thread, or may get one. */
interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** Whose faces a message shows is looked for among so many of the last replies. */
const lastReplies = 50;

const find = prepared<Place>()((db, p) =>
  db.selectFrom("rooms").select("id").where("parent_id", "=", p.roomId).where("parent_seq", "=", p.seq),
);

const placeOf = prepared<{ threadId: RoomId }>()((db, p) =>
  db
    .selectFrom("rooms")
    .select(["parent_id as roomId", "parent_seq as seq"])
    .where("id", "=", p.threadId)
    .where("parent_id", "is not", null),
);

const findReader = prepared<{ threadId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("follows")
    .where("room_id", "=", p.threadId)
    .where("user_id", "=", p.userId)
    .where("has_left", "=", 0),
);

const writtenBy = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .select(["rooms.id as roomId", "rooms.last_seq as lastSeq"])
    .where("rooms.parent_id", "=", p.roomId)
    .where("members.user_id", "=", p.userId),
);

const count = prepared<{ threadId: RoomId }>()((db, p) =>
  db.selectNoFrom(
    sql<number>`(select count(*) from (select 1 from messages where messages.room_id = ${p.threadId}
      and messages.deleted_at is null limit ${sql.lit(limits.unreadCap + 1)}) as counted)`.as("count"),
  ),
);

const last = prepared<{ threadId: RoomId; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(["sender_id as senderId", "sent_at as sentAt"])
    .where("room_id", "=", p.threadId)
    .where("deleted_at", "is", null)
    .orderBy("seq", "desc")
    .limit(p.limit),
);

const due = prepared<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom("thread_changes")
    .select("room_id as threadId")
    .where("due_at", "<=", p.now)
    .orderBy("due_at")
    .limit(p.limit),
);

const nextDue = prepared<object>()((db) =>
  db.selectFrom("thread_changes").select((eb) => eb.fn.min("due_at").as("at")),
);

const found = preparedList<object, RoomId>()((db, ids) =>
  db
    .selectFrom("rooms")
    .innerJoin("rooms as above", "above.id", "rooms.parent_id")
    .select(["rooms.id as id", "above.name as name", "above.kind as kind"])
    .select(["rooms.parent_id as parentId", "rooms.parent_seq as parentSeq"])
    .where("rooms.id", "in", ids),
);

const put = prepared<{ threadId: RoomId; userId: UserId; now: number; follows: number; seq: number }>()((db, p) =>
  db
    .insertInto("members")
    .values({
      room_id: p.threadId,
      user_id: p.userId,
      role: "member",
      joined_at: p.now,
      has_left: 0,
      rev: 0,
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
      follows: p.follows,
    })
    .onConflict((conflict) =>
      conflict.columns(["room_id", "user_id"]).doUpdateSet({ has_left: 0, follows: p.follows, read_seq: p.seq }),
    ),
);

const setFollows = prepared<{ threadId: RoomId; userId: UserId; follows: number }>()((db, p) =>
  db
    .updateTable("members")
    .set({ follows: p.follows })
    .where("room_id", "=", p.threadId)
    .where("user_id", "=", p.userId),
);

const leave = prepared<{ roomId: RoomId; userId: UserId; upTo: number }>()((db, p) =>
  db
    .updateTable("members")
    .set({ has_left: 1, follows: 0 })
    .where("user_id", "=", p.userId)
    .where("has_left", "=", 0)
    .where("room_id", "in", (eb) =>
      eb.selectFrom("rooms").select("id").where("parent_id", "=", p.roomId).where("parent_seq", "<=", p.upTo),
    )
    .returning("room_id as threadId"),
);

// The row is written even where nothing of it is new: so that whoever is about to take it waits for this change.
const touch = prepared<{ threadId: RoomId; at: number }>()((db, p) =>
  db
    .insertInto("thread_changes")
    .columns(["room_id", "due_at"])
    .expression((eb) =>
      eb
        .selectFrom("rooms")
        .select(["id", sql<number>`cast(${p.at} as bigint)`.as("at")])
        .where("id", "=", p.threadId)
        .where("parent_id", "is not", null),
    )
    .onConflict((conflict) =>
      conflict.column("room_id").doUpdateSet((eb) => ({ due_at: eb.ref("thread_changes.due_at") })),
    ),
);

const take = prepared<{ threadId: RoomId }>()((db, p) =>
  db.deleteFrom("thread_changes").where("room_id", "=", p.threadId),
);

const setSum = prepared<Place & { thread: string; rev: number }>()((db, p) =>
  db
    .updateTable("messages")
    .set({ thread: p.thread, rev: p.rev })
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq),
);

export class ThreadReads extends Noun {
  /** The room of a message's thread; undefined if it has none. */
  async find(roomId: RoomId, seq: number): Promise<RoomId | undefined> {
    return (await find.first(this.runner, { roomId, seq }))?.id;
  }

  /** The message that a thread is about; undefined of any other room. */
  async placeOf(threadId: RoomId): Promise<Place | undefined> {
    const row = await placeOf.first(this.runner, { threadId });
    return row?.roomId == null || row.seq === null ? undefined : { roomId: row.roomId, seq: row.seq };
  }

  /** Whether they follow it; undefined if they never looked into it. */
  async isFollowedBy(threadId: RoomId, userId: UserId): Promise<boolean | undefined> {
    const row = await findReader.first(this.runner, { threadId, userId });
    return row && row.follows === 1;
  }

  /** A room's threads that somebody may have written in, the room left or not. */
  writtenBy(roomId: RoomId, userId: UserId): Promise<{ roomId: RoomId; lastSeq: number }[]> {
    return writtenBy.all(this.runner, { roomId, userId });
  }

  /** What has become of a thread. */
  async sum(threadId: RoomId): Promise<ThreadSum> {
    const replies = await last.all(this.runner, { threadId, limit: lastReplies });
    const userIds = [...new Set(replies.map(({ senderId }) => senderId))].slice(0, limits.threadPeople);
    const counted = await count.first(this.runner, { threadId });
    return { roomId: threadId, count: Number(counted?.count ?? 0), lastAt: replies[0]?.sentAt ?? 0, userIds };
  }

  /** Those of these rooms that are threads, each with the name of the room that it is in. */
  async found(roomIds: readonly RoomId[]): Promise<FoundRoom[]> {
    const rows = await found.all(this.runner, roomIds, {});
    return rows.map(({ parentId, parentSeq, ...row }) => {
      const thread = toThread({ parentId, parentSeq });
      return thread === undefined ? row : { ...row, thread };
    });
  }

  /** Threads whose message is to be told anew by now. */
  async due(now: number, limit: number): Promise<RoomId[]> {
    return (await due.all(this.runner, { now, limit })).map(({ threadId }) => threadId);
  }

  async nextDue(): Promise<number | null> {
    return (await nextDue.first(this.runner, {}))?.at ?? null;
  }
}

export class ThreadWrites extends ThreadReads {
  /** They have it from now on; what has this seq or a lower one is read. */
  async put(threadId: RoomId, userId: UserId, as: { isFollowed: boolean; seq: number; now: number }): Promise<void> {
    const { isFollowed, seq, now } = as;
    await put.run(this.runner, { threadId, userId, now, follows: Number(isFollowed), seq });
  }

  async setFollowed(threadId: RoomId, userId: UserId, isFollowed: boolean): Promise<void> {
    await setFollows.run(this.runner, { threadId, userId, follows: Number(isFollowed) });
  }

  /** They have a room's threads no more, those of its messages up to this one; answers which. */
  async leave(roomId: RoomId, userId: UserId, upTo: number): Promise<RoomId[]> {
    return (await leave.all(this.runner, { roomId, userId, upTo })).map(({ threadId }) => threadId);
  }

  /** If the room is a thread: its message is to say anew what has become of it, at this time. */
  async touch(threadId: RoomId, at: number): Promise<boolean> {
    return (await touch.run(this.runner, { threadId, at })) > 0;
  }

  /** From here on a change of the thread is one that is not told yet; one under way is waited for. */
  async take(threadId: RoomId): Promise<boolean> {
    return (await take.run(this.runner, { threadId })) > 0;
  }

  async setSum({ roomId, seq }: Place, thread: ThreadSum, rev: number): Promise<void> {
    await setSum.run(this.runner, { roomId, seq, thread: JSON.stringify(thread), rev });
  }
}
