import type { Export, Message, RoomId, RoomKind, UserId } from "@parley/contract";
import { sql } from "kysely";
import { messageColumns, toMessage } from "./message-columns.ts";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** An archive of everything of one person, as it is kept: under way, ready, or failed. */
export interface KeptExport extends Omit<Export, "state"> {
  readonly userId: UserId;
  readonly state: "running" | "ready" | "failed";
  /** Tells this archive from a later one of the same person. */
  readonly startedAt: number;
  /** Its name in the folder of exports, while it is ready. */
  readonly file: string | null;
}

/** A room that the person is or was in. */
export interface WrittenPlace {
  readonly roomId: RoomId;
  readonly kind: RoomKind;
  readonly name: string;
  readonly lastSeq: number;
  readonly clearedSeq: number;
  readonly hasLeft: boolean;
}

const columns = [
  "user_id as userId",
  "state",
  "done",
  "total",
  "bytes",
  "started_at as startedAt",
  "expires_at as expiresAt",
  "file",
] as const;

const findOne = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("exports").select(columns).where("user_id", "=", p.userId),
);

const firstRunning = prepared<object>()((db) =>
  db
    .selectFrom("exports")
    .select(columns)
    .where("state", "=", "running")
    .orderBy("started_at")
    .orderBy("user_id")
    .limit(1),
);

const nextExpiry = prepared<object>()((db) =>
  db
    .selectFrom("exports")
    .select((eb) => eb.fn.min("expires_at").as("at"))
    .where("expires_at", "is not", null),
);

const readyFiles = prepared<object>()((db) => db.selectFrom("exports").select("file").where("state", "=", "ready"));

/** What the person wrote between two numbers of one room. */
const messagesBy = prepared<{ roomId: RoomId; userId: UserId; after: number; until: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(messageColumns)
    .where("room_id", "=", p.roomId)
    .where("seq", ">", p.after)
    .where("seq", "<=", p.until)
    .where("sender_id", "=", p.userId)
    .orderBy("seq"),
);

const placesOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    // A thread is called by the room that it is in.
    .innerJoin("rooms as named", (join) => join.on(sql<boolean>`named.id = coalesce(rooms.parent_id, rooms.id)`))
    .select(["rooms.id as roomId", "rooms.kind as kind", "named.name as name", "rooms.last_seq as lastSeq"])
    .select(["members.cleared_seq as clearedSeq", "members.has_left as hasLeft"])
    .where("members.user_id", "=", p.userId)
    .where("members.request", "<>", "declined")
    .orderBy("rooms.id"),
);

const anew = { state: "running", done: 0, total: 0, bytes: null, expires_at: null, file: null } as const;

const begin = prepared<{ userId: UserId; now: number }>()((db, p) =>
  db
    .insertInto("exports")
    .values({ ...anew, user_id: p.userId, started_at: p.now })
    .onConflict((conflict) =>
      conflict
        .column("user_id")
        .doUpdateSet({ ...anew, started_at: p.now })
        .where("exports.state", "<>", "running"),
    ),
);

const setProgress = prepared<{ userId: UserId; startedAt: number; done: number; total: number }>()((db, p) =>
  db
    .updateTable("exports")
    .set({ done: p.done, total: p.total })
    .where("user_id", "=", p.userId)
    .where("started_at", "=", p.startedAt)
    .where("state", "=", "running")
    .returning(columns),
);

const end = prepared<{
  userId: UserId;
  startedAt: number;
  state: "ready" | "failed";
  bytes: number | null;
  file: string | null;
  expiresAt: number;
}>()((db, p) =>
  db
    .updateTable("exports")
    .set((eb) => ({
      state: p.state,
      done: eb.ref("total"),
      bytes: p.bytes,
      file: p.file,
      expires_at: p.expiresAt,
    }))
    .where("user_id", "=", p.userId)
    .where("started_at", "=", p.startedAt)
    .where("state", "=", "running")
    .returning(columns),
);

const removeExpired = prepared<{ now: number }>()((db, p) =>
  db.deleteFrom("exports").where("expires_at", "<=", p.now).returning("user_id as userId"),
);

export class ExportReads extends Noun {
  find(userId: UserId): Promise<KeptExport | undefined> {
    return findOne.first(this.runner, { userId });
  }

  /** The one that has waited longest, or is under way. */
  next(): Promise<KeptExport | undefined> {
    return firstRunning.first(this.runner, {});
  }

  /** When there is something to do (epoch ms): to begin, or to remove what has been there for long enough. */
  async nextAt(): Promise<number | null> {
    if ((await this.next()) !== undefined) return 0;
    return (await nextExpiry.first(this.runner, {}))?.at ?? null;
  }

  /** Archives that somebody may still fetch. */
  async files(): Promise<string[]> {
    return (await readyFiles.all(this.runner, {})).flatMap(({ file }) => file ?? []);
  }

  /** Every room that they are or were in, but for what they declined. */
  async placesOf(userId: UserId): Promise<WrittenPlace[]> {
    const rows = await placesOf.all(this.runner, { userId });
    return rows.map((row) => ({ ...row, hasLeft: row.hasLeft === 1 }));
  }

  /** What one person wrote in a room after one number and up to another. */
  async messagesBy(userId: UserId, roomId: RoomId, stretch: { after: number; until: number }): Promise<Message[]> {
    const rows = await messagesBy.all(this.runner, { userId, roomId, ...stretch });
    const now = this.runner.now();
    return rows.map((row) => toMessage(row, now));
  }
}

export class ExportWrites extends ExportReads {
  /** One at a time: while one is under way nothing changes. */
  async begin(userId: UserId, now: number): Promise<void> {
    await begin.run(this.runner, { userId, now });
  }

  /** Undefined when this archive is no longer wanted: the account is gone. */
  setProgress(userId: UserId, at: { startedAt: number; done: number; total: number }): Promise<KeptExport | undefined> {
    return setProgress.first(this.runner, { userId, ...at });
  }

  /** Undefined when it is no longer wanted. */
  end(
    userId: UserId,
    outcome: {
      startedAt: number;
      state: "ready" | "failed";
      bytes: number | null;
      file: string | null;
      expiresAt: number;
    },
  ): Promise<KeptExport | undefined> {
    return end.first(this.runner, { userId, ...outcome });
  }

  /** Whose time is over; answers whose they were. */
  async removeExpired(now: number): Promise<UserId[]> {
    return (await removeExpired.all(this.runner, { now })).map((row) => row.userId);
  }
}
