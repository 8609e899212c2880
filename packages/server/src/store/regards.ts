import { defaultSettings, type Preferences, type RoomId, type Settings, type UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import { type KeptBlock, RelationReads } from "./relations.ts";
import { toPreferences } from "./room-columns.ts";

const findSettings = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select("settings").where("id", "=", p.userId),
);

/** Of rooms left, too: who comes back finds it as it was. */
const findPlaces = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("members")
    .select(["room_id as roomId", "shows_typing as showsTyping", "shows_receipts as showsReceipts", "request"])
    .where("user_id", "=", p.userId)
    .where(({ or, eb }) =>
      or([eb("shows_typing", "is not", null), eb("shows_receipts", "is not", null), eb("request", "<>", "none")]),
    ),
);

const noteLeft = prepared<{ userId: UserId; at: number }>()((db, p) =>
  db.updateTable("users").set({ last_seen_at: p.at }).where("id", "=", p.userId),
);

/** What somebody wants in one conversation, or that it is a stranger's who waits. */
export interface KeptPlace {
  readonly preferences: Preferences;
  readonly isApart: boolean;
}

/** What decides who learns what of a person. */
export interface KeptRegard {
  readonly userId: UserId;
  readonly mode: Settings["presence"];
  readonly privacy: Settings["privacy"];
  readonly friends: ReadonlySet<UserId>;
  readonly blocked: ReadonlyMap<UserId, KeptBlock>;
  readonly places: ReadonlyMap<RoomId, KeptPlace>;
}

/** Kept for everyone who is connected: the usual, which is empty, only once. */
const nobody: ReadonlySet<UserId> = new Set();
const nowhere: ReadonlyMap<RoomId, KeptPlace> = new Map();

export class RegardReads extends Noun {
  /** Of somebody who is not there: as of one who has chosen nothing. */
  async of(userId: UserId): Promise<KeptRegard> {
    const relations = new RelationReads(this.runner);
    const { presence, privacy } = await this.manners(userId);
    const places = new Map<RoomId, KeptPlace>();
    for (const row of await findPlaces.all(this.runner, { userId }))
      places.set(row.roomId, { preferences: toPreferences(row), isApart: row.request !== "none" });
    const friendIds = await relations.friendIdsOf(userId);
    return {
      userId,
      mode: presence,
      privacy,
      friends: friendIds.length === 0 ? nobody : new Set(friendIds),
      blocked: await relations.blockedAround(userId),
      places: places.size === 0 ? nowhere : places,
    };
  }

  /** Of their settings, those that others notice. */
  async manners(userId: UserId): Promise<Pick<Settings, "presence" | "privacy">> {
    const row = await findSettings.first(this.runner, { userId });
    const { presence, privacy } = { ...defaultSettings, ...(JSON.parse(row?.settings ?? "{}") as Partial<Settings>) };
    return { presence, privacy };
  }
}

export class RegardWrites extends RegardReads {
  /** When these people's last connections ended. */
  async left(people: ReadonlyMap<UserId, number>): Promise<void> {
    for (const [userId, at] of people) await noteLeft.run(this.runner, { userId, at });
  }
}
