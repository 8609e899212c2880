/** Pages of reports: to each what they may settle, and no more work than that is worth. */
import { newId, type ReportId, type RoomId, type User, type UserId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { isOnPostgres } from "../start-server.ts";
import { openStore } from "./open-store.ts";
import { addRoom, addUser } from "./people.ts";

const { store, engine, folder, databaseUrl, close } = await openStore();
afterAll(close);
let chief: User;
let mona: User;
let mel: User;
let eve: User;
let roomIds: RoomId[];
/** In the order in which they were made; those of the second room are about Mona, and one of each is settled. */
const reports: { id: ReportId; roomId: RoomId | null; isOpen: boolean }[] = [];

beforeAll(async () => {
  [chief, mona, mel, eve] = [
    await addUser(store, "Chief"),
    await addUser(store, "Mona"),
    await addUser(store, "Mel"),
    await addUser(store, "Eve"),
  ];
  roomIds = [await addRoom(store, [mona, mel], "one"), await addRoom(store, [mona, mel], "two")];
  roomIds.push(await addRoom(store, [mel, eve], "three"));
  await store.transact(async (writer) => {
    await writer.userRoles.set(chief.id, "admin");
    for (const roomId of roomIds.slice(0, 2))
      await writer.members.setRole(roomId, { userId: mona.id, role: "moderator", rev: 3 });
    for (const roomId of [...roomIds, null]) for (let at = 0; at < 3; at += 1) await write(roomId, at > 0);
    async function write(roomId: RoomId | null, isOpen: boolean): Promise<void> {
      const id = newId<ReportId>(1_000 + reports.length);
      const userId = roomId === roomIds[1] ? mona.id : eve.id;
      await writer.reports.insert({
        ...{ id, reporterId: mel.id, userId, roomId, messageId: null },
        ...{ reason: "spam", line: "", createdAt: 1 },
      });
      if (!isOpen) await writer.reports.settle(id, { by: chief.id, at: 2, action: "dismiss", note: "" });
      reports.push({ id, roomId, isOpen });
    }
  });
});

type Part = { before?: ReportId | undefined; limit?: number };
const page = async (userId: UserId, isOpen: boolean, { before, limit = 50 }: Part = {}) =>
  (await store.reader.reports.pageFor(userId, { isOpen, before, limit })).map(({ id }) => id);
const expected = (isOpen: boolean, rooms: readonly (RoomId | null)[]) =>
  reports
    .filter((report) => report.isOpen === isOpen && rooms.includes(report.roomId))
    .map(({ id }) => id)
    .reverse();

test.each([true, false])(
  "open %s: administrators see all, moderators their rooms', never what is about themselves",
  async (isOpen) => {
    expect(await page(chief.id, isOpen)).toEqual(expected(isOpen, [...roomIds, null]));
    expect(await page(mona.id, isOpen)).toEqual(expected(isOpen, roomIds.slice(0, 1)));
    for (const { id } of [mel, eve]) expect(await page(id, isOpen)).toEqual([]);
  },
);

test("pages follow one another", async () => {
  for (const [{ id: userId }, rooms] of [
    [chief, [...roomIds, null]],
    [mona, roomIds.slice(0, 1)],
  ] as const) {
    const all = expected(true, rooms);
    const [first] = await page(userId, true, { limit: 1 });
    expect([first, ...(await page(userId, true, { before: first }))]).toEqual(all);
  }
});

test("whoever moderates nothing costs nothing: reports are found by room, not among those that wait for others", async () => {
  await store.transact(async (writer) => {
    for (let at = 0; at < 1_000; at += 1)
      await writer.reports.insert({
        ...{ id: newId<ReportId>(at), reporterId: mel.id, userId: eve.id, roomId: newId<RoomId>(at), messageId: null },
        ...{ reason: "spam", line: "", createdAt: 1 },
      });
  });
  const data = await openData({ folder, databaseUrl });
  // PostgreSQL chooses by what it knows of the sizes; SQLite without.
  if (isOnPostgres) await data.sql("analyze");
  await data.close();
  for (const isOpen of [true, false]) expect(await page(mel.id, isOpen)).toEqual([]);
  const statements = [...engine.reader.statements.values()];
  const plans = statements
    .filter(({ text }) => text.includes('from "reports"') && text.includes('from "members"'))
    .map(({ text, parameters }) => {
      const explained = { text: `explain ${isOnPostgres ? "" : "query plan"} ${text}`, parameters };
      const values = parameters.map((value) => (typeof value === "object" ? "1" : value));
      return engine.reader.all(explained, values);
    });
  expect(plans).toHaveLength(2);
  for (const plan of await Promise.all(plans)) {
    expect(JSON.stringify(plan)).toContain("reports_room");
    expect(JSON.stringify(plan)).not.toContain("reports_open");
  }
});
