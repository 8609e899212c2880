import type { Room, RoomId, RoomKind, RoomRules, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared, type Runner } from "./prepared.ts";
import { roomColumns, toRoom } from "./room-columns.ts";

const findById = prepared<{ roomId: RoomId }>()((db, p) =>
  db.selectFrom("rooms").select(roomColumns).where("id", "=", p.roomId),
);

const lock = prepared<{ roomId: RoomId }>()((db, p) =>
  db.selectFrom("rooms").select("id").where("id", "=", p.roomId).forUpdate(),
);

const findDirect = prepared<{ directKey: string }>()((db, p) =>
  db.selectFrom("rooms").select("id").where("direct_key", "=", p.directKey),
);

const findBySkeleton = prepared<{ skeleton: string }>()((db, p) =>
  db.selectFrom("rooms").select("id").where("name_skeleton", "=", p.skeleton),
);

const listPublic = prepared<{ after: string; pattern: string; actorId: UserId; limit: number }>()((db, p) =>
  db
    .selectFrom("rooms")
    .leftJoin("members", (join) =>
      join
        .onRef("members.room_id", "=", "rooms.id")
        .on("members.user_id", "=", p.actorId)
        .on("members.has_left", "=", 0),
    )
    .select([...roomColumns, "rooms.name_folded as nameFolded", "members.role as role"])
    .where("rooms.kind", "=", "public")
    .where("rooms.parent_id", "is", null)
    .where("rooms.name_folded", ">", p.after)
    .where(sql<boolean>`rooms.name_folded like ${p.pattern} escape '!'`)
    .orderBy("rooms.name_folded")
    .limit(p.limit),
);

interface NewRoom {
  id: RoomId;
  kind: RoomKind;
  name: string;
  nameFolded: string;
  nameSkeleton: string | null;
  topic: string;
  isLobby: boolean;
  directKey: string | null;
  createdBy: UserId;
  now: number;
  /** Of a thread: its message. */
  thread?: { roomId: RoomId; seq: number };
}

const insertRoom = prepared<
  Omit<NewRoom, "isLobby" | "thread"> & { isLobby: number; parentId: RoomId | null; parentSeq: number | null }
>()((db, p) =>
  db.insertInto("rooms").values({
    id: p.id,
    kind: p.kind,
    name: p.name,
    name_folded: p.nameFolded,
    name_skeleton: p.nameSkeleton,
    topic: p.topic,
    is_lobby: p.isLobby,
    direct_key: p.directKey,
    last_seq: 0,
    last_rev: 0,
    member_count: 0,
    created_by: p.createdBy,
    created_at: p.now,
    post_by: "everyone",
    invite_by: "everyone",
    mention_all_by: "everyone",
    pin_by: "everyone",
    link_previews: 1,
    slow_mode_ms: 0,
    expires_after_ms: null,
    parent_id: p.parentId,
    parent_seq: p.parentSeq,
  }),
);

const setNumbers = prepared<{ roomId: RoomId; seq: number; rev: number; lastRev: number }>()((db, p) =>
  db
    .updateTable("rooms")
    .set({ last_seq: p.seq, last_rev: p.rev })
    .where("id", "=", p.roomId)
    .where("last_rev", "=", p.lastRev),
);

const nextRev = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .updateTable("rooms")
    .set((eb) => ({ last_rev: eb("last_rev", "+", 1) }))
    .where("id", "=", p.roomId)
    .returning("last_rev as rev"),
);

const nextRevOfMembers = prepared<{ roomId: RoomId; change: number }>()((db, p) =>
  db
    .updateTable("rooms")
    .set((eb) => ({ last_rev: eb("last_rev", "+", 1), member_count: eb("member_count", "+", p.change) }))
    .where("id", "=", p.roomId)
    .returning("last_rev as rev"),
);

const update = prepared<{
  roomId: RoomId;
  name: string;
  nameFolded: string;
  nameSkeleton: string | null;
  topic: string;
}>()((db, p) =>
  db
    .updateTable("rooms")
    .set({ name: p.name, name_folded: p.nameFolded, name_skeleton: p.nameSkeleton, topic: p.topic })
    .where("id", "=", p.roomId),
);

const updateRules = prepared<{ roomId: RoomId; linkPreviews: number } & Omit<RoomRules, "linkPreviews">>()((db, p) =>
  db
    .updateTable("rooms")
    .set({
      post_by: p.post,
      invite_by: p.invite,
      mention_all_by: p.mentionAll,
      pin_by: p.pin,
      link_previews: p.linkPreviews,
      slow_mode_ms: p.slowModeMs,
    })
    .where("id", "=", p.roomId),
);

