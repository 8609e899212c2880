/** Random doings between three people: after each, every device shows what a small model says, and what a new one would. */
import type { ParleyClient } from "@parley/client";
import { defaultSettings, type RoomId } from "@parley/contract";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";
import { type LiveClient, proveSync, startClient } from "./live-client.ts";
import { type Action, actions, type Place, withStops } from "./privacy-actions.ts";
import { PrivacyModel } from "./privacy-model.ts";

const names = ["Anna", "Ben", "Cleo"] as const;
const server = await startServer();
let owner: Person;
let people: Person[];
let lives: LiveClient[];

beforeAll(async () => {
  [owner, ...people] = await populate(server, ["Olga", ...names]);
  lives = await Promise.all(people.map(startClient));
});
afterAll(async () => {
  for (const { client } of lives) await client.stop();
  await server.stop();
});

const numbers = Array(1_000).keys();
type Rooms = ReadonlyMap<Place, RoomId>;

/** A new room of them all, their private conversations, and nothing else between them. */
async function begin(): Promise<Rooms> {
  for (const person of people) {
    await person.do("settings:change", { presence: "auto", privacy: defaultSettings.privacy });
    for (const other of people) {
      await person.codeOf("block:remove", { userId: other.id });
      await person.codeOf("friend:remove", { userId: other.id });
      await person.codeOf("friend:cancel", { userId: other.id });
    }
  }
  const rooms = new Map<Place, RoomId>([["all", await owner.createRoom(`Run ${numbers.next().value}`, "public")]]);
  await owner.do("member:add", { roomId: rooms.get("all") as RoomId, userIds: people.map(({ id }) => id) });
  for (const [one, other] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const { room } = await at(people, one).do("room:create-direct", { userIds: [at(people, other).id] });
    await at(people, one).do("room:delete-direct", { roomId: room.id });
    const again = await at(people, one).do("room:create-direct", { userIds: [at(people, other).id] });
    rooms.set(`${one}${other}`, again.room.id);
  }
  for (const [who, { client }] of lives.entries()) {
    await look(client, roomsOf(who, rooms), rooms);
    await when(
      client,
      () =>
        client
          .getState()
          .rooms.get(rooms.get("all") as RoomId)
          ?.online.has(at(people, who).id) === true,
    );
  }
  return rooms;
}

function roomsOf(who: number, rooms: Rooms): RoomId[] {
  return [...rooms].flatMap(([place, roomId]) => (place === "all" || place.includes(`${who}`) ? roomId : []));
}

/** Opens some of the rooms, and has all of them on screen. */
async function look(client: ParleyClient, opened: readonly RoomId[], rooms: Rooms): Promise<void> {
  for (const roomId of opened) {
    await when(client, () => client.getState().rooms.has(roomId));
    await client.openRoom(roomId);
  }
  client.watch([...rooms.values()]);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`Nothing at ${index}.`);
  return found;
}

/** Sends the request that an action stands for; answers whether it was done. */
async function act({ what, who, whom, place, how }: Action, rooms: Rooms): Promise<boolean> {
  const person = at(people, who);
  const userId = at(people, whom).id;
  const roomId = rooms.get(place) as RoomId;
  const requests = {
    block: () => person.ask("block:add", { userId }),
    unblock: () => person.ask("block:remove", { userId }),
    ask: () => person.ask("friend:ask", { userId }),
    accept: () => person.ask("friend:accept", { userId }),
    remove: () => person.ask("friend:remove", { userId }),
    join: () => person.ask("room:join", { roomId: rooms.get("all") }),
    leave: () => person.ask("room:leave", { roomId: rooms.get("all") }),
    hide: () =>
      person.ask("settings:change", {
        presence: how.isInvisible ? "invisible" : "auto",
        privacy: { ...defaultSettings.privacy, receipts: how.receipts, typing: how.typing },
      }),
    send: async () =>
      await person.send(roomId, "Hello").then(
        () => ({ ok: true }),
        () => ({ ok: false }),
      ),
    read: () => person.ask("receipt:read", { roomId, seq: 1_000 }),
    type: () => person.ask("typing:start", { roomId }),
    stop: () => person.ask("typing:stop", { roomId }),
  };
  return (await requests[what]()).ok;
}

/** What a device shows, in the words of the model. */
function shown({ client }: LiveClient, rooms: Rooms) {
  const state = client.getState();
  const index = new Map(people.map(({ id }, who) => [id, who]));
  const who = (id: Person["id"]) => index.get(id) ?? -1;
  const ofThree = (ids: Iterable<Person["id"]>) =>
    [...ids]
      .map(who)
      .filter((one) => one >= 0)
      .sort();
  const relations = [...state.relations.values()].map(({ userId, kind }) => `${who(userId)} ${kind}`).sort();
  const inRooms = [...rooms].flatMap(([place, roomId]) => {
    const entry = state.rooms.get(roomId);
    if (entry === undefined) return [];
    const read = ofThree(entry.receipts.keys()).map(
      (one) => `${one}:${entry.receipts.get(at(people, one).id)?.readSeq}`,
    );
    const online = place === "all" ? ofThree(entry.online.keys()) : [];
    return [[place, { unread: entry.state.unread, read, online, typing: ofThree(entry.typing.keys()) }]];
  });
  return { relations, rooms: Object.fromEntries(inRooms) };
}

async function when(client: ParleyClient, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const off = client.subscribe(() => {
      if (!isSo()) return;
      off();
      resolve();
    });
  });
}

test("everybody sees what they may, and nothing else", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { minLength: 10, maxLength: 30 }), async (list) => {
      const rooms = await begin();
      const model = new PrivacyModel();
      for (const [step, action] of withStops(list).entries()) {
        expect([action, await act(action, rooms)]).toEqual([action, model.act(action)]);
        const { client } = at(lives, action.who);
        if (action.what === "join") await look(client, [rooms.get("all") as RoomId], rooms);
        for (const [viewer, live] of lives.entries())
          await expect
            .poll(() => [action, shown(live, rooms)], { timeout: 5_000, interval: 10 })
            .toEqual([action, model.shown(viewer)]);
        await proveSync(at(people, step % 3), at(lives, step % 3).client);
      }
    }),
    // Shrinking takes minutes: each try waits for what does not come.
    { numRuns: isOnPostgres ? 4 : 12, endOnFailure: true },
  );
});
