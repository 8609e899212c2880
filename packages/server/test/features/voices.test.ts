import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { befriend } from "../looking.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { shareVoice } from "../uploading.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;
let direct: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [olga, mel, xan] = await populate(server, ["Olga", "Mel", "Xan"]);
  await befriend(olga, mel);
  direct = (await olga.do("room:create-direct", { userIds: [mel.id] })).room.id;
});
beforeEach(async () => {
  roomId = await olga.createRoom(`Studio ${numbers.next().value}`);
  await olga.do("member:add", { roomId, userIds: [mel.id] });
});

const play = (person: Person, seq: number, room = roomId) => person.do("voice:play", { roomId: room, seq });
const playedAt = async (person: Person, seq: number, room = roomId) =>
  (await person.do("message:list", { roomId: room, seqs: [seq] })).messages[0]?.playedAt;

test("who plays it knows on all devices; the others in a room learn nothing of it", async () => {
  const { seq } = await shareVoice(olga, roomId);
  const [witness, sender] = [await mel.connect(), await olga.connect()];
  const first = await play(mel, seq);
  expect(first).toEqual({ seq, playedAt: expect.any(Number) });
  const { payload } = await witness.until("voice:played", (heard) => heard.seq === seq);
  expect(payload).toMatchObject({ roomId, ...first });
  server.clock.forward(1_000);
  expect(await play(mel, seq)).toEqual(first);
  await Promise.all([witness.barrier(), sender.barrier()]);
  expect([witness.named("voice:played").length, sender.named("voice:played").length]).toEqual([1, 0]);
  expect([await playedAt(mel, seq), await playedAt(olga, seq)]).toEqual([first.playedAt, undefined]);
  const { page } = await mel.do("room:open", { roomId });
  expect(page.messages.at(-1)?.playedAt).toBe(first.playedAt);
  for (const one of [witness, sender]) one.close();
});

test("nobody plays what is not there for them, is no voice message, or their own", async () => {
  const { seq, id: messageId } = await shareVoice(olga, roomId);
  const text = await olga.send(roomId, "Read this");
  expect(await xan.codeOf("voice:play", { roomId, seq })).toBe("not_found");
  expect(await mel.codeOf("voice:play", { roomId, seq: text.seq })).toBe("conflict");
  expect(await mel.codeOf("voice:play", { roomId, seq: 99 })).toBe("not_found");
  expect(await olga.codeOf("voice:play", { roomId, seq })).toBe("conflict");
  await olga.do("message:delete", { roomId, messageId });
  expect(await mel.codeOf("voice:play", { roomId, seq })).toBe("conflict");
});

test("in a conversation of two its sender learns of it, if both show their receipts and nobody blocks", async () => {
  const shown = async () => {
    const { seq } = await shareVoice(olga, direct);
    const { playedAt: at } = await play(mel, seq, direct);
    expect(await playedAt(mel, seq, direct)).toBe(at);
    const seen = await playedAt(olga, seq, direct);
    expect([undefined, at]).toContain(seen);
    return seen !== undefined;
  };
  expect(await shown()).toBe(true);
  for (const person of [mel, olga]) {
    await person.do("room:prefer", { roomId: direct, receipts: false });
    expect(await shown()).toBe(false);
    await person.do("room:prefer", { roomId: direct, receipts: null });
  }
  await mel.do("settings:change", { presence: "invisible" });
  expect(await shown()).toBe(false);
  await mel.do("settings:change", { presence: "auto" });
  const { seq } = await shareVoice(olga, direct);
  await olga.do("block:add", { userId: mel.id });
  await play(mel, seq, direct);
  await olga.do("block:remove", { userId: mel.id });
  expect(await playedAt(olga, seq, direct)).toBe(undefined);
  expect(await shown()).toBe(true);
});

test("a client hears of it at once, and one that was away when it comes back", async () => {
  const { seq } = await shareVoice(olga, direct);
  const away = await startClient(olga);
  await away.client.openRoom(direct);
  const { rooms } = away.client.getState();
  const { rev = 0 } = rooms.get(direct)?.state ?? {};
  await play(mel, seq, direct);
  await expect.poll(() => away.heard.includes("voice:played")).toBe(true);
  await proveSync(olga, away.client);
  // The room has not moved on: what was played since then is told all the same.
  const changes = await olga.do("sync:room", { roomId: direct, sinceRev: rev });
  expect(changes).toMatchObject({ kind: "changes", messages: [] });
  expect(changes.kind === "changes" && changes.plays.map((one) => one.seq)).toContain(seq);
  await away.client.stop();
});

test("played offline it is kept, and goes out like anything else that one did", async () => {
  const { seq } = await shareVoice(olga, direct);
  const live = await startClient(mel);
  await live.client.openRoom(direct);
  await live.client.markPlayed(direct, seq);
  await live.client.markPlayed(direct, seq);
  await expect.poll(() => playedAt(olga, seq, direct)).toBeDefined();
  await expect.poll(() => live.client.getState().outbox).toEqual([]);
  await proveSync(mel, live.client);
  await live.client.stop();
});

test("with the message goes what is known of it, one by one, all of a person's, or by its time", async () => {
  await olga.do("room:set-expiry", { roomId: direct, expiresAfterMs: 300_000 });
  for (let at = 0; at < 3; at += 1) {
    const { seq, id: messageId } = await shareVoice(olga, direct);
    await play(mel, seq, direct);
    if (at === 0) await olga.do("message:delete", { roomId: direct, messageId });
    if (at === 1) await olga.do("message:delete-mine", { roomId: direct });
  }
  server.clock.forward(300_001);
  const data = await openData(server);
  const left = () => data.sql(`select seq from plays where room_id = '${direct}'`);
  await expect.poll(left).toEqual([]);
  await data.close();
  await olga.do("room:set-expiry", { roomId: direct, expiresAfterMs: null });
});
