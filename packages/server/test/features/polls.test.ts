import { type Message, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask } from "../asking.ts";
import { openData } from "../database.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let mod: Person;
let outsider: Person;
let roomId: RoomId;

beforeAll(async () => {
  [anna, mod, ben, outsider] = await populate(server, ["Anna", "Mona", "Ben", "Xan"]);
});
beforeEach(async () => {
  roomId = await anna.createRoom("Kitchen");
  await anna.do("member:add", { roomId, userIds: [ben.id, mod.id] });
  await anna.do("member:change", { roomId, userId: mod.id, role: "moderator" });
});

const vote = (person: Person, seq: number, ...chosen: number[]) => person.do("poll:vote", { roomId, seq, chosen });
const seen = async (viewer: Person, seq: number, place = roomId) =>
  (await viewer.do("message:list", { roomId: place, seqs: [seq] })).messages[0];
const send = (person: Person, body: string, more: Record<string, unknown>) =>
  person.ask("message:send", { id: newId<MessageId>(Date.now()), roomId, body, ...more });

describe("a poll", () => {
  test("is a message whose body asks, and which is never changed", async () => {
    const message = await ask(anna, roomId, { answers: ["  One\n two ", "3"], isMultiple: true });
    expect(message).toMatchObject({
      body: "What is for lunch?",
      poll: { answers: ["One two", "3"], isMultiple: true },
    });
    expect(await seen(ben, message.seq)).toEqual(message);
    const place = { roomId, messageId: message.id };
    expect(await anna.codeOf("message:edit", { ...place, body: "What else?" })).toBe("conflict");
    expect(await anna.codeOf("pin:add", { roomId, seq: message.seq })).toBe("ok");
    const { rooms } = await ben.do("sync:open", {});
    expect(rooms.find(({ room }) => room.id === roomId)?.lastMessage?.poll).toEqual(message.poll);
  });

  test("has a question, and two to ten answers that differ", async () => {
    const refusals = async (body: string, poll: object, more = {}) => {
      const reply = await send(anna, body, { poll, ...more });
      return reply.ok ? "ok" : reply.error.message;
    };
    const answers = ["Yes", "No"];
    expect(await refusals("x".repeat(300), { answers: ["y".repeat(100), "z"] })).toBe("ok");
    expect(await refusals("x".repeat(301), { answers })).toContain("300");
    expect(await refusals("Really?", { answers: ["y".repeat(101), "z"] })).toContain("100");
    expect(await refusals("Really?", { answers: ["Yes", " Yes"] })).toContain("same");
    expect(await refusals("Really?", { answers: ["Yes", " "] })).toContain("empty");
    expect(await refusals("Really?", { answers }, { sticker: { setId: "moving", stickerId: "1f389" } })).toContain(
      "alone",
    );
    for (const wrong of [{ answers: ["Yes"] }, { answers: Array(11).fill("x") }, { answers, closedAt: 1 }, {}])
      expect(await refusals("Really?", wrong)).not.toBe("ok");
    expect(await refusals(" ", { answers })).not.toBe("ok");
  });

  test("is found by what it asks and by its answers, until it is deleted, with all votes", async () => {
    const { id: messageId, seq } = await ask(anna, roomId, { answers: ["Quinoa", "Rice"] });
    await vote(ben, seq, 0);
    const hits = async (text: string) => (await ben.do("search:messages", { roomId, text })).hits.length;
    await expect.poll(() => hits("quinoa")).toBe(1);
    expect([await hits("lunch"), await hits("has:poll"), await hits("has:sticker")]).toEqual([1, 1, 0]);
    const tombstone = await anna.do("message:delete", { roomId, messageId });
    expect(Object.keys(tombstone).sort()).toEqual(["body", "deletedAt", "id", "rev", "senderId", "sentAt", "seq"]);
    expect([await hits("quinoa"), await ben.codeOf("poll:vote", { roomId, seq, chosen: [0] })]).toEqual([
      0,
      "conflict",
    ]);
    expect(await left()).toEqual([]);
  });

  test("carried elsewhere it is asked anew", async () => {
    const { id: messageId, seq } = await ask(anna, roomId, { isAnonymous: true });
    await vote(ben, seq, 1);
    await anna.do("poll:close", { roomId, messageId });
    const elsewhere = await ben.createRoom("Elsewhere");
    const id = newId<MessageId>(Date.now());
    const copy = await ben.do("message:send", { id, roomId: elsewhere, body: "", forward: { roomId, seq } });
    expect(copy).toMatchObject({ body: "What is for lunch?", forwardedFrom: anna.id, poll: { isAnonymous: true } });
    expect(copy.poll).not.toHaveProperty("closedAt");
    expect(await seen(ben, copy.seq, elsewhere)).toEqual(copy);
  });
});

