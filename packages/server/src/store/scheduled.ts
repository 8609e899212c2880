import type { MessageId, RoomId, Scheduled, SharedFile, UserId } from "@parley/contract";
import type { Kysely } from "kysely";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import type { Database } from "./schema.ts";

/** What the job has to know of one before it takes it. */
export interface Waiting {
  readonly id: MessageId;
  readonly userId: UserId;
  /** Who is to be online; null where a time was chosen. */
  readonly awaits: UserId | null;
  /** When the job was to look at it; null while it waits for somebody. */
  readonly dueAt: number | null;
}

type Timing = Pick<Waiting, "awaits" | "dueAt">;

const columns = [
  "id",
  "room_id as roomId",
  "body",
  "reply_to as replyTo",
  "files",
  "send_at as sendAt",
  "refusal",
  "user_id as userId",
] as const;

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("scheduled_messages").select(columns).where("user_id", "=", p.userId).orderBy("id"),
);

const find = prepared<{ userId: UserId; id: MessageId }>()((db, p) =>
  db.selectFrom("scheduled_messages").select(columns).where("id", "=", p.id).where("user_id", "=", p.userId),
);

const count = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("scheduled_messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("user_id", "=", p.userId),
);

const due = prepared<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom("scheduled_messages")
    .select(["id", "user_id as userId", "awaits", "due_at as dueAt"])
    .where("due_at", "<=", p.now)
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .orderBy("id")
    .limit(p.limit),
);

const nextDue = prepared<object>()((db) =>
  db.selectFrom("scheduled_messages").select("due_at as at").where("due_at", "is not", null).orderBy("due_at").limit(1),
);

/** Those that wait for one of these people, and those of theirs that wait for anybody. */
const awaiting = preparedList<object, UserId>()((db, userIds) =>
  db
    .selectFrom("scheduled_messages")
    .select(["id", "user_id as userId", "awaits", "due_at as dueAt"])
    .where("awaits", "is not", null)
    .where("due_at", "is", null)
    .where("refusal", "is", null)
    .where((eb) => eb.or([eb("awaits", "in", userIds), eb("user_id", "in", userIds)]))
    .orderBy("id"),
);

interface Row {
  id: MessageId;
  userId: UserId;
  roomId: RoomId;
  body: string;
  replyTo: number | null;
  /** JSON, or null. */
  files: string | null;
  sendAt: number | null;
  awaits: UserId | null;
  dueAt: number | null;
}

