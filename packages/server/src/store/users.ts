import { defaultSettings, type Settings, type User, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";

const columns = ["id", "handle", "name", "role"] as const;

const findById = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select(columns).where("id", "=", p.userId),
);

const findByHandle = prepared<{ handle: string }>()((db, p) =>
  db.selectFrom("users").select(columns).where("handle", "=", p.handle),
);

const findBySkeleton = prepared<{ skeleton: string }>()((db, p) =>
  db.selectFrom("users").select("id").where("skeleton", "=", p.skeleton),
);

const findCredentials = prepared<{ handle: string }>()((db, p) =>
  db
    .selectFrom("users")
    .select([...columns, "password_hash as passwordHash"])
    .where("handle", "=", p.handle),
);

const findOwn = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("users")
    .select([...columns, "rev", "settings"])
    .where("id", "=", p.userId),
);

const listByIds = preparedList<object, UserId>()((db, ids) =>
  db.selectFrom("users").select(columns).where("id", "in", ids),
);

const listByHandles = preparedList<{ roomId: string }, string>()((db, handles, p) =>
  db
    .selectFrom("users")
    .innerJoin("members", "members.user_id", "users.id")
    .select("users.id")
    .where("users.handle", "in", handles)
    .where("members.room_id", "=", p.roomId as never)
    .where("members.has_left", "=", 0),
);

/** People who share a room with me, or any public room's people: whom I may see at all. */
const listVisible = preparedList<{ actorId: UserId }, UserId>()((db, ids, p) =>
  db
    .selectFrom("users")
    .select(columns)
    .where("id", "in", ids)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("id", "=", p.actorId),
        exists(
          selectFrom("members as mine")
            .innerJoin("members as theirs", "theirs.room_id", "mine.room_id")
            .select("mine.room_id")
            .where("mine.user_id", "=", p.actorId)
            .where("mine.has_left", "=", 0)
            .whereRef("theirs.user_id", "=", "users.id"),
        ),
      ]),
    ),
);

const findByPrefix = prepared<{ from: string; until: string; limit: number }>()((db, p) =>
  db
    .selectFrom("users")
    .select(columns)
    .where("handle", ">=", p.from)
    .where("handle", "<", p.until)
    .orderBy("handle")
    .limit(p.limit),
);

const insertUser = prepared<{
  user: User;
  skeleton: string;
  passwordHash: string;
  settings: string;
  now: number;
  id: UserId;
  handle: string;
  name: string;
  role: User["role"];
}>()((db, p) =>
  db.insertInto("users").values({
    id: p.id,
    handle: p.handle,
    skeleton: p.skeleton,
    name: p.name,
    password_hash: p.passwordHash,
    role: p.role,
    settings: p.settings,
    rev: 0,
    created_at: p.now,
    name_skeleton: p.skeleton,
    avatar: null,
    bio: "",
    time_zone: null,
    status: null,
    last_seen_at: null,
    invited_by: null,
    deletes_at: null,
    deletes_messages: null,
    gone_at: null,
    suspended_until: null,
    totp_secret: null,
    totp_pending: null,
    totp_step: 0,
  }),
);

const bump = prepared<{ userId: UserId }>()((db, p) =>
  db
    .updateTable("users")
    .set((eb) => ({ rev: eb("rev", "+", 1) }))
    .where("id", "=", p.userId)
    .returning("rev"),
);

const updateSettings = prepared<{ userId: UserId; settings: string }>()((db, p) =>
  db.updateTable("users").set({ settings: p.settings }).where("id", "=", p.userId),
);

/** A person as they see themselves. */
export interface OwnUser {
  readonly user: User;
  /** Number of their last user-level change. */
  readonly rev: number;
  readonly settings: Settings;
}

export class UserReads extends Noun {
  find(userId: UserId): Promise<User | undefined> {
    return findById.first(this.runner, { userId });
  }

  findByHandle(handle: string): Promise<User | undefined> {
    return findByHandle.first(this.runner, { handle });
  }

  async isTaken(skeleton: string): Promise<boolean> {
    return (await findBySkeleton.first(this.runner, { skeleton })) !== undefined;
  }

  async credentials(handle: string): Promise<{ user: User; passwordHash: string } | undefined> {
    const row = await findCredentials.first(this.runner, { handle });
    if (row === undefined) return undefined;
    const { passwordHash, ...user } = row;
    return { user, passwordHash };
  }

  async own(userId: UserId): Promise<OwnUser | undefined> {
    const row = await findOwn.first(this.runner, { userId });
    if (row === undefined) return undefined;
    const { rev, settings, ...user } = row;
    return { user, rev, settings: { ...defaultSettings, ...(JSON.parse(settings) as Partial<Settings>) } };
  }

  list(userIds: Iterable<UserId>): Promise<User[]> {
    return listByIds.all(this.runner, [...new Set(userIds)], {});
  }

  /** Those of `userIds` who are, or were, in a room that the actor is in. */
  listVisible(userIds: readonly UserId[], actorId: UserId): Promise<User[]> {
    return listVisible.all(this.runner, userIds, { actorId });
  }

  /** The members of a room that bear these handles. */
  async idsByHandles(roomId: string, handles: readonly string[]): Promise<UserId[]> {
    return (await listByHandles.all(this.runner, handles, { roomId })).map((row) => row.id);
  }

  /** By the beginning of the handle, in its order. */
  findByPrefix(prefix: string, limit: number): Promise<User[]> {
    return findByPrefix.all(this.runner, { from: prefix, until: `${prefix}\u{10FFFF}`, limit });
  }
}

export class UserWrites extends UserReads {
  async insert(user: User, more: { skeleton: string; passwordHash: string; now: number }): Promise<void> {
    await insertUser.run(this.runner, { ...user, ...more, user, settings: JSON.stringify({}) });
  }

  /** Numbers one more user-level change; answers its number. */
  async bumpRev(userId: UserId): Promise<number> {
    return (await bump.first(this.runner, { userId }))?.rev ?? 0;
  }

  async saveSettings(userId: UserId, settings: Settings): Promise<void> {
    await updateSettings.run(this.runner, { userId, settings: JSON.stringify(settings) });
  }
}
