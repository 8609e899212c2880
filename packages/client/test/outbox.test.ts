import { type Message, ParleyError, rates } from "@parley/contract";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryStorage } from "../src/index.ts";
import { bodiesIn, newMailbox, Sender, settled } from "./model/sender.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

test("an item is on disk before it goes out, and gone from it once it is answered", async () => {
  const storage = memoryStorage();
  const written = Promise.withResolvers<void>();
  const slow = { ...storage, outbox: { ...storage.outbox, put: () => written.promise } };
  const sender = new Sender(newMailbox(), slow);
  await sender.start();
  const sent = sender.send("one");
  await settled();
  expect(sender.store.shown.outbox.map((item) => item.status)).toEqual(["waiting"]);
  expect(sender.attempts).toHaveLength(0);
  written.resolve();
  await sent;
  await settled();
  expect(sender.attempts).toHaveLength(1);
  await sender.attempts[0]?.succeed();
  expect(await storage.outbox.list()).toEqual([]);
});

test("what cannot be written down is not sent, and the writer is told", async () => {
  const storage = memoryStorage();
  const full = { ...storage, outbox: { ...storage.outbox, put: () => Promise.reject(new Error("full")) } };
  const sender = new Sender(newMailbox(), full);
  await sender.start();
  await expect(sender.send("one")).rejects.toMatchObject({ code: "storage_full" });
  expect(sender.store.shown.outbox).toEqual([]);
  expect(sender.attempts).toHaveLength(0);
});

test("killed at any step, everything is stored once and in order after the next start", async () => {
  const crashes = ["before the attempt", "before the server", "after the server", "after the answer"] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...crashes), { maxLength: 6 }), async (deaths) => {
      const mailbox = newMailbox();
      const storage = memoryStorage();
      let expected: string[] = [];
      for (const death of deaths) {
        const sender = new Sender(mailbox, storage);
        const isIdle = death === "before the attempt";
        if (isIdle) sender.outbox.restore(await storage.outbox.list());
        else await sender.start(await storage.outbox.list());
        const bodies = [`${expected.length}`, `${expected.length + 1}`];
        for (const body of bodies) await sender.send(body);
        expected = [...expected, ...bodies];
        await settled();
        if (death === "after the server") for (const attempt of [...sender.attempts]) await attempt.loseAnswer();
        if (death === "after the answer") await sender.attempts[0]?.succeed();
        sender.crash();
      }
      const last = new Sender(mailbox, storage);
      await last.start(await storage.outbox.list());
      for (let at = 0; at < last.attempts.length; at += 1) await last.attempts[at]?.succeed();
      expect(bodiesIn(mailbox)).toEqual(expected);
      expect(await storage.outbox.list()).toEqual([]);
      last.crash();
    }),
    { numRuns: 60 },
  );
});

test("up to twenty of a room are under way at once, in order, and a lost connection repeats them in order", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  const bodies = Array.from({ length: 30 }, (_, at) => `${at}`);
  await Promise.all(bodies.map((body) => sender.send(body)));
  await settled();
  expect(sender.bodies()).toEqual(bodies.slice(0, 20));
  await sender.attempts[0]?.succeed();
  await sender.attempts[1]?.loseAnswer();
  sender.disconnect();
  for (const attempt of sender.attempts.slice(2)) await attempt.fail(new ParleyError("unavailable", "Gone."));
  const before = sender.attempts.length;
  sender.connect();
  await settled();
  expect(sender.bodies().slice(before)).toEqual(bodies.slice(1, 21));
  for (let at = before; at < sender.attempts.length; at += 1) await sender.attempts[at]?.succeed();
  expect(bodiesIn(mailbox)).toEqual(bodies);
  sender.crash();
});

test("one that must wait holds back those behind it, but not other rooms' or other kinds", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  await sender.send("one");
  await sender.attempts[0]?.fail(new ParleyError("rate_limited", "Slowly.", { retryAfterMs: 5_000 }));
  await sender.send("two");
  await sender.messages.markUnread(sender.roomId, 0);
  await settled();
  expect(sender.attempts.map(({ name }) => name)).toEqual(["message:send", "receipt:unread"]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sender.bodies().slice(2)).toEqual(["one"]);
  await sender.attempts.at(-1)?.succeed();
  expect(sender.bodies().slice(2)).toEqual(["one", "two"]);
  sender.crash();
});

test("near the sending limit messages go one by one, so that none can overtake one that is refused for now", async () => {
  const sender = new Sender(newMailbox());
  await sender.start();
  const { burst } = rates.send;
  await Promise.all(Array.from({ length: burst + 10 }, (_, at) => sender.send(`${at}`)));
  for (let at = 0; at < burst; at += 1) await sender.attempts[at]?.succeed();
  expect(sender.bodies()).toHaveLength(burst + 1);
  await sender.attempts[burst]?.succeed();
  expect(sender.bodies()).toHaveLength(burst + 2);
  sender.crash();
});

