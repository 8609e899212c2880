/** Reactions on their way: shown at once, in order, none needlessly, and gone when they are refused. */
import { ParleyError } from "@parley/contract";
import { expect, test } from "vitest";
import { memoryStorage, timeline } from "../src/index.ts";
import { windowOf } from "../src/windows.ts";
import { answer } from "./model/answers.ts";
import { type Mailbox, newMailbox, Sender, settled } from "./model/sender.ts";

function roomWithOne(): Mailbox {
  const mailbox = newMailbox();
  const id = mailbox.server.newId<never>();
  answer(mailbox.server, mailbox.me, ["message:send", { id, roomId: mailbox.room.id, body: "Hello" }]);
  return mailbox;
}

async function newSender(mailbox: Mailbox, storage = memoryStorage()): Promise<Sender> {
  const sender = new Sender(mailbox, storage);
  const entry = sender.store.base.rooms.get(sender.roomId);
  if (!entry) throw new Error("The room is there.");
  const page = answer(mailbox.server, mailbox.me, ["message:history", { roomId: sender.roomId }]);
  sender.store.setEntry({ ...entry, window: windowOf(page) });
  await sender.start(await storage.outbox.list());
  return sender;
}

const shown = ({ store, roomId }: Sender) => timeline(store.shown, roomId)[0]?.message.reactions ?? [];
const on = (sender: Sender, emoji: string, isOn = true) => sender.messages.react(sender.roomId, 1, { emoji, isOn });

test("a reaction shows at once, without making its message look unsent, and survives a crash", async () => {
  const mailbox = roomWithOne();
  const storage = memoryStorage();
  const first = await newSender(mailbox, storage);
  first.disconnect();
  await on(first, "👍");
  expect(shown(first)).toEqual([{ emoji: "👍", count: 1, userIds: [mailbox.me], isMine: true }]);
  expect(timeline(first.store.shown, first.roomId)[0]).toMatchObject({ status: "stored", outboxKey: null });
  first.crash();
  const second = await newSender(mailbox, storage);
  expect(shown(second)).toMatchObject([{ emoji: "👍", isMine: true }]);
  expect(second.attempts.map(({ name }) => name)).toEqual(["reaction:add"]);
  await second.attempts[0]?.loseAnswer();
  second.disconnect();
  second.connect();
  await settled();
  await second.attempts[1]?.succeed();
  expect(mailbox.room.reactions.get(1)).toEqual([{ emoji: "👍", userIds: [mailbox.me] }]);
  expect(await storage.outbox.list()).toEqual([]);
  second.crash();
});

test("of what came and went before it was tried the last goes out; other emoji are apart", async () => {
  const mailbox = roomWithOne();
  const sender = await newSender(mailbox);
  sender.disconnect();
  await on(sender, "👍");
  await on(sender, "🎉");
  await on(sender, "👍", false);
  expect(shown(sender).map(({ emoji }) => emoji)).toEqual(["🎉"]);
  sender.connect();
  await settled();
  for (let at = 0; at < sender.attempts.length; at += 1) await sender.attempts[at]?.succeed();
  expect(sender.attempts.map(({ name, input }) => [name, (input as { emoji: string }).emoji])).toEqual([
    ["reaction:add", "🎉"],
    ["reaction:remove", "👍"],
  ]);
  expect(mailbox.room.reactions.get(1)).toEqual([{ emoji: "🎉", userIds: [mailbox.me] }]);
  sender.crash();
});

test("one after another: what is repeated never undoes what came later", async () => {
  const mailbox = roomWithOne();
  const sender = await newSender(mailbox);
  await on(sender, "👍");
  await on(sender, "👍", false);
  await settled();
  expect(sender.attempts).toHaveLength(1);
  await sender.attempts[0]?.loseAnswer();
  sender.disconnect();
  sender.connect();
  await settled();
  for (let at = 1; at < sender.attempts.length; at += 1) await sender.attempts[at]?.succeed();
  expect(mailbox.room.reactions.get(1) ?? []).toEqual([]);
  expect(shown(sender)).toEqual([]);
  sender.crash();
});

test("what is refused is gone again, is told of, and holds up nothing", async () => {
  const sender = await newSender(roomWithOne());
  await on(sender, "👍");
  await settled();
  await sender.attempts[0]?.fail(new ParleyError("conflict", "Too many."));
  expect(shown(sender)).toEqual([]);
  expect(sender.store.shown.outbox).toEqual([]);
  await settled();
  expect(sender.refused).toEqual([["reaction:add", "conflict"]]);
  sender.crash();
});

test("it is shown until the room has caught up with the answer, not only until the answer", async () => {
  const sender = await newSender(roomWithOne());
  await on(sender, "👍");
  await settled();
  await sender.attempts[0]?.succeed();
  expect(shown(sender)).toMatchObject([{ emoji: "👍", isMine: true }]);
  expect(sender.store.shown.outbox).toHaveLength(1);
  const { base } = sender.store;
  const entry = base.rooms.get(sender.roomId);
  if (!entry) throw new Error("The room is there.");
  sender.store.setEntry({ ...entry, state: { ...entry.state, rev: entry.state.rev + 1 } });
  await settled();
  expect(sender.store.shown.outbox).toEqual([]);
  sender.crash();
});