const insert = prepared<Row>()((db, p) =>
  db
    .insertInto("scheduled_messages")
    .values({
      id: p.id,
      user_id: p.userId,
      room_id: p.roomId,
      body: p.body,
      reply_to: p.replyTo,
      files: p.files,
      send_at: p.sendAt,
      awaits: p.awaits,
      due_at: p.dueAt,
      refusal: null,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

const change = prepared<Pick<Row, "id" | "body" | "sendAt" | "awaits" | "dueAt">>()((db, p) =>
  db
    .updateTable("scheduled_messages")
    .set({ body: p.body, send_at: p.sendAt, awaits: p.awaits, due_at: p.dueAt, refusal: null })
    .where("id", "=", p.id),
);

const say = prepared<{ id: MessageId; body: string }>()((db, p) =>
  db.updateTable("scheduled_messages").set({ body: p.body }).where("id", "=", p.id),
);

/** Unless its person has thought otherwise meanwhile. */
const take = prepared<{ id: MessageId; dueAt: number | null }>()((db, p) =>
  db
    .deleteFrom("scheduled_messages")
    .where("id", "=", p.id)
    .where("due_at", "is not distinct from", p.dueAt)
    .returning(columns),
);

const put = prepared<{ id: MessageId; before: number | null; dueAt: number | null; refusal: string | null }>()(
  (db, p) =>
    db
      .updateTable("scheduled_messages")
      .set({ due_at: p.dueAt, refusal: p.refusal })
      .where("id", "=", p.id)
      .where("due_at", "is not distinct from", p.before)
      .returning(columns),
);

const remove = prepared<{ userId: UserId; id: MessageId }>()((db, p) =>
  db.deleteFrom("scheduled_messages").where("id", "=", p.id).where("user_id", "=", p.userId).returning(columns),
);

/** In the threads of the room, too. */
const inRoom = (db: Kysely<Database>, roomId: RoomId) =>
  db
    .deleteFrom("scheduled_messages")
    .where((eb) =>
      eb.or([
        eb("room_id", "=", roomId),
        eb("room_id", "in", eb.selectFrom("rooms").select("rooms.id").where("rooms.parent_id", "=", roomId)),
      ]),
    )
    .returning(columns);

const removeIn = prepared<{ roomId: RoomId }>()((db, p) => inRoom(db, p.roomId));
const removeOf = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  inRoom(db, p.roomId).where("user_id", "=", p.userId),
);

export class ScheduledReads extends Noun {
  /** Of one person, by id. */
  async listOf(userId: UserId): Promise<Scheduled[]> {
    return (await listOf.all(this.runner, { userId })).map(toScheduled);
  }

  async find(userId: UserId, id: MessageId): Promise<Scheduled | undefined> {
    const row = await find.first(this.runner, { userId, id });
    return row && toScheduled(row);
  }

  async count(userId: UserId): Promise<number> {
    return (await count.first(this.runner, { userId }))?.count ?? 0;
  }

  /** Those that the job is to look at, the longest first. */
  due(now: number, limit: number): Promise<Waiting[]> {
    return due.all(this.runner, { now, limit });
  }

  /** When the next one is (epoch ms). */
  async nextDue(): Promise<number | null> {
    return (await nextDue.first(this.runner, {}))?.at ?? null;
  }

  /** Those for which it matters that something of these people is another: that they are online, or what they may see. */
  awaiting(userIds: readonly UserId[]): Promise<Waiting[]> {
    return awaiting.all(this.runner, userIds, {});
  }
}

export class ScheduledWrites extends ScheduledReads {
  /** Whether it is; the id may be taken. */
  async add(userId: UserId, scheduled: Scheduled, timing: Timing): Promise<boolean> {
    const { replyTo = null, files, refusal: _, ...rest } = scheduled;
    const row = { userId, replyTo, files: files === undefined ? null : JSON.stringify(files), ...rest, ...timing };
    return (await insert.run(this.runner, row)) > 0;
  }

  /** Another time, and what was refused is forgotten. */
  async change({ id, body, sendAt }: Scheduled, timing: Timing): Promise<void> {
    await change.run(this.runner, { id, body, sendAt, ...timing });
  }

  async say(id: MessageId, body: string): Promise<void> {
    await say.run(this.runner, { id, body });
  }

  /** Takes one away to be sent, if it still is to be. */
  async take({ id, dueAt }: Waiting): Promise<Scheduled | undefined> {
    const row = await take.first(this.runner, { id, dueAt });
    return row && toScheduled(row);
  }

  /** The job is to look at it then, or, when null, at nothing but whether somebody is online; if it still waits as it did. */
  async postpone({ id, dueAt: before }: Waiting, dueAt: number | null): Promise<void> {
    await put.run(this.runner, { id, before, dueAt, refusal: null });
  }

  /** It was not to be sent; if it still waits as it did. */
  async refuse({ id, dueAt }: Waiting, refusal: NonNullable<Scheduled["refusal"]>): Promise<Scheduled | undefined> {
    const noted = { id, before: dueAt, dueAt: null, refusal: JSON.stringify(refusal) };
    const row = await put.first(this.runner, noted);
    return row && toScheduled(row);
  }

  /** What it was; undefined if there is none of theirs. */
  async remove(userId: UserId, id: MessageId): Promise<Scheduled | undefined> {
    const row = await remove.first(this.runner, { userId, id });
    return row && toScheduled(row);
  }

  /** Of everybody, or of one person, in a room and its threads. */
  async removeIn(roomId: RoomId, userId?: UserId): Promise<{ writerId: UserId; scheduled: Scheduled }[]> {
    const rows = await (userId === undefined
      ? removeIn.all(this.runner, { roomId })
      : removeOf.all(this.runner, { roomId, userId }));
    return rows.map((row) => ({ writerId: row.userId, scheduled: toScheduled(row) }));
  }
}

function toScheduled(row: Omit<Row, "awaits" | "dueAt"> & { refusal: string | null }): Scheduled {
  const { id, roomId, body, replyTo, files, sendAt, refusal } = row;
  return {
    id,
    roomId,
    body,
    ...(replyTo !== null && { replyTo }),
    ...(files !== null && { files: JSON.parse(files) as SharedFile[] }),
    sendAt,
    ...(refusal !== null && { refusal: JSON.parse(refusal) as NonNullable<Scheduled["refusal"]> }),
  };
}
