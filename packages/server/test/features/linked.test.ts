/** The links of a room's gallery: found where there are any, and gone with what held them. */
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { say, untilIndexed } from "./found.ts";

const server = await startServer();
let data: TestData;
let anna: Person;
let ben: Person;
let xan: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, xan] = await populate(server, ["Anna", "Ben", "Xan"]);
  data = await openData(server);
  roomId = await anna.createRoom("Addresses");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(async () => {
  await data.close();
  await server.stop();
});

const linked = async (person: Person, more: { beforeSeq?: number; limit?: number } = {}) => {
  await untilIndexed(data);
  return person.do("search:links", { roomId, ...more });
};
const bodies = async (person: Person) => (await linked(person)).messages.map(({ body }) => body);

test("messages with links, page by page, newest first", async () => {
  await say(anna, roomId, ["https://one.example", "none", "[two](https://two.example)", "`https://code.example`"]);
  await say(ben, roomId, ["> https://three.example"]);
  const page = await linked(ben, { limit: 2 });
  expect(page.messages.map(({ body }) => body)).toEqual(["> https://three.example", "[two](https://two.example)"]);
  expect(page.people.map(({ id }) => id).sort()).toEqual([anna.id, ben.id].sort());
  const last = await linked(ben, { limit: 2, beforeSeq: page.next ?? 0 });
  expect([last.messages.map(({ body }) => body), last.next]).toEqual([["https://one.example"], null]);
});

test("what is edited or deleted is there no more, and what is edited in is", async () => {
  const gone = await anna.send(roomId, "https://gone.example");
  const changed = await anna.send(roomId, "https://changed.example");
  const added = await anna.send(roomId, "soon");
  expect((await bodies(ben)).slice(0, 2)).toEqual(["https://changed.example", "https://gone.example"]);
  await anna.do("message:delete", { roomId, messageId: gone.id });
  await anna.do("message:edit", { roomId, messageId: changed.id, body: "nothing" });
  await anna.do("message:edit", { roomId, messageId: added.id, body: "https://added.example" });
  expect((await bodies(ben)).slice(0, 2)).toEqual(["https://added.example", "> https://three.example"]);
});

test("only members see them, and nothing that they cleared", async () => {
  expect(await xan.codeOf("search:links", { roomId })).toBe("not_found");
  await ben.do("room:clear", { roomId });
  expect(await bodies(ben)).toEqual([]);
  expect(await bodies(anna)).toHaveLength(4);
});
