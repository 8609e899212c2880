import type { Profile } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, noon, person, stateWith } from "../../test/rig/state.ts";
import { readStatus } from "./status.ts";

const me = person("Me");
const bob = person("Bob", { status: { emoji: "🌴", text: "away", until: noon + 3_600_000 } });
const ops = entryOf({ room: { name: "Ops", isLobby: false } });

const card = (more: Partial<Profile>): Profile => ({
  user: me,
  bio: "",
  timeZone: null,
  sharedRoomIds: [],
  availability: "online",
  lastSeenAt: null,
  joinedAt: noon,
  ...more,
});

test("/profile @name shows a card", async () => {
  const shown = card({
    user: bob,
    bio: "likes boats\n\u001b[2J",
    timeZone: "Asia/Tokyo",
    sharedRoomIds: [ops.state.room.id],
    availability: "offline",
    lastSeenAt: noon - 60_000,
  });
  const relations = [{ userId: bob.id, kind: "friend" } as const];
  const state = stateWith({ me, people: [bob], rooms: [ops], relations });
  const rig = new CommandRig({ state, replies: { "profile:show": shown } });
  const tokyo = new Date(noon).toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Tokyo",
  });
  expect(await rig.lines("profile", "@bob")).toEqual([
    "○ Bob  @bob  offline",
    "🌴 away until 13:00",
    "likes boats",
    "␛[2J",
    `${tokyo} in Asia/Tokyo`,
    "last seen 11:59",
    "with you in #Ops",
    "your friend",
  ]);
  expect(rig.asked).toEqual([["profile:show", { userId: bob.id }]]);
  expect((await rig.run("profile", "@bob")).facts).toEqual([
    {
      type: "profile",
      handle: "bob",
      name: "Bob",
      role: "person",
      relation: "friend",
      status: { emoji: "🌴", text: "away", until: noon + 3_600_000 },
      bio: "likes boats\n\u001b[2J",
      timeZone: "Asia/Tokyo",
      availability: "offline",
      lastSeenAt: noon - 60_000,
      joinedAt: noon,
      rooms: ["#Ops"],
    },
  ]);
});

test.each([
  [0, null, "suspended: /restore ends it"],
  [noon + 3_600_000, noon + 3_600_000, "suspended until 13:00: /restore ends it"],
])("/profile @name shows administrators a suspension: %s", async (suspendedUntil, told, line) => {
  const replies = { "profile:show": card({ user: bob, suspendedUntil }) };
  const rig = new CommandRig({ state: stateWith({ me, people: [bob] }), replies });
  expect(await rig.lines("profile", "@bob")).toContain(line);
  expect((await rig.run("profile", "@bob")).facts).toMatchObject([{ type: "profile", suspendedUntil: told }]);
});

test("/profile is mine, and changes it", async () => {
  const replies = { "profile:show": card({}), "profile:change": card({ bio: "new" }) };
  const rig = new CommandRig({ state: stateWith({ me, people: [bob] }), replies });
  expect(await rig.lines("profile")).toEqual(["● Me  @me  online"]);
  await rig.run("profile", "bio sails\nand sings");
  await rig.run("profile", "bio");
  await rig.run("profile", "name Captain Me");
  await rig.run("profile", "handle @captain");
  await rig.run("profile", "zone Europe/Berlin");
  await rig.run("profile", "zone");
  await rig.run("profile", "status clear");
  expect(rig.asked.slice(1).map(([, input]) => input)).toEqual([
    { bio: "sails\nand sings" },
    { bio: "" },
    { name: "Captain Me" },
    { handle: "captain" },
    { timeZone: "Europe/Berlin" },
    { timeZone: null },
    { status: null },
  ]);
  await expect(rig.run("profile", "name")).rejects.toThrow("Say which: /profile name …");
  await expect(rig.run("profile", "@bob please")).rejects.toThrow("Write it as /profile or /profile @name.");
});

test.each([
  ["on holiday", { emoji: "", text: "on holiday", until: null }],
  ["🌴 on holiday for 2h", { emoji: "🌴", text: "on holiday", until: noon + 7_200_000 }],
  ["👩‍👩‍👧 for 1d", { emoji: "👩‍👩‍👧", text: "", until: noon + 86_400_000 }],
  ["looking for work", { emoji: "", text: "looking for work", until: null }],
  ["for 2h", { emoji: "", text: "for 2h", until: null }],
  ["🌴🌴 twice", { emoji: "", text: "🌴🌴 twice", until: null }],
])("/status %s", (text, status) => {
  expect(readStatus(text, noon)).toEqual(status);
});

test("/status says what it is, sets and clears it", async () => {
  const status = { emoji: "🌴", text: "away", until: noon + 3_600_000 };
  const changed = card({ user: { ...me, status } });
  const rig = new CommandRig({ state: stateWith({ me }), replies: { "profile:change": changed } });
  expect(await rig.lines("status")).toEqual(["You have no status."]);
  expect(await rig.lines("status", "🌴 away for 1h")).toEqual(["Your status: 🌴 away until 13:00"]);
  expect(rig.asked).toEqual([["profile:change", { status }]]);
  expect((await rig.run("status", "🌴 away for 1h")).facts).toEqual([{ type: "status", status }]);
});

test("/presence says what it is, and changes it", async () => {
  const state = stateWith({ me });
  const replies = { "settings:change": { ...state.settings, presence: "busy" } as const };
  const rig = new CommandRig({ state, replies });
  expect((await rig.run("presence")).facts).toEqual([{ type: "presence", presence: "auto" }]);
  expect(await rig.lines("presence", "Busy")).toEqual(["You are shown as busy."]);
  expect(rig.asked).toEqual([["settings:change", { presence: "busy" }]]);
  await expect(rig.run("presence", "asleep")).rejects.toThrow("Write it as /presence auto");
});