const left = async () => {
  const data = await openData(server);
  const rows = await data.sql(`select seq, chosen from poll_votes where room_id = '${roomId}'`);
  await data.close();
  return rows;
};

describe("voting", () => {
  test("is a change of the room that tells how many, and of me what I chose; whose it was, nobody hears", async () => {
    const { seq, rev } = await ask(anna, roomId, { isMultiple: true });
    const [witness, mine] = [await anna.connect(), await ben.connect()];
    const first = await vote(ben, seq, 2, 0);
    expect(first).toEqual({ rev: rev + 1, seq, counts: [1, 0, 1], voters: 1, mine: { chosen: [0, 2], at: rev + 1 } });
    await vote(anna, seq, 0);
    const changed = await vote(ben, seq, 1);
    expect(changed).toMatchObject({ counts: [1, 1, 0], voters: 2 });
    expect(await vote(ben, seq, 1)).toEqual(changed);
    await witness.barrier();
    await mine.until("poll:voted", ({ mine: { chosen } }) => chosen[0] === 1);
    const { mine: _, ...told } = first;
    const heard = witness.named("poll:changed").map(({ payload }) => payload);
    expect(heard).toEqual([told, expect.anything(), { rev: rev + 3, seq, counts: [1, 1, 0], voters: 2 }]);
    expect(JSON.stringify(heard)).not.toContain(ben.id);
    expect(witness.named("poll:voted").map(({ payload }) => payload.mine.chosen)).toEqual([[0]]);
    expect((await seen(ben, seq))?.votes).toEqual({ counts: [1, 1, 0], voters: 2, mine: changed.mine });
    expect((await seen(mod, seq))?.votes).toEqual({ counts: [1, 1, 0], voters: 2 });
    const back = await vote(ben, seq);
    expect(back).toMatchObject({ counts: [1, 0, 0], voters: 1, mine: { chosen: [] } });
    for (const one of [witness, mine]) one.close();
  });

  test("takes what is there, as many as one may, of a poll, as long as it is open", async () => {
    const { id: messageId, seq } = await ask(anna, roomId);
    const code = (person: Person, at: number, ...chosen: number[]) =>
      person.codeOf("poll:vote", { roomId, seq: at, chosen });
    expect(await code(ben, seq, 0, 1)).toBe("invalid");
    expect(await code(ben, seq, 3)).toBe("invalid");
    expect(await code(ben, seq, 1, 1)).toBe("invalid");
    expect(await code(ben, seq, 10)).toBe("invalid");
    expect(await code(outsider, seq, 0)).toBe("not_found");
    expect(await code(ben, 99, 0)).toBe("not_found");
    expect(await code(ben, (await anna.send(roomId, "No poll")).seq, 0)).toBe("conflict");
    await vote(ben, seq, 1);
    expect(await ben.codeOf("poll:close", { roomId, messageId })).toBe("forbidden");
    const closed = await mod.do("poll:close", { roomId, messageId });
    expect(closed.poll?.closedAt).toEqual(expect.any(Number));
    expect(await anna.do("poll:close", { roomId, messageId })).toEqual(closed);
    expect([await code(ben, seq, 0), await code(ben, seq)]).toEqual(["conflict", "conflict"]);
    expect((await seen(ben, seq))?.votes).toMatchObject({ counts: [0, 1, 0], voters: 1, mine: { chosen: [1] } });
  });

  test("who is muted may take theirs back, but not vote", async () => {
    const { seq } = await ask(anna, roomId);
    await vote(ben, seq, 1);
    await anna.do("member:mute", { roomId, userId: ben.id, forMs: null });
    expect(await ben.codeOf("poll:vote", { roomId, seq, chosen: [0] })).toBe("forbidden");
    expect(await vote(ben, seq)).toMatchObject({ voters: 0 });
    expect((await send(ben, "May I?", { poll: { answers: ["Yes", "No"] } })).ok).toBe(false);
  });

  test("who voted what is told in pages, in the order in which they did, and never of an anonymous poll", async () => {
    const open = await ask(anna, roomId);
    for (const [person, at] of [
      [ben, 1],
      [anna, 0],
      [mod, 1],
      [anna, 2],
    ] as const)
      await vote(person, open.seq, at);
    await vote(ben, open.seq, 0);
    const first = await ben.do("poll:list", { roomId, seq: open.seq, limit: 2 });
    const rest = await ben.do("poll:list", { roomId, seq: open.seq, after: first.next ?? 0 });
    expect(first.people).toHaveLength(2);
    const lines = [...first.voters, ...rest.voters].map(({ userId, chosen }) => [userId, chosen]);
    expect(lines).toEqual([
      [mod.id, [1]],
      [anna.id, [2]],
      [ben.id, [0]],
    ]);
    expect(await outsider.codeOf("poll:list", { roomId, seq: open.seq })).toBe("not_found");
    const hidden = await ask(anna, roomId, { isAnonymous: true });
    await vote(ben, hidden.seq, 1);
    expect(await anna.codeOf("poll:list", { roomId, seq: hidden.seq })).toBe("forbidden");
    expect(JSON.stringify(server.log)).not.toContain("chosen");
  });

  test("offline it is kept, shown at once, and only the last one goes out; other devices follow", async () => {
    const { seq } = await ask(anna, roomId, { isAnonymous: true });
    const [one, other] = [await startClient(ben), await startClient(ben)];
    for (const { client } of [one, other]) await client.openRoom(roomId);
    for (const chosen of [[0], [2], [], [1]]) await one.client.vote(roomId, seq, chosen);
    await expect.poll(() => one.client.getState().outbox).toEqual([]);
    expect((await seen(ben, seq))?.votes).toMatchObject({ counts: [0, 1, 0], voters: 1, mine: { chosen: [1] } });
    for (const { client } of [one, other]) {
      await proveSync(ben, client);
      await client.stop();
    }
  });
});

