import type { FileId, SharedFile, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { preparedList } from "./prepared.ts";
import type { FileOwner } from "./schema/files.ts";

const takenFor = (state: "waiting" | "sent") =>
  preparedList<{ ownerId: FileOwner }, FileId>()((db, ids, p) =>
    db
      .updateTable("files")
      .set({ state, expires_at: null })
      .where("id", "in", ids)
      .where("owner_id", "=", p.ownerId)
      .where("state", "=", "ready")
      .returning(["id", "info"]),
  );

const hold = takenFor("waiting");
const send = takenFor("sent");

const free = preparedList<{ expiresAt: number }, FileId>()((db, ids, p) =>
  db
    .updateTable("files")
    .set({ state: "ready", expires_at: p.expiresAt })
    .where("id", "in", ids)
    .where("state", "=", "waiting")
    .returning("id"),
);

/** Whoever removes files waits for this, and then finds them in use again. */
const share = preparedList<object, FileId>()((db, ids) =>
  db.updateTable("files").set({ expires_at: null }).where("id", "in", ids).where("state", "=", "sent").returning("id"),
);

/** Uploads as messages take them. */
export class TakenFileWrites extends Noun {
  /** Takes uploads of this person for a message, in the order of `ids`; undefined if one of them is not to be had. */
  async send(ownerId: FileOwner, ids: readonly FileId[]): Promise<SharedFile[] | undefined> {
    return inOrder(ids, await send.all(this.runner, ids, { ownerId }));
  }

  /** The same for one that waits for its time, which keeps them for as long as it does. */
  async hold(ownerId: UserId, ids: readonly FileId[]): Promise<SharedFile[] | undefined> {
    return inOrder(ids, await hold.all(this.runner, ids, { ownerId }));
  }

  /** Of a message that does not wait any more: they can be taken again, until then. */
  async free(ids: readonly FileId[], expiresAt: number): Promise<void> {
    await free.all(this.runner, [...ids].sort(), { expiresAt });
  }

  /** Whether all of these, each in a message already, may go into one more. */
  async share(ids: readonly FileId[]): Promise<boolean> {
    return (await share.all(this.runner, [...ids].sort(), {})).length === ids.length;
  }
}

/** All of these, or nothing; none of them twice. */
function inOrder(
  ids: readonly FileId[],
  rows: readonly { readonly id: FileId; readonly info: string | null }[],
): SharedFile[] | undefined {
  const infos = new Map(rows.map(({ id, info }) => [id, info]));
  const found = [...new Set(ids)].flatMap((id) => infos.get(id) ?? []);
  return found.length === ids.length ? found.map((info) => JSON.parse(info) as SharedFile) : undefined;
}
