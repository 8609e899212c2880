import type { FileId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { FileOwner } from "./schema/files.ts";

const lockOne = prepared<{ id: FileId }>()((db, p) =>
  db.selectFrom("files").select("id").where("id", "=", p.id).forUpdate(),
);

const nextAt = prepared<object>()((db) =>
  db
    .selectFrom("files")
    .select((eb) => eb.fn.min("expires_at").as("at"))
    .where("expires_at", "is not", null),
);

const due = prepared<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom("files")
    .select("id")
    .where("expires_at", "<=", p.now)
    .where("expires_at", "is not", null)
    .orderBy("expires_at")
    .limit(p.limit),
);

/** Of what is past its time, that which no message has, and no set of stickers. */
const giveUp = prepared<{ id: FileId; now: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "gone" })
    .where("id", "=", p.id)
    .where("expires_at", "<=", p.now)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("file_uses").select("seq").whereRef("file_uses.file_id", "=", "files.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("stickers").select("set_id").whereRef("stickers.file_id", "=", "files.id"))),
    ),
);

const settle = prepared<{ id: FileId }>()((db, p) =>
  db.updateTable("files").set({ expires_at: null }).where("id", "=", p.id).where("state", "=", "sent"),
);

const remove = prepared<{ id: FileId }>()((db, p) =>
  db.deleteFrom("files").where("id", "=", p.id).where("state", "=", "gone").returning(["owner_id as ownerId", "bytes"]),
);

/** Files that are perhaps needed no more: uploads that were abandoned, and what nothing has any longer. */
export class FileRemovalReads extends Noun {
  /** When the next one is to be looked at (epoch ms). */
  async nextAt(): Promise<number | null> {
    return (await nextAt.first(this.runner, {}))?.at ?? null;
  }

  /** Those whose time has come, the longest first. */
  async due(now: number, limit: number): Promise<FileId[]> {
    return (await due.all(this.runner, { now, limit })).map(({ id }) => id);
  }
}

export class FileRemovalWrites extends FileRemovalReads {
  /** Of one whose time has come: whether nobody needs it any more. Then nobody is given it from here on. */
  async giveUp(id: FileId): Promise<boolean> {
    await lockOne.lock(this.runner, { id });
    if ((await giveUp.run(this.runner, { id, now: this.runner.now() })) === 1) return true;
    await settle.run(this.runner, { id });
    return false;
  }

  /** Its bytes are gone: what it took is free again. */
  remove(id: FileId): Promise<{ ownerId: FileOwner; bytes: number } | undefined> {
    return remove.first(this.runner, { id });
  }
}
