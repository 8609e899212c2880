import { isVoice, limits, type Message, type Play, type RoomId, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";

const toldOf = preparedList<{ roomId: RoomId; userId: UserId }, number>()((db, seqs, p) =>
  db
    .selectFrom("plays")
    .select(["seq", "played_at as playedAt"])
    .where("room_id", "=", p.roomId)
    .where("seq", "in", seqs)
    .where("user_id", "=", p.userId),
);

const toldSince = prepared<{ roomId: RoomId; userId: UserId; sinceRev: number; limit: number }>()((db, p) =>
  db
    .selectFrom("plays")
    .select(["seq", "played_at as playedAt"])
    .where("user_id", "=", p.userId)
    .where("room_id", "=", p.roomId)
    .where("at_rev", ">=", p.sinceRev)
    .orderBy("at_rev", "desc")
    .orderBy("seq", "desc")
    .limit(p.limit),
);

const insert = prepared<{ roomId: RoomId; seq: number; userId: UserId; playedAt: number; atRev: number }>()((db, p) =>
  db
    .insertInto("plays")
    .values({ room_id: p.roomId, seq: p.seq, user_id: p.userId, played_at: p.playedAt, at_rev: p.atRev })
    .onConflict((conflict) => conflict.doNothing()),
);

const removeOn = prepared<{ roomId: RoomId; seq: number }>()((db, p) =>
  db.deleteFrom("plays").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

/** Which voice messages were played. */
export class VoiceReads extends Noun {
  /** The messages with when their voices were played, as this person is told. */
  async withPlays(roomId: RoomId, messages: readonly Message[], viewerId: UserId): Promise<Message[]> {
    const seqs = messages.filter(isVoice).map(({ seq }) => seq);
    if (seqs.length === 0) return [...messages];
    const rows = await toldOf.all(this.runner, seqs, { roomId, userId: viewerId });
    const played = new Map(rows.map(({ seq, playedAt }) => [seq, playedAt]));
    return messages.map((message) => {
      const playedAt = played.get(message.seq);
      return playedAt === undefined ? message : { ...message, playedAt };
    });
  }

  /** What this person was told of since the room's rev; the last ones, if there are very many. */
  since(roomId: RoomId, userId: UserId, sinceRev: number): Promise<Play[]> {
    return toldSince.all(this.runner, { roomId, userId, sinceRev, limit: limits.resyncRevs });
  }

  async playedAt(roomId: RoomId, seq: number, userId: UserId): Promise<number | undefined> {
    return (await toldOf.all(this.runner, [seq], { roomId, userId }))[0]?.playedAt;
  }
}

export class VoiceWrites extends VoiceReads {
  /** `userId` is told that it was played. The room is locked, and at this rev. */
  async insert(roomId: RoomId, { seq, playedAt }: Play, to: { userId: UserId; atRev: number }): Promise<void> {
    await insert.run(this.runner, { roomId, seq, playedAt, ...to });
  }

  /** Of a message that is to be a tombstone. */
  async removeOn(roomId: RoomId, seq: number): Promise<void> {
    await removeOn.run(this.runner, { roomId, seq });
  }
}
