import { limits, type RoomChanges, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
  roomId = await anna.createRoom("History");
  await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id] });
});

type Changes = Extract<RoomChanges, { kind: "changes" }>;
const since = async (sinceRev: number, limit = 200) => ben.do("sync:room", { roomId, sinceRev, limit });
const changesSince = async (sinceRev: number, limit?: number): Promise<Changes> => {
  const answer = await since(sinceRev, limit);
  if (answer.kind !== "changes") throw new Error("A reset was answered.");
  return answer;
};
const revNow = async () => (await ben.do("room:open", { roomId })).state.rev;

test("at the present there is nothing to tell", async () => {
  const rev = await revNow();
  expect(await changesSince(rev)).toMatchObject({ messages: [], members: [], hasMore: false, state: { rev } });
});

test("the newest state of each message that changed, in order, and of each membership", async () => {
  const [first, second, third] = [
    await anna.send(roomId, "1"),
    await anna.send(roomId, "2"),
    await anna.send(roomId, "3"),
  ];
  const rev = await revNow();
  const edited = await anna.do("message:edit", { roomId, messageId: third.id, body: "3!" });
  const tombstone = await anna.do("message:delete", { roomId, messageId: first.id });
  await anna.do("member:change", { roomId, userId: cleo.id, role: "moderator" });
  await cleo.do("room:leave", { roomId });
  const answer = await changesSince(rev);
  expect(answer.messages).toEqual([edited, tombstone]);
  expect(answer.messages).not.toContainEqual(second);
  expect(answer.members).toMatchObject([{ userId: cleo.id, hasLeft: true, rev: answer.state.rev }]);
  expect(answer.people.map((person) => person.id).sort()).toEqual([anna.id, cleo.id].sort());
});

test("in pages, each as far as it says, without a gap", async () => {
  const from = await revNow();
  const sent: number[] = [];
  for (let at = 0; at < 7; at += 1) sent.push((await anna.send(roomId, `p${at}`)).seq);
  await anna.do("member:add", { roomId, userIds: [cleo.id] });
  const seen: number[] = [];
  const members: string[] = [];
  let rev = from;
  for (let hasMore = true; hasMore; ) {
    const page = await changesSince(rev, 3);
    for (const message of page.messages) expect(message.rev).toBeLessThanOrEqual(page.state.rev);
    seen.push(...page.messages.map((message) => message.seq));
    members.push(...page.members.map((member) => member.userId));
    expect(page.state.rev).toBeGreaterThan(rev);
    ({ hasMore } = page);
    rev = page.state.rev;
  }
  expect(seen).toEqual(sent);
  expect(members).toEqual([cleo.id]);
  expect(rev).toBe(await revNow());
});

describe("a reset", () => {
  test("answers a rev of the future: a restored backup took it back", async () => {
    const answer = await since((await revNow()) + 1);
    expect(answer).toMatchObject({ kind: "reset", view: { state: { room: { id: roomId } }, page: { isEnd: true } } });
  });

  test("answers when too much has changed", async () => {
    const rev = await revNow();
    const data = await openData(server);
    await data.sql(`update rooms set last_rev = ${rev + limits.resyncRevs} where id = '${roomId}'`);
    expect((await since(rev)).kind).toBe("changes");
    await data.sql(`update rooms set last_rev = ${rev + limits.resyncRevs + 1} where id = '${roomId}'`);
    await data.close();
    expect((await since(rev)).kind).toBe("reset");
    expect((await since(rev + 1)).kind).toBe("changes");
  });
});

test.each(["-1", "9007199254740992", "1.5", "null", '"1"', "1e400"])("sinceRev %s is refused", async (text) => {
  const response = await fetch(`${server.url}/api/sync/room`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${ben.token}` },
    body: `{"roomId":"${roomId}","sinceRev":${text}}`,
  });
  expect([response.status, await response.json()]).toMatchObject([400, { error: { code: "invalid" } }]);
});

test("the heartbeat names what has moved on, and what is not mine", async () => {
  const rev = await revNow();
  const mine = await ben.do("sync:check", { rooms: [{ roomId, rev }] });
  expect(mine.stale).toEqual([]);
  await anna.send(roomId, "Moved on");
  expect((await ben.do("sync:check", { rooms: [{ roomId, rev }] })).stale).toEqual([roomId]);
  await ben.do("settings:change", { theme: "light" });
  expect((await ben.do("sync:check", { rooms: [] })).rev).toBe(mine.rev + 1);
});

test("the snapshot has everything of mine, and nothing of others", async () => {
  const hidden = await anna.createRoom("Not for Ben");
  await anna.send(hidden, "CANARY");
  const snapshot = await ben.do("sync:open", {});
  expect(snapshot).toMatchObject({ me: ben.user, sessionId: ben.sessionId, server: { isSetUp: true } });
  expect(JSON.stringify(snapshot)).not.toContain("CANARY");
  expect(Math.abs(snapshot.now - Date.now())).toBeLessThan(60_000);
  const named = new Set(snapshot.people.map((person) => person.id));
  for (const { lastMessage } of snapshot.rooms)
    if (lastMessage !== null) expect(named.has(lastMessage.senderId)).toBe(true);
});
