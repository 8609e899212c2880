import type { Message, RoomId, UserId } from "@parley/contract";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { FileUseWrites } from "./file-uses.ts";
import { type MessageRow, messageColumns, toMessage } from "./message-columns.ts";
import { Noun } from "./noun.ts";
import { PollWrites } from "./polls.ts";
import { prepared, preparedList } from "./prepared.ts";
import { ReactionWrites } from "./reactions.ts";
import { SavedWrites } from "./saved.ts";
import type { Database } from "./schema.ts";
import { forgetTermsBetween, forgetTermsOfSender, forgetTermsOfSeqs } from "./search-terms.ts";

/** Messages of one person in a stretch of a room's numbers: `from` ≤ seq < `below`. */
export interface Stretch {
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly from: number;
  readonly below: number;
}

interface Due {
  readonly roomId: RoomId;
  readonly seq: number;
}

const due = prepared<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(["room_id as roomId", "seq"])
    .where("expires_at", "<=", p.now)
    .where("expires_at", "is not", null)
    .where("deleted_at", "is", null)
    .orderBy("expires_at")
    .limit(p.limit),
);

const nextDue = prepared<object>()((db) =>
  db
    .selectFrom("messages")
    .select("expires_at as at")
    .where("expires_at", "is not", null)
    .where("deleted_at", "is", null)
    .orderBy("expires_at")
    .limit(1),
);

type Chosen = SelectQueryBuilder<Database, "messages", object>;

/** Makes tombstones of the chosen messages, all in one statement: each gets the next rev after `baseRev`, in seq order. */
function tombstones(
  db: Kysely<Database>,
  chosen: Chosen,
  { baseRev, deletedAt }: { baseRev: number; deletedAt: number | "expiry" },
) {
  const numbered = chosen
    .where("deleted_at", "is", null)
    .select(["id as place", sql<number>`row_number() over (order by seq)`.as("step")])
    .as("numbered");
  return db
    .updateTable("messages")
    .from(numbered)
    .set((eb) => ({
      rev: sql<number>`${baseRev} + numbered.step`,
      body: "",
      edited_at: null,
      reply_to: null,
      mentions: null,
      mentions_all: null,
      files: null,
      sticker: null,
      poll: null,
      pinned_at: null,
      forwarded_from: null,
      preview: null,
      deleted_at: deletedAt === "expiry" ? eb.ref("messages.expires_at") : deletedAt,
      ...(deletedAt === "expiry" ? {} : { expires_at: null }),
    }))
    .whereRef("messages.id", "=", "numbered.place")
    .returning(messageColumns);
}

const expire = preparedList<{ roomId: RoomId; baseRev: number }, number>()((db, seqs, p) =>
  tombstones(db, db.selectFrom("messages").where("room_id", "=", p.roomId).where("seq", "in", seqs), {
    baseRev: p.baseRev,
    deletedAt: "expiry",
  }),
);

/** What goes with the messages that it hangs on. */
const hanging = [
  "mentions",
  "reactions",
  "plays",
  "link_previews",
  "saved_messages",
  "message_edits",
  "poll_votes",
] as const;

const forget = hanging.map((table) =>
  preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
    db.deleteFrom(table).where("room_id", "=", p.roomId).where("seq", "in", seqs).returning("seq"),
  ),
);

const erase = prepared<Stretch & { baseRev: number; now: number }>()((db, p) =>
  tombstones(db, stretch(db, p), { baseRev: p.baseRev, deletedAt: p.now }),
);

const forgetOf = hanging.map((table) =>
  prepared<Stretch>()((db, p) =>
    db.deleteFrom(table).where("room_id", "=", p.roomId).where("seq", "in", stretch(db, p).select("seq")),
  ),
);

/** The next revs after `baseRev`, in seq order, for messages that stay as they are. */
const renumber = preparedList<{ roomId: RoomId; baseRev: number }, number>()((db, seqs, p) =>
  db
    .updateTable("messages")
    .from(
      db
        .selectFrom("messages")
        .where("room_id", "=", p.roomId)
        .where("seq", "in", seqs)
        .select(["id as place", sql<number>`row_number() over (order by seq)`.as("step")])
        .as("numbered"),
    )
    .set({ rev: sql<number>`${p.baseRev} + numbered.step` })
    .whereRef("messages.id", "=", "numbered.place")
    .returning("seq"),
);

function stretch(db: Kysely<Database>, p: Stretch) {
  return db
    .selectFrom("messages")
    .where("room_id", "=", p.roomId)
    .where("sender_id", "=", p.userId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below);
}

type Range = Omit<Stretch, "userId">;

