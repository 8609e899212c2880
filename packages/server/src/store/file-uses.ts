import { type FileId, isId, type Message, type RoomId, type SharedFile, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import type { Shelf } from "./schema/files.ts";

/** A message of a room. */
interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** `from` ≤ seq < `below`. */
interface Range {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

const add = prepared<Place & { fileId: FileId; shelf: Shelf }>()((db, p) =>
  db.insertInto("file_uses").values({ file_id: p.fileId, room_id: p.roomId, seq: p.seq, shelf: p.shelf }),
);

const drop = preparedList<Place, FileId>()((db, ids, p) =>
  db
    .deleteFrom("file_uses")
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("file_id", "in", ids)
    .returning("file_id as fileId"),
);

const removeOf = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db.deleteFrom("file_uses").where("room_id", "=", p.roomId).where("seq", "in", seqs).returning("file_id as fileId"),
);

const removeBy = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("file_uses")
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .where(
      "seq",
      "in",
      db
        .selectFrom("messages")
        .select("messages.seq")
        .where("messages.room_id", "=", p.roomId)
        .where("messages.sender_id", "=", p.userId)
        .where("messages.seq", ">=", p.from)
        .where("messages.seq", "<", p.below),
    )
    .returning("file_id as fileId"),
);

const removeIn = prepared<Range>()((db, p) =>
  db
    .deleteFrom("file_uses")
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .returning("file_id as fileId"),
);

/** The job decides, under a lock, whether another message has it still. */
const look = preparedList<{ now: number }, FileId>()((db, ids, p) =>
  db.updateTable("files").set({ expires_at: p.now }).where("id", "in", ids).returning("id"),
);

/** A stretch of a gallery: `after` < seq < `beforeSeq`. */
interface Shelved {
  readonly roomId: RoomId;
  readonly shelf: Shelf;
  readonly beforeSeq: number;
  readonly after: number;
  readonly limit: number;
}

const shelvedIn = (order: "asc" | "desc") =>
  prepared<Shelved>()((db, p) =>
    db
      .selectFrom("file_uses")
      .select("seq")
      .distinct()
      .where("room_id", "=", p.roomId)
      .where("shelf", "=", p.shelf)
      .where("seq", "<", p.beforeSeq)
      .where("seq", ">", p.after)
      .orderBy("seq", order)
      .limit(p.limit),
  );

const shelved = shelvedIn("desc");
const shelvedNext = shelvedIn("asc");

const stickersIn = preparedList<object, RoomId>()((db, roomIds) =>
  db
    .selectFrom("file_uses")
    .select(["file_id as id", "room_id as roomId"])
    .select((eb) => eb.fn.max("seq").as("lastSeq"))
    .where("room_id", "in", roomIds)
    .where("shelf", "=", "sticker")
    .groupBy(["room_id", "file_id"]),
);

/** What a message has of files. */
type Carrying = Pick<Message, "files" | "preview" | "sticker">;

function shelvesOf({ files = [], preview, ...rest }: Carrying): Map<FileId, Shelf> {
  const shelves = new Map(files.map((file) => [file.id, shelfOf(file)]));
  for (const id of stickerFiles(rest)) shelves.set(id, "sticker");
  const image = preview?.image;
  return image === undefined ? shelves : shelves.set(image.id, "preview");
}

/** The picture of a sticker of the server's own; those that come with it have none to be kept. */
export function stickerFiles({ sticker }: Pick<Message, "sticker">): FileId[] {
  const id = sticker?.stickerId;
  return isId<FileId>(id) ? [id] : [];
}

/** The gallery's shelf for a file. */
export function shelfOf({ kind }: SharedFile): Shelf {
  if (kind === "voice") return "voice";
  return kind === "image" || kind === "video" ? "media" : "file";
}

/** Which message has which file. */
export class FileUseReads extends Noun {
  /** Messages with files on this shelf: the last of the stretch, newest first. */
  async shelved(at: Shelved): Promise<number[]> {
    return (await shelved.all(this.runner, at)).map(({ seq }) => seq);
  }

  /** The first of the stretch, oldest first. */
  async shelvedNext(at: Shelved): Promise<number[]> {
    return (await shelvedNext.all(this.runner, at)).map(({ seq }) => seq);
  }

  /** Stickers of the server's own that messages of these rooms have, and the last message of each. */
  stickersIn(roomIds: readonly RoomId[]): Promise<{ id: FileId; roomId: RoomId; lastSeq: number }[]> {
    return stickersIn.all(this.runner, roomIds, {});
  }
}

/** Where uses end, the job `files` is to look what is used no more; whoever calls wakes it. */
export class FileUseWrites extends FileUseReads {
  /** A message that had what `former` has now has what `message` has. */
  async follow(place: Place, former: Carrying, message: Carrying): Promise<void> {
    const [before, after] = [shelvesOf(former), shelvesOf(message)];
    const gone = [...before.keys()].filter((id) => !after.has(id));
    if (gone.length > 0) await this.#look(await drop.all(this.runner, gone, place));
    for (const [fileId, shelf] of after)
      if (!before.has(fileId)) await add.run(this.runner, { ...place, fileId, shelf });
  }

  async removeOf(roomId: RoomId, seqs: readonly number[]): Promise<void> {
    await this.#look(await removeOf.all(this.runner, seqs, { roomId }));
  }

  async removeBy({ roomId, userId, from, below }: Range & { readonly userId: UserId }): Promise<void> {
    await this.#look(await removeBy.all(this.runner, { roomId, userId, from, below }));
  }

  async removeIn(range: Range): Promise<void> {
    await this.#look(await removeIn.all(this.runner, range));
  }

  async #look(rows: readonly { fileId: FileId }[]): Promise<void> {
    const ids = [...new Set(rows.map(({ fileId }) => fileId))].sort();
    await look.all(this.runner, ids, { now: this.runner.now() });
  }
}
