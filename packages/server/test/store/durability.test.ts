import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { openPostgres } from "../../src/store/dialects/postgres.ts";
import { createTestDatabase, startPostgres } from "../postgres.ts";
import { isOnPostgres } from "../start-server.ts";
import { openStore } from "./open-store.ts";

test("the way commits are made durable is read back from the database", async () => {
  const { store, close } = await openStore();
  expect(store.durability).toBe(
    isOnPostgres ? "postgres: fsync=on, synchronous_commit=on" : "sqlite: wal, synchronous=full",
  );
  await store.ping();
  await close();
});

function onSqlite() {
  test("a database that somebody left in another mode is put right", async () => {
    const { store, folder, close } = await openStore(async (place) => {
      const database = new DatabaseSync(join(place.folder, "parley.db"));
      database.exec("pragma journal_mode = delete; create table left_over (x)");
      database.close();
    });
    expect(store.durability).toBe("sqlite: wal, synchronous=full");
    const database = new DatabaseSync(join(folder, "parley.db"));
    expect(database.prepare("pragma journal_mode").get()?.journal_mode).toBe("wal");
    database.close();
    await close();
  });
}

function onPostgres() {
  test("synchronous_commit=off is warned of", async () => {
    const database = await createTestDatabase();
    const name = new URL(database.url).pathname.slice(1);
    await query(database.url, `alter database ${name} set synchronous_commit = off`);
    const warnings: string[] = [];
    const engine = await openPostgres(database.url, (message) => warnings.push(message));
    expect(engine.durability).toBe("postgres: fsync=on, synchronous_commit=off");
    expect(warnings).toEqual([expect.stringContaining("may lose the last acknowledged messages")]);
    await engine.close();
    await database.drop();
  });

  test("fsync=off is refused", async () => {
    const server = await startPostgres();
    await query(server.url, "alter system set fsync = off");
    await query(server.url, "select pg_reload_conf()");
    const isOff = async () => (await query(server.url, "show fsync"))[0]?.fsync;
    await expect.poll(isOff).toBe("off");
    await expect(openPostgres(server.url, () => undefined)).rejects.toThrow("does not start on it");
    await server.stop();
  });

  test("a database that is away is said to be away", async () => {
    await expect(openPostgres("postgres://nobody@127.0.0.1:1/none", () => undefined)).rejects.toThrow();
  });
}

describe("here", isOnPostgres ? onPostgres : onSqlite);

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
