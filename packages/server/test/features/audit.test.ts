import { type AuditEntry, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let sue: Person;
let olga: Person;
let mona: Person;
let mel: Person;
let eve: Person;
let xan: Person;
let roomId: RoomId;

beforeAll(async () => {
  // So that no hour ends by chance.
  server.clock.stop();
  [sue, olga, mona, mel, eve, xan] = await populate(server, ["Sue", "Olga", "Mona", "Mel", "Eve", "Xan"]);
  roomId = await olga.createRoom("House", "public");
  await olga.do("member:add", { roomId, userIds: [mona.id, mel.id, eve.id] });
  await olga.do("member:change", { roomId, userId: mona.id, role: "moderator" });
});

const entries = async (who: Person, input: { roomId?: RoomId } = { roomId }) =>
  (await who.do("audit:list", input)).entries;
const newest = async (who: Person, input?: { roomId?: RoomId }): Promise<Partial<AuditEntry> | undefined> => {
  const [{ id: _, at: _at, ...entry } = {} as AuditEntry] = await entries(who, input);
  return entry;
};

test("every administrative act leaves a line", async () => {
  const acts: [act: string, does: () => Promise<unknown>][] = [
    ["member:change", () => olga.do("member:change", { roomId, userId: eve.id, role: "moderator" })],
    ["member:change", () => olga.do("member:change", { roomId, userId: eve.id, role: "member" })],
    ["member:mute", () => mona.do("member:mute", { roomId, userId: eve.id, forMs: 60_000 })],
    ["member:remove", () => mona.do("member:remove", { roomId, userId: eve.id })],
    ["member:ban", () => mona.do("member:ban", { roomId, userId: eve.id, reason: "Noise" })],
    ["member:unban", () => mona.do("member:unban", { roomId, userId: eve.id })],
    ["room:change", () => mona.do("room:change", { roomId, rules: { slowModeMs: 1_000 }, topic: "Quiet" })],
    [
      "invitation:revoke",
      async () => {
        const { id: invitationId } = await mel.do("invitation:create", { roomId });
        await mona.do("invitation:revoke", { roomId, invitationId });
      },
    ],
    [
      "message:delete",
      async () => {
        const { id: messageId } = await mel.send(roomId, "CANARY");
        await mona.do("message:delete", { roomId, messageId });
      },
    ],
    [
      "report:settle",
      async () => {
        const { id: reportId } = await xan.do("report:create", { userId: eve.id, reason: "spam", line: "CANARY" });
        await sue.do("report:settle", { reportId, action: "warn", note: "Please" });
      },
    ],
    ["user:suspend", () => sue.do("user:suspend", { userId: eve.id, reason: "Spam", forMs: null })],
    ["user:restore", () => sue.do("user:restore", { userId: eve.id })],
    ["user:change-role", () => sue.do("user:change-role", { userId: xan.id, role: "admin" })],
    ["user:change-role", () => sue.do("user:change-role", { userId: xan.id, role: "person" })],
  ];
  for (const [act, does] of acts) {
    const before = (await entries(sue, {})).length;
    await does();
    expect((await newest(sue, {}))?.act).toBe(act);
    expect(await entries(sue, {})).toHaveLength(before + 1);
  }
  const all = await entries(sue, {});
  expect(JSON.stringify(all)).not.toContain("CANARY");
  expect(all.find(({ act }) => act === "member:ban")).toMatchObject({
    actorId: mona.id,
    roomId,
    userId: eve.id,
    detail: "Banned. Noise",
  });
  expect(all.find(({ act }) => act === "room:change")?.detail).toBe("Changed topic, rules.");
});

test("what one does in a room of one's own, or to what is one's own, is no administrative act", async () => {
  const before = (await entries(sue, {})).length;
  await olga.do("room:change", { roomId, topic: "Mine" });
  const { id: messageId } = await olga.send(roomId, "Mine");
  await olga.do("message:delete", { roomId, messageId });
  const { id: invitationId } = await olga.do("invitation:create", { roomId });
  await olga.do("invitation:revoke", { roomId, invitationId });
  expect(await entries(sue, {})).toHaveLength(before);
});

test("a room's lines are for its moderators, all lines for administrators; in pages, newest first", async () => {
  const ofRoom = await entries(mona);
  expect(new Set(ofRoom.map((entry) => entry.roomId))).toEqual(new Set([roomId]));
  expect(await entries(sue)).toEqual(ofRoom);
  expect(await mona.codeOf("audit:list", {})).toBe("forbidden");
  expect(await mel.codeOf("audit:list", { roomId })).toBe("forbidden");
  const hidden = await olga.createRoom("Hidden");
  const nowhere = newId<RoomId>(Date.now());
  for (const id of [hidden, nowhere]) expect(await mona.codeOf("audit:list", { roomId: id })).toBe("not_found");
  for (let at = 0; at < 60; at += 1)
    await mona.do("member:mute", { roomId, userId: mel.id, forMs: at % 2 ? 0 : 60_000 });
  const first = await mona.do("audit:list", { roomId });
  const second = await mona.do("audit:list", { roomId, before: first.entries.at(-1)?.id });
  expect([first.entries.length, first.hasMore, second.hasMore]).toEqual([50, true, false]);
  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort().reverse());
  // Mel's question above was refused, and noted.
  const all = ofRoom.length + 60 + 1;
  expect([new Set(ids).size, ids.length]).toEqual([all, all]);
});

describe("what was refused", () => {
  test("is noted once for each person, request and hour", async () => {
    const data = await openData(server);
    const count = async () => Number((await data.sql("select count(*) as count from audit_log"))[0]?.count);
    const before = await count();
    for (let at = 0; at < 5; at += 1) await mel.codeOf("member:ban", { roomId, userId: mona.id });
    expect(await newest(sue)).toEqual({
      actorId: mel.id,
      act: "member:ban",
      roomId,
      userId: null,
      isRefused: true,
      detail: "You may not do this in this room.",
    });
    await mel.codeOf("member:mute", { roomId, userId: mona.id, forMs: 0 });
    await eve.codeOf("room:join", { roomId });
    expect((await count()) - before).toBe(2);
    server.clock.forward(3_600_000);
    await mel.codeOf("member:ban", { roomId, userId: mona.id });
    expect((await count()) - before).toBe(3);
    await data.close();
  });

  test("is noted when it was forbidden, not when there was nothing, and not for what comes by itself", async () => {
    await mel.do("member:list", { roomId });
    const newestId = async () => (await sue.do("audit:list", {})).entries[0]?.id;
    const before = await newestId();
    await mel.codeOf("room:open", { roomId: newId<RoomId>(Date.now()) });
    await mona.do("member:mute", { roomId, userId: mel.id, forMs: 60_000 });
    const muted = await newestId();
    expect(muted).not.toBe(before);
    expect(await mel.codeOf("typing:start", { roomId })).toBe("forbidden");
    expect(await newestId()).toBe(muted);
  });
});

test("no line can be changed or removed, by whatever statement", async () => {
  const data = await openData(server);
  const lines = () => data.sql("select * from audit_log order by id");
  const before = await lines();
  expect(before.length).toBeGreaterThan(0);
  await expect(data.sql("delete from audit_log")).rejects.toThrow(/only added/);
  await expect(data.sql("update audit_log set detail = ''")).rejects.toThrow(/only added/);
  expect(await lines()).toEqual(before);
  await data.close();
});