const updateExpiry = prepared<{ roomId: RoomId; expiresAfterMs: number | null }>()((db, p) =>
  db.updateTable("rooms").set({ expires_after_ms: p.expiresAfterMs }).where("id", "=", p.roomId),
);

const findRev = prepared<{ roomId: RoomId }>()((db, p) =>
  db.selectFrom("rooms").select("last_rev as rev").where("id", "=", p.roomId),
);

const updateRev = prepared<{ roomId: RoomId; rev: number }>()((db, p) =>
  db.updateTable("rooms").set({ last_rev: p.rev }).where("id", "=", p.roomId),
);

export class RoomReads extends Noun {
  async find(roomId: RoomId): Promise<Room | undefined> {
    const row = await findById.first(this.runner, { roomId });
    return row && toRoom(row);
  }

  async findDirect(directKey: string): Promise<RoomId | undefined> {
    return (await findDirect.first(this.runner, { directKey }))?.id;
  }

  async findBySkeleton(skeleton: string): Promise<RoomId | undefined> {
    return (await findBySkeleton.first(this.runner, { skeleton }))?.id;
  }

  /** The directory: public rooms whose folded name contains `text`, after `after`. */
  async listPublic(page: { text: string; after: string; limit: number; actorId: UserId }) {
    const pattern = `%${page.text.replaceAll(/[!%_]/g, "!$&")}%`;
    const rows = await listPublic.all(this.runner, { ...page, pattern });
    return rows.map((row) => ({ room: toRoom(row), isMember: row.role !== null, nameFolded: row.nameFolded }));
  }
}

/** Other commands on this room wait until this one has committed, so that what it reads from here on stays true. */
export async function lockRoom(runner: Runner, roomId: RoomId): Promise<void> {
  await lock.lock(runner, { roomId });
}

/** The number of a change. Taking it locks the room's row until the commit, so that commit order is number order. */
export class RoomWrites extends RoomReads {
  async insert({ thread, ...room }: NewRoom): Promise<void> {
    const { roomId: parentId, seq: parentSeq } = thread ?? { roomId: null, seq: null };
    await insertRoom.run(this.runner, { ...room, isLobby: room.isLobby ? 1 : 0, parentId, parentSeq });
  }

  lock(roomId: RoomId): Promise<void> {
    return lockRoom(this.runner, roomId);
  }

  /** One that is being deleted at this moment is not there any more. */
  override async findDirect(directKey: string): Promise<RoomId | undefined> {
    const found = await super.findDirect(directKey);
    if (found === undefined) return undefined;
    await this.lock(found);
    return super.findDirect(directKey);
  }

  /** The number of the last change, which stays the last until the commit; undefined if the room is gone. */
  async lockedRev(roomId: RoomId): Promise<number | undefined> {
    await this.lock(roomId);
    return (await findRev.first(this.runner, { roomId }))?.rev;
  }

  /** After many changes at once, numbered from the locked one on: the number of the last. */
  async setRev(roomId: RoomId, rev: number): Promise<void> {
    await updateRev.run(this.runner, { roomId, rev });
  }

  /**
   * Numbers for a new message, `last` being what the room's standing said in this command: `returning` would cost more
   * than the update itself. Throws if the room has changed since.
   */
  async nextSeq(
    roomId: RoomId,
    { lastSeq, lastRev }: { lastSeq: number; lastRev: number },
  ): Promise<{ seq: number; rev: number }> {
    const numbers = { seq: lastSeq + 1, rev: lastRev + 1 };
    const changed = await setNumbers.run(this.runner, { roomId, lastRev, ...numbers });
    if (changed === 0) throw new Error("A room was numbered on from where it no longer is.");
    return numbers;
  }

  /** The number of any other change. */
  async nextRev(roomId: RoomId): Promise<number> {
    return required(await nextRev.first(this.runner, { roomId })).rev;
  }

  /** The number of a change that makes the room larger or smaller by `change` members. */
  async nextRevOfMembers(roomId: RoomId, change: 1 | -1): Promise<number> {
    return required(await nextRevOfMembers.first(this.runner, { roomId, change })).rev;
  }

  async update(
    roomId: RoomId,
    values: { name: string; nameFolded: string; nameSkeleton: string | null; topic: string },
  ): Promise<void> {
    await update.run(this.runner, { roomId, ...values });
  }

  async setExpiry(roomId: RoomId, expiresAfterMs: number | null): Promise<void> {
    await updateExpiry.run(this.runner, { roomId, expiresAfterMs });
  }

  async setRules(roomId: RoomId, rules: RoomRules): Promise<void> {
    await updateRules.run(this.runner, { roomId, ...rules, linkPreviews: rules.linkPreviews ? 1 : 0 });
  }
}

function required<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("A room vanished inside its transaction.");
  return row;
}
