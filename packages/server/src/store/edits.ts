import { type Edit, limits, type Message, type RoomId, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

const listOf = prepared<Place & { after: number }>()((db, p) =>
  db
    .selectFrom("message_edits")
    .select(["body", "written_at as writtenAt", "replaced_at as replacedAt"])
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("replaced_at", ">", p.after)
    .orderBy("rev"),
);

/** Of what one person wrote in a stretch of a room: `from` ≤ seq < `below`. */
interface Range {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

const ofPerson = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .selectFrom("message_edits as former")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "former.room_id").onRef("messages.seq", "=", "former.seq"),
    )
    .select(["former.seq as seq", "former.body as body"])
    .select(["former.written_at as writtenAt", "former.replaced_at as replacedAt"])
    .where("former.room_id", "=", p.roomId)
    .where("former.seq", ">=", p.from)
    .where("former.seq", "<", p.below)
    .where("messages.sender_id", "=", p.userId)
    .orderBy("former.seq")
    .orderBy("former.rev"),
);

const removeOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .deleteFrom("message_edits")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("messages")
          .select("messages.id")
          .whereRef("messages.room_id", "=", "message_edits.room_id")
          .whereRef("messages.seq", "=", "message_edits.seq")
          .where("messages.sender_id", "=", p.userId),
      ),
    ),
);

const insert = prepared<Place & Edit & { rev: number }>()((db, p) =>
  db.insertInto("message_edits").values({
    room_id: p.roomId,
    seq: p.seq,
    rev: p.rev,
    body: p.body,
    written_at: p.writtenAt,
    replaced_at: p.replacedAt,
  }),
);

const trim = prepared<Place & { keep: number }>()((db, p) =>
  db
    .deleteFrom("message_edits")
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where(
      "rev",
      "not in",
      db
        .selectFrom("message_edits as kept")
        .select("kept.rev")
        .where("kept.room_id", "=", p.roomId)
        .where("kept.seq", "=", p.seq)
        .orderBy("kept.rev", "desc")
        .limit(p.keep),
    ),
);

const removeOn = prepared<Place>()((db, p) =>
  db.deleteFrom("message_edits").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

/** What messages said before they were edited. */
export class EditReads extends Noun {
  /** The oldest first; only what was still said after a time. */
  listOf(roomId: RoomId, seq: number, after: number): Promise<Edit[]> {
    return listOf.all(this.runner, { roomId, seq, after });
  }

  /** What messages of this person said before, in a stretch of a room. */
  ofPerson(userId: UserId, range: Range): Promise<(Edit & { seq: number })[]> {
    return ofPerson.all(this.runner, { ...range, userId });
  }
}

export class EditWrites extends EditReads {
  /** Keeps what `former` said until `edited` took its place. */
  async add(roomId: RoomId, former: Message, edited: Message & { readonly editedAt: number }): Promise<void> {
    const { seq, body, sentAt, editedAt: writtenAt = sentAt } = former;
    const { rev, editedAt: replacedAt } = edited;
    await insert.run(this.runner, { roomId, seq, rev, body, writtenAt, replacedAt });
    await trim.run(this.runner, { roomId, seq, keep: limits.edits });
  }

  async removeOn(roomId: RoomId, seq: number): Promise<void> {
    await removeOn.run(this.runner, { roomId, seq });
  }

  /** Of all that this person wrote. */
  async removeOf(userId: UserId): Promise<void> {
    await removeOf.run(this.runner, { userId });
  }
}
