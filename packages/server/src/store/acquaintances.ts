import { defaultSettings, type Privacy, type Settings, type UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";

/** Another person as I stand to them: all that a rule about reaching them needs to know. */
export interface Other {
  readonly userId: UserId;
  readonly block: { readonly byMe: boolean; readonly byThem: boolean };
  readonly acquaintance: { readonly isFriend: boolean; readonly sharesRoom: boolean; readonly isInvited: boolean };
  readonly privacy: Privacy;
}

const listOf = preparedList<{ actorId: UserId }, UserId>()((db, ids, p) => {
  const shared = sql<number>`(select count(*) from (select 1 from members as own
    inner join rooms on rooms.id = own.room_id inner join members as other on other.room_id = own.room_id
    where own.user_id = ${p.actorId} and own.has_left = 0 and other.user_id = them.id and other.has_left = 0
    and rooms.kind <> 'direct' and rooms.is_lobby = 0 limit 1) as found)`;
  return db
    .selectFrom("users as them")
    .innerJoin("users as me", (join) => join.on("me.id", "=", p.actorId))
    .leftJoin("relations as mine", (join) =>
      join.onRef("mine.user_id", "=", "me.id").onRef("mine.other_id", "=", "them.id"),
    )
    .leftJoin("relations as theirs", (join) =>
      join.onRef("theirs.user_id", "=", "them.id").onRef("theirs.other_id", "=", "me.id"),
    )
    .select([
      "them.id as userId",
      "them.settings as settings",
      "them.invited_by as invitedBy",
      "me.invited_by as myInviter",
      "mine.kind as mine",
      "theirs.kind as theirs",
      shared.as("shared"),
    ])
    .where("them.id", "in", ids)
    .where("them.gone_at", "is", null);
});

const lock = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select("id").where("id", "=", p.userId).forUpdate(),
);

/** How one person stands to others, put together from relations, rooms in common and invitations. */
export class AcquaintanceReads extends Noun {
  /** Those of `userIds` who exist. */
  async listOf(actorId: UserId, userIds: readonly UserId[]): Promise<Other[]> {
    const rows = await listOf.all(this.runner, [...new Set(userIds)], { actorId });
    return rows.map((row) => ({
      userId: row.userId,
      block: toBlock(row),
      acquaintance: {
        isFriend: row.mine === "friend",
        sharesRoom: row.shared > 0,
        isInvited: row.invitedBy === actorId || row.myInviter === row.userId,
      },
      privacy: { ...defaultSettings.privacy, ...(JSON.parse(row.settings) as Partial<Settings>).privacy },
    }));
  }
}

export class AcquaintanceWrites extends AcquaintanceReads {
  /**
   * In a command nobody changes how these people stand to each other between this look and the commit. The actor among
   * them: several who begin the same conversation at once would each hold the others and wait for themselves.
   */
  override async listOf(actorId: UserId, userIds: readonly UserId[]): Promise<Other[]> {
    await this.lock([actorId, ...userIds]);
    return super.listOf(actorId, userIds);
  }

  /** In one order for everyone, so that no two wait for each other. */
  async lock(userIds: readonly UserId[]): Promise<void> {
    for (const userId of [...new Set(userIds)].sort()) await lock.lock(this.runner, { userId });
  }
}

function toBlock({ mine, theirs }: { mine: string | null; theirs: string | null }): Other["block"] {
  return { byMe: mine === "blocked", byThem: theirs === "blocked" };
}
