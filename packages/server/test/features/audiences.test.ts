/** Who learns that somebody is here: one witness for each way of standing to them. */
import type { Availability, RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { availabilityOf, befriend, choose, looking, timesNamed, untilIs } from "../looking.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
const names = ["friend", "member", "excepted", "blocked", "blocker", "shy"] as const;
type Name = (typeof names)[number];
let anna: Person;
let outsider: Person;
let people: Record<Name, Person>;
let witnesses: Record<Name, Witness>;
let outside: Witness;
let roomId: RoomId;

const ofAll = <T>(make: (name: Name) => T) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;

beforeAll(async () => {
  const [owner, out, ...others] = await populate(server, ["Anna", "Otto", ...names]);
  anna = owner;
  outsider = out;
  people = ofAll((name) => others[names.indexOf(name)] ?? owner);
  roomId = await anna.createRoom("Stage");
  await anna.do("member:add", { roomId, userIds: others.map((person) => person.id) });
  await befriend(anna, people.friend);
  await anna.do("block:add", { userId: people.blocked.id });
  await people.blocker.do("block:add", { userId: anna.id });
  await choose(people.shy, { presence: { audience: "nobody", except: [] } });
});

beforeEach(async () => {
  await choose(anna, {});
  await anna.do("settings:change", { presence: "auto" });
  for (const name of names)
    witnesses = { ...witnesses, [name]: await looking(people[name], [roomId], { friends: true }) };
  outside = await looking(outsider, [roomId], { friends: true });
  return () => {
    for (const witness of [outside, ...Object.values(witnesses)]) witness.close();
  };
});

/** What each of them takes Anna for, once everything on its way has arrived. */
async function seen(): Promise<Record<Name, Availability>> {
  for (const witness of Object.values(witnesses)) await witness.barrier();
  return ofAll((name) => availabilityOf(witnesses[name], anna, roomId));
}

const to = (...those: Name[]) => ofAll<Availability>((name) => (those.includes(name) ? "online" : "offline"));
const nobody = to();

const audiences: [what: string, audience: "everyone" | "friends" | "nobody", isExcepted: boolean, those: Name[]][] = [
  ["everyone", "everyone", false, ["friend", "member", "excepted"]],
  ["everyone but one", "everyone", true, ["friend", "member"]],
  ["friends", "friends", false, ["friend"]],
  ["friends and one more", "friends", true, ["friend", "excepted"]],
  ["nobody but one", "nobody", true, ["excepted"]],
];

test.each(audiences)("%s, from the first moment to the last", async (...[, audience, isExcepted, those]) => {
  const except = isExcepted ? [people.excepted.id] : [];
  await choose(anna, { presence: { audience, except } });
  const hidden = names.filter((name) => !those.includes(name));
  const before = ofAll((name) => timesNamed(witnesses[name], anna));
  const annas = await looking(anna, [roomId]);
  for (const name of those) await untilIs(witnesses[name], anna, { place: roomId, is: "online" });
  expect(await seen()).toEqual(to(...those));
  // Whom Anna does not show herself to, she does not see.
  for (const name of names) expect(availabilityOf(annas, people[name], roomId)).toBe(to(...those)[name]);
  annas.signal("presence:idle", { isIdle: true });
  for (const name of those) await untilIs(witnesses[name], anna, { place: roomId, is: "away" });
  annas.close();
  for (const name of those) await untilIs(witnesses[name], anna, { place: roomId, is: "offline" });
  for (const name of hidden) {
    await witnesses[name].barrier();
    expect([name, timesNamed(witnesses[name], anna)]).toEqual([name, before[name]]);
  }
  await outside.barrier();
  expect(timesNamed(outside, anna)).toBe(0);
});

test("who looks at their friends sees those, wherever they are, and nobody else", async () => {
  const annas = await anna.connect();
  await untilIs(witnesses.friend, anna, { place: "friends", is: "online" });
  for (const name of names)
    if (name !== "friend") expect(witnesses[name].named("presence:friends-changed").flatMap(whole)).toEqual([]);
  await anna.do("friend:remove", { userId: people.friend.id });
  await untilIs(witnesses.friend, anna, { place: "friends", is: "offline" });
  await befriend(anna, people.friend);
  await untilIs(witnesses.friend, anna, { place: "friends", is: "online" });
  const again = await looking(people.friend, [], { friends: true });
  await untilIs(again, anna, { place: "friends", is: "online" });
  again.signal("presence:watch", { roomIds: [] });
  await again.barrier();
  const told = timesNamed(again, anna);
  annas.close();
  await untilIs(witnesses.friend, anna, { place: "friends", is: "offline" });
  await again.barrier();
  expect(timesNamed(again, anna)).toBe(told);
  again.close();
});

const whole = ({ payload }: { payload: { people: readonly unknown[] } }) => payload.people;

test("another choice holds at once, for those it makes a difference to", async () => {
  const annas = await looking(anna, [roomId]);
  await untilIs(witnesses.member, anna, { place: roomId, is: "online" });
  const untouched = timesNamed(witnesses.friend, anna);
  await choose(anna, { presence: { audience: "friends", except: [] } });
  await untilIs(witnesses.member, anna, { place: roomId, is: "offline" });
  await untilIs(annas, people.member, { place: roomId, is: "offline" });
  expect(await seen()).toEqual(to("friend"));
  expect(timesNamed(witnesses.friend, anna)).toBe(untouched);
  await choose(anna, {});
  await untilIs(witnesses.member, anna, { place: roomId, is: "online" });
  expect(await seen()).toEqual(to("friend", "member", "excepted"));
  expect(timesNamed(witnesses.friend, anna)).toBe(untouched);
  annas.close();
});

test("who turns shy sees nobody from then on, and is seen by nobody", async () => {
  const annas = await looking(anna, [roomId]);
  await untilIs(annas, people.member, { place: roomId, is: "online" });
  await choose(people.member, { presence: { audience: "nobody", except: [] } });
  await untilIs(annas, people.member, { place: roomId, is: "offline" });
  await untilIs(witnesses.member, anna, { place: roomId, is: "offline" });
  await choose(people.member, {});
  await untilIs(annas, people.member, { place: roomId, is: "online" });
  await untilIs(witnesses.member, anna, { place: roomId, is: "online" });
  annas.close();
});

test("a block takes both out of each other's sight, and its end brings them back", async () => {
  const annas = await looking(anna, [roomId]);
  await untilIs(witnesses.excepted, anna, { place: roomId, is: "online" });
  const others = timesNamed(witnesses.member, anna);
  await anna.do("block:add", { userId: people.excepted.id });
  await untilIs(witnesses.excepted, anna, { place: roomId, is: "offline" });
  await untilIs(annas, people.excepted, { place: roomId, is: "offline" });
  expect(timesNamed(witnesses.member, anna)).toBe(others);
  await anna.do("block:remove", { userId: people.excepted.id });
  await untilIs(witnesses.excepted, anna, { place: roomId, is: "online" });
  await untilIs(annas, people.excepted, { place: roomId, is: "online" });
  annas.close();
});

test("who is invisible comes and goes unseen, and sees as before", async () => {
  await anna.do("settings:change", { presence: "invisible" });
  const before = ofAll((name) => timesNamed(witnesses[name], anna));
  const annas = await looking(anna, [roomId], { friends: true });
  await untilIs(annas, people.member, { place: roomId, is: "online" });
  await untilIs(annas, people.friend, { place: "friends", is: "online" });
  annas.signal("presence:idle", { isIdle: true });
  await annas.barrier();
  expect(await seen()).toEqual(nobody);
  await anna.do("settings:change", { presence: "busy" });
  for (const name of ["friend", "member"] as const) await untilIs(witnesses[name], anna, { place: roomId, is: "busy" });
  await untilIs(witnesses.friend, anna, { place: "friends", is: "busy" });
  await anna.do("settings:change", { presence: "invisible" });
  for (const name of ["friend", "member"] as const)
    await untilIs(witnesses[name], anna, { place: roomId, is: "offline" });
  await untilIs(witnesses.friend, anna, { place: "friends", is: "offline" });
  for (const name of ["blocked", "blocker", "shy"] as const)
    expect([name, timesNamed(witnesses[name], anna)]).toEqual([name, before[name]]);
  annas.close();
});

test("a profile shows no more than that", async () => {
  const annas = await anna.connect();
  const shownTo = async (person: Person) => (await person.do("profile:show", { userId: anna.id })).availability;
  expect(await Promise.all(names.map((name) => shownTo(people[name])))).toEqual([
    "online",
    "online",
    "online",
    "offline",
    "offline",
    "offline",
  ]);
  expect(await shownTo(outsider)).toBe("online");
  await choose(anna, { presence: { audience: "friends", except: [] } });
  expect([await shownTo(outsider), await shownTo(people.friend), await shownTo(anna)]).toEqual([
    "offline",
    "online",
    "online",
  ]);
  annas.close();
});
