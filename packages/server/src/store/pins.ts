import type { Message, MessageId, RoomId } from "@parley/contract";
import { messageColumns, toMessage } from "./message-columns.ts";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const before = prepared<{ roomId: RoomId; pinnedAt: number; clearedSeq: number; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(messageColumns)
    .where("room_id", "=", p.roomId)
    .where("pinned_at", "is not", null)
    .where("pinned_at", "<", p.pinnedAt)
    .where("seq", ">", p.clearedSeq)
    .orderBy("pinned_at", "desc")
    .limit(p.limit),
);

const sum = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("messages")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.max("pinned_at").as("lastAt")])
    .where("room_id", "=", p.roomId)
    .where("pinned_at", "is not", null),
);

const put = prepared<{ messageId: MessageId; rev: number; pinnedAt: number | null }>()((db, p) =>
  db.updateTable("messages").set({ rev: p.rev, pinned_at: p.pinnedAt }).where("id", "=", p.messageId),
);

/** What a page of pins asks for: those pinned before a time, and after what was cleared. */
export interface PinPlace {
  readonly pinnedAt: number;
  readonly clearedSeq: number;
  readonly limit: number;
}

export class PinReads extends Noun {
  /** The last pinned first; `next` is where the following page begins. */
  async before(roomId: RoomId, place: PinPlace): Promise<{ messages: Message[]; next: number | null }> {
    const rows = await before.all(this.runner, { roomId, ...place });
    const messages = rows.map((row) => toMessage(row, this.runner.now()));
    return {
      // What is past its time loses its pin with its content.
      messages: messages.filter((message) => message.pinnedAt !== undefined),
      next: rows.length < place.limit ? null : (rows.at(-1)?.pinnedAt ?? null),
    };
  }

  async sum(roomId: RoomId): Promise<{ count: number; lastAt: number }> {
    const row = await sum.first(this.runner, { roomId });
    return { count: Number(row?.count ?? 0), lastAt: row?.lastAt ?? 0 };
  }
}

export class PinWrites extends PinReads {
  /** Writes whether the changed message is pinned, and its rev; nothing else of it. */
  async put({ id, rev, pinnedAt }: Pick<Message, "id" | "rev" | "pinnedAt">): Promise<void> {
    await put.run(this.runner, { messageId: id, rev, pinnedAt: pinnedAt ?? null });
  }
}
