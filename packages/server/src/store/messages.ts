import type { Message, MessageId, RoomId, UserId } from "@parley/contract";
import { FileUseWrites } from "./file-uses.ts";
import { messageColumns as columns, type MessageRow, toMessage } from "./message-columns.ts";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import { forgetTerms } from "./search-terms.ts";

const findById = prepared<{ messageId: MessageId }>()((db, p) =>
  db
    .selectFrom("messages")
    .select([...columns, "room_id as roomId"])
    .where("id", "=", p.messageId),
);

const after = prepared<{ roomId: RoomId; seq: number; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("seq", ">", p.seq)
    .orderBy("seq")
    .limit(p.limit),
);

const before = prepared<{ roomId: RoomId; seq: number; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("seq", "<", p.seq)
    .orderBy("seq", "desc")
    .limit(p.limit),
);

const bySeqs = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db.selectFrom("messages").select(columns).where("room_id", "=", p.roomId).where("seq", "in", seqs).orderBy("seq"),
);

const changedSince = prepared<{ roomId: RoomId; sinceRev: number; limit: number }>()((db, p) =>
  db
    .selectFrom("messages")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("rev", ">", p.sinceRev)
    .orderBy("rev")
    .limit(p.limit),
);

const insertMessage = prepared<
  Omit<MessageRow, "editedAt" | "deletedAt" | "pinnedAt" | "thread"> & { roomId: RoomId }
