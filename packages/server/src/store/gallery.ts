import type { GalleryCursor, GalleryKind, RoomId } from "@parley/contract";
import { sql } from "kysely";
import { FileUseReads } from "./file-uses.ts";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { Shelf } from "./schema/files.ts";

/** A message of one of a room's threads, and the message that the thread is about. */
export interface ThreadPlace {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly sentAt: number;
  readonly parentSeq: number;
}

/** In a room, messages after `clearedSeq` and before `beforeSeq`. */
export interface GalleryStretch {
  readonly roomId: RoomId;
  readonly kind: GalleryKind;
  readonly clearedSeq: number;
  readonly cursor: GalleryCursor;
  readonly limit: number;
}

const links = prepared<Omit<GalleryStretch, "kind" | "cursor"> & { beforeSeq: number }>()((db, p) =>
  db
    .selectFrom("search_documents")
    .select("seq")
    .where("room_id", "=", p.roomId)
    .where("has_link", "is not", null)
    .where("seq", "<", p.beforeSeq)
    .where("seq", ">", p.clearedSeq)
    .orderBy("seq", "desc")
    .limit(p.limit),
);

interface InThreads {
  readonly roomId: RoomId;
  readonly shelf: Shelf;
  readonly clearedSeq: number;
  readonly sentAt: number;
  readonly threadId: RoomId | "";
  readonly seq: number;
  readonly limit: number;
}

// Each message once, however many files of a shelf it has: at the first of them. How many threads a room has, and what
// is in them, differs by far: the plan is made for each.
const threadFiles = prepared<InThreads>({ dependsOnValues: true })((db, p) =>
  db
    .selectFrom("rooms")
    .innerJoin("file_uses as uses", "uses.room_id", "rooms.id")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "uses.room_id").onRef("messages.seq", "=", "uses.seq"),
    )
    .select(["uses.room_id as roomId", "uses.seq as seq", "messages.sent_at as sentAt"])
    .select("rooms.parent_seq as parentSeq")
    .where("rooms.parent_id", "=", p.roomId)
    .where("rooms.parent_seq", ">", p.clearedSeq)
    .where("uses.shelf", "=", p.shelf)
    .where(sql<boolean>`(messages.sent_at, uses.room_id, uses.seq) < (${p.sentAt}, ${p.threadId}, ${p.seq})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("file_uses as other")
            .select("other.seq")
            .whereRef("other.room_id", "=", "uses.room_id")
            .whereRef("other.seq", "=", "uses.seq")
            .whereRef("other.shelf", "=", "uses.shelf")
            .whereRef("other.file_id", "<", "uses.file_id"),
        ),
      ),
    )
    .orderBy("messages.sent_at", "desc")
    .orderBy("uses.room_id", "desc")
    .orderBy("uses.seq", "desc")
    .limit(p.limit),
);

const threadLinks = prepared<Omit<InThreads, "shelf">>({ dependsOnValues: true })((db, p) =>
  db
    .selectFrom("rooms")
    .innerJoin("search_documents as documents", "documents.room_id", "rooms.id")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "documents.room_id").onRef("messages.seq", "=", "documents.seq"),
    )
    .select(["documents.room_id as roomId", "documents.seq as seq", "messages.sent_at as sentAt"])
    .select("rooms.parent_seq as parentSeq")
    .where("rooms.parent_id", "=", p.roomId)
    .where("rooms.parent_seq", ">", p.clearedSeq)
    .where("documents.has_link", "is not", null)
    .where(sql<boolean>`(messages.sent_at, documents.room_id, documents.seq) < (${p.sentAt}, ${p.threadId}, ${p.seq})`)
    .orderBy("messages.sent_at", "desc")
    .orderBy("documents.room_id", "desc")
    .orderBy("documents.seq", "desc")
    .limit(p.limit),
);

/** What was shared in a room and its threads, by kind. */
export class GalleryReads extends Noun {
  /** Messages of the room itself, newest first. */
  async own({ kind, roomId, clearedSeq, cursor, limit }: GalleryStretch): Promise<number[]> {
    const { beforeSeq } = cursor;
    if (kind !== "link")
      return new FileUseReads(this.runner).shelved({ roomId, shelf: kind, beforeSeq, after: clearedSeq, limit });
    const rows = await links.all(this.runner, { roomId, clearedSeq, beforeSeq, limit });
    return rows.map(({ seq }) => seq);
  }

  /** Messages of its threads, newest first; those of one moment in the order of their rooms and numbers. */
  async inThreads({ kind, roomId, clearedSeq, cursor, limit }: GalleryStretch): Promise<ThreadPlace[]> {
    const { sentAt, roomId: threadId, seq } = cursor.thread ?? newest;
    const stretch = { roomId, clearedSeq, sentAt, threadId, seq, limit };
    const rows = await (kind === "link"
      ? threadLinks.all(this.runner, stretch)
      : threadFiles.all(this.runner, { ...stretch, shelf: kind }));
    return rows.map(({ parentSeq, ...row }) => ({ ...row, parentSeq: parentSeq ?? 0 }));
  }
}

/** Before it stands everything. */
const newest = { sentAt: Number.MAX_SAFE_INTEGER, roomId: "", seq: 0 } as const;
