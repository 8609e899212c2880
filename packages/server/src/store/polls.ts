import {
  limits,
  type Message,
  type OwnVote,
  type PlacedVote,
  type RoomId,
  type UserId,
  type Votes,
} from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import { chosenIn, maskOf, tallyOf } from "./vote-masks.ts";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** Messages of a stretch of a room's numbers: `from` ≤ seq < `below`. */
interface Range {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

const groupsOf = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db
    .selectFrom("poll_votes")
    .select(["seq", "chosen"])
    .select((eb) => eb.fn.countAll<number>().as("people"))
    .where("room_id", "=", p.roomId)
    .where("seq", "in", seqs)
    .where("chosen", ">", 0)
    .groupBy(["seq", "chosen"]),
);

const mineOn = preparedList<{ roomId: RoomId; userId: UserId }, number>()((db, seqs, p) =>
  db
    .selectFrom("poll_votes")
    .select(["seq", "chosen", "rev"])
    .where("room_id", "=", p.roomId)
    .where("seq", "in", seqs)
    .where("user_id", "=", p.userId),
);

const mineSince = prepared<{ roomId: RoomId; userId: UserId; sinceRev: number; limit: number }>()((db, p) =>
  db
    .selectFrom("poll_votes")
    .select(["seq", "chosen", "rev"])
    .where("user_id", "=", p.userId)
    .where("room_id", "=", p.roomId)
    .where("rev", ">=", p.sinceRev)
    .orderBy("rev", "desc")
    .limit(p.limit),
);

const pageOf = prepared<Place & { after: number; limit: number }>()((db, p) =>
  db
    .selectFrom("poll_votes")
    .select(["user_id as userId", "chosen", "voted_at as votedAt", "rev"])
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("chosen", ">", 0)
    .where("rev", ">", p.after)
    .orderBy("rev")
    .limit(p.limit),
);

const ofPerson = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .selectFrom("poll_votes")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "poll_votes.room_id").onRef("messages.seq", "=", "poll_votes.seq"),
    )
    .select(["poll_votes.seq as seq", "chosen", "voted_at as votedAt", "messages.poll as poll"])
    .where("poll_votes.room_id", "=", p.roomId)
    .where("poll_votes.seq", ">=", p.from)
    .where("poll_votes.seq", "<", p.below)
    .where("user_id", "=", p.userId)
    .where("chosen", ">", 0)
    .orderBy("poll_votes.seq"),
);

const put = prepared<Place & { userId: UserId; chosen: number; votedAt: number; rev: number }>()((db, p) =>
  db
    .insertInto("poll_votes")
    .values({ room_id: p.roomId, seq: p.seq, user_id: p.userId, chosen: p.chosen, voted_at: p.votedAt, rev: p.rev })
    .onConflict((conflict) =>
      conflict
        .columns(["room_id", "seq", "user_id"])
        .doUpdateSet({ chosen: p.chosen, voted_at: p.votedAt, rev: p.rev }),
    ),
);

const setPoll = prepared<Place & { rev: number; poll: string }>()((db, p) =>
  db.updateTable("messages").set({ rev: p.rev, poll: p.poll }).where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

const removeOn = prepared<Place>()((db, p) =>
  db.deleteFrom("poll_votes").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

/** One line of the list of those who voted. `rev` is what the next page begins after. */
interface Voter {
  readonly userId: UserId;
  readonly chosen: number[];
  readonly votedAt: number;
  readonly rev: number;
}

export class PollReads extends Noun {
  /** The messages with what was answered to their polls, as this person sees it. */
  async withVotes(roomId: RoomId, messages: readonly Message[], viewerId: UserId): Promise<Message[]> {
    const seqs = messages.flatMap(({ poll, seq }) => (poll === undefined ? [] : seq));
    if (seqs.length === 0) return [...messages];
    const groups = Map.groupBy(await groupsOf.all(this.runner, seqs, { roomId }), ({ seq }) => seq);
    const mine = new Map(
      (await mineOn.all(this.runner, seqs, { roomId, userId: viewerId })).map((row) => [row.seq, row]),
    );
    return messages.map((message) => {
      const its = groups.get(message.seq);
      const own = mine.get(message.seq);
      if (message.poll === undefined || (its === undefined && own === undefined)) return message;
      const votes: Votes = tallyOf(message.poll.answers.length, its ?? []);
      return { ...message, votes: own === undefined ? votes : { ...votes, mine: toVote(own) } };
    });
  }

  /** Everybody's, counted: the same for all. */
  async tally({ roomId, seq }: Place, answers: number): Promise<Omit<Votes, "mine">> {
    return tallyOf(answers, await groupsOf.all(this.runner, [seq], { roomId }));
  }

  async voteOf(userId: UserId, { roomId, seq }: Place): Promise<OwnVote | undefined> {
    const [row] = await mineOn.all(this.runner, [seq], { roomId, userId });
    return row && toVote(row);
  }

  /** What this person voted since the room's rev; the last ones, if there are very many. */
  async since(roomId: RoomId, userId: UserId, sinceRev: number): Promise<PlacedVote[]> {
    const rows = await mineSince.all(this.runner, { roomId, userId, sinceRev, limit: limits.resyncRevs });
    return rows.map((row) => ({ seq: row.seq, mine: toVote(row) }));
  }

  /** Who voted what, in the order in which they did. */
  async page({ roomId, seq }: Place, of: { after: number; limit: number }): Promise<Voter[]> {
    const rows = await pageOf.all(this.runner, { roomId, seq, ...of });
    return rows.map((row) => ({ ...row, chosen: chosenIn(row.chosen) }));
  }

  /** What one person voted in a stretch of a room. */
  async ofPerson(userId: UserId, range: Range) {
    const rows = await ofPerson.all(this.runner, { ...range, userId });
    return rows.map(({ seq, chosen, votedAt, poll }) => ({
      seq,
      chosen: chosenIn(chosen),
      votedAt,
      isAnonymous: poll !== null && (JSON.parse(poll) as Message["poll"])?.isAnonymous === true,
    }));
  }
}

export class PollWrites extends PollReads {
  /** The room is locked, and at this rev; nothing chosen takes back what was. */
  async put(
    place: Place,
    by: { userId: UserId; chosen: readonly number[]; votedAt: number; rev: number },
  ): Promise<void> {
    const { roomId, seq } = place;
    await put.run(this.runner, { roomId, seq, ...by, chosen: maskOf(by.chosen) });
  }

  /** Writes the changed poll of a message, and its rev; nothing else of it. */
  async set(roomId: RoomId, { seq, rev, poll }: Pick<Message, "seq" | "rev" | "poll">): Promise<void> {
    await setPoll.run(this.runner, { roomId, seq, rev, poll: JSON.stringify(poll) });
  }

  /** Everybody's, on a message that is to be a tombstone. */
  async removeOn(roomId: RoomId, seq: number): Promise<void> {
    await removeOn.run(this.runner, { roomId, seq });
  }
}

function toVote({ chosen, rev }: { chosen: number; rev: number }): OwnVote {
  return { chosen: chosenIn(chosen), at: rev };
}
