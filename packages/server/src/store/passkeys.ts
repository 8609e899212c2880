import type { Passkey, UserId } from "@parley/contract";
import type { StoredPasskey } from "../lib/passkeys.ts";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const columns = [
  "id",
  "user_id as ownerId",
  "public_key as publicKey",
  "counter",
  "transports",
  "name",
  "created_at as createdAt",
  "used_at as usedAt",
] as const;

const findById = prepared<{ id: string }>()((db, p) =>
  db.selectFrom("passkeys").select(columns).where("id", "=", p.id),
);

const listOf = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("passkeys").select(columns).where("user_id", "=", p.userId).orderBy("created_at").orderBy("id"),
);

const insertPasskey = prepared<{
  id: string;
  userId: UserId;
  publicKey: string;
  counter: number;
  transports: string;
  name: string;
  now: number;
}>()((db, p) =>
  db
    .insertInto("passkeys")
    .values({
      id: p.id,
      user_id: p.userId,
      public_key: p.publicKey,
      counter: p.counter,
      transports: p.transports,
      name: p.name,
      created_at: p.now,
      used_at: null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

/** The counter moves forwards only; authenticators that do not count always say 0. */
const notePasskey = prepared<{ id: string; counter: number; now: number }>()((db, p) =>
  db
    .updateTable("passkeys")
    .set({ counter: p.counter, used_at: p.now })
    .where("id", "=", p.id)
    .where((eb) =>
      eb.or([eb("counter", "<", p.counter), eb.and([eb("counter", "=", 0), eb("counter", "=", p.counter)])]),
    ),
);

const removeOne = prepared<{ id: string; userId: UserId }>()((db, p) =>
  db.deleteFrom("passkeys").where("id", "=", p.id).where("user_id", "=", p.userId),
);

const removeAll = prepared<{ userId: UserId }>()((db, p) => db.deleteFrom("passkeys").where("user_id", "=", p.userId));

export type OwnedPasskey = StoredPasskey & Readonly<Passkey> & { readonly ownerId: UserId };

type Row = Omit<OwnedPasskey, "transports"> & { transports: string };

const toPasskey = (row: Row): OwnedPasskey => ({ ...row, transports: JSON.parse(row.transports) as string[] });

export class PasskeyReads extends Noun {
  async find(id: string): Promise<OwnedPasskey | undefined> {
    const row = await findById.first(this.runner, { id });
    return row && toPasskey(row);
  }

  async listOf(userId: UserId): Promise<OwnedPasskey[]> {
    return (await listOf.all(this.runner, { userId })).map(toPasskey);
  }
}

export class PasskeyWrites extends PasskeyReads {
  /** False if somebody has a passkey of this id. */
  async insert(userId: UserId, passkey: StoredPasskey, more: { name: string; now: number }): Promise<boolean> {
    const { id, publicKey, counter } = passkey;
    const transports = JSON.stringify(passkey.transports);
    return (await insertPasskey.run(this.runner, { id, userId, publicKey, counter, transports, ...more })) > 0;
  }

  /** False if it is gone, or its counter stands at `counter` or beyond: then there is a copy of it. */
  async use(id: string, counter: number, now: number): Promise<boolean> {
    return (await notePasskey.run(this.runner, { id, counter, now })) > 0;
  }

  async remove(id: string, userId: UserId): Promise<boolean> {
    return (await removeOne.run(this.runner, { id, userId })) > 0;
  }

  async removeAll(userId: UserId): Promise<void> {
    await removeAll.run(this.runner, { userId });
  }
}
