import type { FoundRoom, Message, RoomId, UserId } from "@parley/contract";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Expression, TermQuery } from "./full-text.ts";
import { messageColumns, toMessage } from "./message-columns.ts";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import type { Database } from "./schema.ts";
import { type MessageTerms, perMs, putTerms } from "./search-terms.ts";

/** What is looked for, as whom, and how far. Times are epoch ms. */
export interface Lookup {
  readonly userId: UserId;
  readonly query: TermQuery;
  readonly sinceAt: number;
  readonly beforeAt: number;
  /** Only what is older than this document. */
  readonly beforeId: number;
  readonly limit: number;
}

/** A message that was found, and the number of its document: the newer, the higher. */
export interface FoundMessage {
  readonly id: number;
  readonly roomId: RoomId;
  readonly message: Message;
}

const places = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .select(["rooms.id as id", "rooms.name as name", "rooms.kind as kind"])
    .where("members.user_id", "=", p.userId)
    .where("members.has_left", "=", 0)
    .where("members.request", "<>", "declined")
    .where("rooms.parent_id", "is", null),
);

interface Bounds extends Expression {
  readonly userId: UserId;
  readonly from: number;
  readonly below: number;
  readonly now: number;
  readonly limit: number;
}

// Who may see it is decided here, whatever the terms say: my rooms and their threads, and what I did not clear in them.
// Words that everybody says are looked for from the newest message back, rare ones in the index.
const find = prepared<Bounds>({ dependsOnValues: true })((db, p, fullText) =>
  compiled<{ id: number }>(
    db,
    sql`select ${fullText.id} as id from ${fullText.documents}
      where ${fullText.matches(p)} and ${fullText.id} >= ${p.from} and ${fullText.id} < ${p.below}
        and (documents.expires_at is null or documents.expires_at > ${p.now})
        and exists (select 1 from rooms inner join members on members.room_id = coalesce(rooms.parent_id, rooms.id)
          where rooms.id = documents.room_id and members.user_id = ${p.userId} and members.has_left = 0
          and members.request <> 'declined' and members.cleared_seq < coalesce(rooms.parent_seq, documents.seq))
      order by ${fullText.id} desc limit ${p.limit}`,
  ),
);

const messagesOf = preparedList<object, number>()((db, ids) =>
  db
    .selectFrom("search_documents as documents")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "documents.room_id").onRef("messages.seq", "=", "documents.seq"),
    )
    .select(messageColumns.map((column) => `messages.${column}` as const))
    .select(["documents.id as documentId", "documents.room_id as roomId"])
    .where("documents.id", "in", ids),
);

/** Whether a message of before this time still waits, in any room of this person's. */
const waiting = prepared<{ userId: UserId; before: number }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .leftJoin("search_progress", "search_progress.room_id", "rooms.id")
    .select("rooms.id as roomId")
    .where("members.user_id", "=", p.userId)
    .where("members.has_left", "=", 0)
    .whereRef("rooms.last_rev", ">", sql`coalesce(search_progress.rev, 0)`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("messages")
          .select("messages.id")
          .whereRef("messages.room_id", "=", "rooms.id")
          .whereRef("messages.rev", ">", sql`coalesce(search_progress.rev, 0)`)
          .where("messages.sent_at", "<", p.before)
          .where("messages.deleted_at", "is", null),
      ),
    )
    .limit(1),
);

const behind = prepared<object>()((db) =>
  db
    .selectFrom("rooms")
    .leftJoin("search_progress", "search_progress.room_id", "rooms.id")
    .select("rooms.id as roomId")
    .whereRef("rooms.last_rev", ">", sql`coalesce(search_progress.rev, 0)`),
);

const progress = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("rooms")
    .leftJoin("search_progress", "search_progress.room_id", "rooms.id")
    .select(["rooms.last_rev as lastRev", "search_progress.rev as doneRev"])
    .where("rooms.id", "=", p.roomId),
);

