/** A stranger's first words wait, and tell their sender nothing, until they are accepted or declined. */
import { newId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

/** Somebody whom nobody here knows, and their conversation with Ben. */
let stranger: Person;
let roomId: RoomId;
const numbers = Array(100).keys();
beforeEach(async () => {
  stranger = await register(server, `Stranger ${numbers.next().value}`);
  roomId = (await stranger.do("room:create-direct", { userIds: [ben.id] })).room.id;
  await stranger.send(roomId, "Hello?");
});

const stateOf = async (person: Person) =>
  (await person.do("sync:open", {})).rooms.find((state) => state.room.id === roomId);
const receiptOf = async (whose: Person, seenBy: Person) =>
  (await seenBy.do("room:open", { roomId })).receipts.find(({ userId }) => userId === whose.id);
const nothing = { readSeq: 0, deliveredSeq: 0 };

test("it is shown apart, and counts nothing", async () => {
  expect(await stateOf(ben)).toMatchObject({ isRequest: true, unread: 0, mentions: 0, lastSeq: 1 });
  expect(await stateOf(stranger)).toMatchObject({ isRequest: false });
  expect((await ben.do("room:open", { roomId })).page.messages).toMatchObject([{ body: "Hello?" }]);
});

test("while it waits, its sender learns nothing of who reads it", async () => {
  const witness = await stranger.connect();
  await ben.do("receipt:delivered", { rooms: [{ roomId, seq: 1 }] });
  await ben.do("receipt:read", { roomId, seq: 1 });
  await ben.ask("typing:start", { roomId });
  const ears = await ben.connect();
  ears.signal("presence:watch", { roomIds: [roomId], friends: false });
  await ears.barrier();
  expect(await receiptOf(ben, stranger)).toMatchObject(nothing);
  await witness.barrier();
  expect(witness.events.filter(({ roomId: of }) => of === roomId)).toEqual([]);
  expect(await stateOf(ben)).toMatchObject({ isRequest: true, unread: 0 });
  witness.close();
  ears.close();
});

describe("accepted", () => {
  test("it is a conversation like any other, on every device", async () => {
    const ears = await ben.connect();
    const state = await ben.do("room:accept", { roomId });
    expect(state).toMatchObject({ isRequest: false, unread: 1, mentions: 1 });
    expect((await ears.until("room:accepted")).payload.state).toEqual(state);
    expect(await ben.do("room:accept", { roomId })).toEqual(state);
    const witness = await stranger.connect();
    await ben.do("receipt:read", { roomId, seq: 1 });
    await witness.until("receipt:moved", ({ receipts }) => receipts.some(({ readSeq }) => readSeq === 1));
    expect(await receiptOf(ben, stranger)).toMatchObject({ readSeq: 1, deliveredSeq: 1 });
    for (const one of [ears, witness]) one.close();
  });

  test("by writing in it", async () => {
    await ben.send(roomId, "Who are you?");
    expect(await stateOf(ben)).toMatchObject({ isRequest: false, unread: 1 });
  });

  test("by beginning it oneself", async () => {
    const state = await ben.do("room:create-direct", { userIds: [stranger.id] });
    expect(state).toMatchObject({ room: { id: roomId }, isRequest: false, unread: 1 });
  });
});

describe("declined", () => {
  test("it is gone for me, and its sender is told nothing, nor refused anything", async () => {
    const [ears, witness] = [await ben.connect(), await stranger.connect()];
    await ben.do("draft:save", { roomId, body: "No" });
    await ben.do("room:decline", { roomId });
    expect((await ears.until("room:departed")).payload.roomId).toBe(roomId);
    const heard = ears.events.length;
    expect((await stranger.send(roomId, "Hello??")).seq).toBe(2);
    await witness.until("message:sent");
    await ears.barrier();
    expect(ears.events.slice(heard)).toEqual([]);
    expect(witness.named("member:left")).toEqual([]);
    expect(await stateOf(ben)).toBeUndefined();
    for (const name of ["room:open", "room:accept", "room:decline"] as const)
      expect(await ben.codeOf(name, { roomId })).toBe("not_found");
    expect(await ben.codeOf("message:send", { id: newId(Date.now()), roomId, body: "x" })).toBe("not_found");
    expect((await ben.do("sync:check", { rooms: [{ roomId, rev: 1 }] })).stale).toEqual([roomId]);
    const seen = await stranger.do("room:open", { roomId });
    expect(seen.state).toMatchObject({ room: { memberCount: 2 }, directIds: [stranger.id, ben.id].sort() });
    expect(seen.members.length).toBe(2);
    const again = await stranger.do("room:create-direct", { userIds: [ben.id] });
    expect(again.room.id).toBe(roomId);
    await ears.barrier();
    expect(ears.events.slice(heard)).toEqual([]);
    for (const one of [ears, witness]) one.close();
  });

  test("it does not come back with a new connection; beginning it oneself takes it up, whole", async () => {
    await ben.do("room:decline", { roomId });
    const ears = await ben.connect();
    await stranger.send(roomId, "Still there?");
    await ears.barrier();
    expect(ears.events).toEqual([]);
    const state = await ben.do("room:create-direct", { userIds: [stranger.id] });
    expect(state).toMatchObject({ room: { id: roomId }, isRequest: false, unread: 2 });
    await ears.until("room:entered", (payload) => payload.state.room.id === roomId);
    const { id } = await stranger.send(roomId, "At last");
    await ears.until("message:sent", (message) => message.id === id);
    ears.close();
  });

  test("it holds when its sender deletes it and begins anew, who sees the same as one who still waits", async () => {
    const ears = await ben.connect();
    const waiting = (await stranger.do("room:create-direct", { userIds: [cleo.id] })).room.id;
    await stranger.send(waiting, "Hello?");
    await ben.do("room:decline", { roomId });
    await ears.until("room:departed");
    const heard = ears.events.length;
    const anew = async (room: RoomId, userId: UserId) => {
      expect(await stranger.do("room:delete-direct", { roomId: room })).toEqual({});
      expect((await stranger.do("sync:open", {})).rooms.map((state) => state.room.id)).not.toContain(room);
      expect(await stranger.codeOf("room:open", { roomId: room })).toBe("not_found");
      const state = await stranger.do("room:create-direct", { userIds: [userId] });
      expect((await stranger.do("room:open", { roomId: state.room.id })).page.messages).toEqual([]);
      const isSame = state.room.id === room;
      return { ...state, room: { ...state.room, id: "", createdAt: 0 }, directIds: state.directIds.length, isSame };
    };
    expect(await anew(roomId, ben.id)).toEqual(await anew(waiting, cleo.id));
    await stranger.send(roomId, "And now?");
    await ears.barrier();
    expect(ears.events.slice(heard)).toEqual([]);
    expect(await stateOf(ben)).toBeUndefined();
    ears.close();
  });

  test("who put it away hears the answer all the same", async () => {
    await stranger.do("room:delete-direct", { roomId });
    expect((await ben.do("room:open", { roomId })).page.messages).toMatchObject([{ body: "" }]);
    await ben.send(roomId, "Who was that?");
    expect(await stateOf(stranger)).toMatchObject({ isRequest: false, unread: 1, lastSeq: 2 });
  });

  test("a block declines it too", async () => {
    await ben.do("block:add", { userId: stranger.id });
    expect(await stateOf(ben)).toBeUndefined();
    await ben.do("block:remove", { userId: stranger.id });
    expect(await stateOf(ben)).toBeUndefined();
  });
});

test("what is no request can be accepted, not declined; what is not mine is not there", async () => {
  const state = await stranger.do("room:accept", { roomId });
  expect(state).toEqual(await stateOf(stranger));
  expect(await stranger.codeOf("room:decline", { roomId })).toBe("conflict");
  for (const name of ["room:accept", "room:decline"] as const)
    expect(await anna.codeOf(name, { roomId })).toBe("not_found");
});

describe("whom I know need not ask", () => {
  const isRequest = async (from: Person, to: Person) => {
    const { room } = await from.do("room:create-direct", { userIds: [to.id] });
    return (await to.do("room:open", { roomId: room.id })).state.isRequest;
  };

  test("somebody in a room with me; the lobby and private conversations are none", async () => {
    const [one, other] = [await register(server, "One"), await register(server, "Other")];
    await anna.do("room:create-direct", { userIds: [one.id, other.id] });
    expect(await isRequest(one, other)).toBe(true);
    const shared = await anna.createRoom("Shared");
    await anna.do("member:add", { roomId: shared, userIds: [one.id, cleo.id] });
    expect(await isRequest(cleo, one)).toBe(false);
  });

  test("a friend", async () => {
    await stranger.do("friend:ask", { userId: cleo.id });
    await cleo.do("friend:accept", { userId: stranger.id });
    expect(await isRequest(stranger, cleo)).toBe(false);
  });

  test("whose invitation I came by, and whom I invited", async () => {
    const host = await register(server, "Host");
    const lobby = await host.do("room:list", {}).then(({ rooms }) => rooms.find(({ room }) => room.isLobby)?.room);
    const { code } = await host.do("invitation:create", { roomId: lobby?.id ?? roomId });
    const [guest, another] = [await register(server, "Guest", code), await register(server, "Another", code)];
    expect(await isRequest(guest, host)).toBe(false);
    expect(await isRequest(host, another)).toBe(false);
    expect(await isRequest(guest, another)).toBe(true);
  });
});

describe("who may reach me", () => {
  const allow = async (person: Person, changes: { write?: "rooms" | "friends"; add?: "rooms" | "friends" }) => {
    const { settings } = await person.do("sync:open", {});
    await person.do("settings:change", { privacy: { ...settings.privacy, ...changes } });
  };

  test("by writing: friends, people in rooms with me, or everyone; of several, all must let", async () => {
    const shy = await register(server, "Shy");
    await allow(shy, { write: "rooms" });
    const ask = { userIds: [shy.id] };
    await expect(stranger.do("room:create-direct", ask)).rejects.toMatchObject({
      code: "not_reachable",
      message: "They do not take messages from you.",
    });
    expect(await stranger.codeOf("room:create-direct", { userIds: [shy.id, ben.id] })).toBe("not_reachable");
    const shared = await shy.createRoom("Shy's");
    await shy.do("member:add", { roomId: shared, userIds: [stranger.id] });
    expect(await stranger.codeOf("room:create-direct", ask)).toBe("ok");
    await allow(shy, { write: "friends" });
    // What was begun goes on.
    expect(await stranger.codeOf("room:create-direct", ask)).toBe("ok");
    expect(await stranger.codeOf("room:create-direct", { userIds: [shy.id, ben.id] })).toBe("not_reachable");
  });

  test("by adding: the same, but who is in stays in", async () => {
    const shy = await register(server, "Shyer");
    const room = await stranger.createRoom("Strangers");
    await allow(shy, { add: "friends" });
    const add = { roomId: room, userIds: [shy.id, ben.id] };
    expect(await stranger.codeOf("member:add", add)).toBe("not_reachable");
    expect(await stranger.codeOf("member:add", { roomId: room, userIds: [ben.id] })).toBe("ok");
    await allow(shy, { add: "rooms" });
    const shared = await shy.createRoom("Shyer's");
    await shy.do("member:add", { roomId: shared, userIds: [stranger.id] });
    expect(await stranger.do("member:add", add)).toEqual({ added: 1 });
    await allow(shy, { add: "friends" });
    expect(await stranger.do("member:add", add)).toEqual({ added: 0 });
  });
});
