import { type Ban, limits, newId, type ReportId, type WarningId } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig, type CommandRigOptions } from "../../test/rig/command.ts";
import { directWith, entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const bob = person("Bob");
const messages = [say(1, me, "one"), say(2, me, "two"), say(3, bob, "three"), say(4, me, { deletedAt: noon })];
const room = entryOf({ messages });
const { id: roomId } = room.state.room;
const members = new Map([[bob.id, { userId: bob.id, role: "member", joinedAt: noon } as const]]);
const state = stateWith({ me, people: [ann, bob], rooms: [{ ...room, members }] });

const here = (more: Omit<CommandRigOptions, "state">) => new CommandRig({ state, roomId, ...more });

test("/seen tells who read my last message, or another, and whom it reached", async () => {
  const readers = [{ userId: ann.id, readAt: noon }];
  const replies = { "receipt:list": { readers, deliveredTo: [bob.id], people: [ann, bob] } };
  const rig = here({ replies });
  expect(await rig.lines("seen")).toEqual([
    "Message 2 was read by",
    "  Ann  @ann  12:00",
    "Message 2 has reached",
    "  Bob  @bob",
  ]);
  expect((await rig.run("seen", "#1")).facts).toEqual([
    { type: "read", handle: "ann", name: "Ann", seq: 1, readAt: noon },
    { type: "reached", handle: "bob", name: "Bob", seq: 1 },
  ]);
  expect(rig.asked.map(([, input]) => input)).toEqual([
    { roomId, seq: 2 },
    { roomId, seq: 1 },
  ]);
  await expect(rig.run("seen", "yesterday")).rejects.toThrow("Write it as /seen or /seen 12.");
  const nobody = here({ replies: { "receipt:list": { readers: [], deliveredTo: [], people: [] } } });
  expect(await nobody.lines("seen")).toEqual(["Nobody is shown to have message 2 yet."]);
});

test("/seen says so where one hides one's own", async () => {
  const hidden = entryOf({ messages, preferences: { typing: null, receipts: false } });
  const rig = new CommandRig({
    state: stateWith({ me, rooms: [hidden] }),
    roomId: hidden.state.room.id,
    replies: { "receipt:list": { readers: [], deliveredTo: [], people: [] } },
  });
  expect((await rig.lines("seen")).at(-1)).toMatch(/You do not show how far you have read/);
});

test("/react puts an emoji on a message, by itself or by its name, and takes it back", async () => {
  const change = { rev: 9, seq: 3, userId: me.id, isOn: true, reaction: { emoji: "🎉", count: 2, userIds: [me.id] } };
  const replies = {
    "message:list": ({ seqs }: { seqs: number[] }) => ({
      messages: messages.filter(({ seq }) => seqs.includes(seq)),
      people: [],
    }),
    "reaction:add": ({ emoji }: { emoji: string }) => ({ ...change, emoji }),
  };
  const rig = here({ replies });
  expect(await rig.lines("react", "3 🎉")).toEqual(["You reacted to message 3 with 🎉."]);
  expect((await rig.run("react", ":TADA:")).facts).toEqual([
    { type: "reaction", seq: 3, emoji: "🎉", isOn: true, count: 2 },
  ]);
  await expect(rig.run("react", "3 :party_fox:")).rejects.toThrow("There is no emoji");
  await rig.run("react", "#3 ❤");
  await rig.run("react", "3 :+1:");
  const added = rig.asked.filter(([name]) => name === "reaction:add").map(([, input]) => input);
  expect(added).toEqual(["🎉", "🎉", "❤️", "👍"].map((emoji) => ({ roomId, seq: 3, emoji })));
  await expect(rig.run("react", "3")).rejects.toThrow("Write it as /react 12 👍");
  await expect(rig.run("react", "3 ok")).rejects.toThrow('There is no emoji "ok".');
  await expect(rig.run("react", "3 :nothing-like-it:")).rejects.toThrow("There is no emoji");
  await expect(rig.run("react", "9 👍")).rejects.toThrow("There is no message 9 here.");

  const reactions = [{ emoji: "🎉", count: 1, userIds: [me.id], isMine: true as const }];
  const mine = here({
    replies: {
      "message:list": { messages: messages.slice(2, 3).map((message) => ({ ...message, reactions })), people: [] },
      "reaction:remove": { ...change, emoji: "🎉", isOn: false, reaction: null },
    },
  });
  expect(await mine.lines("react", "3 🎉")).toEqual(["You took 🎉 back from message 3."]);
});

test("/clear asks first", async () => {
  const replies = { "room:clear": { clearedSeq: 4 } };
  const rig = here({ replies, typed: ["n", null, " Yes "] });
  expect(await rig.lines("clear")).toEqual(["Nothing was cleared."]);
  expect(await rig.lines("clear")).toEqual(["Nothing was cleared."]);
  expect(rig.asked).toEqual([]);
  expect((await rig.run("clear")).facts).toEqual([{ type: "cleared", clearedSeq: 4 }]);
  expect(rig.asked).toEqual([["room:clear", { roomId }]]);
});

test("/report takes a message or a person, a reason by name or in one's own words", async () => {
  const replies = {
    "report:create": { id: newId<ReportId>(noon) },
    "message:list": { messages: messages.slice(2, 3), people: [bob] },
  };
  const rig = here({ replies });
  await rig.run("report", "3 Spam five times today");
  await rig.run("report", "@bob he shouts");
  await rig.run("report", "@ann illegal");
  expect(rig.asked).toEqual([
    ["message:list", { roomId, seqs: [3] }],
    ["report:create", { userId: bob.id, roomId, messageId: messages[2]?.id, reason: "spam", line: "five times today" }],
    ["report:create", { userId: bob.id, roomId, reason: "other", line: "he shouts" }],
    ["report:create", { userId: ann.id, reason: "illegal", line: "" }],
  ]);
  await expect(rig.run("report", "@bob")).rejects.toThrow("then why: spam, harassment, illegal, other");
});

test("/kick, /ban, /unban and /mute", async () => {
  const ban = (until: number | null): Ban => ({
    userId: bob.id,
    bannedBy: me.id,
    reason: "noise",
    bannedAt: noon,
    until,
  });
  const replies = {
    "member:remove": {},
    "member:unban": {},
    "member:ban": ({ forMs }: { forMs?: number | null | undefined }) => ban(forMs ? noon + forMs : null),
    "member:mute": { userId: bob.id, role: "member", joinedAt: noon, mutedUntil: noon + 600_000 } as const,
  };
  const rig = here({ replies });
  expect(await rig.lines("kick", "@bob")).toEqual(["Bob is out of this room."]);
  expect(await rig.lines("ban", "@bob 1h too much noise")).toEqual(["Bob is banned from this room until 13:00."]);
  expect((await rig.run("ban", "@bob noise")).facts).toEqual([
    { type: "banned", handle: "bob", until: null, reason: "noise" },
  ]);
  expect(await rig.lines("unban", "@bob")).toEqual(["Bob may come back."]);
  expect(await rig.lines("mute", "@bob 10m")).toEqual(["Bob reads only until 12:10."]);
  expect(await rig.lines("mute", "@bob off")).toEqual(["Bob may write again."]);
  expect(rig.asked.map(([, input]) => input)).toEqual([
    { roomId, userId: bob.id },
    { roomId, userId: bob.id, reason: "too much noise", forMs: 3_600_000 },
    { roomId, userId: bob.id, reason: "noise", forMs: null },
    { roomId, userId: bob.id },
    { roomId, userId: bob.id, forMs: 600_000 },
    { roomId, userId: bob.id, forMs: 0 },
  ]);
  await expect(rig.run("mute", "@bob")).rejects.toThrow("Write it as /mute @name 10m");
  await expect(new CommandRig({ state }).run("kick", "@bob")).rejects.toThrow("There is no room here yet.");
});

test("/restore ends the suspension of an account", async () => {
  const rig = here({ replies: { "user:restore": {} } });
  expect(await rig.lines("restore", "@bob")).toEqual(["Bob can sign in again."]);
  expect((await rig.run("restore", "bob")).facts).toEqual([{ type: "restored", handle: "bob" }]);
  expect(rig.asked[0]).toEqual(["user:restore", { userId: bob.id }]);
  await expect(rig.run("restore")).rejects.toThrow("Write it as /restore @name.");
});

test("a mute for good has no end", async () => {
  const replies = {
    "member:mute": { userId: bob.id, role: "member", joinedAt: noon, mutedUntil: limits.forGood } as const,
  };
  expect(await here({ replies }).lines("mute", "@bob 365d")).toEqual(["Bob reads only."]);
});

test("/expire says what it is, and changes it", async () => {
  const replies = { "room:set-expiry": { ...room.state.room, expiresAfterMs: 7_200_000 } };
  const rig = here({ replies });
  expect(await rig.lines("expire")).toEqual(["Messages stay."]);
  expect(await rig.lines("expire", "2h")).toEqual(["Messages written from now on disappear after 2 hours."]);
  await rig.run("expire", "off");
  expect(rig.asked.map(([, input]) => input)).toEqual([
    { roomId, expiresAfterMs: 7_200_000 },
    { roomId, expiresAfterMs: null },
  ]);
  await expect(rig.run("expire", "soon")).rejects.toThrow("Write it as /expire 1h");
});

test("/warnings shows what was not read, which counts as read then", async () => {
  const warnings = [{ id: newId<WarningId>(noon), text: "calm \u001b[2Jdown", givenAt: noon }];
  const rig = new CommandRig({ state: { ...state, warnings }, replies: { "warning:acknowledge": {} } });
  expect(await rig.lines("warnings")).toEqual(["From those who keep order here:", "12:00 calm ␛[2Jdown"]);
  expect(rig.asked).toEqual([["warning:acknowledge", { warningId: warnings[0]?.id }]]);
  expect(await here({}).lines("warnings")).toEqual(["Nobody has warned you."]);
});

test("in a private conversation a report names no room", async () => {
  const direct = directWith(me, bob);
  const rig = new CommandRig({
    state: stateWith({ me, people: [bob], rooms: [direct] }),
    roomId: direct.state.room.id,
    replies: { "report:create": { id: newId<ReportId>(noon) } },
  });
  await rig.run("report", "@bob harassment");
  expect(rig.asked).toEqual([["report:create", { userId: bob.id, reason: "harassment", line: "" }]]);
});
