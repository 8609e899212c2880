/** Random doings of three people on several devices: counts are what a small model says, and clients stay in sync. */
import type { Message, RoomId } from "@parley/contract";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { type LiveClient, proveSync, startClient } from "./live-client.ts";

const server = await startServer();
let owner: Person;
let devices: Person[][];
let clients: LiveClient[];

beforeAll(async () => {
  const [olga, ...people] = await populate(server, ["Olga", "Anna", "Ben", "Cleo"]);
  owner = olga;
  devices = await Promise.all(people.map(async (person) => [person, await person.signIn()]));
  clients = await Promise.all(people.map(startClient));
});
afterAll(async () => {
  for (const { client } of clients) await client.stop();
  await server.stop();
});

const handles = ["anna", "ben", "cleo"] as const;

const action = fc.record({
  what: fc.constantFrom(
    "send",
    "send",
    "send",
    "edit",
    "delete",
    "read",
    "read",
    "unread",
    "join",
    "leave",
    "react",
    "react",
    "unreact",
  ),
  who: fc.nat(2),
  device: fc.nat(1),
  which: fc.nat(12),
  calls: fc.option(fc.nat(2)),
});
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

interface Sent {
  id: Message["id"];
  by: number;
  calls: Set<number>;
  isDeleted: boolean;
}

/** What a room should be, in the plainest way. */
class Model {
  readonly messages: Sent[] = [];
  readonly readSeq = new Map<number, number>();

  unread(who: number): Sent[] {
    const from = this.readSeq.get(who) ?? 0;
    return this.messages.slice(from).filter((message) => message.by !== who && !message.isDeleted);
  }

  called(body: number | null, by: number): Set<number> {
    return new Set(body !== null && body !== by && this.readSeq.has(body) ? [body] : []);
  }
}

const bodyOf = (calls: number | null, which: number) => `${calls === null ? "" : `@${handles[calls]} `}text ${which}`;

async function act(model: Model, roomId: RoomId, { what, who, device, which, calls }: Action): Promise<void> {
  const person = devices[who]?.[device];
  if (person === undefined) throw new Error("No such device.");
  const isIn = model.readSeq.has(who);
  const { length } = model.messages;
  if (what === "join" && !isIn) {
    await person.do("room:join", { roomId });
    model.readSeq.set(who, length);
  }
  if (!isIn || what === "join") return;
  if (what === "leave") {
    await person.do("room:leave", { roomId });
    model.readSeq.delete(who);
  } else if (what === "send") {
    const { id } = await person.send(roomId, bodyOf(calls, which));
    model.messages.push({ id, by: who, calls: model.called(calls, who), isDeleted: false });
  } else if (what === "react" || what === "unreact") {
    // Of a message that is there or not, deleted or not: counts stay, and clients stay in sync.
    const emoji = which % 2 === 0 ? "👍" : "🎉";
    await person.ask(what === "react" ? "reaction:add" : "reaction:remove", { roomId, seq: (calls ?? 3) + 1, emoji });
  } else if (what === "read" || what === "unread") {
    const seq = Math.min(which, length);
    await person.do(`receipt:${what}`, { roomId, seq: which });
    model.readSeq.set(who, what === "read" ? Math.max(model.readSeq.get(who) ?? 0, seq) : seq);
  } else await change(model, { person, roomId }, { what, who, which, calls });
}

async function change(
  model: Model,
  { person, roomId }: { person: Person; roomId: RoomId },
  { what, who, which, calls }: Pick<Action, "what" | "who" | "which" | "calls">,
): Promise<void> {
  const own = model.messages.filter((message) => message.by === who && !message.isDeleted);
  const target = own[which % Math.max(1, own.length)];
  if (target === undefined) return;
  const place = { roomId, messageId: target.id };
  if (what === "edit") {
    await person.do("message:edit", { ...place, body: `${bodyOf(calls, which)} edited ${target.calls.size}` });
    target.calls = model.called(calls, who);
  } else {
    await person.do("message:delete", place);
    target.isDeleted = true;
  }
}

async function assertCounts(model: Model, roomId: RoomId): Promise<void> {
  for (const [who, [person]] of devices.entries()) {
    const state = (await person?.do("sync:open", {}))?.rooms.find(({ room }) => room.id === roomId);
    const unread = model.unread(who);
    const expected = model.readSeq.has(who)
      ? {
          readSeq: model.readSeq.get(who),
          unread: unread.length,
          mentions: unread.filter((message) => message.calls.has(who)).length,
          lastSeq: model.messages.length,
        }
      : undefined;
    const { readSeq, mentions, lastSeq } = state ?? {};
    expect(state && { readSeq, unread: state.unread, mentions, lastSeq }).toEqual(expected);
  }
}

test("counts and clients are right after anything that people do", { timeout: 60_000 }, async () => {
  const numbers = Array(1_000).keys();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), fc.nat(2), async (actions, opener) => {
      const roomId = await owner.createRoom(`Run ${numbers.next().value}`, "public");
      const model = new Model();
      for (const who of [0, 1]) await act(model, roomId, { what: "join", who, device: 0, which: 0, calls: null });
      for (const [at, one] of actions.entries()) {
        await act(model, roomId, one);
        const client = clients[opener]?.client;
        if (at === 4 && client?.getState().rooms.has(roomId) && model.readSeq.has(opener))
          await client.openRoom(roomId);
      }
      await assertCounts(model, roomId);
      for (const [at, [person]] of devices.entries())
        if (person && clients[at]) await proveSync(person, clients[at].client);
    }),
    { numRuns: 12 },
  );
});
