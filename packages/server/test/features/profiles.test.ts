import { newId, type Status, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { picture } from "../jpeg-picture.ts";
import { lobbyOf, type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
let olga: Person;
let anna: Person;
let ben: Person;
let cleo: Person;
const witnesses: Witness[] = [];
beforeAll(async () => {
  [olga, anna, ben, cleo] = await populate(server, ["Olga", "Anna", "Ben", "Cleo"]);
});
afterAll(async () => {
  for (const witness of witnesses) witness.close();
  await server.stop();
});

async function listen(person: Person): Promise<Witness> {
  const witness = await person.connect();
  witnesses.push(witness);
  return witness;
}

const status = (more: Partial<Status> = {}): Status => ({ emoji: "🌴", text: "Away", until: null, ...more });
const image = (width = 64) => picture({ width }).toString("base64");
const bareKeys = ["handle", "id", "name", "role"];
let count = 0;
const fresh = (stem: string) => {
  count += 1;
  return `${stem}${count}`;
};

describe("a card", () => {
  test("shows what its owner says", async () => {
    const person = await register(server, fresh("Peer"));
    const said = { bio: "I write.\nOften.", timeZone: "europe/berlin", status: status() };
    const own = await person.do("profile:change", said);
    expect(own).toMatchObject({ bio: said.bio, timeZone: "Europe/Berlin", user: { status: status() } });
    expect(await person.do("profile:show", { userId: person.id })).toEqual(own);
    const seen = await anna.do("profile:show", { userId: person.id });
    expect(seen).toMatchObject({ user: own.user, bio: own.bio, timeZone: own.timeZone, sharedRoomIds: [] });
    await person.do("profile:change", { status: null, bio: "", timeZone: null });
    expect(await anna.do("profile:show", { userId: person.id })).toMatchObject({ bio: "", timeZone: null });
    expect(Object.keys((await person.do("sync:open", {})).me).sort()).toEqual(bareKeys);
  });

  test("lists rooms that both are in, but neither the lobby nor private conversations", async () => {
    const roomId = await anna.createRoom(fresh("Common"));
    await anna.createRoom(fresh("Mine alone"));
    await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id] });
    await anna.do("room:create-direct", { userIds: [ben.id, cleo.id] });
    expect((await anna.do("profile:show", { userId: ben.id })).sharedRoomIds).toEqual([roomId]);
    expect((await ben.do("profile:show", { userId: anna.id })).sharedRoomIds).toEqual([roomId]);
    await ben.do("room:leave", { roomId });
    expect((await anna.do("profile:show", { userId: ben.id })).sharedRoomIds).toEqual([]);
  });

  test("tells whether its owner is here, and when they were", async () => {
    const person = await register(server, fresh("Visitor"));
    const card = () => anna.do("profile:show", { userId: person.id });
    expect(await card()).toMatchObject({ availability: "offline", lastSeenAt: null });
    const device = await person.connect();
    await expect.poll(card).toMatchObject({ availability: "online", lastSeenAt: null });
    device.close();
    const gone = { availability: "offline", lastSeenAt: expect.any(Number) };
    await expect.poll(card, { timeout: 5_000 }).toMatchObject(gone);
  });

  test("of nobody is not found", async () => {
    expect(await anna.codeOf("profile:show", { userId: newId<UserId>(Date.now()) })).toBe("not_found");
  });

  test("tells administrators alone who brought somebody in", async () => {
    const { code } = await anna.do("invitation:create", { roomId: await anna.createRoom(fresh("Inviting")) });
    const guest = await register(server, fresh("Guest"), code);
    expect(await olga.do("profile:show", { userId: guest.id })).toMatchObject({ invitedBy: anna.id });
    for (const viewer of [anna, ben, guest])
      expect(await viewer.do("profile:show", { userId: guest.id })).not.toHaveProperty("invitedBy");
    expect(await olga.do("profile:show", { userId: ben.id })).not.toHaveProperty("invitedBy");
  });
});

describe("a status", () => {
  test("is over when it says, wherever a person is shown", async () => {
    const person = await register(server, fresh("Sam"));
    const until = server.clock.now() + 60_000;
    await person.do("profile:change", { status: status({ until }) });
    const lobby = await lobbyOf(person);
    const shown = async () => {
      const cards = [
        (await anna.do("profile:show", { userId: person.id })).user,
        (await anna.do("user:list", { userIds: [person.id] })).people[0],
        (await anna.do("user:find", { text: person.user.name })).people[0],
        (await anna.do("room:open", { roomId: lobby })).people.find(({ id }) => id === person.id),
        (await anna.do("member:list", { roomId: lobby })).people.find(({ id }) => id === person.id),
        (await person.do("sync:open", {})).me,
      ];
      return new Set(cards.map((user) => user?.status?.text));
    };
    expect(await shown()).toEqual(new Set(["Away"]));
    server.clock.forward(60_000);
    expect(await shown()).toEqual(new Set([undefined]));
  });

  test("without anything is none", async () => {
    await ben.do("profile:change", { status: status({ emoji: "", text: " " }) });
    expect(Object.keys((await ben.do("profile:show", { userId: ben.id })).user).sort()).toEqual(bareKeys);
  });
});