describe("what becomes of votes", () => {
  test("with all of mine in a room goes what I voted, but for anonymous votes: that would tell whose they were", async () => {
    const [open, hidden] = [await ask(anna, roomId), await ask(anna, roomId, { isAnonymous: true })];
    for (const { seq } of [open, hidden]) await vote(ben, seq, 1);
    const away = await startClient(ben);
    await away.client.openRoom(roomId);
    await ben.do("message:delete-mine", { roomId });
    expect((await seen(anna, open.seq))?.votes).toBeUndefined();
    expect((await seen(anna, hidden.seq))?.votes).toEqual({ counts: [0, 1, 0], voters: 1 });
    await proveSync(ben, away.client);
    await away.client.stop();
  });

  test("they go with what disappears, and with all of its writer's", async () => {
    const gone = async (make: () => Promise<Message>, end: () => Promise<unknown>) => {
      const { seq } = await make();
      await vote(ben, seq, 1);
      await end();
      await expect.poll(left).toEqual([]);
      expect((await seen(ben, seq))?.poll).toBeUndefined();
    };
    await gone(
      () => ask(mod, roomId),
      () => mod.do("message:delete-mine", { roomId }),
    );
    await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
    await gone(
      () => ask(anna, roomId),
      async () => server.clock.forward(300_001),
    );
  });

  test("who deletes their account takes open votes along, and leaves what nobody knows to be theirs", async () => {
    const cleo = await register(server, `Cleo ${roomId.slice(-6)}`);
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    const [open, hidden] = [await ask(anna, roomId), await ask(anna, roomId, { isAnonymous: true })];
    for (const { seq } of [open, hidden]) await vote(cleo, seq, 1);
    await cleo.do("account:delete", { password: "correct horse battery", messages: "remove" });
    const { deletesAt } = (await cleo.do("sync:open", {})).account;
    server.clock.forward((deletesAt ?? 0) - server.clock.now() + 1);
    await expect.poll(async () => (await seen(anna, open.seq))?.votes).toBeUndefined();
    expect((await seen(anna, hidden.seq))?.votes).toEqual({ counts: [0, 1, 0], voters: 1 });
  });
});