interface Revs {
  readonly roomId: RoomId;
  readonly since: number;
  readonly until: number;
}

const changed = (db: Kysely<Database>, { roomId, since, until }: Revs) =>
  db.selectFrom("messages").where("room_id", "=", roomId).where("rev", ">", since).where("rev", "<=", until);

const hold = prepared<Revs>()((db, p) => changed(db, p).select("id").forShare());

const contentOf = prepared<Revs>()((db, p) => changed(db, p).select(messageColumns).where("deleted_at", "is", null));

const note = prepared<{ roomId: RoomId; rev: number }>()((db, p) =>
  db
    .insertInto("search_progress")
    .values({ room_id: p.roomId, rev: p.rev })
    .onConflict((conflict) => conflict.column("room_id").doUpdateSet({ rev: p.rev })),
);

export class SearchReads extends Noun {
  /** The rooms that this person can find something in. */
  placesOf(userId: UserId): Promise<FoundRoom[]> {
    return places.all(this.runner, { userId });
  }

  /** The documents of messages that have these terms and that this person may read, the newest first. */
  async find({ userId, query, sinceAt, beforeAt, beforeId, limit }: Lookup): Promise<number[]> {
    const rows = await find.all(this.runner, {
      userId,
      ...this.runner.fullText.expression(query),
      from: Math.max(0, sinceAt) * perMs,
      below: Math.min(Math.max(0, beforeAt) * perMs, beforeId),
      now: this.runner.now(),
      limit,
    });
    return rows.map((row) => row.id);
  }

  /** The messages of these documents, in the same order. What has gone meanwhile is left out. */
  async messagesOf(ids: readonly number[]): Promise<FoundMessage[]> {
    if (ids.length === 0) return [];
    const now = this.runner.now();
    const rows = new Map((await messagesOf.all(this.runner, ids, {})).map((row) => [row.documentId, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined) return [];
      const message = toMessage(row, now);
      return message.deletedAt === undefined ? [{ id, roomId: row.roomId, message }] : [];
    });
  }

  /** Whether everything that this person could find and that was sent before this time (epoch ms) is found. */
  async isComplete(userId: UserId, before: number): Promise<boolean> {
    return (await waiting.first(this.runner, { userId, before })) === undefined;
  }

  /** Rooms with changes that have not been gone through. */
  async behind(): Promise<RoomId[]> {
    return (await behind.all(this.runner, {})).map((row) => row.roomId);
  }

  /** Up to which change a room was gone through, and its last; undefined if it is gone. */
  async progressOf(roomId: RoomId): Promise<{ lastRev: number; doneRev: number } | undefined> {
    const row = await progress.first(this.runner, { roomId });
    return row && { lastRev: row.lastRev, doneRev: row.doneRev ?? 0 };
  }
}

export class SearchWrites extends SearchReads {
  /**
   * The messages whose last change is one of these, without those that are deleted. Until the commit nobody changes them:
   * or the terms that a deletion takes away could be put in place after it. Messages may leave this stretch of changes
   * while they are read, but none comes in, since `until` is in the past: so all that are read are held.
   */
  async hold(revs: Revs): Promise<Message[]> {
    await hold.lock(this.runner, revs);
    const now = this.runner.now();
    const messages = (await contentOf.all(this.runner, revs)).map((row) => toMessage(row, now));
    return messages.filter((message) => message.deletedAt === undefined);
  }

  /** Puts the terms of a room's messages in place, instead of those that they had. */
  put(roomId: RoomId, all: readonly MessageTerms[]): Promise<void> {
    return putTerms(this.runner, roomId, all);
  }

  /** Everything up to this change has its terms in place. */
  async note(roomId: RoomId, rev: number): Promise<void> {
    await note.run(this.runner, { roomId, rev });
  }
}

function compiled<R>(db: Kysely<Database>, raw: RawBuilder<unknown>) {
  return { compile: () => (raw as RawBuilder<R>).compile(db) };
}
