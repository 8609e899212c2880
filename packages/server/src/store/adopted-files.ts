import type { FileId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared, preparedList } from "./prepared.ts";

const adopt = prepared<{ id: FileId; ownerId: UserId }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "sent", owner_id: "*", bytes: 0, expires_at: null })
    .where("id", "=", p.id)
    .where("owner_id", "=", p.ownerId)
    .where("state", "=", "ready"),
);

const retire = prepared<{ id: FileId; now: number }>()((db, p) =>
  db
    .updateTable("files")
    .set({ state: "gone", expires_at: p.now })
    .where("id", "=", p.id)
    .where("owner_id", "=", "*")
    .where("state", "=", "sent"),
);

const release = preparedList<{ now: number }, FileId>()((db, ids, p) =>
  db
    .updateTable("files")
    .set({ expires_at: p.now })
    .where("id", "in", ids)
    .where("owner_id", "=", "*")
    .where("state", "=", "sent")
    .returning("id"),
);

/** Uploads that became the server's own: the pictures of its emoji and stickers. */
export class AdoptedFileWrites extends Noun {
  /** Whether there was such an upload of theirs, not sent yet. What it took of their room is for the caller to free. */
  async adopt(ownerId: UserId, id: FileId): Promise<boolean> {
    return (await adopt.run(this.runner, { ownerId, id })) === 1;
  }

  /** Nobody is given it from here on; the job `files` removes it, and whoever calls wakes it. */
  async retire(id: FileId): Promise<void> {
    await retire.run(this.runner, { id, now: this.runner.now() });
  }

  /** The same for those that no message has; the job sees which have one. */
  async release(ids: readonly FileId[]): Promise<void> {
    await release.all(this.runner, [...ids].sort(), { now: this.runner.now() });
  }
}
