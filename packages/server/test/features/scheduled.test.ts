/** Messages that wait for their time, or for somebody to be online. */
import { type MessageId, newId, type RoomId, type Scheduled, scheduledLimits } from "@parley/contract";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { Person, populate, register } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
const hourMs = 3_600_000;
let olga: Person;
let mel: Person;

let roomId: RoomId;

beforeAll(async () => {
  [olga, mel] = await populate(server, ["Olga", "Mel"]);
});
beforeEach(async () => {
  roomId = await olga.createRoom("Board");
  await olga.do("member:add", { roomId, userIds: [mel.id] });
});
afterEach(async () => {
  for (const { id } of await waitingOf(mel)) await mel.do("scheduled:remove", { id });
});

const waitingOf = async (person: Person) => (await person.do("sync:open", {})).scheduled;
const bodiesIn = async (place: RoomId, reader = olga) =>
  (await reader.do("message:history", { roomId: place })).messages.map(({ body }) => body);

async function later(person: Person, body: string, more: Partial<Omit<Scheduled, "files">> = {}): Promise<MessageId> {
  const id = more.id ?? newId<MessageId>(Date.now());
  const sendAt = more.sendAt === undefined ? server.clock.now() + hourMs : more.sendAt;
  await person.do("scheduled:add", { roomId, body, ...more, id, sendAt });
  return id;
}

describe("at its time", () => {
  test("it is sent once, as its writer's, under its id, with whom it calls and answers; not before", async () => {
    await olga.send(roomId, "When do we begin?");
    const live = await startClient(mel);
    const witness = await olga.connect();
    const id = await later(mel, "Now, @olga", { replyTo: 1 });
    await proveSync(mel, live.client);
    expect(live.client.getState().scheduled).toMatchObject([{ id, roomId, body: "Now, @olga", replyTo: 1 }]);
    server.clock.forward(hourMs - 5_000);
    await witness.barrier();
    expect(witness.named("message:sent")).toEqual([]);
    server.clock.forward(5_000);
    const { payload } = await witness.until("message:sent");
    expect(payload).toMatchObject({ id, senderId: mel.id, replyTo: 1, mentions: [olga.id] });
    await proveSync(mel, live.client);
    expect(live.client.getState().scheduled).toEqual([]);
    expect(witness.named("scheduled:changed")).toEqual([]);
    // The answer to the first try was lost.
    expect(await mel.do("scheduled:add", { id, roomId, body: "Again", sendAt: 1 })).toEqual({ scheduled: null });
    expect(await bodiesIn(roomId)).toEqual(["When do we begin?", "Now, @olga"]);
    await live.client.stop();
    witness.close();
  });

  test("also when the server was not there then, and only once", async () => {
    const own = await startServer();
    const [anna] = await populate(own, ["Anna"]);
    const place = await anna.createRoom("Desk");
    const sendAt = own.clock.now() + hourMs;
    for (const body of ["one", "two"])
      await anna.do("scheduled:add", { id: newId<MessageId>(Date.now()), roomId: place, body, sendAt });
    await own.halt();
    const again = await own.again();
    again.clock.forward(hourMs);
    const later = onAgain(again, anna);
    await expect.poll(async () => (await bodiesIn(place, later)).toSorted()).toEqual(["one", "two"]);
    await again.halt();
    const third = await own.again();
    third.clock.forward(2 * hourMs);
    const last = onAgain(third, anna);
    expect(await waitingOf(last)).toEqual([]);
    expect(await bodiesIn(place, last)).toHaveLength(2);
    await third.halt();
    await own.stop();
  });

  test("it may say something else, wait longer, go at once, or not at all", async () => {
    const live = await startClient(mel);
    const first = await later(mel, "one");
    const second = await later(mel, "two");
    const third = await later(mel, "three");
    await mel.do("scheduled:change", { id: first, body: "first" });
    await mel.do("scheduled:change", { id: second, sendAt: server.clock.now() + 3 * hourMs });
    await mel.do("scheduled:remove", { id: third });
    await mel.do("scheduled:remove", { id: third });
    await proveSync(mel, live.client);
    server.clock.forward(hourMs);
    await expect.poll(() => bodiesIn(roomId)).toEqual(["first"]);
    expect(await mel.do("scheduled:send", { id: second })).toMatchObject({ id: second, body: "two" });
    expect(await bodiesIn(roomId)).toEqual(["first", "two"]);
    expect(await mel.codeOf("scheduled:send", { id: second })).toBe("not_found");
    expect(await mel.codeOf("scheduled:change", { id: second, body: "2" })).toBe("not_found");
    await proveSync(mel, live.client);
    await live.client.stop();
  });

  test("what has passed, is too far, says nothing, or answers nothing is refused", async () => {
    const now = server.clock.now();
    const add = (more: { body?: string; sendAt?: number; replyTo?: number; id?: MessageId }) =>
      mel.codeOf("scheduled:add", {
        id: newId<MessageId>(Date.now()),
        roomId,
        body: "Later",
        sendAt: now + hourMs,
        ...more,
      });
    expect(await add({ sendAt: now - 1 })).toBe("invalid");
    expect(await add({ sendAt: now + scheduledLimits.aheadMs + hourMs })).toBe("invalid");
    expect(await add({ body: " \n" })).toBe("invalid");
    expect(await add({ replyTo: 1 })).toBe("invalid");
    const { id } = await olga.send(roomId, "Mine");
    expect(await add({ id })).toBe("conflict");
    const theirs = await later(olga, "Hers");
    expect(await add({ id: theirs })).toBe("conflict");
    for (const name of ["scheduled:send", "scheduled:change"] as const)
      expect(await mel.codeOf(name, { id: theirs })).toBe("not_found");
    await mel.do("scheduled:remove", { id: theirs });
    expect(await waitingOf(olga)).toHaveLength(1);
    await olga.do("scheduled:remove", { id: theirs });
  });

  test(`at most ${scheduledLimits.messages} wait`, async () => {
    const data = await openData(server);
    const rows = Array.from(
      { length: scheduledLimits.messages },
      (_, at) => `('${newId(at)}', '${mel.id}', '${roomId}', 'x')`,
    );
    await data.sql(`insert into scheduled_messages (id, user_id, room_id, body) values ${rows.join(", ")}`);
    await data.close();
    const sendAt = server.clock.now() + hourMs;
    const input = { id: newId<MessageId>(Date.now()), roomId, body: "One more", sendAt };
    expect(await mel.codeOf("scheduled:add", input)).toBe("conflict");
    await mel.do("room:clear", { roomId });
    expect(await waitingOf(mel)).toEqual([]);
  });
});

