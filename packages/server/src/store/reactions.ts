import { limits, type Message, type Reaction, type RoomId, type UserId } from "@parley/contract";
import { type Kysely, sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import type { Database } from "./schema.ts";

/** One kind of reaction to one message. */
interface KindPlace {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly emoji: string;
}

/** Messages of a stretch of a room's numbers: `from` ≤ seq < `below`. */
interface Range {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

/** Everything of these messages, counted, with the first few people of each kind. */
function counted(db: Kysely<Database>, of: { roomId: RoomId; seqs: readonly number[]; viewerId: UserId }) {
  const ranked = db
    .selectFrom("reactions")
    .select(["seq", "emoji", "user_id as userId", "rev", "kind_rev as kindRev"])
    .select([
      sql<number>`row_number() over (partition by seq, emoji order by rev)`.as("place"),
      sql<number>`count(*) over (partition by seq, emoji)`.as("count"),
      sql<number>`max(case when user_id = ${of.viewerId} then 1 else 0 end) over (partition by seq, emoji)`.as("mine"),
    ])
    .where("room_id", "=", of.roomId)
    .where("seq", "in", of.seqs)
    .as("ranked");
  return db
    .selectFrom(ranked)
    .select(["seq", "emoji", "userId", "count", "mine"])
    .where("place", "<=", limits.reactionPeople)
    .orderBy("seq")
    .orderBy("kindRev")
    .orderBy("place");
}

const onMessages = preparedList<{ roomId: RoomId; viewerId: UserId }, number>()((db, seqs, p) =>
  counted(db, { seqs, roomId: p.roomId, viewerId: p.viewerId }),
);

const kindsOn = prepared<{ roomId: RoomId; seq: number }>()((db, p) =>
  db
    .selectFrom("reactions")
    .select(["emoji", "kind_rev as kindRev"])
    .distinct()
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq),
);

const findOne = prepared<KindPlace & { userId: UserId }>()((db, p) =>
  db
    .selectFrom("reactions")
    .select("rev")
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("emoji", "=", p.emoji)
    .where("user_id", "=", p.userId),
);

const countOfKind = prepared<KindPlace>()((db, p) =>
  db
    .selectFrom("reactions")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("emoji", "=", p.emoji),
);

type PageOf = { roomId: RoomId; seq: number; after: number; limit: number };
const pageOfAny = prepared<PageOf>()((db, p) => pageAfter(db, p));
const pageOfKind = prepared<PageOf & { emoji: string }>()((db, p) => pageAfter(db, p).where("emoji", "=", p.emoji));

function pageAfter(db: Kysely<Database>, p: PageOf) {
  return db
    .selectFrom("reactions")
    .select(["user_id as userId", "emoji", "reacted_at as reactedAt", "rev"])
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("rev", ">", p.after)
    .orderBy("rev")
    .limit(p.limit);
}

/** What one person put on messages of a stretch. */
const ofPerson = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .selectFrom("reactions")
    .select(["seq", "emoji", "reacted_at as reactedAt"])
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .where("user_id", "=", p.userId)
    .orderBy("seq")
    .orderBy("rev"),
);

const insertOne = prepared<KindPlace & { userId: UserId; now: number; rev: number; kindRev: number }>()((db, p) =>
  db.insertInto("reactions").values({
    room_id: p.roomId,
    seq: p.seq,
    emoji: p.emoji,
    user_id: p.userId,
    reacted_at: p.now,
    rev: p.rev,
    kind_rev: p.kindRev,
  }),
);

const removeOne = prepared<KindPlace & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("reactions")
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("emoji", "=", p.emoji)
    .where("user_id", "=", p.userId),
);

const removeOn = prepared<{ roomId: RoomId; seq: number }>()((db, p) =>
  db.deleteFrom("reactions").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

const removeOf = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("reactions")
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .where("user_id", "=", p.userId)
    .returning("seq"),
);

