import type { UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const findOne = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select("suspended_until as until").where("id", "=", p.userId),
);

const setOne = prepared<{ userId: UserId; until: number | null }>()((db, p) =>
  db.updateTable("users").set({ suspended_until: p.until }).where("id", "=", p.userId),
);

export class SuspensionReads extends Noun {
  /** Until when nobody signs in to this account: 0 for good, null for not at all (or not any more: see the domain). */
  async untilOf(userId: UserId): Promise<number | null> {
    return (await findOne.first(this.runner, { userId }))?.until ?? null;
  }
}

export class SuspensionWrites extends SuspensionReads {
  async set(userId: UserId, until: number | null): Promise<void> {
    await setOne.run(this.runner, { userId, until });
  }
}
