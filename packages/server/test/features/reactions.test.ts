import { limits, type Message, newId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { twentyKinds } from "./many-reactions.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let mod: Person;
let outsider: Person;
let roomId: RoomId;

beforeAll(async () => {
  [anna, mod, ben, outsider] = await populate(server, ["Anna", "Mona", "Ben", "Xan"]);
  roomId = await anna.createRoom("Reactions");
  await anna.do("member:add", { roomId, userIds: [ben.id, mod.id] });
  await anna.do("member:change", { roomId, userId: mod.id, role: "moderator" });
});

const seen = async (viewer: Person, seq: number) =>
  (await viewer.do("message:list", { roomId, seqs: [seq] })).messages[0]?.reactions;

describe("reacting", () => {
  test("is a change of the room that everybody hears, and of the message, on every path", async () => {
    const { seq, rev } = await anna.send(roomId, "Look");
    const witness = await anna.connect();
    const first = await ben.do("reaction:add", { roomId, seq, emoji: "👍" });
    const one = { emoji: "👍", count: 1, userIds: [ben.id] };
    expect(first).toEqual({ rev: rev + 1, seq, emoji: "👍", userId: ben.id, isOn: true, reaction: one });
    const second = await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
    const both = { emoji: "👍", count: 2, userIds: [ben.id, anna.id] };
    expect(second).toMatchObject({ rev: rev + 2, reaction: both });
    await mod.do("reaction:add", { roomId, seq, emoji: "❤️" });
    await witness.until("reaction:changed", (change) => change.emoji === "❤️");
    expect(witness.named("reaction:changed").map(({ payload }) => payload)).toMatchObject([first, second, {}]);
    witness.close();

    const heart = { emoji: "❤️", count: 1, userIds: [mod.id] };
    const asAnna = [{ ...both, isMine: true }, heart];
    const asMod = [both, { ...heart, isMine: true }];
    expect(await seen(anna, seq)).toEqual(asAnna);
    expect(await seen(mod, seq)).toEqual(asMod);
    const isIt = (message: Message) => message.seq === seq;
    const open = await anna.do("room:open", { roomId });
    expect(open.page.messages.find(isIt)).toMatchObject({ rev: rev + 3, reactions: asAnna });
    expect(open.state).toMatchObject({ rev: rev + 3, lastMessage: { seq, rev: rev + 3 } });
    expect(open.state.lastMessage).not.toHaveProperty("reactions");
    const history = await mod.do("message:history", { roomId });
    expect(history.messages.find(isIt)?.reactions).toEqual(asMod);
    const changes = await anna.do("sync:room", { roomId, sinceRev: rev });
    expect(changes).toMatchObject({ kind: "changes", messages: [{ seq, reactions: asAnna }] });
  });

  test("again changes nothing, nor does taking back what is not there", async () => {
    const { seq } = await anna.send(roomId, "Once");
    const { rev } = await ben.do("reaction:add", { roomId, seq, emoji: "🎉" });
    const data = await openData(server);
    const before = await data.digest();
    const witness = await anna.connect();
    expect(await ben.do("reaction:add", { roomId, seq, emoji: "🎉" })).toMatchObject({ rev, isOn: true });
    expect(await ben.do("reaction:remove", { roomId, seq, emoji: "👀" })).toMatchObject({ rev, reaction: null });
    expect(await anna.do("reaction:remove", { roomId, seq, emoji: "🎉" })).toMatchObject({ reaction: { count: 1 } });
    expect(await data.digest()).toBe(before);
    await data.close();
    await witness.barrier();
    expect(witness.events).toEqual([]);
    witness.close();
  });

  test("twenty times at once counts once", async () => {
    const { seq } = await anna.send(roomId, "At once");
    const all = Array.from({ length: 20 }, () => ben.do("reaction:add", { roomId, seq, emoji: "👍" }));
    expect(new Set((await Promise.all(all)).map(({ rev }) => rev)).size).toBe(1);
    expect(await seen(ben, seq)).toEqual([{ emoji: "👍", count: 1, userIds: [ben.id], isMine: true }]);
  });

  test("taken back, the rest keep their places; a kind that comes again is the last", async () => {
    const { seq } = await anna.send(roomId, "Places");
    for (const emoji of ["👍", "❤️", "🎉"]) await anna.do("reaction:add", { roomId, seq, emoji });
    await ben.do("reaction:add", { roomId, seq, emoji: "👍" });
    await anna.do("reaction:remove", { roomId, seq, emoji: "👍" });
    expect((await seen(ben, seq))?.map(({ emoji, count }) => [emoji, count])).toEqual([
      ["👍", 1],
      ["❤️", 1],
      ["🎉", 1],
    ]);
    expect(await ben.do("reaction:remove", { roomId, seq, emoji: "👍" })).toMatchObject({ reaction: null });
    await ben.do("reaction:add", { roomId, seq, emoji: "👍" });
    expect((await seen(ben, seq))?.map(({ emoji }) => emoji)).toEqual(["❤️", "🎉", "👍"]);
  });

  test("with more than twenty kinds is refused; anybody may still join those that are there", async () => {
    const { seq } = await anna.send(roomId, "Many");
    const kinds = twentyKinds();
    await Promise.all(kinds.map((emoji) => anna.do("reaction:add", { roomId, seq, emoji })));
    expect(await ben.codeOf("reaction:add", { roomId, seq, emoji: "🦖" })).toBe("conflict");
    expect(await ben.codeOf("reaction:add", { roomId, seq, emoji: kinds[7] ?? "" })).toBe("ok");
    expect(await seen(ben, seq)).toHaveLength(limits.reactionKinds);
  });

  test.each([
    ["a word", "ok"],
    ["markup", "<img src=x>"],
    ["two", "👍👍"],
    ["nothing", ""],
    ["an operator", { $ne: "" }],
    ["a heart that may be text", "❤"],
    ["a great deal", "👍".repeat(10_000)],
  ])("with %s is refused", async (_, emoji) => {
    const reply = await ben.ask("reaction:add", { roomId, seq: 1, emoji });
    expect(reply).toMatchObject({ ok: false, error: { code: "invalid" } });
  });

  test("somebody else's name, or a time, is not taken", async () => {
    for (const more of [{ userId: anna.id }, { reactedAt: 1 }])
      expect(await ben.ask("reaction:add", { roomId, seq: 1, emoji: "👍", ...more })).toMatchObject({ ok: false });
  });

  test("is nothing for outsiders, nor does it tell them of a message", async () => {
    const own = await outsider.createRoom("Elsewhere");
    for (const place of [
      { roomId, seq: 1 },
      { roomId, seq: 9_999 },
      { roomId: own, seq: 1 },
    ]) {
      expect(await outsider.codeOf("reaction:add", { ...place, emoji: "👍" })).toBe("not_found");
      expect(await outsider.codeOf("reaction:remove", { ...place, emoji: "👍" })).toBe("not_found");
      expect(await outsider.codeOf("reaction:list", place)).toBe("not_found");
    }
  });

  test("leaves unread counts as they are", async () => {
    const { seq } = await anna.send(roomId, "Unread");
    await ben.do("receipt:read", { roomId, seq });
    await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
    const state = (await ben.do("sync:open", {})).rooms.find(({ room }) => room.id === roomId);
    expect(state).toMatchObject({ readSeq: seq, unread: 0, mentions: 0 });
  });
});

describe("who reacted", () => {
  test("of one kind or of all, in the order in which they did, in pages", async () => {
    const { seq } = await anna.send(roomId, "Who?");
    await ben.do("reaction:add", { roomId, seq, emoji: "👍" });
    await mod.do("reaction:add", { roomId, seq, emoji: "🎉" });
    await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
    const all = await anna.do("reaction:list", { roomId, seq });
    expect(all.reactors.map(({ userId, emoji }) => [userId, emoji])).toEqual([
      [ben.id, "👍"],
      [mod.id, "🎉"],
      [anna.id, "👍"],
    ]);
    expect(all.people.map(({ name }) => name).sort()).toEqual(["Anna", "Ben", "Mona"]);
    expect(all.reactors[0]?.reactedAt).toBeTypeOf("number");
    expect(all.next).toBeNull();
    const first = await anna.do("reaction:list", { roomId, seq, emoji: "👍", limit: 1 });
    expect(first.reactors).toMatchObject([{ userId: ben.id }]);
    const after = first.next ?? 0;
    const second = await anna.do("reaction:list", { roomId, seq, emoji: "👍", limit: 1, after });
    expect(second).toMatchObject({ reactors: [{ userId: anna.id }], next: null });
    expect((await anna.do("reaction:list", { roomId, seq, emoji: "👀" })).reactors).toEqual([]);
  });

  test("of many, the first twelve are named with the message", async () => {
    const { seq } = await anna.send(roomId, "Crowd");
    await mod.do("reaction:add", { roomId, seq, emoji: "👍" });
    const data = await openData(server);
    for (let at = 0; at < 20; at += 1)
      await data.sql(
        `insert into reactions (room_id, seq, emoji, user_id, reacted_at, rev, kind_rev)
         values ('${roomId}', ${seq}, '👍', '${newId<UserId>(at)}', 1, ${100_000 + at}, 1)`,
      );
    await data.close();
    const change = await ben.do("reaction:add", { roomId, seq, emoji: "👍" });
    expect(change.reaction?.count).toBe(22);
    const [mine] = (await seen(ben, seq)) ?? [];
    expect(mine?.userIds).toHaveLength(limits.reactionPeople);
    expect(mine).toMatchObject({ count: 22, isMine: true });
  });
});

describe("clients", () => {
  test("keep up, live and after having been away, whatever happens to the message", async () => {
    const { client } = await startClient(ben);
    const { seq, id: messageId } = await anna.send(roomId, "Watched");
    await client.openRoom(roomId);
    await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
    await client.react(roomId, seq, { emoji: "👍", isOn: true });
    await anna.do("message:edit", { roomId, messageId, body: "Watched closely" });
    await proveSync(ben, client);
    const shown = () =>
      client
        .getState()
        .rooms.get(roomId)
        ?.window?.messages.find((message) => message.seq === seq);
    expect(shown()).toMatchObject({
      body: "Watched closely",
      reactions: [{ emoji: "👍", count: 2, userIds: [anna.id, ben.id], isMine: true }],
    });
    await client.react(roomId, seq, { emoji: "👍", isOn: false });
    await anna.do("reaction:remove", { roomId, seq, emoji: "👍" });
    await proveSync(ben, client);
    expect(shown()).not.toHaveProperty("reactions");
    await client.react(roomId, seq, { emoji: "🎉", isOn: true });
    await anna.do("message:delete", { roomId, messageId });
    await proveSync(ben, client);
    expect(shown()).toMatchObject({ body: "", deletedAt: expect.any(Number) });
    expect(shown()).not.toHaveProperty("reactions");
    await client.stop();
  });

  test("of many at once, miss none", async () => {
    const { client } = await startClient(ben);
    await client.openRoom(roomId);
    const { seq } = await anna.send(roomId, "Storm");
    const kinds = twentyKinds();
    const storm = [anna, ben, mod].flatMap((person) =>
      kinds.map((emoji) => person.do("reaction:add", { roomId, seq, emoji })),
    );
    await Promise.all(storm);
    await Promise.all(kinds.slice(0, 10).map((emoji) => anna.do("reaction:remove", { roomId, seq, emoji })));
    await proveSync(ben, client);
    await client.stop();
  });
});
