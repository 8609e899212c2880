import type { FileId, PictureUse, SharedFile, Sticker, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { FileOwner, FileState } from "./schema/files.ts";

/** What was said of an upload before its bytes came, cleaned. */
export interface Claim {
  readonly name: string;
  /** What the browser took it for. */
  readonly type: string;
  readonly isVoice: boolean;
  /** What the picture is meant for, if not for a message. */
  readonly use?: PictureUse | undefined;
  readonly peaks?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface KeptFile {
  readonly id: FileId;
  readonly ownerId: FileOwner;
  readonly state: FileState;
  /** The length that was declared. */
  readonly bytes: number;
  readonly claim: Claim;
  /** Null until it is stored. */
  readonly info: SharedFile | null;
}

const columns = ["id", "owner_id as ownerId", "state", "bytes", "claim", "info"] as const;

const find = prepared<{ id: FileId }>()((db, p) => db.selectFrom("files").select(columns).where("id", "=", p.id));

const insert = prepared<{
  id: FileId;
  ownerId: FileOwner;
  bytes: number;
  claim: string;
  now: number;
  expiresAt: number;
}>()((db, p) =>
  db
    .insertInto("files")
    .values({
      id: p.id,
      owner_id: p.ownerId,
      state: "incoming",
      bytes: p.bytes,
      claim: p.claim,
      info: null,
      created_at: p.now,
      expires_at: p.expiresAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

const keep = prepared<{ id: FileId; expiresAt: number }>()((db, p) =>
  db.updateTable("files").set({ expires_at: p.expiresAt }).where("id", "=", p.id).where("state", "=", "incoming"),
);

const setStored = prepared<{ id: FileId; info: string; expiresAt: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "ready", info: p.info, expires_at: p.expiresAt })
    .where("id", "=", p.id)
    .where("state", "=", "incoming"),
);

const drop = prepared<{ id: FileId; ownerId: FileOwner; now: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "gone", expires_at: p.now })
    .where("id", "=", p.id)
    .where("owner_id", "=", p.ownerId)
    .where("state", "in", ["incoming", "ready"]),
);

const dropIncoming = prepared<{ id: FileId; ownerId: FileOwner; now: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "gone", expires_at: p.now })
    .where("id", "=", p.id)
    .where("owner_id", "=", p.ownerId)
    .where("state", "=", "incoming"),
);

const dropAllOf = prepared<{ ownerId: UserId; now: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "gone", expires_at: p.now })
    .where("owner_id", "=", p.ownerId)
    .where("state", "in", ["incoming", "ready", "waiting"]),
);

const unsentOf = prepared<{ ownerId: UserId; limit: number }>()((db, p) =>
  db
    .selectFrom("files")
    .select("id")
    .where("owner_id", "=", p.ownerId)
    .where("state", "in", ["incoming", "ready"])
    .limit(p.limit),
);

/** The same rule as for the message: its room, and nothing cleared, deleted or past its time. */
const shownTo = prepared<{ id: FileId; userId: UserId; now: number }>()((db, p) =>
  db
    .selectFrom("files")
    .innerJoin("file_uses", "file_uses.file_id", "files.id")
    .innerJoin("rooms", "rooms.id", "file_uses.room_id")
    .innerJoin("members", (join) =>
      join.on(sql<boolean>`members.room_id = coalesce(rooms.parent_id, rooms.id)`).on("members.user_id", "=", p.userId),
    )
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "file_uses.room_id").onRef("messages.seq", "=", "file_uses.seq"),
    )
    .select(["files.info as info", "messages.sticker as sticker"])
    .where("files.id", "=", p.id)
    .where("files.state", "=", "sent")
    .where("members.has_left", "=", 0)
    .where("members.request", "<>", "declined")
    .where(sql<boolean>`coalesce(rooms.parent_seq, file_uses.seq) > members.cleared_seq`)
    .where("messages.deleted_at", "is", null)
    .where((eb) => eb.or([eb("messages.expires_at", "is", null), eb("messages.expires_at", ">", p.now)]))
    .limit(1),
);

const ownedBy = prepared<{ ownerId: UserId }>()((db, p) =>
  db
    .selectFrom("files")
    .select(columns)
    .where("owner_id", "=", p.ownerId)
    .where("state", "in", ["ready", "waiting", "sent"])
    .orderBy("id"),
);

type Row = Omit<KeptFile, "claim" | "info"> & { readonly claim: string; readonly info: string | null };

export class FileReads extends Noun {
  async find(id: FileId): Promise<KeptFile | undefined> {
    const row = await find.first(this.runner, { id });
    return row && toFile(row);
  }

  /** A file in a message that this person sees. */
  async shownTo(userId: UserId, id: FileId): Promise<SharedFile | undefined> {
    const row = await shownTo.first(this.runner, { id, userId, now: this.runner.now() });
    return parsed(row?.info ?? null) ?? undefined;
  }

  /** The sticker with this picture, in a message that this person sees. */
  async stickerShownTo(userId: UserId, id: FileId): Promise<Sticker | undefined> {
    const row = await shownTo.first(this.runner, { id, userId, now: this.runner.now() });
    return row?.sticker ? (JSON.parse(row.sticker) as Sticker) : undefined;
  }

  /** How many uploads of theirs are not sent yet; counting ends at `most`. */
  async countUnsent(ownerId: UserId, most: number): Promise<number> {
    return (await unsentOf.all(this.runner, { ownerId, limit: most })).length;
  }

  /** What they uploaded and is stored, the oldest first. */
  async ownedBy(ownerId: UserId): Promise<KeptFile[]> {
    return (await ownedBy.all(this.runner, { ownerId })).map(toFile);
  }
}

export class FileWrites extends FileReads {
  /** Whether it is new; a file with this id changes nothing. */
  async insert(file: {
    id: FileId;
    ownerId: FileOwner;
    bytes: number;
    claim: Claim;
    now: number;
    expiresAt: number;
  }): Promise<boolean> {
    return (await insert.run(this.runner, { ...file, claim: JSON.stringify(file.claim) })) === 1;
  }

  /** Some of it has come: it is not abandoned before then. */
  async keep(id: FileId, expiresAt: number): Promise<void> {
    await keep.run(this.runner, { id, expiresAt });
  }

  /** Whether it was still wanted. */
  async setStored(info: SharedFile, expiresAt: number): Promise<boolean> {
    return (await setStored.run(this.runner, { id: info.id, info: JSON.stringify(info), expiresAt })) === 1;
  }

  /** Whether there was such an upload of theirs, not sent yet. */
  async drop(ownerId: FileOwner, id: FileId): Promise<boolean> {
    return (await drop.run(this.runner, { id, ownerId, now: this.runner.now() })) === 1;
  }

  /** The same of an upload of which not everything is here. */
  async dropIncoming(ownerId: FileOwner, id: FileId): Promise<boolean> {
    return (await dropIncoming.run(this.runner, { id, ownerId, now: this.runner.now() })) === 1;
  }

  /** All uploads of theirs that are not sent; also what is with messages of theirs that wait. */
  async dropAllOf(ownerId: UserId): Promise<void> {
    await dropAllOf.run(this.runner, { ownerId, now: this.runner.now() });
  }
}

function toFile(row: Row): KeptFile {
  return { ...row, claim: JSON.parse(row.claim) as Claim, info: parsed(row.info) };
}

function parsed(info: string | null): SharedFile | null {
  return info === null ? null : (JSON.parse(info) as SharedFile);
}
