import type { RoomId } from "@parley/contract";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxItem } from "../state.ts";
import type { StoredCache, StoredRoom } from "../storage.ts";
import { patiently } from "./patiently.ts";

/** Everything of the cache but the rooms, which are written one by one as they change. */
type Head = Omit<StoredCache, "rooms"> & { readonly order: readonly RoomId[] };

interface Tables extends DBSchema {
  outbox: { key: string; value: OutboxItem };
  head: { key: "head"; value: Head };
  rooms: { key: RoomId; value: StoredRoom };
}

const VERSION = 1;

export class Database {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<Tables> | null> | null = null;
  /** What is written of each room already. */
  #written: ReadonlyMap<RoomId, StoredRoom> = new Map();

  constructor(name: string) {
    this.#name = name;
  }

  /** Whether it opens here at all. */
  async isOpen(): Promise<boolean> {
    return (await this.#open()) !== null;
  }

  async readCache(): Promise<StoredCache | null> {
    const tables = await this.#tables();
    const transaction = tables.transaction(["head", "rooms"]);
    const head = await transaction.objectStore("head").get("head");
    const found = await transaction.objectStore("rooms").getAll();
    const byId = new Map(found.map((room) => [room.state.room.id, room]));
    // What is here and is not written again goes: a room that was deleted while this device was away.
    this.#written = byId;
    if (head?.version !== 2) return null;
    const { order, ...rest } = head;
    return { ...rest, rooms: order.flatMap((roomId) => byId.get(roomId) ?? []) };
  }

  async writeCache({ rooms, ...rest }: StoredCache): Promise<void> {
    const tables = await this.#tables();
    const transaction = tables.transaction(["head", "rooms"], "readwrite", { durability: "relaxed" });
    const next = new Map(rooms.map((room) => [room.state.room.id, room]));
    const table = transaction.objectStore("rooms");
    for (const [roomId, room] of next) if (this.#written.get(roomId) !== room) void table.put(room, roomId);
    for (const roomId of this.#written.keys()) if (!next.has(roomId)) void table.delete(roomId);
    void transaction.objectStore("head").put({ ...rest, order: [...next.keys()] }, "head");
    await transaction.done;
    this.#written = next;
  }

  /** Keys are ordered by time. */
  async readOutbox(): Promise<readonly OutboxItem[]> {
    return (await this.#tables()).getAll("outbox");
  }

  async putItem(item: OutboxItem): Promise<void> {
    const transaction = (await this.#tables()).transaction("outbox", "readwrite", { durability: "strict" });
    void transaction.store.put(item, item.key);
    await transaction.done;
  }

  async removeItem(key: string): Promise<void> {
    await (await this.#tables()).delete("outbox", key);
  }

  async clear(): Promise<void> {
    const transaction = (await this.#tables()).transaction(["outbox", "head", "rooms"], "readwrite");
    for (const name of ["outbox", "head", "rooms"] as const) void transaction.objectStore(name).clear();
    await transaction.done;
    this.#written = new Map();
  }

  async close(): Promise<void> {
    (await this.#opening)?.close();
    this.#opening = null;
  }

  async #tables(): Promise<IDBPDatabase<Tables>> {
    const tables = await this.#open();
    if (!tables) throw new Error("There is no database here.");
    return tables;
  }

  /** Asked anew when it has failed: whoever needs it is told by a refusal. */
  async #open(): Promise<IDBPDatabase<Tables> | null> {
    this.#opening ??= "indexedDB" in globalThis ? patiently(() => this.#reopen()) : Promise.resolve(null);
    const opening = this.#opening;
    const tables = await opening;
    if (tables === null && this.#opening === opening) this.#opening = null;
    return tables;
  }

  async #reopen(): Promise<IDBPDatabase<Tables>> {
    const forget = () => {
      this.#opening = null;
    };
    return openDB<Tables>(this.#name, VERSION, {
      upgrade(tables) {
        for (const name of ["outbox", "head", "rooms"] as const) tables.createObjectStore(name);
      },
      // A newer version of Parley in another tab: make way, and open again when needed.
      blocking: (_now, _wanted, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      // The browser closed it (memory, clearing of data).
      terminated: forget,
    });
  }
}
