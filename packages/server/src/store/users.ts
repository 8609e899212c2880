import { defaultSettings, type Settings, type User, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";
import { toUser, userColumns } from "./user-columns.ts";

const findById = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select(userColumns).where("id", "=", p.userId),
);

const findByHandle = prepared<{ handle: string }>()((db, p) =>
  db.selectFrom("users").select(userColumns).where("handle", "=", p.handle),
);

/** Handles and names are told apart from each other too: nobody takes another one's handle for a name. */
const findBySkeleton = prepared<{ skeleton: string; exceptId: string }>()((db, p) =>
  db
    .selectFrom("users")
    .select("id")
    .where(({ or, eb }) => or([eb("skeleton", "=", p.skeleton), eb("name_skeleton", "=", p.skeleton)]))
    .where("id", "!=", p.exceptId as UserId),
);

const lockNames = prepared<object>()((db) =>
  db.selectFrom("server_settings").select("name").where("name", "=", "ownerId").forUpdate(),
);

const findCredentials = prepared<{ handle: string }>()((db, p) =>
  db
    .selectFrom("users")
    .select([...userColumns, "password_hash as passwordHash"])
    .where("handle", "=", p.handle),
);

const findOwn = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("users")
    .select([...userColumns, "rev", "settings"])
    .where("id", "=", p.userId),
);

const listByIds = preparedList<object, UserId>()((db, ids) =>
  db.selectFrom("users").select(userColumns).where("id", "in", ids),
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
    .select(userColumns)
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

const findByPrefix = prepared<{
  handle: string;
  handleEnd: string;
  look: string;
  lookEnd: string;
  limit: number;
}>()((db, p) =>
  db
    .selectFrom("users")
    .select(userColumns)
    .where(({ or, and, eb }) =>
      or([
        and([eb("handle", ">=", p.handle), eb("handle", "<", p.handleEnd)]),
        and([eb("name_skeleton", ">=", p.look), eb("name_skeleton", "<", p.lookEnd)]),
      ]),
    )
    .where("gone_at", "is", null)
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
  invitedBy: UserId | null;
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
    invited_by: p.invitedBy,
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
  async find(userId: UserId): Promise<User | undefined> {
    const row = await findById.first(this.runner, { userId });
    return row && toUser(row);
  }

  async findByHandle(handle: string): Promise<User | undefined> {
    const row = await findByHandle.first(this.runner, { handle });
    return row && toUser(row);
  }

  /** Whether anybody, other than `exceptId`, has a name or handle that looks like this. */
  async isTaken(skeleton: string, exceptId = ""): Promise<boolean> {
    return (await findBySkeleton.first(this.runner, { skeleton, exceptId })) !== undefined;
  }

  async credentials(handle: string): Promise<{ user: User; passwordHash: string } | undefined> {
    const row = await findCredentials.first(this.runner, { handle });
    if (row === undefined) return undefined;
    return { user: toUser(row), passwordHash: row.passwordHash };
  }

  async own(userId: UserId): Promise<OwnUser | undefined> {
    const row = await findOwn.first(this.runner, { userId });
    if (row === undefined) return undefined;
    const { rev, settings } = row;
    return { user: toUser(row), rev, settings: { ...defaultSettings, ...(JSON.parse(settings) as Partial<Settings>) } };
  }

  async list(userIds: Iterable<UserId>): Promise<User[]> {
    return (await listByIds.all(this.runner, [...new Set(userIds)], {})).map(toUser);
  }

  /** Those of `userIds` who are, or were, in a room that the actor is in. */
  async listVisible(userIds: readonly UserId[], actorId: UserId): Promise<User[]> {
    return (await listVisible.all(this.runner, userIds, { actorId })).map(toUser);
  }

  /** The members of a room that bear these handles. */
  async idsByHandles(roomId: string, handles: readonly string[]): Promise<UserId[]> {
    return (await listByHandles.all(this.runner, handles, { roomId })).map((row) => row.id);
  }

  /** By the beginning of the handle, or of what the name looks like, in the order of the handles. */
  async findByPrefix(handle: string, limit: number, look = handle): Promise<User[]> {
    const ends = { handleEnd: `${handle}\u{10FFFF}`, lookEnd: `${look}\u{10FFFF}` };
    return (await findByPrefix.all(this.runner, { handle, look, ...ends, limit })).map(toUser);
  }
}

export class UserWrites extends UserReads {
  /** In a command nobody else takes a name between this look and the commit. */
  override async isTaken(skeleton: string, exceptId = ""): Promise<boolean> {
    await lockNames.lock(this.runner, {});
    return super.isTaken(skeleton, exceptId);
  }

  async insert(
    user: User,
    more: { skeleton: string; passwordHash: string; invitedBy?: UserId | null; now: number },
  ): Promise<void> {
    await insertUser.run(this.runner, { invitedBy: null, ...user, ...more, user, settings: JSON.stringify({}) });
  }

  /** Numbers one more user-level change; answers its number. */
  async bumpRev(userId: UserId): Promise<number> {
    return (await bump.first(this.runner, { userId }))?.rev ?? 0;
  }

  async saveSettings(userId: UserId, settings: Settings): Promise<void> {
    await updateSettings.run(this.runner, { userId, settings: JSON.stringify(settings) });
  }
}
