/** What somebody read of a stranger's conversation while it waited is shown once they take it up. */
import { defaultSettings, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose } from "../looking.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let ben: Person;
let stranger: Person;
let roomId: RoomId;
beforeAll(async () => {
  [, ben] = await populate(server, ["Anna", "Ben"]);
});

/** Two messages of somebody whom nobody here knows; Ben has read the first. */
async function beginApart(name: string): Promise<void> {
  stranger = await register(server, name);
  ({ id: roomId } = (await stranger.do("room:create-direct", { userIds: [ben.id] })).room);
  for (const body of ["Hello?", "Are you there?"]) await stranger.send(roomId, body);
  await ben.do("receipt:read", { roomId, seq: 1 });
}

const isBen = ({ userId }: { userId: UserId }) => userId === ben.id;
const shownOfBen = async () => (await stranger.do("room:open", { roomId })).receipts.find(isBen);

test.each([
  ["accepting", async () => ben.do("room:accept", { roomId })],
  ["writing", async () => ben.send(roomId, "I have read it.")],
  ["beginning it oneself", async () => ben.do("room:create-direct", { userIds: [stranger.id] })],
  [
    "beginning what was declined",
    async () => {
      await ben.do("room:decline", { roomId });
      await ben.do("room:create-direct", { userIds: [stranger.id] });
    },
  ],
])("taken up by %s: at once, on every screen", async (way, take) => {
  await beginApart(`Before ${way}`);
  const witness = await stranger.connect();
  expect(await shownOfBen()).toMatchObject({ readSeq: 0, deliveredSeq: 0 });
  await take();
  const { payload } = await witness.until("receipt:moved", ({ receipts }) => receipts.some(isBen));
  expect(payload.receipts.filter(isBen)).toEqual([{ userId: ben.id, readSeq: 1, deliveredSeq: 1 }]);
  expect(await shownOfBen()).toMatchObject({ readSeq: 1, deliveredSeq: 1 });
  const { readers } = await stranger.do("receipt:list", { roomId, seq: 1 });
  expect(readers).toMatchObject([{ userId: ben.id, readAt: expect.any(Number) }]);
  witness.close();
});

test("no more than one shows: only that it arrived, without receipts", async () => {
  await beginApart("Silent");
  await choose(ben, { receipts: false });
  await ben.do("room:accept", { roomId });
  expect(await shownOfBen()).toMatchObject({ readSeq: 0, deliveredSeq: 1 });
  await choose(ben, {});
});

test("nothing, while one is invisible", async () => {
  await beginApart("Masked");
  await ben.do("settings:change", { presence: "invisible" });
  await ben.do("room:accept", { roomId });
  expect(await shownOfBen()).toMatchObject({ readSeq: 0, deliveredSeq: 0 });
  await ben.do("settings:change", { presence: "auto", privacy: defaultSettings.privacy });
});
