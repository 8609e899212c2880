import {
  defaultSettings,
  type InvitationId,
  type Message,
  newId,
  type SessionId,
  type User,
  type UserId,
} from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "./open-store.ts";
import { addMessage, addRoom, addUser } from "./people.ts";

const { store, close } = await openStore();
afterAll(close);
const { reader } = store;
let anna: User;
let ben: User;
let xan: User;
beforeAll(async () => {
  anna = await addUser(store, "Anna");
  ben = await addUser(store, "Ben");
  xan = await addUser(store, "Xan");
});

test("server settings are kept by name", async () => {
  expect(await reader.serverSettings.all()).toEqual({});
  await store.transact((writer) => writer.serverSettings.set("serverName", "One"));
  await store.transact((writer) => writer.serverSettings.set("serverName", "Two"));
  expect(await reader.serverSettings.all()).toEqual({ serverName: "Two" });
});

describe("users", () => {
  test("are found by id, handle and skeleton", async () => {
    expect(await reader.users.find(anna.id)).toEqual(anna);
    expect(await reader.users.findByHandle("anna")).toEqual(anna);
    expect(await reader.users.isTaken("skeleton of Anna")).toBe(true);
    expect(await reader.users.isTaken("skeleton of anna")).toBe(false);
    expect(await reader.users.credentials("anna")).toEqual({ user: anna, passwordHash: "hash" });
    expect(await reader.users.credentials("nobody")).toBeUndefined();
    expect(await reader.users.find(newId<UserId>(1))).toBeUndefined();
  });

  test("have a number for each change, and settings that fall back", async () => {
    expect(await reader.users.own(anna.id)).toEqual({ user: anna, rev: 0, settings: defaultSettings });
    const bump = () => store.transact((writer) => writer.users.bumpRev(anna.id));
    expect([await bump(), await bump()]).toEqual([1, 2]);
    await store.transact((writer) => writer.users.saveSettings(anna.id, { ...defaultSettings, theme: "dark" }));
    expect((await reader.users.own(anna.id))?.settings.theme).toBe("dark");
  });

  test("are listed however many are asked for, each once", async () => {
    const many = Array.from({ length: 1_200 }, () => newId<UserId>(1));
    const found = await reader.users.list([...many, anna.id, ben.id, anna.id]);
    expect(found.map((user) => user.id).sort()).toEqual([anna.id, ben.id].sort());
    expect(await reader.users.list([])).toEqual([]);
  });

  test("are in the order of their handles' code points, on both databases", async () => {
    const names = ["order-a", "order_b", "order.c", "orderé", "orderz", "order日", "order😀"];
    for (const name of names.toReversed()) await addUser(store, name);
    const found = (await reader.users.findByPrefix("order", 20)).map((user) => user.handle);
    const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
    expect(found).toEqual([...names].sort(byBytes));
  });
});

describe("sessions", () => {
  test("are found by digest, touched and removed by their owner only", async () => {
    const ids = Array.from({ length: 3 }, () => newId<SessionId>(Date.now()));
    const begin = (id: SessionId, at: number) => ({ id, userId: anna.id, digest: `d${at}`, device: `D${at}`, now: at });
    await store.transact(async (writer) => {
      for (const [at, id] of ids.entries()) await writer.sessions.insert(begin(id, at));
    });
    const [first, second, third] = ids as [SessionId, SessionId, SessionId];
    expect(await reader.sessions.find("d0")).toEqual({ sessionId: first, usedAt: 0, user: anna });
    await store.transact((writer) => writer.sessions.touch(first, 99));
    expect((await reader.sessions.listOf(anna.id)).map((session) => session.id)).toEqual([first, third, second]);
    expect(await store.transact((writer) => writer.sessions.remove(second, ben.id))).toEqual([]);
    expect(await store.transact((writer) => writer.sessions.remove(second, anna.id))).toEqual([second]);
    expect(await store.transact((writer) => writer.sessions.removeOthers(first, anna.id))).toEqual([third]);
    expect(await reader.sessions.isLiving(first)).toBe(true);
    expect(await reader.sessions.isLiving(third)).toBe(false);
  });
});

