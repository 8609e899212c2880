import type { RoomId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";

const sentAt = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db
    .selectFrom("messages")
    .select(["seq", "sent_at as sentAt"])
    .where("room_id", "=", p.roomId)
    .where("seq", "in", seqs),
);

const linked = prepared<SeqRange & { limit: number }>()((db, p) =>
  db
    .selectFrom("search_documents")
    .select("seq")
    .where("room_id", "=", p.roomId)
    .where("has_link", "is not", null)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .orderBy("seq", "desc")
    .limit(p.limit),
);

/** Numbers of a room: `from` ≤ seq < `below`. */
export interface SeqRange {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

/** Where in a room's numbers a time lies. Numbers rise with time, so no index of times is needed. */
export class TimelineReads extends Noun {
  /**
   * For each time (epoch ms) the first seq in the range that was sent then or later; `below` if there is none. All times
   * are sought at once, by halves: a question for each doubling of the range, however many they are.
   */
  async firstAt({ roomId, from, below }: SeqRange, times: readonly number[]): Promise<number[]> {
    const sought = times.map((time) => ({ time, low: from, high: below }));
    for (;;) {
      const open = sought.filter(({ low, high }) => low < high);
      if (open.length === 0) return sought.map(({ low }) => low);
      const middles = [...new Set(open.map(middleOf))];
      const rows = await sentAt.all(this.runner, middles, { roomId });
      const times = new Map(rows.map((row) => [row.seq, row.sentAt]));
      for (const one of open) {
        const middle = middleOf(one);
        if ((times.get(middle) ?? 0) < one.time) one.low = middle + 1;
        else one.high = middle;
      }
    }
  }

  /** The messages of the range with links in them, the newest first. */
  async linked(range: SeqRange, limit: number): Promise<number[]> {
    return (await linked.all(this.runner, { ...range, limit })).map((row) => row.seq);
  }

  /** When these were sent (epoch ms). */
  async sentAt(roomId: RoomId, seqs: readonly number[]): Promise<number[]> {
    const rows = await sentAt.all(this.runner, seqs, { roomId });
    return rows.sort((one, other) => one.seq - other.seq).map((row) => row.sentAt);
  }
}

function middleOf({ low, high }: { low: number; high: number }): number {
  return Math.floor((low + high) / 2);
}
