/** What a block withholds, on every way that there is: both directions, and without a word of it. */
import { newId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let dora: Person;
let direct: RoomId;
let shared: RoomId;
beforeAll(async () => {
  [anna, ben, cleo, dora] = await populate(server, ["Anna", "Ben", "Cleo", "Dora"]);
  shared = await cleo.createRoom("Shared");
  await cleo.do("member:add", { roomId: shared, userIds: [anna.id, ben.id] });
  direct = (await anna.do("room:create-direct", { userIds: [ben.id] })).room.id;
});
beforeEach(async () => {
  await anna.ask("block:remove", { userId: ben.id });
  await ben.ask("block:remove", { userId: anna.id });
});

const block = (by: Person, whom: Person) => by.do("block:add", { userId: whom.id });
const stateOf = async (person: Person, roomId: RoomId) => (await person.do("room:open", { roomId })).state;
const countsOf = async (person: Person, roomId: RoomId) => {
  const { unread, mentions } = await stateOf(person, roomId);
  return { unread, mentions };
};
const readAll = (person: Person, roomId: RoomId) => person.do("receipt:read", { roomId, seq: Number.MAX_SAFE_INTEGER });

async function listeners<T>(work: (anna: Witness, ben: Witness) => Promise<T>): Promise<T> {
  const [one, other] = [await anna.connect(), await ben.connect()];
  try {
    return await work(one, other);
  } finally {
    one.close();
    other.close();
  }
}

test("it is a relation of the blocker alone, told to all their devices and nobody else", async () => {
  await listeners(async (ears, others) => {
    const { relation } = await block(anna, ben);
    expect(relation).toMatchObject({ userId: ben.id, kind: "blocked", line: "" });
    expect((await block(anna, ben)).relation).toEqual(relation);
    expect((await ears.until("relation:changed")).payload).toMatchObject({ userId: ben.id, relation });
    expect((await anna.do("sync:open", {})).relations).toEqual([relation]);
    expect((await ben.do("sync:open", {})).relations).toEqual([]);
    expect(await anna.do("block:remove", { userId: ben.id })).toEqual({ relation: null });
    await ears.until("relation:changed", (payload) => payload.relation === null);
    await others.barrier();
    expect(others.events).toEqual([]);
  });
});

test("one blocks somebody else, who exists, and unblocks whom one has blocked", async () => {
  expect(await anna.codeOf("block:add", { userId: anna.id })).toBe("invalid");
  expect(await anna.codeOf("block:add", { userId: newId<UserId>(1) })).toBe("not_found");
  await block(anna, ben);
  expect(await ben.codeOf("block:remove", { userId: anna.id })).toBe("not_found");
});

describe("in a private conversation of the two", () => {
  test("nobody writes or changes anything, everybody reads, and unblocking mends it", async () => {
    const mine = await anna.send(direct, "Anna's");
    const theirs = await ben.send(direct, "Ben's");
    await block(anna, ben);
    for (const [person, message] of [[anna, mine] as const, [ben, theirs] as const]) {
      const place = { roomId: direct, messageId: message.id };
      await expect(person.send(direct, "Hello")).rejects.toMatchObject({ code: "not_reachable" });
      expect(await person.codeOf("message:edit", { ...place, body: "Other" })).toBe("not_reachable");
      expect(await person.codeOf("typing:start", { roomId: direct })).toBe("not_reachable");
      expect((await person.do("room:create-direct", { userIds: [anna.id, ben.id] })).room.id).toBe(direct);
      expect((await stateOf(person, direct)).lastSeq).toBe(theirs.seq);
      // One's own words may still be taken back.
      expect(await person.codeOf("message:delete", place)).toBe("ok");
    }
    await anna.do("block:remove", { userId: ben.id });
    expect((await ben.send(direct, "Again")).seq).toBe(theirs.seq + 1);
  });

  test("the blocked one hears what privacy would say, the blocker how to go on", async () => {
    const why = async (person: Person) => {
      const reply = await person.ask("message:send", { id: newId(Date.now()), roomId: direct, body: "Hello" });
      return reply.ok ? "" : reply.error.message;
    };
    await block(anna, ben);
    expect(await why(ben)).toBe("They do not take messages from you.");
    expect(await why(anna)).toBe("You blocked them. Unblock to write.");
    await block(ben, anna);
    expect(await why(ben)).toBe("You blocked them. Unblock to write.");
  });

  test("nothing of one reaches the other", async () => {
    for (const person of [anna, ben]) await person.send(direct, "Unread");
    await cleo.send(shared, "Unread");
    await listeners(async (ears, others) => {
      await block(anna, ben);
      await ears.until("relation:changed");
      const pairs = [[anna, others] as const, [ben, ears] as const];
      const before = pairs.map(([, witness]) => witness.events.length);
      for (const [person] of pairs) {
        await person.ask("message:send", { id: newId(Date.now()), roomId: direct, body: "Hello @anna @ben" });
        await person.ask("typing:start", { roomId: direct });
        await person.ask("room:set-expiry", { roomId: direct, expiresAfterMs: 300_000 });
        await person.ask("draft:save", { roomId: direct, body: "Half a sent" });
        await person.ask("member:add", { roomId: direct, userIds: [cleo.id] });
        await readAll(person, direct);
      }
      // Pointers travel a moment later; those of somebody else come with whatever was gathered before them.
      await readAll(cleo, shared);
      for (const [at, [person, witness]] of pairs.entries()) {
        await witness.until("receipt:moved", ({ receipts }) => receipts.some(({ userId }) => userId === cleo.id));
        const heard = witness.events.slice(before[at]).filter(({ roomId }) => roomId === direct);
        // Their own pointers everybody is told, on each device.
        const about = heard.map(({ name, payload }) => [name, "receipts" in payload ? payload.receipts : payload]);
        expect(JSON.stringify(about)).not.toContain(person.id);
        expect(new Set(about.map(([name]) => name))).toEqual(new Set(["receipt:moved"]));
      }
    });
  });

  test("of three, everyone writes on", async () => {
    const { room } = await cleo.do("room:create-direct", { userIds: [anna.id, ben.id] });
    await block(anna, ben);
    await listeners(async (ears) => {
      const { id } = await ben.send(room.id, "To all of you");
      await ears.until("message:sent", (message) => message.id === id);
    });
    expect(await countsOf(anna, room.id)).toEqual({ unread: 0, mentions: 0 });
    expect(await countsOf(cleo, room.id)).toEqual({ unread: 1, mentions: 1 });
  });
});

describe("in a room with others", () => {
  test("messages arrive, but those of whom I blocked count for nothing", async () => {
    for (const person of [anna, ben]) await readAll(person, shared);
    await ben.send(shared, "Before @anna");
    await cleo.send(shared, "Cleo's @anna");
    expect(await countsOf(anna, shared)).toEqual({ unread: 2, mentions: 2 });
    await listeners(async (ears) => {
      await block(anna, ben);
      expect(await countsOf(anna, shared)).toEqual({ unread: 1, mentions: 1 });
      const { id } = await ben.send(shared, "After @anna @cleo");
      const { payload } = await ears.until("message:sent", (message) => message.id === id);
      expect(payload.mentions).toEqual([cleo.id]);
    });
    expect(await countsOf(anna, shared)).toEqual({ unread: 1, mentions: 1 });
    const listed = (await anna.do("sync:open", {})).rooms.find((state) => state.room.id === shared);
    expect(listed).toMatchObject({ unread: 1, mentions: 1 });
    expect(await anna.do("receipt:unread", { roomId: shared, seq: 0 })).toMatchObject({ mentions: 1 });
    await anna.do("block:remove", { userId: ben.id });
    expect((await countsOf(anna, shared)).mentions).toBe(2);
  });

  test("the blocked one's counts go on: a number that stands still would tell", async () => {
    await block(anna, ben);
    await readAll(ben, shared);
    const { mentions } = await anna.send(shared, "Hello @ben");
    expect(mentions).toBeUndefined();
    expect(await countsOf(ben, shared)).toEqual({ unread: 1, mentions: 0 });
  });

  test("an edit calls nobody across it", async () => {
    const { id: messageId } = await ben.send(shared, "Somebody?");
    await block(anna, ben);
    const edited = await ben.do("message:edit", { roomId: shared, messageId, body: "@anna? @cleo?" });
    expect(edited.mentions).toEqual([cleo.id]);
  });
});

describe("beginning anything", () => {
  test("is refused both ways, in the words of privacy for the blocked one", async () => {
    const elsewhere = await cleo.createRoom("Elsewhere");
    await cleo.do("member:add", { roomId: elsewhere, userIds: [ben.id] });
    await block(anna, ben);
    const attempts = [
      ["room:create-direct", { userIds: [anna.id, dora.id] }],
      ["member:add", { roomId: elsewhere, userIds: [anna.id] }],
    ] as const;
    for (const [name, input] of attempts) expect(await ben.codeOf(name, input as never)).toBe("not_reachable");
    expect(await anna.codeOf("room:create-direct", { userIds: [ben.id, dora.id] })).toBe("not_reachable");
    expect(await cleo.codeOf("member:add", { roomId: elsewhere, userIds: [anna.id] })).toBe("ok");
  });

  test("they do not find each other", async () => {
    const found = async (by: Person, text: string) =>
      (await by.do("user:find", { text })).people.map((person) => person.handle);
    expect(await found(ben, "ann")).toEqual(["anna"]);
    await block(anna, ben);
    expect(await found(ben, "ann")).toEqual([]);
    expect(await found(anna, "be")).toEqual([]);
    expect(await found(cleo, "ann")).toEqual(["anna"]);
  });
});
