import { type MessageId, newId, openRules, type RoomId, type RoomRules } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mona: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [olga, mona, mel, xan] = await populate(server, ["Olga", "Mona", "Mel", "Xan"]);
});
beforeEach(async () => {
  roomId = await olga.createRoom(`House ${numbers.next().value}`);
  await olga.do("member:add", { roomId, userIds: [mona.id, mel.id] });
  await olga.do("member:change", { roomId, userId: mona.id, role: "moderator" });
});

const rule = (rules: Partial<RoomRules>) => mona.do("room:change", { roomId, rules });

test("rules are changed one by one, by moderators, and everyone hears of it", async () => {
  const witness = await mel.connect();
  expect((await rule({ post: "moderators" })).rules).toMatchObject({ post: "moderators", invite: "everyone" });
  const room = await rule({ slowModeMs: 5_000 });
  expect(room.rules).toEqual({ ...openRules, post: "moderators", slowModeMs: 5_000 });
  expect((await witness.until("room:changed", ({ rev }) => rev > 0)).payload.room.name).toBe(room.name);
  expect((await mel.do("room:open", { roomId })).state.room).toEqual(room);
  expect(await mel.codeOf("room:change", { roomId, rules: { post: "everyone" } })).toBe("forbidden");
  expect(await xan.codeOf("room:change", { roomId, rules: { post: "everyone" } })).toBe("not_found");
  witness.close();
});

test("in an announcement room only moderators write; everyone reads, and takes back what they wrote", async () => {
  const { id: messageId } = await mel.send(roomId, "Before");
  await rule({ post: "moderators" });
  await expect(mel.send(roomId, "Now")).rejects.toThrow("Only moderators write in this room.");
  expect(await mel.codeOf("message:edit", { roomId, messageId, body: "Changed" })).toBe("forbidden");
  expect(await mel.codeOf("message:delete", { roomId, messageId })).toBe("ok");
  expect(await mel.codeOf("receipt:read", { roomId, seq: 1 })).toBe("ok");
  await mona.send(roomId, "News");
});

test("where only moderators bring people in, members neither invite nor add", async () => {
  await rule({ invite: "moderators" });
  expect(await mel.codeOf("invitation:create", { roomId })).toBe("forbidden");
  await expect(mel.do("member:add", { roomId, userIds: [xan.id] })).rejects.toThrow("Only moderators bring people");
  expect(await mona.codeOf("invitation:create", { roomId })).toBe("ok");
});

describe("slow mode", () => {
  const send = (person: Person, body: string, id = newId<MessageId>(Date.now())) =>
    person.ask("message:send", { id, roomId, body });

  test("makes members wait, says how long, and forgets a message that was sent twice for once", async () => {
    await rule({ slowModeMs: 60_000 });
    const id = newId<MessageId>(Date.now());
    expect(await send(mel, "One", id)).toMatchObject({ ok: true });
    expect(await send(mel, "One, again", id)).toMatchObject({ ok: true, data: { body: "One" } });
    const refused = await send(mel, "Two");
    expect(refused).toMatchObject({ error: { code: "rate_limited" } });
    if (refused.ok) throw new Error("It was sent.");
    expect(refused.error.retryAfterMs).toBeGreaterThan(50_000);
    expect(refused.error.retryAfterMs).toBeLessThanOrEqual(60_000);
    server.clock.forward(refused.error.retryAfterMs ?? 0);
    expect(await send(mel, "Two")).toMatchObject({ ok: true });
    for (const body of ["a", "b"]) expect(await send(mona, body)).toMatchObject({ ok: true });
  });

  test("is not got around by deleting, or by leaving and coming back", async () => {
    await rule({ slowModeMs: 60_000 });
    const { id: messageId } = await mel.send(roomId, "One");
    await mel.do("message:delete", { roomId, messageId });
    expect(await send(mel, "Two")).toMatchObject({ error: { code: "rate_limited" } });
    await mel.do("room:leave", { roomId });
    await mona.do("member:add", { roomId, userIds: [mel.id] });
    expect(await send(mel, "Two")).toMatchObject({ error: { code: "rate_limited" } });
    await rule({ slowModeMs: 0 });
    expect(await send(mel, "Two")).toMatchObject({ ok: true });
  });

  test("lets a client's outbox wait, and then sends in order", async () => {
    await rule({ slowModeMs: 400 });
    const live = await startClient(mel);
    await live.client.openRoom(roomId);
    const witness = await mona.connect();
    for (const body of ["one", "two", "three"]) await live.client.send(roomId, body);
    await witness.until("message:sent", ({ body }) => body === "three");
    expect(witness.named("message:sent").map(({ payload }) => payload.body)).toEqual(["one", "two", "three"]);
    await live.client.stop();
    witness.close();
  });
});

describe("calling everyone", () => {
  test("counts for all but the sender, once, and no more when it is edited away", async () => {
    const lives = [await startClient(mel), await startClient(mona)] as const;
    for (const { client } of lives) await client.openRoom(roomId);
    const counts = async () => {
      const mentions = async (person: Person) =>
        (await person.do("sync:open", {})).rooms.find(({ room }) => room.id === roomId)?.mentions;
      return [await mentions(olga), await mentions(mona), await mentions(mel)];
    };
    const message = await mel.send(roomId, "Dinner, @everyone and @mona!");
    expect(message).toMatchObject({ mentionsAll: true, mentions: [mona.id] });
    expect(await counts()).toEqual([1, 1, 0]);
    await proveSync(mona, lives[1].client);
    await proveSync(mel, lives[0].client);
    const edited = await mel.do("message:edit", { roomId, messageId: message.id, body: "Dinner, @mona!" });
    expect(edited).not.toHaveProperty("mentionsAll");
    expect(await counts()).toEqual([0, 1, 0]);
    await mel.do("message:edit", { roomId, messageId: message.id, body: "@everyone" });
    await mel.do("message:delete", { roomId, messageId: message.id });
    expect(await counts()).toEqual([0, 0, 0]);
    for (const { client } of lives) await client.stop();
  });

  test("without the permission it is only a word", async () => {
    await rule({ mentionAll: "moderators" });
    expect(await mel.send(roomId, "@everyone")).not.toHaveProperty("mentionsAll");
    expect(await mona.send(roomId, "@everyone")).toHaveProperty("mentionsAll", true);
    expect(await mona.send(roomId, "`@everyone`")).not.toHaveProperty("mentionsAll");
    const { room } = await mel.do("room:create-direct", { userIds: [mona.id] });
    expect(await mel.send(room.id, "@everyone")).not.toHaveProperty("mentionsAll");
  });

  test("is not heard of those whom one has blocked", async () => {
    await mona.do("block:add", { userId: mel.id });
    await mel.send(roomId, "@everyone");
    const { rooms } = await mona.do("sync:open", {});
    expect(rooms.find(({ room }) => room.id === roomId)).toMatchObject({ unread: 0, mentions: 0 });
    await mona.do("block:remove", { userId: mel.id });
  });
});
