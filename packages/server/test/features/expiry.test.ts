import type { Message, RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const minuteMs = 60_000;
const expiresAfterMs = 5 * minuteMs;

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});
beforeEach(async () => {
  roomId = await anna.createRoom("Short-lived");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  await anna.do("room:set-expiry", { roomId, expiresAfterMs });
});

describe("choosing", () => {
  test("is for moderators, and for both in a private conversation", async () => {
    const witness = await ben.connect();
    expect(await ben.codeOf("room:set-expiry", { roomId, expiresAfterMs: null })).toBe("forbidden");
    const { rev } = (await ben.do("room:open", { roomId })).state;
    expect(await anna.do("room:set-expiry", { roomId, expiresAfterMs })).toMatchObject({ expiresAfterMs });
    expect(await anna.do("room:set-expiry", { roomId, expiresAfterMs: null })).toMatchObject({ expiresAfterMs: null });
    const { payload } = await witness.until("room:changed");
    // What it was already is no change.
    expect(payload).toMatchObject({ rev: rev + 1, room: { id: roomId, expiresAfterMs: null } });
    expect((await anna.send(roomId, "Stays")).expiresAt).toBeUndefined();
    const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
    const place = { roomId: direct.room.id, expiresAfterMs: 90 * 24 * 60 * minuteMs };
    expect(await ben.do("room:set-expiry", place)).toMatchObject({ expiresAfterMs: place.expiresAfterMs });
    expect(await cleo.codeOf("room:set-expiry", place)).toBe("not_found");
    for (const wrong of [0, expiresAfterMs - 1, place.expiresAfterMs + 1])
      expect(await ben.codeOf("room:set-expiry", { ...place, expiresAfterMs: wrong })).toBe("invalid");
    witness.close();
  });
});

describe("disappearing", () => {
  test("within a second, for everyone; the tombstone keeps its time", async () => {
    const witness = await ben.connect();
    const kept = await anna.do("room:set-expiry", { roomId, expiresAfterMs: null });
    const before = await anna.send(roomId, "Stays");
    await anna.do("room:set-expiry", { roomId, expiresAfterMs });
    const message = await anna.send(roomId, "Goes @ben", { replyTo: before.seq });
    expect(message.expiresAt).toBe(message.sentAt + expiresAfterMs);
    const edited = await anna.do("message:edit", { roomId, messageId: message.id, body: "Goes, too @ben" });
    expect(edited.expiresAt).toBe(message.expiresAt);
    server.clock.forward(expiresAfterMs - 2_000);
    await witness.barrier();
    expect(witness.named("message:deleted")).toEqual([]);
    server.clock.forward(2_000);
    const { payload } = await witness.until("message:deleted");
    const { id, seq, senderId, sentAt, expiresAt = 0 } = message;
    expect(payload).toEqual({
      id,
      seq,
      rev: edited.rev + 1,
      senderId,
      body: "",
      sentAt,
      deletedAt: expiresAt,
      expiresAt,
    });
    const { page, state } = await ben.do("room:open", { roomId });
    expect(page.messages).toEqual([before, payload]);
    expect(state).toMatchObject({
      unread: 1,
      mentions: 0,
      lastMessage: payload,
      rev: payload.rev,
      room: { id: kept.id },
    });
    expect(await anna.send(roomId, "Again", { id })).toEqual(payload);
    const data = await openData(server);
    expect(await data.sql(`select * from mentions where room_id = '${roomId}'`)).toEqual([]);
    expect(await data.digest()).not.toContain("Goes");
    await data.close();
    witness.close();
  });

  test("one that somebody deleted first says so", async () => {
    const message = await anna.send(roomId, "Goes");
    const tombstone = await anna.do("message:delete", { roomId, messageId: message.id });
    expect(tombstone).not.toHaveProperty("expiresAt");
    const { messages } = await ben.do("message:list", { roomId, seqs: [message.seq] });
    expect(messages).toEqual([tombstone]);
  });

  test("a client that was there and one that comes then agree; more than one round of them too", async () => {
    const live = await startClient(ben);
    await live.client.openRoom(roomId);
    const sends = Array.from({ length: 40 }, (_, at) => anna.send(roomId, `Goes ${at} @ben`));
    await Promise.all(sends);
    await anna.do("room:set-expiry", { roomId, expiresAfterMs: null });
    await anna.send(roomId, "Stays @ben");
    server.clock.forward(expiresAfterMs);
    await expect
      .poll(
        () =>
          live.client
            .getState()
            .rooms.get(roomId)
            ?.window?.messages.filter(({ body }) => body !== "").length,
      )
      .toBe(1);
    expect(live.client.getState().rooms.get(roomId)?.state).toMatchObject({ unread: 1, mentions: 1 });
    await proveSync(ben, live.client);
    await live.client.stop();
  });
});

describe("before it is swept", () => {
  test("no path shows it, no edit brings it back; and then it goes", async () => {
    const { room } = await anna.do("room:create-direct", { userIds: [cleo.id] });
    const { id, seq, rev, senderId, sentAt } = await anna.send(room.id, "CANARY @cleo");
    const expiresAt = server.clock.now() - 1;
    // Behind the server's back: its job was not woken for this one.
    const data = await openData(server);
    await data.sql(`update messages set expires_at = ${expiresAt} where id = '${id}'`);
    const gone: Message = { id, seq, rev, senderId, body: "", sentAt, deletedAt: expiresAt, expiresAt };
    const at = { roomId: room.id };
    const view = await cleo.do("room:open", at);
    expect(view.page.messages).toEqual([gone]);
    expect(view.state.lastMessage).toEqual(gone);
    expect((await cleo.do("sync:open", {})).rooms.find((state) => state.room.id === room.id)).toEqual(view.state);
    expect(await cleo.do("sync:room", { ...at, sinceRev: 0 })).toMatchObject({ messages: [gone] });
    expect((await cleo.do("message:history", at)).messages).toEqual([gone]);
    expect((await cleo.do("message:list", { ...at, seqs: [1] })).messages).toEqual([gone]);
    expect(await anna.send(room.id, "Again", { id })).toEqual(gone);
    expect(await anna.codeOf("message:edit", { ...at, messageId: id, body: "Back" })).toBe("conflict");
    expect(await anna.do("message:delete", { ...at, messageId: id })).toEqual(gone);
    expect(await data.sql(`select body from messages where id = '${id}'`)).toEqual([{ body: "CANARY @cleo" }]);

    const live = await startClient(cleo);
    await live.client.openRoom(room.id);
    await anna.send(roomId, "Wakes it");
    server.clock.forward(expiresAfterMs);
    await expect.poll(() => live.heard.includes("message:deleted")).toBe(true);
    expect((await cleo.do("message:history", at)).messages).toEqual([{ ...gone, rev: rev + 1 }]);
    expect(await data.digest()).not.toContain("CANARY");
    await proveSync(cleo, live.client);
    await live.client.stop();
    await data.close();
  });
});

test("what came due while the server was down goes when it starts", async () => {
  const first = await startServer();
  const [olga] = await populate(first, ["Olga"]);
  const place = await olga.createRoom("Down");
  await olga.do("room:set-expiry", { roomId: place, expiresAfterMs });
  const message = await olga.send(place, "CANARY");
  const data = await openData(first);
  await first.halt();
  await data.sql(`update messages set expires_at = ${message.sentAt} where id = '${message.id}'`);
  const second = await first.again();
  await expect.poll(() => data.sql(`select body from messages where id = '${message.id}'`)).toEqual([{ body: "" }]);
  await data.close();
  await second.stop();
});
