import type { RoomId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import { toThread } from "./room-columns.ts";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

export interface SavedRow extends Place {
  /** Of what is in a thread: the message that it is about. */
  readonly thread?: Place;
  readonly savedAt: number;
  /** Whether they are in the room, and have not cleared it away. */
  readonly isSeen: boolean;
}

const find = prepared<Place & { userId: UserId }>()((db, p) =>
  db
    .selectFrom("saved_messages")
    .select("saved_at as savedAt")
    .where("user_id", "=", p.userId)
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq),
);

const before = prepared<{ userId: UserId; savedAt: number; limit: number }>()((db, p) =>
  db
    .selectFrom("saved_messages as saved")
    .leftJoin("rooms", "rooms.id", "saved.room_id")
    // In a thread it is its room that one is in.
    .leftJoin("members", (join) =>
      join
        .onRef("members.room_id", "=", sql`coalesce(rooms.parent_id, saved.room_id)`)
        .onRef("members.user_id", "=", "saved.user_id")
        .on("members.has_left", "=", 0)
        .on("members.request", "<>", "declined"),
    )
    .select(["saved.room_id as roomId", "saved.seq as seq", "saved.saved_at as savedAt", "members.role as role"])
    .select(["rooms.parent_id as parentId", "rooms.parent_seq as parentSeq"])
    .where("saved.user_id", "=", p.userId)
    .where("saved.saved_at", "<", p.savedAt)
    .orderBy("saved.saved_at", "desc")
    .limit(p.limit),
);

const sum = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("saved_messages")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.max("saved_at").as("lastAt")])
    .where("user_id", "=", p.userId),
);

const insert = prepared<Place & { userId: UserId; savedAt: number }>()((db, p) =>
  db
    .insertInto("saved_messages")
    .values({ user_id: p.userId, room_id: p.roomId, seq: p.seq, saved_at: p.savedAt })
    .onConflict((conflict) => conflict.doNothing()),
);

const remove = prepared<Place & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("saved_messages")
    .where("user_id", "=", p.userId)
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq),
);

const removeOn = prepared<Place>()((db, p) =>
  db.deleteFrom("saved_messages").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

const clear = prepared<Place & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("saved_messages")
    .where("user_id", "=", p.userId)
    .where("room_id", "=", p.roomId)
    .where("seq", "<=", p.seq),
);

const clearThreads = prepared<Place & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("saved_messages")
    .where("user_id", "=", p.userId)
    .where("room_id", "in", (eb) =>
      eb.selectFrom("rooms").select("id").where("parent_id", "=", p.roomId).where("parent_seq", "<=", p.seq),
    ),
);

/** What people keep for later, each for themselves. */
export class SavedReads extends Noun {
  /** Since when this person keeps a message; undefined if they do not. */
  async find(userId: UserId, { roomId, seq }: Place): Promise<number | undefined> {
    return (await find.first(this.runner, { userId, roomId, seq }))?.savedAt;
  }

  /** The one kept last first. */
  async before(userId: UserId, savedAt: number, limit: number): Promise<SavedRow[]> {
    const rows = await before.all(this.runner, { userId, savedAt, limit });
    return rows.map(({ role, parentId, parentSeq, ...row }) => {
      const thread = toThread({ parentId, parentSeq });
      return { ...row, ...(thread && { thread }), isSeen: role !== null };
    });
  }

  async sum(userId: UserId): Promise<{ count: number; lastAt: number }> {
    const row = await sum.first(this.runner, { userId });
    return { count: Number(row?.count ?? 0), lastAt: row?.lastAt ?? 0 };
  }
}

export class SavedWrites extends SavedReads {
  async add(userId: UserId, { roomId, seq }: Place, savedAt: number): Promise<void> {
    await insert.run(this.runner, { userId, roomId, seq, savedAt });
  }

  /** Whether it was there. */
  async remove(userId: UserId, { roomId, seq }: Place): Promise<boolean> {
    return (await remove.run(this.runner, { userId, roomId, seq })) > 0;
  }

  /** Of everybody: the message is gone. */
  async removeOn(roomId: RoomId, seq: number): Promise<void> {
    await removeOn.run(this.runner, { roomId, seq });
  }

  /** Of one person, up to here, and what is in the threads of that: they cleared it away. */
  async clear(userId: UserId, { roomId, seq }: Place): Promise<void> {
    await clear.run(this.runner, { userId, roomId, seq });
    await clearThreads.run(this.runner, { userId, roomId, seq });
  }
}