>()((db, p) =>
  db
    .insertInto("messages")
    .values({
      id: p.id,
      room_id: p.roomId,
      seq: p.seq,
      rev: p.rev,
      sender_id: p.senderId,
      body: p.body,
      sent_at: p.sentAt,
      edited_at: null,
      deleted_at: null,
      reply_to: p.replyTo,
      mentions: p.mentions,
      mentions_all: p.mentionsAll,
      expires_at: p.expiresAt,
      files: p.files,
      sticker: p.sticker,
      poll: p.poll,
      forwarded_from: p.forwardedFrom,
      preview: p.preview,
    })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

const replaceContent = prepared<Omit<MessageRow, "seq" | "senderId" | "sentAt" | "thread">>()((db, p) =>
  db
    .updateTable("messages")
    .set({
      rev: p.rev,
      body: p.body,
      edited_at: p.editedAt,
      deleted_at: p.deletedAt,
      reply_to: p.replyTo,
      mentions: p.mentions,
      mentions_all: p.mentionsAll,
      expires_at: p.expiresAt,
      files: p.files,
      sticker: p.sticker,
      poll: p.poll,
      preview: p.preview,
      pinned_at: p.pinnedAt,
      forwarded_from: p.forwardedFrom,
    })
    .where("id", "=", p.id),
);

const putPreview = prepared<{ messageId: MessageId; rev: number; preview: string | null }>()((db, p) =>
  db.updateTable("messages").set({ rev: p.rev, preview: p.preview }).where("id", "=", p.messageId),
);

const setRev = prepared<{ roomId: RoomId; seq: number; rev: number }>()((db, p) =>
  db.updateTable("messages").set({ rev: p.rev }).where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

const insertMention = prepared<{ userId: UserId | "*"; roomId: RoomId; seq: number }>()((db, p) =>
  db
    .insertInto("mentions")
    .values({ user_id: p.userId, room_id: p.roomId, seq: p.seq })
    .onConflict((conflict) => conflict.doNothing()),
);

const removeMention = prepared<{ userId: UserId | "*"; roomId: RoomId; seq: number }>()((db, p) =>
  db.deleteFrom("mentions").where("user_id", "=", p.userId).where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

/** A message together with the room that it is in. */
export interface PlacedMessage {
  readonly roomId: RoomId;
  readonly message: Message;
}

export class MessageReads extends Noun {
  async find(messageId: MessageId): Promise<PlacedMessage | undefined> {
    const row = await findById.first(this.runner, { messageId });
    return row && { roomId: row.roomId, message: toMessage(row, this.runner.now()) };
  }

  /** The first `limit` after `seq`, in seq order. */
  async after(roomId: RoomId, seq: number, limit: number): Promise<Message[]> {
    return this.#read(await after.all(this.runner, { roomId, seq, limit }));
  }

  /** The last `limit` before `seq`, in seq order. */
  async before(roomId: RoomId, seq: number, limit: number): Promise<Message[]> {
    return this.#read(await before.all(this.runner, { roomId, seq, limit })).reverse();
  }

  async bySeqs(roomId: RoomId, seqs: readonly number[]): Promise<Message[]> {
    return this.#read(await bySeqs.all(this.runner, seqs, { roomId }));
  }

  /** The newest state of what changed after `sinceRev`, in rev order. */
  async changedSince(roomId: RoomId, sinceRev: number, limit: number): Promise<Message[]> {
    return this.#read(await changedSince.all(this.runner, { roomId, sinceRev, limit }));
  }

  #read(rows: readonly MessageRow[]): Message[] {
    const now = this.runner.now();
    return rows.map((row) => toMessage(row, now));
  }
}

export class MessageWrites extends MessageReads {
  /** Whether it is new; a message with this id changes nothing. */
  async insert(roomId: RoomId, message: Message): Promise<boolean> {
    const { id, seq, rev, senderId, body, sentAt } = message;
    const mentions = jsonOf(message.mentions);
    const inserted = await insertMessage.run(this.runner, {
      id,
      roomId,
      seq,
      rev,
      senderId,
      body,
      sentAt,
      replyTo: message.replyTo ?? null,
      mentions,
      mentionsAll: message.mentionsAll === true ? 1 : null,
      expiresAt: message.expiresAt ?? null,
      files: jsonOf(message.files),
      sticker: jsonOf(message.sticker),
      poll: jsonOf(message.poll),
      forwardedFrom: authorText(message),
      preview: jsonOf(message.preview),
    });
    if (inserted === 0) return false;
    await this.#noteMentions(roomId, message);
    await new FileUseWrites(this.runner).follow({ roomId, seq }, {}, message);
    return true;
  }

  /** Writes the changed `message` over `former`: body, times, answered message, mentions, preview, rev; or without its files. */
  async replace(roomId: RoomId, former: Message, message: Message): Promise<void> {
    for (const userId of calledBy(former)) await removeMention.run(this.runner, { userId, roomId, seq: former.seq });
    await replaceContent.run(this.runner, {
      id: message.id,
      rev: message.rev,
      body: message.body,
      editedAt: message.editedAt ?? null,
      deletedAt: message.deletedAt ?? null,
      replyTo: message.replyTo ?? null,
      mentions: jsonOf(message.mentions),
      mentionsAll: message.mentionsAll === true ? 1 : null,
      expiresAt: message.expiresAt ?? null,
      files: jsonOf(message.files),
      sticker: jsonOf(message.sticker),
      poll: jsonOf(message.poll),
      preview: jsonOf(message.preview),
      pinnedAt: message.pinnedAt ?? null,
      forwardedFrom: authorText(message),
    });
    // After the message itself: whoever puts its terms in place holds on to it meanwhile.
    await forgetTerms(this.runner, roomId, message.seq);
    await new FileUseWrites(this.runner).follow({ roomId, seq: former.seq }, former, message);
    await this.#noteMentions(roomId, message);
  }

  /** Writes the preview of the changed `message`, and its rev; nothing else of it. */
  async putPreview(roomId: RoomId, former: Message, message: Message): Promise<void> {
    const { id: messageId, rev, seq } = message;
    await putPreview.run(this.runner, { messageId, rev, preview: jsonOf(message.preview) });
    await new FileUseWrites(this.runner).follow({ roomId, seq }, former, message);
  }

  /** Something that hangs on the message has changed: whoever catches up gets it anew. */
  async setRev(roomId: RoomId, seq: number, rev: number): Promise<void> {
    await setRev.run(this.runner, { roomId, seq, rev });
  }

  async #noteMentions(roomId: RoomId, message: Message): Promise<void> {
    for (const userId of calledBy(message)) await insertMention.run(this.runner, { userId, roomId, seq: message.seq });
  }
}

/** Whom the table `mentions` has for a message: each person once, so `*` for everyone stands alone. */
function calledBy(message: Message): (UserId | "*")[] {
  return message.mentionsAll === true ? ["*"] : (message.mentions ?? []);
}

function jsonOf(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function authorText({ forwardedFrom }: Message): UserId | "" | null {
  return forwardedFrom === undefined ? null : (forwardedFrom ?? "");
}
