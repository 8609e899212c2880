import { type Availability, newId, type Present, type RoomId, type UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { plainRoom, plainState } from "../../test/plain-room.ts";
import { emptyEntry, type RoomEntry } from "../state.ts";
import { presenceReducers } from "./presence.ts";

const ann = newId<UserId>(1);
const bob = newId<UserId>(1);
const at = { meId: undefined, now: 1, showsReceipts: true, handleOf: () => undefined, isBlocked: () => false };
const nobody = emptyEntry({
  ...plainState,
  room: { ...plainRoom, id: newId<RoomId>(1), kind: "direct", name: "", memberCount: 2 },
  ...{ rev: 1, lastSeq: 0, readSeq: 0, unread: 0, mentions: 0, directIds: [ann, bob] },
});

const are = (availability: Availability, ...userIds: UserId[]): Present[] =>
  userIds.map((userId) => ({ userId, availability }));
const told = (entry: RoomEntry, people: Present[]) =>
  presenceReducers["presence:changed"](entry, { people, isWhole: false }, at);
const whole = (entry: RoomEntry, people: Present[]) =>
  presenceReducers["presence:changed"](entry, { people, isWhole: true }, at);

test("who comes and goes is here and is not; a whole list leaves out who went", () => {
  const both = whole(nobody, are("online", ann, bob));
  expect([...both.online.keys()]).toEqual([ann, bob]);
  expect([...told(both, are("offline", ann)).online.keys()]).toEqual([bob]);
  expect([...whole(both, are("online", ann)).online.keys()]).toEqual([ann]);
  expect(told(both, are("away", bob)).online.get(bob)).toBe("away");
});

test("what was known changes nothing, so that nothing is shown again", () => {
  const both = whole(nobody, are("online", ann, bob));
  expect(whole(both, are("online", bob, ann))).toBe(both);
  expect(told(both, are("online", ann))).toBe(both);
  expect(told(nobody, are("offline", ann))).toBe(nobody);
});
