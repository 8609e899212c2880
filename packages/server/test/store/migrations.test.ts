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
const withPrivacy = async (anna: Person) => {
  const { relations, openReports } = await anna.do("sync:open", {});
  expect([relations.map(({ kind }) => kind), openReports]).toEqual([["friend"], 1]);
  expect(await anna.do("profile:show", { userId: anna.id })).toMatchObject({ bio: "Grows tomatoes" });
};

const withFiles = async (anna: Person) => {
  await withPrivacy(anna);
  const { rooms } = await anna.do("sync:open", {});
  const roomId = rooms.find((state) => state.room.name === "Old friends")?.room.id ?? ("" as never);
  const { entries } = await anna.do("file:list", { roomId, kind: "file" });
  expect(entries).toMatchObject([{ seq: 3, file: { name: "garden.txt", size: 12 } }]);
};

const alsoKept: Record<string, (anna: Person) => Promise<void>> = {
  "0002-people-and-privacy.sql": withPrivacy,
  "0003-files.sql": withFiles,
  "0004-reactions.sql": async (anna) => {
    const { rooms } = await anna.do("sync:open", {});
    const roomId = rooms.find((state) => state.room.name === "Old friends")?.room.id ?? ("" as never);
    const { messages } = await anna.do("message:list", { roomId, seqs: [3] });
    expect(messages[0]?.reactions).toMatchObject([{ emoji: "👋", count: 2, isMine: true }]);
  },
  "0008-stickers.sql": async (anna) => {
    const { rooms } = await anna.do("sync:open", {});
    const roomId = rooms.find((state) => state.room.name === "Old friends")?.room.id ?? ("" as never);
    const { messages } = await anna.do("message:list", { roomId, seqs: [3] });
    expect(messages[0]?.sticker).toMatchObject({ setId: "moving", stickerId: "1f389", emoji: "🎉" });
  },
  "0018-scheduled.sql": async (anna) => {
    const { scheduled } = await anna.do("sync:open", {});
    expect(scheduled).toMatchObject([{ body: "Happy new century", replyTo: 3 }]);
  },
  "0020-scheduled-files.sql": async (anna) => {
    const { scheduled } = await anna.do("sync:open", {});
    expect(scheduled).toMatchObject([{ body: "Happy new century", files: [{ name: "fireworks.txt", size: 9 }] }]);
  },
  "0015-threads.sql": async (anna) => {
    const { rooms } = await anna.do("sync:open", {});
    const roomId = rooms.find((state) => state.room.name === "Old friends")?.room.id ?? ("" as never);
    const { room } = await anna.do("thread:open", { roomId, seq: 3 });
    expect((await anna.do("message:history", { roomId: room.id })).messages).toMatchObject([
      { body: "A reply of old" },
    ]);
  },
  "0017-sticker-sets.sql": async (anna) => {
    expect((await anna.do("sticker:list", {})).sets[0]).toMatchObject({
      name: "Garden cats",
      stickers: [{ emoji: "🐈", words: "tomatoes", width: 512, height: 384 }],
    });
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