const removals = ([...hanging, "messages"] as const).map((table) =>
  prepared<Range>()((db, p) =>
    db.deleteFrom(table).where("room_id", "=", p.roomId).where("seq", ">=", p.from).where("seq", "<", p.below),
  ),
);

const inRoom = (["drafts", "invitations", "bans", "frozen_receipts", "search_progress", "members"] as const).map(
  (table) => prepared<{ roomId: RoomId }>()((db, p) => db.deleteFrom(table).where("room_id", "=", p.roomId)),
);

const clear = prepared<{ roomId: RoomId; userId: UserId; seq: number }>()((db, p) =>
  db.updateTable("members").set({ cleared_seq: p.seq }).where("room_id", "=", p.roomId).where("user_id", "=", p.userId),
);

const removeRoom = prepared<{ roomId: RoomId }>()((db, p) => db.deleteFrom("rooms").where("id", "=", p.roomId));

export class ErasureReads extends Noun {
  /** Messages past their time that are not yet tombstones, the longest first. */
  due(now: number, limit: number): Promise<Due[]> {
    return due.all(this.runner, { now, limit });
  }

  /** When the next message is past its time (epoch ms). */
  async nextDue(): Promise<number | null> {
    return (await nextDue.first(this.runner, {}))?.at ?? null;
  }
}

/** Deletion of many at once, at the cost of one statement. */
export class ErasureWrites extends ErasureReads {
  /** Tombstones of those that are past their time: they keep it. The room is locked; revs follow `baseRev`. */
  async expire(roomId: RoomId, seqs: readonly number[], baseRev: number): Promise<Message[]> {
    await new FileUseWrites(this.runner).removeOf(roomId, seqs);
    for (const one of forget) await one.all(this.runner, seqs, { roomId });
    const gone = await expire.all(this.runner, seqs, { roomId, baseRev });
    await forgetTermsOfSeqs(this.runner, roomId, seqs);
    return this.#inOrder(gone);
  }

  /** Tombstones of everything of one person in the stretch. The room is locked; revs follow `baseRev`. */
  async erase(stretch: Stretch, at: { baseRev: number; now: number }): Promise<Message[]> {
    await new FileUseWrites(this.runner).removeBy(stretch);
    for (const one of forgetOf) await one.run(this.runner, stretch);
    const gone = await erase.all(this.runner, { ...stretch, ...at });
    await forgetTermsOfSender(this.runner, stretch);
    return this.#inOrder(gone);
  }

  /**
   * Takes back how one person reacted to anybody's messages of the stretch, and what they voted in polls. Answers how
   * many messages that changed: each has a rev of its own after `baseRev`. The room is locked.
   */
  async takeBack({ userId, ...range }: Stretch, { baseRev, now }: { baseRev: number; now: number }): Promise<number> {
    const polls = new PollWrites(this.runner);
    // An anonymous vote stays: that it goes together with what they wrote would tell whose it was.
    const voted = (await polls.ofPerson(userId, range)).filter(({ isAnonymous }) => !isAnonymous);
    const reacted = await new ReactionWrites(this.runner).removeOf(userId, range);
    const seqs = [...new Set([...reacted, ...voted.map(({ seq }) => seq)])].sort((one, other) => one - other);
    for (const { seq } of voted) {
      const rev = baseRev + seqs.indexOf(seq) + 1;
      await polls.put({ roomId: range.roomId, seq }, { userId, chosen: [], votedAt: now, rev });
    }
    // Each portion is numbered from its own beginning.
    for (let at = 0; at < seqs.length; at += 500)
      await renumber.all(this.runner, seqs.slice(at, at + 500), { roomId: range.roomId, baseRev: baseRev + at });
    return seqs.length;
  }

  /** For this person alone, nothing up to this seq is there any more. */
  async clear(roomId: RoomId, userId: UserId, seq: number): Promise<void> {
    await clear.run(this.runner, { roomId, userId, seq });
    await new SavedWrites(this.runner).clear(userId, { roomId, seq });
  }

  /** The rows themselves, whoever wrote them: of a room that is gone. */
  async removeRows(range: Range): Promise<void> {
    await new FileUseWrites(this.runner).removeIn(range);
    for (const removal of removals) await removal.run(this.runner, range);
    await forgetTermsBetween(this.runner, range);
  }

  /** The room and everything that hangs on it but its messages. */
  async removeRoom(roomId: RoomId): Promise<void> {
    for (const remove of inRoom) await remove.run(this.runner, { roomId });
    await removeRoom.run(this.runner, { roomId });
  }

  #inOrder(rows: readonly MessageRow[]): Message[] {
    return rows.map((row) => toMessage(row, this.runner.now())).sort((one, other) => one.rev - other.rev);
  }
}
