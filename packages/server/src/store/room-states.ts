import { type Draft, limits, type Message, type RoomId, type RoomState, type UserId } from "@parley/contract";
import { type Kysely, sql } from "kysely";
import { toMessage } from "./message-columns.ts";
import { MessageReads } from "./messages.ts";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import { roomColumns, toPreferences, toRoom } from "./room-columns.ts";
import type { Database } from "./schema.ts";

/** Whose messages are counted: all others', or only of those whom I did not block. The second costs more. */
type Counted = "all" | "unblocked";

/**
 * Unread is derived, never stored: messages after my pointer that are not mine and not deleted. Counting stops one past
 * the cap, so that the cost does not grow with history. A direct room's messages all count as mentions.
 */
function statesOf(db: Kysely<Database>, userId: UserId, counted: Counted) {
  const blocked = sql`select other_id from relations where user_id = ${userId} and kind = 'blocked'`;
  const hasBlocked = sql<number>`(select count(*) from (${blocked} limit 1) as found)`;
  const fromUnblocked = counted === "all" ? sql`` : sql`and messages.sender_id not in (${blocked})`;
  const sent =
    counted === "all"
      ? sql``
      : sql`inner join messages on messages.room_id = mentions.room_id and messages.seq = mentions.seq`;
  const unread = sql<number>`(select count(*) from (select 1 from messages where messages.room_id = members.room_id
    and messages.seq > members.read_seq and messages.seq > members.cleared_seq
    and messages.sender_id <> ${userId} and messages.deleted_at is null ${fromUnblocked}
    limit ${sql.lit(limits.unreadCap + 1)}) as counted)`;
  // Who calls everyone does not call themselves.
  const isForMe = sql`(mentions.user_id <> '*' or exists (select 1 from messages as calls
    where calls.room_id = mentions.room_id and calls.seq = mentions.seq and calls.sender_id <> ${userId}))`;
  const mentions = sql<number>`(select count(*) from (select 1 from mentions ${sent}
    where mentions.user_id in (members.user_id, '*') and ${isForMe} and mentions.room_id = members.room_id
    and mentions.seq > members.read_seq and mentions.seq > members.cleared_seq ${fromUnblocked}
    limit ${sql.lit(limits.unreadCap + 1)}) as counted)`;
  const pins = sql<string | null>`(select string_agg(cast(messages.seq as text), ',' order by messages.pinned_at)
    from messages where messages.room_id = members.room_id and messages.pinned_at is not null
    and messages.seq > members.cleared_seq)`;
  const saved = sql<string | null>`(select string_agg(cast(saved.seq as text), ',' order by saved.seq)
    from saved_messages as saved where saved.user_id = ${userId} and saved.room_id = members.room_id)`;
  // A thread is there for whoever is in its message's room, and has not cleared the message away.
  const isThere = sql<boolean>`(rooms.parent_id is null or exists (select 1 from members as above
    where above.room_id = rooms.parent_id and above.user_id = members.user_id and above.has_left = 0
    and above.cleared_seq < rooms.parent_seq))`;
  return db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .leftJoin("drafts", (join) =>
      join.onRef("drafts.room_id", "=", "members.room_id").onRef("drafts.user_id", "=", "members.user_id"),
    )
    .select([
      ...roomColumns,
      "rooms.last_seq as lastSeq",
      "rooms.last_rev as rev",
      "members.role as role",
      "members.read_seq as readSeq",
      "members.request as request",
      "members.cleared_seq as clearedSeq",
      "members.shows_typing as showsTyping",
      "members.shows_receipts as showsReceipts",
      "members.muted_until as mutedUntil",
      "members.follows as follows",
      "drafts.body as draftBody",
      "drafts.reply_to as draftReplyTo",
      "drafts.saved_at as draftSavedAt",
      unread.as("unread"),
      mentions.as("mentions"),
      pins.as("pins"),
      saved.as("saved"),
      hasBlocked.as("hasBlocked"),
    ])
    .where("members.user_id", "=", userId)
    .where("members.has_left", "=", 0)
    .where("members.request", "<>", "declined")
    .where(isThere);
}

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  statesOf(db, p.userId, "all").where("members.follows", "=", 1),
);
const listUnblocked = prepared<{ userId: UserId }>()((db, p) =>
  statesOf(db, p.userId, "unblocked").where("members.follows", "=", 1),
);

const findOne = prepared<{ userId: UserId; roomId: RoomId }>()((db, p) =>
  statesOf(db, p.userId, "all").where("members.room_id", "=", p.roomId),
);
const findUnblocked = prepared<{ userId: UserId; roomId: RoomId }>()((db, p) =>
  statesOf(db, p.userId, "unblocked").where("members.room_id", "=", p.roomId),
);

const lastMessagesOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .innerJoin("rooms", "rooms.id", "members.room_id")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "rooms.id").onRef("messages.seq", "=", "rooms.last_seq"),
    )
    .select(["messages.id as id", "messages.room_id as roomId"])
    .select([
      "messages.seq as seq",
      "messages.rev as rev",
      "messages.sender_id as senderId",
      "messages.body as body",
      "messages.sent_at as sentAt",
      "messages.edited_at as editedAt",
      "messages.deleted_at as deletedAt",
      "messages.reply_to as replyTo",
      "messages.mentions as mentions",
      "messages.mentions_all as mentionsAll",
      "messages.expires_at as expiresAt",
      "messages.files as files",
      "messages.sticker as sticker",
      "messages.poll as poll",
      "messages.pinned_at as pinnedAt",
      "messages.forwarded_from as forwardedFrom",
      "messages.preview as preview",
      "messages.thread as thread",
    ])
    .where("members.user_id", "=", p.userId)
    .where("members.has_left", "=", 0)
    .where("members.request", "<>", "declined")
    .where("members.follows", "=", 1),
);

const directPeopleOf = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members as mine")
    .innerJoin("rooms", "rooms.id", "mine.room_id")
    .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
    .select(["theirs.room_id as roomId", "theirs.user_id as userId"])
    .where("mine.user_id", "=", p.userId)
    .where("mine.has_left", "=", 0)
    .where("mine.request", "<>", "declined")
    .where("rooms.kind", "=", "direct")
    .where("theirs.has_left", "=", 0)
    .orderBy("theirs.user_id"),
);

const directPeopleIn = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .orderBy("user_id"),
);

type StateRow = Awaited<ReturnType<typeof listOf.all>>[number];

/** Rooms as one member sees them. The whole list costs three queries, however many rooms there are. */
export class RoomStateReads extends Noun {
  async listOf(userId: UserId): Promise<RoomState[]> {
    const all = await listOf.all(this.runner, { userId });
    const rows = hasBlocked(all[0]) ? await listUnblocked.all(this.runner, { userId }) : all;
    const lastMessages = new Map<RoomId, Message>();
    for (const row of await lastMessagesOf.all(this.runner, { userId }))
      lastMessages.set(row.roomId, toMessage(row, this.runner.now()));
    const direct = Map.groupBy(await directPeopleOf.all(this.runner, { userId }), (row) => row.roomId);
    return rows.map((row) =>
      toState(row, lastMessages.get(row.id) ?? null, direct.get(row.id)?.map((one) => one.userId) ?? []),
    );
  }

  /** Undefined for one who is not a member. */
  async find(roomId: RoomId, userId: UserId): Promise<RoomState | undefined> {
    const all = await findOne.first(this.runner, { roomId, userId });
    const row = hasBlocked(all) ? await findUnblocked.first(this.runner, { roomId, userId }) : all;
    if (row === undefined) return undefined;
    const [last] = await new MessageReads(this.runner).bySeqs(roomId, [row.lastSeq]);
    const direct = row.kind === "direct" ? await directPeopleIn.all(this.runner, { roomId }) : [];
    return toState(
      row,
      last ?? null,
      direct.map((one) => one.userId),
    );
  }
}

function hasBlocked(row: StateRow | undefined): boolean {
  return row !== undefined && row.hasBlocked > 0;
}

function toState(row: StateRow, lastMessage: Message | null, directIds: UserId[]): RoomState {
  const isRequest = row.request === "waiting";
  const isQuiet = isRequest || row.follows === 0;
  const room = toRoom(row);
  const isShown = lastMessage !== null && lastMessage.seq > row.clearedSeq;
  return {
    room,
    rev: row.rev,
    lastSeq: row.lastSeq,
    role: row.role,
    readSeq: row.readSeq,
    unread: isQuiet ? 0 : row.unread,
    mentions: isQuiet ? 0 : row.kind === "direct" ? row.unread : row.mentions,
    lastMessage: isShown ? lastMessage : null,
    pins: seqsIn(row.pins),
    saved: seqsIn(row.saved),
    draft: draftOf(row),
    directIds,
    isRequest,
    clearedSeq: row.clearedSeq,
    preferences: toPreferences(row),
    mutedUntil: row.mutedUntil,
    ...(room.thread !== undefined && { isFollowed: row.follows === 1 }),
  };
}

function seqsIn(listed: string | null): number[] {
  return listed === null ? [] : listed.split(",").map(Number);
}

function draftOf(row: StateRow): Draft | null {
  if (row.draftBody === null || row.draftSavedAt === null) return null;
  const draft: Draft = { body: row.draftBody, savedAt: row.draftSavedAt };
  if (row.draftReplyTo !== null) draft.replyTo = row.draftReplyTo;
  return draft;
}
