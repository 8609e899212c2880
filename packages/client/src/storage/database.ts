import type { RoomId } from "@parley/contract";
import type { OutboxItem } from "../state.ts";
import type { StoredCache, StoredRoom } from "../storage.ts";
import { openDatabase, resultOf, whenDone } from "./indexed-db-promises.ts";
import { patiently } from "./patiently.ts";

/** Everything of the cache but the rooms, which are written one by one as they change. */
type Head = Omit<StoredCache, "rooms"> & { readonly order: readonly RoomId[] };

/** `outbox`: items by their keys; `head`: one; `rooms`: by their ids. */
const TABLES = ["outbox", "head", "rooms"] as const;

const VERSION = 1;

export class Database {
  readonly #name: string;
  #opening: Promise<IDBDatabase | null> | null = null;
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
    const [head, found] = await Promise.all([
      resultOf<Head | undefined>(transaction.objectStore("head").get("head")),
      resultOf<StoredRoom[]>(transaction.objectStore("rooms").getAll()),
    ]);
    const byId = new Map(found.map((room) => [room.state.room.id, room]));
    // What is here and is not written again goes: a room that was deleted while this device was away.
    this.#written = byId;
    if (head?.version !== 4) return null;
    const { order, ...rest } = head;
    return { ...rest, rooms: order.flatMap((roomId) => byId.get(roomId) ?? []) };
  }

  async writeCache({ rooms, ...rest }: StoredCache): Promise<void> {
    const tables = await this.#tables();
    const transaction = tables.transaction(["head", "rooms"], "readwrite", { durability: "relaxed" });
    const next = new Map(rooms.map((room) => [room.state.room.id, room]));
    const table = transaction.objectStore("rooms");
    for (const [roomId, room] of next) if (this.#written.get(roomId) !== room) table.put(room, roomId);
    for (const roomId of this.#written.keys()) if (!next.has(roomId)) table.delete(roomId);
    transaction.objectStore("head").put({ ...rest, order: [...next.keys()] }, "head");
    await whenDone(transaction);
    this.#written = next;
  }

  /** Keys are ordered by time. */
  async readOutbox(): Promise<readonly OutboxItem[]> {
    const tables = await this.#tables();
    return resultOf<OutboxItem[]>(tables.transaction("outbox").objectStore("outbox").getAll());
  }

  async putItem(item: OutboxItem): Promise<void> {
    const transaction = (await this.#tables()).transaction("outbox", "readwrite", { durability: "strict" });
    transaction.objectStore("outbox").put(item, item.key);
    await whenDone(transaction);
  }

  async removeItem(key: string): Promise<void> {
    const transaction = (await this.#tables()).transaction("outbox", "readwrite");
    transaction.objectStore("outbox").delete(key);
    await whenDone(transaction);
  }

  async clear(): Promise<void> {
    const transaction = (await this.#tables()).transaction(TABLES, "readwrite");
    for (const name of TABLES) transaction.objectStore(name).clear();
    await whenDone(transaction);
    this.#written = new Map();
  }

  async close(): Promise<void> {
    (await this.#opening)?.close();
    this.#opening = null;
  }

  async #tables(): Promise<IDBDatabase> {
    const tables = await this.#open();
    if (!tables) throw new Error("There is no database here.");
    return tables;
  }

  /** Asked anew when it has failed: whoever needs it is told by a refusal. */
  async #open(): Promise<IDBDatabase | null> {
    this.#opening ??= "indexedDB" in globalThis ? patiently(() => this.#reopen()) : Promise.resolve(null);
    const opening = this.#opening;
    const tables = await opening;
    if (tables === null && this.#opening === opening) this.#opening = null;
    return tables;
  }

  async #reopen(): Promise<IDBDatabase> {
    const forget = () => {
      this.#opening = null;
    };
    const tables = await openDatabase(this.#name, VERSION, (fresh) => {
      for (const name of TABLES) fresh.createObjectStore(name);
    });
    // A newer version of Parley in another tab: make way, and open again when needed.
    tables.addEventListener("versionchange", () => {
      tables.close();
      forget();
    });
    // The browser closed it (memory, clearing of data).
    tables.addEventListener("close", forget);
    return tables;
  }
}
