import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { FileOwner as Holder } from "./schema/files.ts";

const find = prepared<{ holder: Holder }>()((db, p) =>
  db.selectFrom("file_usage").select("bytes").where("owner_id", "=", p.holder),
);

const begin = prepared<{ holder: Holder }>()((db, p) =>
  db
    .insertInto("file_usage")
    .values({ owner_id: p.holder, bytes: 0 })
    .onConflict((conflict) => conflict.column("owner_id").doNothing()),
);

/** Locks the row until the commit, so that of two who would share the last room only one gets it. */
const take = prepared<{ holder: Holder; bytes: number; most: number }>()((db, p) =>
  db
    .updateTable("file_usage")
    .set((eb) => ({ bytes: eb("bytes", "+", p.bytes) }))
    .where("owner_id", "=", p.holder)
    .where((eb) => eb(eb("bytes", "+", p.bytes), "<=", p.most)),
);

const release = prepared<{ holder: Holder; bytes: number }>()((db, p) =>
  db
    .updateTable("file_usage")
    .set((eb) => ({ bytes: eb("bytes", "-", p.bytes) }))
    .where("owner_id", "=", p.holder),
);

/** How much room files take: those that are coming count from the first moment. */
export class FileUsageReads extends Noun {
  async of(holder: Holder): Promise<number> {
    return (await find.first(this.runner, { holder }))?.bytes ?? 0;
  }
}

export class FileUsageWrites extends FileUsageReads {
  /** Whether there was so much room left. The owner's is asked for before that of all (`*`), so that nobody deadlocks. */
  async take(holder: Holder, bytes: number, most: number): Promise<boolean> {
    await begin.run(this.runner, { holder });
    return (await take.run(this.runner, { holder, bytes, most })) === 1;
  }

  async release(ownerId: Holder, bytes: number): Promise<void> {
    await release.run(this.runner, { holder: ownerId, bytes });
    await release.run(this.runner, { holder: "*", bytes });
  }
}
