import { newId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

test("two people have one private conversation, whoever begins it", async () => {
  const state = await anna.do("room:create-direct", { userIds: [ben.id] });
  expect(state).toMatchObject({ room: { kind: "direct", name: "", memberCount: 2 }, role: "member" });
  expect(state.directIds).toEqual([anna.id, ben.id].sort());
  const other = await ben.do("room:create-direct", { userIds: [anna.id, anna.id, ben.id] });
  expect(other.room).toEqual(state.room);
});

test("more people have one of their own, also when all begin it at once", async () => {
  const userIds = [anna.id, ben.id, cleo.id];
  const begin = [anna, ben, cleo, anna, ben, cleo].map((person) => person.do("room:create-direct", { userIds }));
  const states = await Promise.all(begin);
  expect(new Set(states.map((state) => state.room.id)).size).toBe(1);
  for (const state of states) expect(state.room.memberCount).toBe(3);
  const two = await anna.do("room:create-direct", { userIds: [ben.id] });
  expect(two.room.id).not.toBe(states[0]?.room.id);
});

test("the other hears of it at once, with all its people", async () => {
  const witness = await cleo.connect();
  const { room } = await ben.do("room:create-direct", { userIds: [cleo.id] });
  const { payload } = await witness.until("room:entered");
  expect(payload.state.room.id).toBe(room.id);
  await ben.send(room.id, "Psst");
  const { roomId } = await witness.until("message:sent");
  expect(roomId).toBe(room.id);
  // They only know each other from the lobby.
  expect(payload.state.isRequest).toBe(true);
  await cleo.do("room:accept", { roomId: room.id });
  const mine = (await cleo.do("sync:open", {})).rooms.find((state) => state.room.id === room.id);
  expect(mine).toMatchObject({ unread: 1, mentions: 1 });
  expect(mine?.directIds).toEqual([ben.id, cleo.id].sort());
  witness.close();
});

test("one needs somebody to talk to, who exists", async () => {
  expect(await anna.codeOf("room:create-direct", { userIds: [anna.id] })).toBe("invalid");
  expect(await anna.codeOf("room:create-direct", { userIds: [ben.id, newId<UserId>(1)] })).toBe("not_found");
  expect(await anna.codeOf("room:create-direct", { userIds: [] })).toBe("invalid");
});

test("it stays with those it began with, and all are equal in it", async () => {
  const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
  const roomId = room.id;
  const codes = [
    await anna.codeOf("room:leave", { roomId }),
    await anna.codeOf("room:join", { roomId }),
    await anna.codeOf("room:change", { roomId, name: "Us" }),
    await anna.codeOf("member:add", { roomId, userIds: [cleo.id] }),
    await anna.codeOf("member:remove", { roomId, userId: ben.id }),
    await anna.codeOf("member:change", { roomId, userId: anna.id, role: "owner" }),
    await anna.codeOf("invitation:create", { roomId }),
  ];
  expect(codes).toEqual(["conflict", ...Array<string>(6).fill("forbidden")]);
  const { id: messageId } = await ben.send(roomId, "Ben's");
  expect(await anna.codeOf("message:delete", { roomId, messageId })).toBe("forbidden");
  expect(await cleo.codeOf("room:open", { roomId })).toBe("not_found");
});