test("a refusal for good is shown, the rest goes on, and it can be tried again or thrown away", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  const refused = await sender.send("refuse");
  const stored = await sender.send("fine");
  const outcome = expect(sender.outbox.whenStored(refused)).rejects.toMatchObject({ code: "forbidden" });
  await settled();
  for (const attempt of [...sender.attempts]) await attempt.succeed();
  await outcome;
  expect(await sender.outbox.whenStored(stored)).toMatchObject({ body: "fine" });
  const [failed] = sender.store.shown.outbox;
  expect(failed).toMatchObject({ status: "failed", error: { code: "forbidden" } });
  await sender.messages.edit(sender.roomId, refused, "better");
  await settled();
  await sender.attempts.at(-1)?.succeed();
  expect(bodiesIn(mailbox)).toEqual(["fine", "better"]);
  const again = await sender.send("refuse");
  await settled();
  await sender.attempts.at(-1)?.succeed();
  await sender.messages.remove(sender.roomId, again);
  expect(sender.store.shown.outbox.filter((item) => item.status === "failed")).toEqual([]);
  sender.crash();
});

test("deleting what was never tried takes it back; what was tried is deleted after it", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  sender.disconnect();
  const unsent = await sender.send("never seen");
  const outcome = expect(sender.outbox.whenStored(unsent)).rejects.toMatchObject({ code: "not_found" });
  await sender.messages.edit(sender.roomId, unsent, "nor this");
  await sender.messages.remove(sender.roomId, unsent);
  await settled();
  expect(sender.store.shown.outbox).toEqual([]);
  sender.connect();
  await outcome;
  const tried = await sender.send("seen, perhaps");
  await settled();
  await sender.attempts[0]?.loseAnswer();
  await sender.messages.remove(sender.roomId, tried);
  await vi.advanceTimersByTimeAsync(300);
  for (let at = 1; at < sender.attempts.length; at += 1) await sender.attempts[at]?.succeed();
  expect(sender.attempts.map(({ name }) => name)).toEqual(["message:send", "message:send", "message:delete"]);
  expect(mailbox.room.messages.map(({ deletedAt }) => deletedAt !== undefined)).toEqual([true]);
  sender.crash();
});

test("an edit whose answer was lost is repeated before a later edit goes out, never after it", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  const id = await sender.send("first");
  await settled();
  await sender.attempts[0]?.succeed();
  await sender.messages.edit(sender.roomId, id, "second");
  await settled();
  await sender.messages.edit(sender.roomId, id, "third");
  await settled();
  await sender.attempts[1]?.loseAnswer();
  await vi.advanceTimersByTimeAsync(300);
  for (let at = 2; at < sender.attempts.length; at += 1) {
    await sender.attempts[at]?.succeed();
    await settled();
  }
  expect(sender.attempts.map(({ name }) => name)).toEqual(["message:send", ...Array(3).fill("message:edit")]);
  expect(mailbox.room.messages.map(({ body }) => body)).toEqual(["third"]);
  sender.crash();
});

test("of several read pointers or drafts of a room only the newest goes out", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  sender.disconnect();
  for (const seq of [1, 2, 3]) await sender.messages.markRead(sender.roomId, seq);
  for (const body of ["a", "ab", ""])
    await sender.outbox.add({ name: "draft:save", input: { roomId: sender.roomId, body } });
  sender.connect();
  await settled();
  expect(sender.attempts.map(({ input }) => input)).toEqual([
    { roomId: sender.roomId, seq: 3 },
    { roomId: sender.roomId, body: "" },
  ]);
  sender.crash();
});

test("my own message seen as an event is stored, whether or not the answer ever comes", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  const id = await sender.send("one");
  const stored = sender.outbox.whenStored(id);
  await settled();
  const message: Message = { id, seq: 1, rev: 3, senderId: mailbox.me, body: "one", sentAt: 1 };
  sender.outbox.observe([message]);
  expect(await stored).toEqual(message);
  expect(sender.store.shown.outbox).toEqual([]);
  await sender.attempts[0]?.succeed();
  expect(sender.store.shown.outbox).toEqual([]);
  sender.crash();
});

test("an answered message stays in its place until the room has caught up with it", async () => {
  const mailbox = newMailbox();
  const sender = new Sender(mailbox);
  await sender.start();
  const id = await sender.send("one");
  await settled();
  await sender.attempts[0]?.succeed();
  expect(await sender.outbox.whenStored(id)).toMatchObject({ seq: 1 });
  expect(sender.store.shown.outbox).toHaveLength(1);
  const entry = sender.store.base.rooms.get(sender.roomId);
  if (entry) sender.store.setEntry({ ...entry, state: mailbox.server.stateOf(mailbox.room, mailbox.me) });
  expect(sender.store.shown.outbox).toEqual([]);
  sender.crash();
});

test("what somebody else left on this device is never sent in my name", async () => {
  const mailbox = newMailbox();
  const storage = memoryStorage();
  const theirs = new Sender(mailbox, storage);
  await theirs.send("theirs");
  const ann = [...mailbox.server.users.keys()][1] ?? mailbox.me;
  const mine = new Sender({ ...mailbox, me: ann }, storage);
  await mine.start(await storage.outbox.list());
  expect(mine.attempts).toEqual([]);
  expect(await storage.outbox.list()).toEqual([]);
  theirs.crash();
  mine.crash();
});
