/** Sets of stickers of the server's own: who makes them, what is sent of them, and what is left of them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type FileId,
  type MessageId,
  newId,
  type RoomId,
  type StickerPlace,
  type StickerSetId,
} from "@parley/contract";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawn, movingPicture, newSet, newSticker, plainPicture } from "../drawn.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { newFileId, share } from "../uploading.ts";

const server = await startServer();
let olga: Person;
let ben: Person;
let xan: Person;
let roomId: RoomId;

beforeAll(async () => {
  [olga, ben, xan] = await populate(server, ["Olga", "Ben", "Xan"]);
  roomId = await olga.createRoom("Fun");
  await olga.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(server.stop);

const partsOf = (id: string) => join(server.folder, "files/stored", id.slice(-2), id);
const usedBy = async (person: Person) => (await person.do("file:limits", {})).usedBytes;
const place = ({ setId, stickerId }: StickerPlace) => ({
  setId: setId as StickerSetId,
  stickerId: stickerId as FileId,
});
const send = (person: Person, sticker: StickerPlace, more: { id?: MessageId; roomId?: RoomId } = {}) =>
  person.do("message:send", {
    ...{ id: newId<MessageId>(Date.now()), roomId, body: "", ...more },
    sticker: place(sticker),
  });
const fetchSticker = ({ setId, stickerId }: StickerPlace, { token }: { token?: string } = ben, part = "") =>
  fetch(`${server.url}/stickers/${setId}/${stickerId}${part}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const looksOf = async (response: Response) => {
  const {
    format,
    width,
    height,
    pages = 1,
  } = await sharp(Buffer.from(await response.arrayBuffer()), {
    animated: true,
  }).metadata();
  return { format, width, height, pages };
};
const namesFor = async (person: Person) => (await person.do("sticker:list", {})).sets.map(({ name }) => name);

test("everybody finds a set at once, first of all, and sends what is in it", async () => {
  const live = await startClient(ben);
  await live.client.openRoom(roomId);
  const before = await usedBy(olga);
  const setId = await newSet(olga, "Office cats");
  const sticker = await newSticker(olga, setId, { bytes: await plainPicture(1024, 768), words: "  lazy \n Kater " });
  expect(sticker).toEqual({
    setId,
    stickerId: sticker.stickerId,
    emoji: "🐈",
    words: "lazy Kater",
    width: 512,
    height: 384,
  });
  expect(await usedBy(olga)).toBe(before);
  expect((await ben.do("sticker:list", {})).sets[0]).toEqual({ id: setId, name: "Office cats", stickers: [sticker] });
  await proveSync(ben, live.client);
  const { words: _, ...shown } = sticker;
  expect((await send(ben, sticker)).sticker).toEqual(shown);
  await proveSync(ben, live.client);
  await live.client.stop();
  const own = async (person: Person) => {
    const { sets, people, mayAdd } = await person.do("sticker:list-own", {});
    const set = sets.find(({ id }) => id === setId);
    return { by: people.find(({ id }) => id === set?.addedBy)?.name, mayChange: set?.mayChange, mayAdd };
  };
  expect(await own(olga)).toEqual({ by: "Olga", mayChange: true, mayAdd: true });
  expect(await own(ben)).toEqual({ by: "Olga", mayChange: false, mayAdd: false });
});

test("a message with one is found by what its maker said of it", async () => {
  const { id } = await send(ben, await newSticker(olga, await newSet(olga), { words: "Sleepy Kätzchen" }));
  const found = async () => (await olga.do("search:messages", { text: "katzchen has:sticker sleep*", roomId })).hits;
  await expect.poll(async () => (await found()).map(({ message }) => message.id)).toEqual([id]);
});

test("others make some where the server lets them, and change their own only", async () => {
  const setId = await newSet(olga);
  const create = { setId: newId<StickerSetId>(Date.now()), name: "By Ben" };
  expect(await ben.codeOf("sticker:create-set", create)).toBe("forbidden");
  await olga.do("server:change", { emojiBy: "everyone" });
  await ben.do("sticker:create-set", create);
  const sticker = place(await newSticker(ben, create.setId));
  const stickerId = await drawn(ben, undefined, { use: "sticker" });
  expect(await ben.codeOf("sticker:add", { setId, stickerId, emoji: "🐈" })).toBe("forbidden");
  expect(await ben.codeOf("sticker:rename-set", { setId, name: "Mine" })).toBe("forbidden");
  expect(await ben.codeOf("sticker:remove-set", { setId })).toBe("forbidden");
  await ben.do("sticker:change", { ...sticker, emoji: "🐕", words: "dog" });
  await olga.do("sticker:rename-set", { setId: create.setId, name: "Ben's dogs" });
  await olga.do("server:change", { emojiBy: "administrators" });
  expect(await ben.codeOf("sticker:remove", sticker)).toBe("forbidden");
  await olga.do("sticker:remove-set", { setId: create.setId });
});

test("a name is like no other, and a repeat changes nothing", async () => {
  const setId = await newSet(olga, "Wild things");
  await olga.do("sticker:create-set", { setId, name: "Wild things" });
  const other = newId<StickerSetId>(Date.now());
  for (const name of ["wild THINGS", "WiId thìngs", "Feelings", "Anima1s"])
    expect(await olga.codeOf("sticker:create-set", { setId: other, name }), name).toBe("name_taken");
  for (const name of ["", "  ", "a".repeat(41), "<b>", "a\u202eb"])
    expect(await olga.codeOf("sticker:create-set", { setId: other, name }), name).toBe("invalid");
  expect(await olga.codeOf("sticker:create-set", { setId, name: "Other things" })).toBe("conflict");
  await olga.do("sticker:create-set", { setId: other, name: "Tame things" });
  expect(await olga.codeOf("sticker:rename-set", { setId: other, name: "Wild Things" })).toBe("name_taken");
  await olga.do("sticker:rename-set", { setId, name: "WILD things" });
  const rev = async () => (await ben.do("sync:open", {})).stickersRev;
  const before = await rev();
  await olga.do("sticker:rename-set", { setId, name: "WILD things" });
  for (let times = 0; times < 2; times += 1) await olga.do("sticker:remove-set", { setId: other });
  expect(await rev()).toBe(before + 1);
  expect(await namesFor(ben)).not.toContain("Tame things");
  expect((await olga.do("audit:list", {})).entries[0]).toMatchObject({
    act: "sticker:remove-set",
    detail: "Tame things",
  });
});

test("what was taken away stays in messages, is not sent any more, and goes with the last of them", async () => {
  const setId = await newSet(olga);
  const [kept, unused] = await Promise.all([newSticker(olga, setId), newSticker(olga, setId)]);
  const sent = await send(ben, kept);
  const elsewhere = await olga.createRoom("Elsewhere");
  await olga.do("sticker:remove", place(unused));
  await olga.do("sticker:remove-set", { setId });
  await expect.poll(() => existsSync(partsOf(unused.stickerId))).toBe(false);
  expect(await ben.codeOf("message:send", { id: newId(Date.now()), roomId, body: "", sticker: place(kept) })).toBe(
    "not_found",
  );
  // A lost answer is not a failed write.
  expect((await send(ben, kept, { id: sent.id })).seq).toBe(sent.seq);
  expect(await looksOf(await fetchSticker(kept))).toMatchObject({ format: "webp", width: 64 });
  expect((await fetchSticker(kept, xan)).status).toBe(404);
  expect((await fetchSticker({ ...kept, setId: newFileId() })).status).toBe(404);
  expect((await fetchSticker(kept, {})).status).toBe(401);

  const forward = { roomId, seq: sent.seq };
  const carried = await olga.do("message:send", { id: newId(Date.now()), roomId: elsewhere, body: "", forward });
  expect(carried.sticker).toEqual(sent.sticker);
  await ben.do("message:delete", { roomId, messageId: sent.id });
  expect((await fetchSticker(kept)).status).toBe(404);
  expect((await fetchSticker(kept, olga)).status).toBe(200);
  await olga.do("message:delete", { roomId: elsewhere, messageId: carried.id });
  await expect.poll(() => existsSync(partsOf(kept.stickerId))).toBe(false);
});

test("as long as a set has it, it stays whatever becomes of messages", async () => {
  const setId = await newSet(olga);
  const [sticker, spare] = await Promise.all([newSticker(olga, setId), newSticker(olga, setId)]);
  const { id: messageId } = await send(ben, sticker);
  await ben.do("message:delete", { roomId, messageId });
  await olga.do("sticker:remove", place(spare));
  await expect.poll(() => existsSync(partsOf(spare.stickerId))).toBe(false);
  expect((await fetchSticker(sticker)).status).toBe(200);
});

test("its picture is one's own, made for that, and used once", async () => {
  const setId = await newSet(olga);
  const { stickerId } = place(await newSticker(olga, setId));
  const add = (id: FileId, more: object = {}) =>
    olga.codeOf("sticker:add", { setId, stickerId: id, emoji: "🐈", ...more });
  expect(await add(stickerId)).toBe("ok");
  const forSticker = { use: "sticker" } as const;
  const [forEmoji, theirs, fresh] = await Promise.all([
    drawn(olga),
    drawn(ben, undefined, forSticker),
    drawn(olga, undefined, forSticker),
  ]);
  for (const id of [forEmoji, theirs, newFileId()]) expect(await add(id)).toBe("not_found");
  const other = await newSet(olga);
  expect(await olga.codeOf("sticker:add", { setId: other, stickerId, emoji: "🐈" })).toBe("not_found");
  for (const emoji of ["", "cat", "🐈🐈", ":cat:", "❤"]) expect(await add(fresh, { emoji }), emoji).toBe("invalid");
  expect(await add(fresh, { words: "w".repeat(101) })).toBe("invalid");
  await expect(share(olga, roomId, { files: [{ id: stickerId }] as never })).rejects.toThrow();
});

test("what moves still does, and stands still for those who ask, small for those who pick", async () => {
  const setId = await newSet(olga);
  const sticker = await newSticker(olga, setId, { bytes: await movingPicture(5, 600) });
  expect(sticker).toMatchObject({ isAnimated: true, width: 512, height: 512 });
  expect(await looksOf(await fetchSticker(sticker))).toMatchObject({ pages: 5, width: 512 });
  expect(await looksOf(await fetchSticker(sticker, ben, "/still"))).toMatchObject({ pages: 1, width: 512 });
  expect(await looksOf(await fetchSticker(sticker, ben, "/small"))).toMatchObject({ pages: 1, width: 192 });
});

test("what is no picture is refused, and sets end somewhere", async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(drawn(olga, svg, { use: "sticker" })).rejects.toThrow("invalid");
  const { sets } = await olga.do("sticker:list-own", {});
  for (let count = sets.length; count < 50; count += 1) await newSet(olga);
  await expect(newSet(olga)).rejects.toThrow("at most 50 sets");
});