/** The same session, on the server that was started again. */
const onAgain = (server: TestServer, { user, sessionId, token }: Person) =>
  new Person(server, { user, sessionId, token });

async function dueOf(person: Person): Promise<number | null> {
  const data = await openData(server);
  const [row] = await data.sql(`select due_at from scheduled_messages where user_id = '${person.id}'`);
  await data.close();
  return row === undefined ? null : Number(row.due_at);
}

describe("what is not allowed then", () => {
  const whyNot: Record<string, { forbid: () => Promise<unknown>; words: string }> = {
    "in a room that was left": { forbid: () => mel.do("room:leave", { roomId }), words: "not in this conversation" },
    muted: {
      forbid: () => olga.do("member:mute", { roomId, userId: mel.id, forMs: null }),
      words: "muted",
    },
    "where only moderators write": {
      forbid: () => olga.do("room:change", { roomId, rules: { post: "moderators" } }),
      words: "moderators",
    },
  };
  test.each(Object.entries(whyNot))("%s, it stays with the reason", async (_, { forbid, words }) => {
    const live = await startClient(mel);
    const id = await later(mel, "Too late");
    await forbid();
    server.clock.forward(hourMs);
    await expect
      .poll(() => waitingOf(mel))
      .toMatchObject([{ id, refusal: { message: expect.stringContaining(words) } }]);
    expect(await bodiesIn(roomId)).toEqual([]);
    expect(["forbidden", "not_found"]).toContain(await mel.codeOf("scheduled:send", { id }));
    expect(await waitingOf(mel)).toHaveLength(1);
    await proveSync(mel, live.client);
    await live.client.stop();
  });

  test("blocked, it stays; another time forgets the reason", async () => {
    const { room } = await mel.do("room:create-direct", { userIds: [olga.id] });
    const id = await later(mel, "For you", { roomId: room.id });
    await olga.do("block:add", { userId: mel.id });
    server.clock.forward(hourMs);
    await expect.poll(() => waitingOf(mel)).toMatchObject([{ id, refusal: { code: "not_reachable" } }]);
    expect(await mel.codeOf("scheduled:change", { id, sendAt: server.clock.now() + hourMs })).toBe("not_reachable");
    await olga.do("block:remove", { userId: mel.id });
    await mel.do("scheduled:change", { id, sendAt: server.clock.now() + hourMs });
    expect((await waitingOf(mel))[0]).not.toHaveProperty("refusal");
    server.clock.forward(hourMs);
    await expect.poll(() => bodiesIn(room.id)).toEqual(["For you"]);
  });

  test("suspended, it stays", async () => {
    const eve = await register(server, "Eve");
    await olga.do("member:add", { roomId, userIds: [eve.id] });
    const id = await later(eve, "Spam");
    await olga.do("user:suspend", { userId: eve.id, reason: "Spam", forMs: null });
    server.clock.forward(hourMs);
    const data = await openData(server);
    const refusals = async () => (await data.sql(`select refusal from scheduled_messages where id = '${id}'`))[0];
    await expect.poll(async () => JSON.stringify(await refusals())).toContain("suspended");
    await data.close();
    expect(await bodiesIn(roomId)).toEqual([]);
  });

  test("in a slow room it waits for its turn", async () => {
    await olga.do("room:change", { roomId, rules: { slowModeMs: 60_000 } });
    await later(mel, "Second");
    server.clock.forward(hourMs - 1_000);
    await mel.send(roomId, "First");
    server.clock.forward(1_000);
    await expect.poll(async () => (await dueOf(mel)) ?? 0).toBeGreaterThan(server.clock.now() + 50_000);
    expect(await waitingOf(mel)).toHaveLength(1);
    server.clock.forward(60_000);
    await expect.poll(() => bodiesIn(roomId)).toEqual(["First", "Second"]);
  });
});
