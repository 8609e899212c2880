import { newId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lobbyOf, type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mona: Person;
let mike: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;

beforeAll(async () => {
  [olga, mona, mike, mel, xan] = await populate(server, ["Olga", "Mona", "Mike", "Mel", "Xan"]);
  roomId = await olga.createRoom("House");
  await olga.do("member:add", { roomId, userIds: [mona.id, mike.id, mel.id] });
  for (const { id: userId } of [mona, mike]) await olga.do("member:change", { roomId, userId, role: "moderator" });
});

describe("adding", () => {
  test("those already in stay as they are", async () => {
    expect(await mel.do("member:add", { roomId, userIds: [mona.id, mona.id, mel.id] })).toEqual({ added: 0 });
    const { members } = await mel.do("member:list", { roomId });
    expect(members.find((member) => member.userId === mona.id)?.role).toBe("moderator");
  });

  test("an unknown person adds nobody", async () => {
    const nobody = newId<UserId>(Date.now());
    expect(await olga.codeOf("member:add", { roomId, userIds: [xan.id, nobody] })).toBe("not_found");
    expect(await xan.codeOf("room:open", { roomId })).toBe("not_found");
  });

  test("the newcomer hears of it on a connection they have, and hears the room from then on", async () => {
    const own = await olga.createRoom("Invited in");
    const witness = await xan.connect();
    await olga.do("member:add", { roomId: own, userIds: [xan.id] });
    await olga.send(own, "Welcome");
    const { payload } = await witness.until("room:entered");
    expect(payload.state).toMatchObject({ room: { id: own, memberCount: 2 }, role: "member" });
    expect((await witness.until("message:sent")).roomId).toBe(own);
    witness.close();
  });
});

describe("taking out", () => {
  test("only who ranks below", async () => {
    const remove = (actor: Person, target: Person) => actor.codeOf("member:remove", { roomId, userId: target.id });
    expect(await remove(mel, mona)).toBe("forbidden");
    expect(await remove(mona, mike)).toBe("forbidden");
    expect(await remove(mona, olga)).toBe("forbidden");
    expect(await remove(olga, olga)).toBe("forbidden");
    expect(await remove(mona, xan)).toBe("not_found");
  });

  test("whoever is taken out hears no more, within a second, and not after coming back either", async () => {
    const [witness, reference] = [await mel.connect(), await mona.connect()];
    await mel.do("receipt:read", { roomId, seq: 1 });
    await olga.send(roomId, "Mel hears this");
    await witness.until("message:sent");
    await mona.do("member:remove", { roomId, userId: mel.id });
    await olga.send(roomId, "Mel does not hear this");
    await reference.until("message:sent", (message) => message.body.includes("does not"));
    await witness.until("room:departed");
    await witness.barrier();
    const heard = witness.batches.findLastIndex((batch) => batch.roomId === roomId);
    const departed = witness.batches.findIndex((batch) => batch.events.some(([name]) => name === "room:departed"));
    expect(heard).toBeLessThan(departed);
    expect(witness.named("message:sent")).toHaveLength(1);
    witness.close();

    const again = await mel.connect();
    await olga.send(roomId, "Nor this");
    await reference.until("message:sent", (message) => message.body === "Nor this");
    await again.barrier();
    expect(again.batches).toEqual([]);
    for (const name of ["sync:room", "room:open", "message:history"] as const)
      expect(await again.call(name, { roomId, ...(name === "sync:room" && { sinceRev: 1 }) })).toMatchObject({
        error: { code: "not_found" },
      });
    expect((await mel.do("sync:open", {})).rooms.map(({ room }) => room.id)).not.toContain(roomId);
    expect((await mel.do("sync:check", { rooms: [{ roomId, rev: 1 }] })).stale).toEqual([roomId]);
    again.close();
    reference.close();
  });
});

describe("roles", () => {
  test("every member hears of a new one, and it holds at once", async () => {
    const own = await olga.createRoom("Roles");
    await olga.do("member:add", { roomId: own, userIds: [mel.id] });
    const witness = await mel.connect();
    const member = await olga.do("member:change", { roomId: own, userId: mel.id, role: "moderator" });
    expect((await witness.until("member:changed")).payload.member).toEqual(member);
    expect(await mel.codeOf("room:change", { roomId: own, topic: "Now I may" })).toBe("ok");
    await olga.do("member:change", { roomId: own, userId: mel.id, role: "member" });
    expect(await mel.codeOf("room:change", { roomId: own, topic: "No more" })).toBe("forbidden");
    expect(await olga.codeOf("member:change", { roomId: own, userId: xan.id, role: "member" })).toBe("not_found");
    witness.close();
  });
});

test("the list of members comes by handle, in pages", async () => {
  const lobby = await lobbyOf(olga);
  const seen: string[] = [];
  for (let after = "", hasMore = true; hasMore; ) {
    const page = await xan.do("member:list", { roomId: lobby, after, limit: 2 });
    expect(page.members.map((member) => member.userId)).toEqual(page.people.map((person) => person.id));
    seen.push(...page.people.map((person) => person.handle));
    after = seen.at(-1) ?? "";
    hasMore = page.hasMore;
  }
  expect(seen).toEqual(["mel", "mike", "mona", "olga", "xan"]);
});

test("people are found by the beginning of their name, never oneself", async () => {
  const find = async (text: string) => (await mel.do("user:find", { text })).people.map((person) => person.name);
  expect(await find("m")).toEqual(["Mike", "Mona"]);
  expect(await find("MO")).toEqual(["Mona"]);
  for (const text of ["%", "_o", "o%", "zzz"]) expect(await find(`m${text}`)).toEqual([]);
});

test("people are shown to those who share a room with them", async () => {
  const { people } = await xan.do("user:list", { userIds: [mel.id, newId<UserId>(Date.now()), xan.id] });
  expect(people.map((person) => person.id).sort()).toEqual([mel.id, xan.id].sort());
  expect(Object.keys(people[0] ?? {}).sort()).toEqual(["handle", "id", "name", "role"]);
});
