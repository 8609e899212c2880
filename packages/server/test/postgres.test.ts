import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./postgres.ts";

test("a test database is durable, its own, and gone when dropped", async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("select current_setting('fsync') as fsync, current_database() as name");
  await client.end();
  expect(rows).toEqual([{ fsync: "on", name: new URL(database.url).pathname.slice(1) }]);
  await database.drop();
  await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow("does not exist");
});