/** One line of the list of those who reacted. `rev` is what the next page begins after. */
interface Reactor {
  readonly userId: UserId;
  readonly emoji: string;
  readonly reactedAt: number;
  readonly rev: number;
}

export class ReactionReads extends Noun {
  /** The messages with what was put on them, as this person sees it. */
  async withReactions(roomId: RoomId, messages: readonly Message[], viewerId: UserId): Promise<Message[]> {
    const seqs = messages.filter(({ deletedAt }) => deletedAt === undefined).map(({ seq }) => seq);
    const found = await this.#onMessages(roomId, seqs, viewerId);
    return messages.map((message) => {
      const reactions = found.get(message.seq);
      return reactions === undefined ? message : { ...message, reactions };
    });
  }

  /** One kind, the same for all; null for none of it. */
  async kind({ roomId, seq, emoji }: KindPlace): Promise<Reaction | null> {
    const count = Number((await countOfKind.first(this.runner, { roomId, seq, emoji }))?.count ?? 0);
    if (count === 0) return null;
    const first = await pageOfKind.all(this.runner, { roomId, seq, emoji, after: 0, limit: limits.reactionPeople });
    return { emoji, count, userIds: first.map(({ userId }) => userId) };
  }

  /** The kinds that a message has, each with the rev at which it came up. */
  async kindsOn(roomId: RoomId, seq: number): Promise<ReadonlyMap<string, number>> {
    const rows = await kindsOn.all(this.runner, { roomId, seq });
    return new Map(rows.map(({ emoji, kindRev }) => [emoji, kindRev]));
  }

  async has(place: KindPlace, userId: UserId): Promise<boolean> {
    return (await findOne.first(this.runner, { ...place, userId })) !== undefined;
  }

  /** Who reacted, with this emoji or with any, in the order in which they did. */
  page(
    roomId: RoomId,
    seq: number,
    of: { emoji: string | undefined; after: number; limit: number },
  ): Promise<Reactor[]> {
    const { emoji, after, limit } = of;
    const place = { roomId, seq, after, limit };
    return emoji === undefined ? pageOfAny.all(this.runner, place) : pageOfKind.all(this.runner, { ...place, emoji });
  }

  /** What one person put on messages of a stretch of a room. */
  ofPerson(userId: UserId, range: Range) {
    return ofPerson.all(this.runner, { ...range, userId });
  }

  async #onMessages(roomId: RoomId, seqs: readonly number[], viewerId: UserId): Promise<Map<number, Reaction[]>> {
    const bySeq = new Map<number, Reaction[]>();
    for (const row of await onMessages.all(this.runner, seqs, { roomId, viewerId })) {
      const reactions = bySeq.get(row.seq) ?? [];
      const known = reactions.at(-1);
      if (known?.emoji === row.emoji) known.userIds.push(row.userId);
      else {
        const { emoji, count, userId } = row;
        reactions.push({ emoji, count, userIds: [userId], ...(row.mine === 1 && { isMine: true }) });
      }
      bySeq.set(row.seq, reactions);
    }
    return bySeq;
  }
}

export class ReactionWrites extends ReactionReads {
  async insert(place: KindPlace, by: { userId: UserId; now: number; rev: number; kindRev: number }): Promise<void> {
    const { roomId, seq, emoji } = place;
    await insertOne.run(this.runner, { roomId, seq, emoji, ...by });
  }

  async remove({ roomId, seq, emoji }: KindPlace, userId: UserId): Promise<void> {
    await removeOne.run(this.runner, { roomId, seq, emoji, userId });
  }

  /** Everybody's, on a message that is to be a tombstone. */
  async removeOn(roomId: RoomId, seq: number): Promise<void> {
    await removeOn.run(this.runner, { roomId, seq });
  }

  /** One person's, on anybody's messages of a stretch; answers on which. */
  async removeOf(userId: UserId, { roomId, from, below }: Range): Promise<number[]> {
    const rows = await removeOf.all(this.runner, { roomId, from, below, userId });
    return [...new Set(rows.map(({ seq }) => seq))].sort((one, other) => one - other);
  }
}
