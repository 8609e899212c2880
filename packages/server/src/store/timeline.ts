import type { RoomId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { preparedList } from "./prepared.ts";

const sentAt = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db
    .selectFrom("messages")
    .select(["seq", "sent_at as sentAt"])
    .where("room_id", "=", p.roomId)
    .where("seq", "in", seqs),
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

  /** When these were sent (epoch ms). */
  async sentAt(roomId: RoomId, seqs: readonly number[]): Promise<number[]> {
    const rows = await sentAt.all(this.runner, seqs, { roomId });
    return rows.sort((one, other) => one.seq - other.seq).map((row) => row.sentAt);
  }
}

function middleOf({ low, high }: { low: number; high: number }): number {
  return Math.floor((low + high) / 2);
}
