/** What earlier versions have left: the databases of `fixtures`, and who was in them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { expect } from "vitest";
import type { TestData } from "../database.ts";
import { Person, password, post } from "../person.ts";
import { isOnPostgres, type TestServer } from "../start-server.ts";

const folder = join(import.meta.dirname, "fixtures");

/** One for each migration, in order. */
export const fixtures: readonly string[] = readdirSync(folder).sort();

export interface Place {
  readonly folder: string;
  readonly databaseUrl: string | null;
}

export async function layDown(fixture: string, place: Place): Promise<void> {
  const text = readFileSync(join(folder, fixture), "utf8");
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
}

const columnsQuery = isOnPostgres
  ? `select table_name as name, column_name as col from information_schema.columns where table_schema = 'public'`
  : `select t.name as name, c.name as col from pragma_table_list t, pragma_table_info(t.name) c
     where t.schema = 'main' and t.name not like 'sqlite%'`;

/** Every column there is, and every migration that is noted as done. */
export async function layoutOf(data: TestData): Promise<string[]> {
  const rows = await data.sql(`${columnsQuery} union all select 'done', name from migrations`);
  return rows.map(({ name, col }) => `${name}.${col}`).sort();
}

/** Anna is in each of them, and finds everything that she had. */
export async function annaWithAllOfHers(server: TestServer): Promise<Person> {
  const { reply } = await post(server.url, "session:create", { input: { username: "Anna", password } });
  if (!reply.ok) throw new Error(reply.error.message);
  const anna = new Person(server, reply.data as ConstructorParameters<typeof Person>[1]);
  const { rooms } = await anna.do("sync:open", {});
  const room = rooms.find((state) => state.room.name === "Old friends");
  expect(room).toMatchObject({ role: "owner", lastSeq: 3, unread: 1, mentions: 1, draft: { body: "An old draft" } });
  expect(rooms.map((state) => state.room.kind).sort()).toEqual(["direct", "private", "public"]);
  const roomId = room?.room.id ?? ("" as never);
  const { page } = await anna.do("room:open", { roomId });
  expect(page.messages.map((message) => message.body)).toEqual(["The first message, it's old", "", "Hello @anna 👋"]);
  expect((await anna.send(roomId, "And on we go")).seq).toBe(4);
  return anna;
}
