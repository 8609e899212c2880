import { expect, test } from "vitest";
import { migrations } from "../../src/store/migrations/index.ts";
import { openData } from "../database.ts";
import type { Person } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { annaWithAllOfHers, fixtures, layDown, layoutOf } from "./old-data.ts";

async function layoutIn(server: TestServer): Promise<string[]> {
  const data = await openData(server);
  const layout = await layoutOf(data);
  await data.close();
  return layout;
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
  const old = await startServer({ prepare: (place) => layDown(fixture, place) });
  const fresh = await startServer();
  expect(await layoutIn(old)).toEqual(await layoutIn(fresh));
  await fresh.stop();

  const anna = await annaWithAllOfHers(old);
  await alsoKept[fixture]?.(anna);
  await old.halt();
  const again = await old.again();
  expect(await again.app.isSetUp()).toBe(true);
  await again.halt();
  await old.stop();
});
