/** Online, away, busy; when somebody was here last; and what happens to a connection that dies without a word. */
import type { Profile, RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { graceMs } from "../../src/realtime/presence.ts";
import { heartbeat } from "../../src/realtime/realtime.ts";
import { connectDeaf } from "../deaf.ts";
import { choose, looking, timesNamed, untilIs } from "../looking.ts";
import { type Person, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";
import { connect, type Witness } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let roomId: RoomId;
let bens: Witness;

beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Hall");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

beforeEach(async () => {
  await anna.do("settings:change", { presence: "auto" });
  bens = await looking(ben, [roomId]);
  return () => bens.close();
});

test("away is who has no input on any device; busy is who says so", async () => {
  const phone = await (await anna.signIn()).connect();
  const desk = await anna.connect();
  await untilIs(bens, anna, { place: roomId, is: "online" });
  desk.signal("presence:idle", { isIdle: true });
  await desk.barrier();
  phone.signal("presence:idle", { isIdle: true });
  await untilIs(bens, anna, { place: roomId, is: "away" });
  desk.signal("presence:idle", { isIdle: false });
  await untilIs(bens, anna, { place: roomId, is: "online" });
  desk.close();
  await untilIs(bens, anna, { place: roomId, is: "away" });
  const third = await anna.connect();
  await untilIs(bens, anna, { place: roomId, is: "online" });
  await anna.do("settings:change", { presence: "busy" });
  await untilIs(bens, anna, { place: roomId, is: "busy" });
  const told = timesNamed(bens, anna);
  third.close();
  phone.signal("presence:idle", { isIdle: false });
  await phone.barrier();
  await bens.barrier();
  expect(timesNamed(bens, anna)).toBe(told);
  await anna.do("settings:change", { presence: "auto" });
  await untilIs(bens, anna, { place: roomId, is: "online" });
  phone.close();
  await untilIs(bens, anna, { place: roomId, is: "offline" });
});

test("over HTTP nobody is idle, or looks at anything", async () => {
  expect(await anna.codeOf("presence:idle", { isIdle: true })).toBe("ok");
  expect(await anna.codeOf("presence:watch", { roomIds: [roomId], friends: true })).toBe("ok");
  await bens.barrier();
  expect(timesNamed(bens, anna)).toBe(0);
});

describe("last seen", () => {
  const lastSeen = async (viewer: Person) => (await viewer.do("profile:show", { userId: anna.id })).lastSeenAt;
  const goneOnce = async () => {
    const annas = await anna.connect();
    await untilIs(bens, anna, { place: roomId, is: "online" });
    const at = server.clock.now();
    annas.close();
    await untilIs(bens, anna, { place: roomId, is: "offline" });
    return at;
  };

  test("is when the last connection ended, while they were visible, for those who may know", async () => {
    const at = await goneOnce();
    await expect.poll(() => lastSeen(ben)).toBeGreaterThanOrEqual(at);
    const known = await lastSeen(ben);
    expect(known).toBeLessThan(server.clock.now());

    const annas = await anna.connect();
    expect(await lastSeen(ben)).toBeNull();
    server.clock.forward(60_000);
    const maskedAt = server.clock.now();
    await anna.do("settings:change", { presence: "invisible" });
    await untilIs(bens, anna, { place: roomId, is: "offline" });
    // As of somebody who has left in this moment: an old time would tell that they are still here.
    await expect.poll(() => lastSeen(ben)).toBeGreaterThanOrEqual(maskedAt);
    const masked = await lastSeen(ben);
    server.clock.forward(60_000);
    annas.close();
    expect(await lastSeen(ben)).toBe(masked);
    await anna.do("settings:change", { presence: "auto" });
    await goneOnce();
    await expect.poll(() => lastSeen(ben)).toBeGreaterThan((masked ?? 0) + 50_000);
  });

  test("has an audience of its own, and is mutual", async () => {
    await goneOnce();
    await expect.poll(() => lastSeen(ben)).not.toBeNull();
    await choose(anna, { lastSeen: { audience: "nobody", except: [] } });
    expect(await lastSeen(ben)).toBeNull();
    await choose(anna, { lastSeen: { audience: "nobody", except: [ben.id] } });
    expect(await lastSeen(ben)).not.toBeNull();
    await choose(ben, { lastSeen: { audience: "friends", except: [] } });
    expect(await lastSeen(ben)).toBeNull();
    await choose(ben, {});
    await choose(anna, {});
  });

  test("is noted of everyone who is here when the server stops", async () => {
    const own = await startServer();
    const [cleo, dora] = await populate(own, ["Cleo", "Dora"]);
    const [visible, masked] = [await cleo.connect(), await dora.connect()];
    await dora.do("settings:change", { presence: "invisible" });
    const card = async () => (await cleo.do("profile:show", { userId: dora.id })).lastSeenAt;
    await expect.poll(card).not.toBeNull();
    own.clock.forward(60_000);
    const at = own.clock.now();
    await own.halt();
    const again = await own.again();
    const shown = async (to: Person, { id: userId }: Person) => {
      const { reply } = await post(again.url, "profile:show", { input: { userId }, token: to.token });
      return reply.ok && (reply.data as Profile).lastSeenAt;
    };
    expect(await shown(cleo, dora)).toBeLessThan(at - 50_000);
    expect(await shown(dora, cleo)).toBeGreaterThanOrEqual(at);
    visible.close();
    masked.close();
    await again.stop();
    await own.stop();
  });
});

describe("after a crash", () => {
  test("a connection that died without a word is gone soon, and its person with it", async () => {
    const own = await startServer({ heartbeat: { everyMs: 200, withinMs: 300 } });
    const [cleo, dora] = await populate(own, ["Cleo", "Dora"]);
    const hall = await cleo.createRoom("Hall");
    await cleo.do("member:add", { roomId: hall, userIds: [dora.id] });
    const witness = await looking(cleo, [hall]);
    const dead = await connectDeaf(own, dora);
    await untilIs(witness, dora, { place: hall, is: "online" });
    await untilIs(witness, dora, { place: hall, is: "offline" });
    expect(own.app.connectionCount()).toBe(1);
    dead.destroy();
    witness.close();
    await own.stop();
  });

  test("that is within 45 seconds", () => {
    expect(heartbeat.everyMs + heartbeat.withinMs + graceMs).toBeLessThan(45_000);
  });

  test("of the server: who comes back is told whole, of those who came back", async () => {
    const own = await startServer();
    const [cleo, dora] = await populate(own, ["Cleo", "Dora"]);
    const hall = await cleo.createRoom("Hall");
    await cleo.do("member:add", { roomId: hall, userIds: [dora.id] });
    const before = await looking(dora, [hall]);
    await own.halt();
    const again = await own.again();
    const back = await connect(again.url, cleo.token);
    back.signal("presence:watch", { roomIds: [hall] });
    await untilIs(back, cleo, { place: hall, is: "online" });
    expect(back.named("presence:changed")[0]?.payload).toEqual({
      people: [{ userId: cleo.id, availability: "online" }],
      isWhole: true,
    });
    before.close();
    back.close();
    await again.stop();
    await own.stop();
  });
});
