import { limits, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mona: Person;
let mel: Person;
let hush: Person;
let xan: Person;
let roomId: RoomId;
const hourMs = 3_600_000;

beforeAll(async () => {
  [olga, mona, mel, hush, xan] = await populate(server, ["Olga", "Mona", "Mel", "Hush", "Xan"]);
  roomId = await olga.createRoom("House", "public");
  await olga.do("member:add", { roomId, userIds: [mona.id, mel.id, hush.id] });
  await olga.do("member:change", { roomId, userId: mona.id, role: "moderator" });
});

const mute = (forMs: number | null) => mona.do("member:mute", { roomId, userId: hush.id, forMs });

describe("somebody who is muted", () => {
  test("reads, but does not write; deletes, but does not edit what they wrote", async () => {
    const { id: messageId } = await hush.send(roomId, "Before");
    const member = await mute(hourMs);
    expect(member.mutedUntil).toBeGreaterThan(server.clock.now());
    await expect(hush.send(roomId, "Now")).rejects.toThrow(/^You are muted in this room until .* UTC\.$/);
    expect(await hush.codeOf("message:edit", { roomId, messageId, body: "Changed" })).toBe("forbidden");
    expect(await hush.codeOf("typing:start", { roomId })).toBe("forbidden");
    expect(await hush.codeOf("draft:save", { roomId, body: "For later" })).toBe("ok");
    expect(await hush.codeOf("receipt:read", { roomId, seq: 1 })).toBe("ok");
    expect(await hush.codeOf("message:delete", { roomId, messageId })).toBe("ok");
    expect(await mel.codeOf("message:send", { id: messageId, roomId, body: "Mel may" })).toBe("conflict");
  });

  test("may write again when its time is over, or when it is taken back", async () => {
    await mute(hourMs);
    server.clock.forward(hourMs + 1_000);
    await hush.send(roomId, "Time is over");
    await mute(null);
    await expect(hush.send(roomId, "Now")).rejects.toThrow("You are muted in this room.");
    expect(await mute(0)).not.toHaveProperty("mutedUntil");
    await hush.send(roomId, "Taken back");
  });

  test("hears of it, and is in sync; everybody sees it in the list", async () => {
    const live = await startClient(hush);
    await live.client.openRoom(roomId);
    const mine = () => live.client.getState().rooms.get(roomId)?.state.mutedUntil;
    const untilMuted = new Promise<void>((resolve) => {
      live.client.subscribe(() => mine() === limits.forGood && resolve());
    });
    await mute(null);
    await untilMuted;
    await proveSync(hush, live.client);
    await live.client.stop();
    const { members } = await mel.do("member:list", { roomId });
    expect(members.filter((member) => member.mutedUntil !== undefined).map((one) => one.userId)).toEqual([hush.id]);
  });

  test("is so still after leaving and coming back, or being brought back", async () => {
    await mute(null);
    await hush.do("room:leave", { roomId });
    const witness = await mel.connect();
    expect(await hush.do("room:join", { roomId })).toMatchObject({ mutedUntil: limits.forGood });
    expect((await witness.until("member:joined")).payload.member.mutedUntil).toBe(limits.forGood);
    await expect(hush.send(roomId, "Back")).rejects.toThrow("You are muted");
    witness.close();
  });
});

test("only who ranks below is muted, and only by those who keep order", async () => {
  const codeOf = (actor: Person, target: Person) =>
    actor.codeOf("member:mute", { roomId, userId: target.id, forMs: hourMs });
  expect(await codeOf(mel, hush)).toBe("forbidden");
  expect(await codeOf(mona, olga)).toBe("forbidden");
  expect(await codeOf(mona, mona)).toBe("forbidden");
  expect(await codeOf(mona, xan)).toBe("not_found");
  expect(await codeOf(xan, hush)).toBe("forbidden");
  expect(await codeOf(olga, mona)).toBe("ok");
  expect(await mona.codeOf("member:mute", { roomId, userId: mona.id, forMs: 0 })).toBe("forbidden");
  expect(await codeOf(mona, hush)).toBe("ok");
});