describe("messages", () => {
  test("keep everything that they have, and nothing that they have not", async () => {
    const roomId = await addRoom(store, [anna, ben], "kept");
    const full = await store.transact(async (writer) => {
      const plain = await addMessage(writer, roomId, { sender: anna, body: "it's “quoted” 👋\n\t日本" });
      const rich: Message = { ...plain, rev: 9, editedAt: 8, replyTo: 1, mentions: [ben.id] };
      await writer.messages.replace(roomId, plain, rich);
      return rich;
    });
    expect(await reader.messages.find(full.id)).toEqual({ roomId, message: full });
    expect(Object.keys(await store.transact((writer) => addMessage(writer, roomId, { sender: ben })))).not.toContain(
      "mentions",
    );
    const [, bare] = await reader.messages.after(roomId, 0, 10);
    expect(Object.keys(bare ?? {}).sort()).toEqual(["body", "id", "rev", "senderId", "sentAt", "seq"]);
  });

  test("count as unread and as mentions by what they are now", async () => {
    const roomId = await addRoom(store, [anna, ben], "counted");
    const message = await store.transact(async (writer) => {
      await addMessage(writer, roomId, { sender: ben });
      return addMessage(writer, roomId, { sender: anna, mentions: [ben.id] });
    });
    const counts = async (user: User) => {
      const state = await reader.roomStates.find(roomId, user.id);
      return [state?.unread, state?.mentions];
    };
    expect([await counts(anna), await counts(ben)]).toEqual([
      [1, 0],
      [1, 1],
    ]);
    const { mentions: _, ...rest } = message;
    await store.transact((writer) => writer.messages.replace(roomId, message, { ...rest, body: "", deletedAt: 7 }));
    expect(await counts(ben)).toEqual([0, 0]);
    expect(await reader.roomStates.find(roomId, xan.id)).toBeUndefined();
  });

  test("a repeated id changes nothing, a repeated number is refused", async () => {
    const roomId = await addRoom(store, [anna], "unique");
    const first = await store.transact((writer) => addMessage(writer, roomId, { sender: anna }));
    const again = store.transact((writer) => writer.messages.insert(roomId, { ...first, seq: 2 }));
    expect(await again).toBe(false);
    const sameSeq = { ...first, id: newId<Message["id"]>(1) };
    await expect(store.transact((writer) => writer.messages.insert(roomId, sameSeq))).rejects.toThrow();
    expect(await reader.messages.after(roomId, 0, 10)).toEqual([first]);
  });
});

describe("members", () => {
  test("leave a trace, and come back where the room is now", async () => {
    const roomId = await addRoom(store, [anna, ben], "trace");
    await store.transact((writer) => addMessage(writer, roomId, { sender: anna }));
    await store.transact(async (writer) => {
      await writer.members.markLeft(roomId, ben.id, await writer.rooms.nextRevOfMembers(roomId, -1));
    });
    expect(await reader.members.find(roomId, ben.id)).toBeUndefined();
    expect(await reader.members.idsIn(roomId)).toEqual([anna.id]);
    expect(await reader.members.changedBetween(roomId, 3, 99)).toMatchObject([
      { userId: ben.id, hasLeft: true, rev: 4 },
    ]);
    expect(await reader.members.standing(roomId, ben.id)).toMatchObject({ role: null, lastSeq: 1, lastRev: 4 });
    await store.transact((writer) =>
      writer.members.put(roomId, { userId: ben.id, role: "moderator", joinedAt: 3 }, { rev: 5, seq: 1 }),
    );
    expect(await reader.members.standing(roomId, ben.id)).toMatchObject({ role: "moderator", readSeq: 1 });
    expect(await reader.members.standing(newId(1), ben.id)).toBeUndefined();
  });
});

describe("invitations", () => {
  test("live until they expire, are used up, or are revoked", async () => {
    const roomId = await addRoom(store, [anna], "inviting");
    const id = newId<InvitationId>(1);
    const invitation = {
      id,
      roomId,
      code: "code",
      createdBy: anna.id,
      createdAt: 1,
      expiresAt: 100,
      maxUses: 2,
      uses: 0,
    };
    await store.transact((writer) => writer.invitations.insert(invitation));
    expect(await reader.invitations.findLiving("code", 99)).toEqual(invitation);
    expect(await reader.invitations.findLiving("code", 100)).toBeUndefined();
    const use = () => store.transact((writer) => writer.invitations.use(id));
    expect([await use(), await use(), await use()]).toEqual([true, true, false]);
    expect(await reader.invitations.findLiving("code", 99)).toBeUndefined();
    expect(await store.transact((writer) => writer.invitations.revoke(id, newId(1)))).toBeUndefined();
    expect(await store.transact((writer) => writer.invitations.revoke(id, roomId))).toBe(anna.id);
  });
});

test("drafts are one for each person and room", async () => {
  const roomId = await addRoom(store, [anna, ben], "drafting");
  await store.transact(async ({ drafts }) => {
    await drafts.save(anna.id, roomId, { body: "one", savedAt: 1 });
    await drafts.save(anna.id, roomId, { body: "two", savedAt: 2, replyTo: 1 });
  });
  const draft = { body: "two", savedAt: 2, replyTo: 1 };
  expect((await reader.drafts.listOf(anna.id)).get(roomId)).toEqual(draft);
  expect((await reader.roomStates.find(roomId, anna.id))?.draft).toEqual(draft);
  expect((await reader.roomStates.find(roomId, ben.id))?.draft).toBeNull();
  expect(await store.transact(({ drafts }) => drafts.remove(anna.id, roomId))).toBe(true);
  expect(await store.transact(({ drafts }) => drafts.remove(anna.id, roomId))).toBe(false);
});
