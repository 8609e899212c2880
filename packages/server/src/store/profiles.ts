import type { RoomId, Status, User, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import { toUser, userColumns } from "./user-columns.ts";

/** All that a person's card may show. */
export interface KeptProfile {
  readonly user: User;
  readonly bio: string;
  readonly timeZone: string | null;
  readonly joinedAt: number;
  readonly lastSeenAt: number | null;
  readonly invitedBy: UserId | null;
  readonly suspendedUntil: number | null;
}

/** What a person decides of themselves; the skeletons are those of name and handle. */
export interface OwnWords {
  readonly name: string;
  readonly nameSkeleton: string;
  readonly handle: string;
  readonly skeleton: string;
  readonly bio: string;
  readonly timeZone: string | null;
  readonly status: Status | null;
}

const findOne = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("users")
    .select([
      ...userColumns,
      "bio",
      "time_zone as timeZone",
      "created_at as joinedAt",
      "last_seen_at as lastSeenAt",
      "invited_by as invitedBy",
      "suspended_until as suspendedUntil",
    ])
    .where("id", "=", p.userId),
);

const findWords = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("users")
    .select(["name", "name_skeleton as nameSkeleton", "handle", "skeleton", "bio", "time_zone as timeZone", "status"])
    .where("id", "=", p.userId),
);

const sharedRooms = prepared<{ userId: UserId; otherId: UserId }>()((db, p) =>
  db
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
    .innerJoin("rooms", "rooms.id", "mine.room_id")
    .select("rooms.id as roomId")
    .where("mine.user_id", "=", p.userId)
    .where("mine.has_left", "=", 0)
    .where("theirs.user_id", "=", p.otherId)
    .where("theirs.has_left", "=", 0)
    .where("rooms.kind", "!=", "direct")
    .where("rooms.is_lobby", "=", 0)
    .where("rooms.parent_id", "is", null)
    .orderBy("rooms.name_folded")
    .limit(200),
);

const update = prepared<Omit<OwnWords, "status"> & { userId: UserId; status: string | null }>()((db, p) =>
  db
    .updateTable("users")
    .set({
      name: p.name,
      name_skeleton: p.nameSkeleton,
      handle: p.handle,
      skeleton: p.skeleton,
      bio: p.bio,
      time_zone: p.timeZone,
      status: p.status,
    })
    .where("id", "=", p.userId),
);

export class ProfileReads extends Noun {
  async find(userId: UserId): Promise<KeptProfile | undefined> {
    const row = await findOne.first(this.runner, { userId });
    if (row === undefined) return undefined;
    const { bio, timeZone, joinedAt, lastSeenAt, invitedBy, suspendedUntil } = row;
    return { user: toUser(row), bio, timeZone, joinedAt, lastSeenAt, invitedBy, suspendedUntil };
  }

  async words(userId: UserId): Promise<OwnWords | undefined> {
    const row = await findWords.first(this.runner, { userId });
    return row && { ...row, status: row.status === null ? null : (JSON.parse(row.status) as Status) };
  }

  /** Rooms with a name that both are in, the lobby left out, by name. */
  async sharedRoomIds(userId: UserId, otherId: UserId): Promise<RoomId[]> {
    return (await sharedRooms.all(this.runner, { userId, otherId })).map((row) => row.roomId);
  }
}

export class ProfileWrites extends ProfileReads {
  async save(userId: UserId, words: OwnWords): Promise<void> {
    const status = words.status === null ? null : JSON.stringify(words.status);
    await update.run(this.runner, { ...words, userId, status });
  }
}
