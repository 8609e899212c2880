import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { expect, test } from "vitest";
import { migrations } from "../../src/store/migrations/index.ts";
import { openData } from "../database.ts";
import { Person, password, post } from "../person.ts";
import { isOnPostgres, startServer, type TestServer } from "../start-server.ts";

const folder = join(import.meta.dirname, "fixtures");
const fixtures = readdirSync(folder).sort();

async function startFrom(fixture: string): Promise<TestServer> {
  const text = readFileSync(join(folder, fixture), "utf8");
  return startServer({
    prepare: async (place) => {
      if (place.databaseUrl === null) {
        const database = new DatabaseSync(join(place.folder, "parley.db"));
        database.exec(`begin; ${text} commit`);
        database.close();
      } else {
        const client = new pg.Client({ connectionString: place.databaseUrl });
        await client.connect();
        await client.query(text);
        await client.end();
      }
    },
  });
}

const columnsQuery = isOnPostgres
  ? `select table_name as name, column_name as col from information_schema.columns where table_schema = 'public'`
  : `select t.name as name, c.name as col from pragma_table_list t, pragma_table_info(t.name) c
     where t.schema = 'main' and t.name not like 'sqlite%'`;

async function columnsOf(server: TestServer): Promise<string[]> {
  const data = await openData(server);
  const rows = await data.sql(columnsQuery);
  await data.close();
  return rows.map(({ name, col }) => `${name}.${col}`).sort();
}

test("every migration has left a fixture", () => {
  expect(fixtures).toEqual(migrations.map((migration) => `${migration.name}.sql`));
});

/** What later ones have added. */
const alsoKept: Record<string, (anna: Person) => Promise<void>> = {
  "0002-people-and-privacy.sql": async (anna) => {
    const { relations, openReports } = await anna.do("sync:open", {});
    expect([relations.map(({ kind }) => kind), openReports]).toEqual([["friend"], 1]);
    expect(await anna.do("profile:show", { userId: anna.id })).toMatchObject({ bio: "Grows tomatoes" });
  },
};

test.each(fixtures)("what %s left is brought up to date, and nothing of it is lost", async (fixture) => {
  const [old, fresh] = [await startFrom(fixture), await startServer()];
  expect(await columnsOf(old)).toEqual(await columnsOf(fresh));
  await fresh.stop();

  const { reply } = await post(old.url, "session:create", { input: { username: "Anna", password } });
  if (!reply.ok) throw new Error(reply.error.message);
  const anna = new Person(old, reply.data as ConstructorParameters<typeof Person>[1]);
  const { rooms } = await anna.do("sync:open", {});
  const room = rooms.find((state) => state.room.name === "Old friends");
  expect(room).toMatchObject({ role: "owner", lastSeq: 3, unread: 1, mentions: 1, draft: { body: "An old draft" } });
  expect(rooms.map((state) => state.room.kind).sort()).toEqual(["direct", "private", "public"]);
  const roomId = room?.room.id ?? ("" as never);
  const { page } = await anna.do("room:open", { roomId });
  expect(page.messages.map((message) => message.body)).toEqual(["The first message, it's old", "", "Hello @anna 👋"]);
  await alsoKept[fixture]?.(anna);
  expect((await anna.send(roomId, "And on we go")).seq).toBe(4);
  await old.halt();
  const again = await old.again();
  expect(await again.app.isSetUp()).toBe(true);
  await again.halt();
  await old.stop();
});