test.each([
  ["name", { name: "" }],
  ["name", { name: "admin" }],
  ["name", { name: "a\u202eb" }],
  ["name", { name: "\u200b" }],
  ["name", { name: "x".repeat(41) }],
  ["name", { name: 1 }],
  ["handle", { handle: "" }],
  ["handle", { handle: "@" }],
  ["handle", { handle: "everyone" }],
  ["handle", { handle: "a/b" }],
  ["bio", { bio: "x".repeat(301) }],
  ["bio", { bio: null }],
  ["timeZone", { timeZone: "Mars/Olympus" }],
  ["timeZone", { timeZone: "+01:00" }],
  ["timeZone", { timeZone: "x".repeat(65) }],
  ["status.emoji", { status: { emoji: "<b>", text: "", until: null } }],
  ["status.emoji", { status: { emoji: "🌴🌴", text: "", until: null } }],
  ["status.text", { status: { emoji: "", text: "x".repeat(81), until: null } }],
  ["status.until", { status: { emoji: "", text: "x", until: 1 } }],
  ["status.until", { status: { emoji: "", text: "x", until: 0.5 } }],
  ["status.until", { status: { emoji: "", text: "x" } }],
])("%s: %j is refused, and changes nothing", async (field, input) => {
  const before = await ben.do("profile:show", { userId: ben.id });
  expect(await ben.ask("profile:change", input)).toMatchObject({ error: { code: "invalid", field } });
  expect(await ben.do("profile:show", { userId: ben.id })).toEqual(before);
});

describe("whoever may see somebody hears of a change", () => {
  let person: Person;
  let friend: Person;
  beforeEach(async () => {
    person = await register(server, fresh("Actor"));
    friend = await register(server, fresh("Friend"));
  });

  test("once, on every device, of their own too", async () => {
    for (const name of ["One", "Two"]) {
      const roomId = await person.createRoom(fresh(name));
      await person.do("member:add", { roomId, userIds: [anna.id] });
    }
    await person.do("friend:ask", { userId: friend.id });
    await friend.do("friend:accept", { userId: person.id });
    const heard = await Promise.all([anna, friend, person].map(listen));
    const user = await person.do("profile:set-avatar", { image: image() });
    for (const witness of heard) {
      expect((await witness.until("profile:changed")).payload).toEqual({ user });
      await witness.barrier();
      expect(witness.named("profile:changed")).toHaveLength(1);
    }
  });

  test("a room's own events carry no more than a name; what else there is follows to those who may see it", async () => {
    const user = await person.do("profile:set-avatar", { image: image() });
    const roomId = await anna.createRoom(fresh("Welcome"));
    await ben.do("block:add", { userId: person.id });
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    const [witness, across] = [await listen(anna), await listen(ben)];
    await anna.do("member:add", { roomId, userIds: [person.id] });
    for (const one of [witness, across]) {
      const { payload } = await one.until("member:joined", (_, at) => at === roomId);
      expect(Object.keys(payload.user).sort()).toEqual(bareKeys);
    }
    expect((await witness.until("profile:changed")).payload).toEqual({ user });
    await across.barrier();
    expect(across.named("profile:changed")).toEqual([]);
    await ben.do("block:remove", { userId: person.id });
  });
});

test.each(["blocker", "blocked"] as const)("across a block the %s sees a name, and nothing more", async (side) => {
  const subject = await register(server, fresh("Subject"));
  const viewer = await register(server, fresh("Viewer"));
  const roomId = await subject.createRoom(fresh("Shared"));
  await subject.do("member:add", { roomId, userIds: [viewer.id] });
  await subject.send(roomId, "Hello");
  await subject.do("profile:change", { bio: "CANARY bio", timeZone: "Asia/Tokyo", status: status({ text: "CANARY" }) });
  await subject.do("profile:set-avatar", { image: image() });
  const witness = await listen(viewer);
  await (side === "blocker"
    ? viewer.do("block:add", { userId: subject.id })
    : subject.do("block:add", { userId: viewer.id }));
  await subject.do("profile:change", { status: status({ text: "CANARY again" }), bio: "CANARY too" });
  await subject.do("profile:set-avatar", { image: image(32) });

  const card = await viewer.do("profile:show", { userId: subject.id });
  expect(card).toMatchObject({ bio: "", timeZone: null, availability: "offline", lastSeenAt: null });
  const answers = [
    card,
    await viewer.do("sync:open", {}),
    await viewer.do("sync:room", { roomId, sinceRev: 0 }),
    await viewer.do("room:open", { roomId }),
    await viewer.do("message:history", { roomId }),
    await viewer.do("message:list", { roomId, seqs: [1] }),
    await viewer.do("member:list", { roomId }),
    await viewer.do("user:list", { userIds: [subject.id] }),
    await viewer.do("user:find", { text: subject.user.name }),
  ];
  await witness.barrier();
  const blockedAt = witness.batches.findLastIndex((batch) => batch.events.some(([name]) => name === "profile:changed"));
  for (const batch of witness.batches.slice(blockedAt)) answers.push(batch as never);
  for (const answer of answers) {
    const text = JSON.stringify(answer);
    expect(text).not.toContain("CANARY");
    expect(text).not.toContain('"avatar"');
  }
});
