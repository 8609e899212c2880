import type { UserId, Warning, WarningId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const listOpen = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("warnings")
    .select(["id", "text", "given_at as givenAt"])
    .where("user_id", "=", p.userId)
    .where("acknowledged_at", "is", null)
    .orderBy("id"),
);

const insertOne = prepared<Warning & { userId: UserId }>()((db, p) =>
  db
    .insertInto("warnings")
    .values({ id: p.id, user_id: p.userId, text: p.text, given_at: p.givenAt, acknowledged_at: null }),
);

const acknowledge = prepared<{ id: WarningId; userId: UserId; now: number }>()((db, p) =>
  db
    .updateTable("warnings")
    .set({ acknowledged_at: p.now })
    .where("id", "=", p.id)
    .where("user_id", "=", p.userId)
    .where("acknowledged_at", "is", null),
);

export class WarningReads extends Noun {
  /** Those not acknowledged, oldest first. */
  openOf(userId: UserId): Promise<Warning[]> {
    return listOpen.all(this.runner, { userId });
  }
}

export class WarningWrites extends WarningReads {
  async insert(userId: UserId, warning: Warning): Promise<void> {
    await insertOne.run(this.runner, { userId, ...warning });
  }

  /** Whether there was one of this person's to acknowledge. */
  async acknowledge(id: WarningId, userId: UserId, now: number): Promise<boolean> {
    return (await acknowledge.run(this.runner, { id, userId, now })) === 1;
  }
}
