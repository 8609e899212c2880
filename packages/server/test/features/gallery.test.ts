/** What a room's gallery shows: found where there is any, and gone with what held it. */
import type { GalleryCursor, GalleryKind, Input, Output, RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { plainPicture } from "../drawn.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { share, upload } from "../uploading.ts";
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

const linked = async (person: Person, more: Partial<Input<"gallery:list">> = {}) => {
  await untilIndexed(data);
  return person.do("gallery:list", { roomId, kind: "link", ...more });
};
const bodiesIn = (page: Output<"gallery:list">) => page.entries.map(({ message }) => message.body);
const bodies = async (person: Person) => bodiesIn(await linked(person));

test("messages with links, page by page, newest first", async () => {
  await say(anna, roomId, ["https://one.example", "none", "[two](https://two.example)", "`https://code.example`"]);
  await say(ben, roomId, ["> https://three.example"]);
  const page = await linked(ben, { limit: 2 });
  expect(bodiesIn(page)).toEqual(["> https://three.example", "[two](https://two.example)"]);
  expect(page.people.map(({ id }) => id).sort()).toEqual([anna.id, ben.id].sort());
  const last = await linked(ben, { limit: 2, cursor: page.cursor ?? undefined });
  expect([bodiesIn(last), last.cursor]).toEqual([["https://one.example"], null]);
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
  expect(await xan.codeOf("gallery:list", { roomId, kind: "link" })).toBe("not_found");
  await ben.do("room:clear", { roomId });
  expect(await bodies(ben)).toEqual([]);
  expect(await bodies(anna)).toHaveLength(4);
});

/** A room of one's own, with two messages that have threads. */
async function withThreads() {
  const id = await anna.createRoom("Shared");
  await anna.do("member:add", { roomId: id, userIds: [ben.id] });
  await say(anna, id, ["One", "Two"]);
  const threadOf = async (seq: number) => (await anna.do("thread:open", { roomId: id, seq })).room.id;
  return { id, threads: [await threadOf(1), await threadOf(2)] as const };
}

const picture = async (place: RoomId, name: string, count = 1) => {
  server.clock.forward(1);
  const bytes = await plainPicture(9, 9);
  const all = await Promise.all(Array.from({ length: count }, () => upload(anna, { bytes, name })));
  return share(anna, place, { files: all, body: name });
};

test("what was sent in a room's threads stands among its own, by time, page by page", async () => {
  const { id, threads } = await withThreads();
  const [first, second] = threads;
  for (const [place, name, count] of [
    [id, "a", 1],
    [first, "b", 3],
    [second, "c", 2],
    [id, "d", 2],
    [first, "e", 1],
  ] as const)
    await picture(place, name, count);
  await anna.send(first, "No picture");
  const list = (kind: GalleryKind, cursor?: GalleryCursor, limit = 2) =>
    ben.do("gallery:list", { roomId: id, kind, limit, cursor });
  const whole = await list("media", undefined, 20);
  expect([bodiesIn(whole), whole.cursor]).toEqual([["e", "d", "c", "b", "a"], null]);
  expect(whole.entries.map(({ roomId: where, thread }) => [where, thread])).toEqual([
    [first, { roomId: id, seq: 1 }],
    [id, undefined],
    [second, { roomId: id, seq: 2 }],
    [first, { roomId: id, seq: 1 }],
    [id, undefined],
  ]);
  expect(whole.people.map((person) => person.id)).toEqual([anna.id]);
  const pages = [await list("media")];
  // What comes meanwhile moves nothing.
  await picture(second, "f");
  for (let at = pages.at(-1)?.cursor ?? null; at !== null; at = pages.at(-1)?.cursor ?? null)
    pages.push(await list("media", at));
  expect(pages.map(bodiesIn)).toEqual([["e", "d"], ["c", "b"], ["a"]]);
  // In the thread itself there is what is in it.
  expect(bodiesIn(await ben.do("gallery:list", { roomId: first, kind: "media" }))).toEqual(["e", "b"]);
  expect((await list("voice")).entries).toEqual([]);
});

test("links and files in threads come and go with what holds them", async () => {
  const { id, threads } = await withThreads();
  const [first, second] = threads;
  const witness = await ben.connect();
  await say(anna, first, ["https://first.example"]);
  server.clock.forward(1);
  const { id: messageId } = await anna.send(second, "https://second.example");
  server.clock.forward(1);
  await say(anna, id, ["https://third.example"]);
  const links = async () => bodiesIn(await ben.do("gallery:list", { roomId: id, kind: "link" }));
  await expect.poll(links).toEqual(["https://third.example", "https://second.example", "https://first.example"]);
  await witness.until("thread:changed", ({ thread }) => thread.roomId === second && thread.count === 1);
  // Ben does not follow the thread: that something there is another now, he hears in the room.
  const before = witness.named("thread:changed").length;
  await anna.do("message:edit", { roomId: second, messageId, body: "Nothing" });
  await expect.poll(() => witness.named("thread:changed").length).toBeGreaterThan(before);
  await expect.poll(links).toEqual(["https://third.example", "https://first.example"]);
  witness.close();
  const notes = await share(anna, first, { files: [await upload(anna)], body: "Notes" });
  const files = async () => bodiesIn(await ben.do("gallery:list", { roomId: id, kind: "file" }));
  expect(await files()).toEqual(["Notes"]);
  await anna.do("message:delete", { roomId: first, messageId: notes.id });
  expect(await files()).toEqual([]);
});

test("of threads, too, only members see what is there, and nothing of what they cleared away", async () => {
  const { id, threads } = await withThreads();
  await picture(id, "own");
  await picture(threads[0], "in the first");
  await picture(threads[1], "in the second");
  const cursor = { beforeSeq: 9, thread: { sentAt: server.clock.now(), roomId: threads[1], seq: 9 } };
  for (const roomId of [id, ...threads]) {
    expect(await xan.codeOf("gallery:list", { roomId, kind: "media" })).toBe("not_found");
    expect(await xan.codeOf("gallery:list", { roomId, kind: "media", cursor })).toBe("not_found");
  }
  // Nor through a cursor of a room that one is not in: it is a place in the order, and nothing else.
  const mine = await xan.createRoom("Mine");
  expect((await xan.do("gallery:list", { roomId: mine, kind: "media", cursor })).entries).toEqual([]);
  const seen = async () => bodiesIn(await ben.do("gallery:list", { roomId: id, kind: "media" }));
  expect(await seen()).toEqual(["in the second", "in the first", "own"]);
  await ben.do("room:clear", { roomId: id });
  expect(await seen()).toEqual([]);
  await picture(threads[0], "after that");
  expect(await seen()).toEqual([]);
  await anna.send(id, "Three");
  const third = (await anna.do("thread:open", { roomId: id, seq: 4 })).room.id;
  await picture(third, "in the third");
  expect(await seen()).toEqual(["in the third"]);
  await ben.do("room:leave", { roomId: id });
  expect(await ben.codeOf("gallery:list", { roomId: id, kind: "media" })).toBe("not_found");
});
