import { setImmediate } from "node:timers/promises";
import type { MessageId, RoomId, UserId } from "@parley/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assertSame } from "./in-sync.ts";
import { answer } from "./model/answers.ts";
import { type ModelRoom, ModelServer } from "./model/model-server.ts";
import { directWire, Person } from "./model/person.ts";

interface World {
  server: ModelServer;
  me: UserId;
  people: UserId[];
  rooms: ModelRoom[];
}

function newWorld(): World {
  const server = new ModelServer();
  const people = ["me", "ann", "bob"].map((handle) => server.addUser(handle).id);
  const [me, ann, bob] = people as [UserId, UserId, UserId];
  const rooms = [
    server.addRoom("public", [ann, me, bob]),
    server.addRoom("direct", [me, ann]),
    server.addRoom("public", [bob, ann]),
  ];
  return { server, me, people, rooms };
}

const actions = [
  "send",
  "send",
  "mention",
  "edit",
  "delete",
  "react",
  "react",
  "unreact",
  "read",
  "unread",
  "draft",
  "settings",
  "join",
  "leave",
] as const;
const anAction = fc.record({
  action: fc.constantFrom(...actions),
  who: fc.nat(2),
  where: fc.nat(2),
  which: fc.nat(30),
});
type Action = { action: (typeof actions)[number]; who: number; where: number; which: number };

/** What people do that is not possible in the state of things is simply not done. */
function act({ server, people, rooms }: World, { action, who, where, which }: Action): void {
  const userId = people[who] as UserId;
  const room = rooms[where] as ModelRoom;
  const roomId: RoomId = room.id;
  if (action === "join") server.enter(room, userId);
  if (action === "join" || !server.isIn(room, userId)) return;
  const own = room.messages.filter((message) => message.senderId === userId && message.deletedAt === undefined);
  const messageId = own[which % Math.max(1, own.length)]?.id;
  const seq = which % (room.messages.length + 1);
  const isLive = room.messages[seq - 1]?.deletedAt === undefined && seq > 0;
  if (action === "react" || action === "unreact") {
    if (!isLive) return;
    const name = action === "react" ? "reaction:add" : "reaction:remove";
    answer(server, userId, [name, { roomId, seq, emoji: which % 2 ? "👍" : "🎉" }]);
  } else if (action === "leave") server.depart(room, userId);
  else if (action === "settings") answer(server, userId, ["settings:change", { theme: which % 2 ? "dark" : "light" }]);
  else if (action === "draft") answer(server, userId, ["draft:save", { roomId, body: "x".repeat(which % 3) }]);
  else if (action === "read") answer(server, userId, ["receipt:read", { roomId, seq }]);
  else if (action === "unread") answer(server, userId, ["receipt:unread", { roomId, seq }]);
  else if (action === "send" || action === "mention") {
    const body = action === "mention" ? "@me @ann" : "hello";
    answer(server, userId, ["message:send", { id: server.newId<MessageId>(), roomId, body }]);
  } else if (messageId && action === "delete") answer(server, userId, ["message:delete", { roomId, messageId }]);
  else if (messageId) answer(server, userId, ["message:edit", { roomId, messageId, body: which % 2 ? "@me" : "no" }]);
}

/** Nothing takes time here: a few turns of the event loop are enough for everything under way. */
async function live(person: Person): Promise<void> {
  for (let turn = 0; turn < 100 && !person.isLive; turn += 1) await setImmediate();
  expect(person.isLive).toBe(true);
}

async function fresh({ server, me }: World, rooms: readonly RoomId[]): Promise<Person> {
  const person = new Person(server, me, directWire);
  person.reconnect();
  await live(person);
  for (const roomId of rooms) await person.open(roomId);
  return person;
}

const aStep = fc.oneof(
  { weight: 12, arbitrary: anAction },
  { weight: 2, arbitrary: fc.constantFrom("open" as const, "check" as const) },
  { weight: 1, arbitrary: fc.constant("reconnect" as const) },
  { weight: 4, arbitrary: fc.constant("travel" as const) },
  { weight: 2, arbitrary: fc.constant("settle" as const) },
);

test("whatever is lost, doubled, late or out of order, a client ends where a new one begins", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { minLength: 5, maxLength: 80, size: "max" }),
      fc.tuple(fc.infiniteStream(fc.constantFrom(1, 1, 1, 1, 1, 1, 0, 2)), fc.infiniteStream(fc.boolean())),
      fc.scheduler(),
      async (steps, [copies, delays], scheduler) => {
        const world = newWorld();
        let isFaulty = true;
        const me = new Person(world.server, world.me, {
          later: (what) =>
            isFaulty && delays.next().value ? scheduler.schedule(Promise.resolve(), what) : Promise.resolve(),
          copies: () => (isFaulty ? (copies.next().value ?? 1) : 1),
        });
        me.reconnect();
        for (const step of steps) {
          if (step === "open") void me.open((world.rooms[me.heard.length % 3] as ModelRoom).id);
          else if (step === "check") void me.sync.check();
          else if (step === "reconnect") me.reconnect();
          else if (step === "settle") await scheduler.waitAll();
          else if (step !== "travel") act(world, step);
          else if (scheduler.count() > 0) await scheduler.waitOne();
          await setImmediate();
        }
        isFaulty = false;
        await scheduler.waitAll();
        const opened = [...me.store.base.rooms].filter(([, entry]) => entry.window).map(([roomId]) => roomId);
        await live(me);
        for (let beat = 0; beat < 3; beat += 1) await me.sync.check();
        const other = await fresh(world, opened);
        assertSame(me.store.shown, other.store.shown);
        expect(repeated(me)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

/** Events heard twice: each numbered one must be heard at most once. */
function repeated(person: Person): string[] {
  const seen = new Set<string>();
  return person.heard.flatMap(({ roomId, event: [name, payload] }) => {
    if (!name.startsWith("message:") && !name.startsWith("reaction:")) return [];
    // The same reaction by the same person can be of the same rev in two rooms.
    const key = `${roomId} ${name} ${JSON.stringify(payload)}`;
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}
