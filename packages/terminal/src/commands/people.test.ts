import type { Relation } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { directWith, entryOf, noon, person, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann Lee", { handle: "ann_lee" });
const bob = person("Bob", { status: { emoji: "🌴", text: "away", until: null } });
const cleo = person("Cleo");
const dan = person("Dan");
const people = [ann, bob, cleo, dan];

const stands = (userId: Relation["userId"], kind: Relation["kind"], line = ""): Relation => ({
  userId,
  kind,
  line,
  since: noon,
});

test("/friends lists requests, friends who are here first, requests of mine, and whom I blocked", async () => {
  const request = directWith(me, dan, { isRequest: true });
  const relations = [stands(ann.id, "friend"), stands(bob.id, "friend"), stands(cleo.id, "asking", "hi \u001b[2J")];
  const state = stateWith({ me, people, rooms: [request], relations });
  const rig = new CommandRig({ state: { ...state, friendPresence: new Map([[bob.id, "away"]]) } });
  expect(await rig.lines("friends")).toEqual([
    "They ask to be your friend: /accept or /decline",
    "  Cleo  @cleo  “hi ␛[2J”",
    "Strangers who wrote to you: /accept, /decline or /block",
    "  Dan  @dan",
    "Friends",
    "◐ Bob  @bob  🌴 away",
    "○ Ann Lee  @ann_lee",
  ]);
  expect((await rig.run("friends")).facts).toEqual([
    { type: "asking", handle: "cleo", name: "Cleo", line: "hi \u001b[2J", since: noon },
    { type: "friend", handle: "bob", name: "Bob", since: noon, availability: "away" },
    { type: "friend", handle: "ann_lee", name: "Ann Lee", since: noon, availability: "offline" },
    { type: "request", from: ["dan"] },
  ]);
  const alone = new CommandRig({ state: stateWith({ me }) });
  expect(await alone.lines("friends")).toEqual(["You have no friends here yet: /add @name asks somebody."]);
});

test("/add asks, with a line; whom nobody knows is looked for", async () => {
  const eve = person("Eve");
  const rig = new CommandRig({
    state: stateWith({ me }),
    replies: { "user:find": { people: [eve] }, "friend:ask": { relation: stands(eve.id, "asked") } },
  });
  expect(await rig.lines("add", "@Eve from the choir")).toEqual(["You asked Eve."]);
  expect(rig.asked).toEqual([
    ["user:find", { text: "eve" }],
    ["friend:ask", { userId: eve.id, line: "from the choir" }],
  ]);
  await expect(rig.run("add", "@ev")).rejects.toThrow("There is nobody called @ev here. Did you mean @eve?");
  await expect(rig.run("add")).rejects.toThrow("Write it as /add @name");
});

test("/accept takes up friendship, a stranger's conversation, or both", async () => {
  const request = directWith(me, dan, { isRequest: true });
  const { id: roomId } = request.state.room;
  const replies = {
    "friend:accept": { relation: stands(cleo.id, "friend") },
    "room:accept": { ...request.state, isRequest: false },
  };
  const relations = [stands(cleo.id, "asking"), stands(dan.id, "asking")];
  const rig = new CommandRig({ state: stateWith({ me, people, rooms: [request], relations }), replies, roomId });
  expect(await rig.lines("accept", "@cleo")).toEqual(["You and Cleo are friends."]);
  expect(await rig.lines("accept")).toEqual(["You and Dan are friends.", "You and Dan can write to each other now."]);
  expect(rig.asked).toEqual([
    ["friend:accept", { userId: cleo.id }],
    ["friend:accept", { userId: dan.id }],
    ["room:accept", { roomId }],
  ]);
  await expect(rig.run("accept", "@bob")).rejects.toThrow("Bob asks nothing of you.");
});

test("/decline wants nothing of it, and without a name needs a conversation that asks", async () => {
  const request = directWith(me, dan, { isRequest: true });
  const replies = { "friend:decline": { relation: null }, "room:decline": {} };
  const state = stateWith({ me, people, rooms: [request], relations: [stands(cleo.id, "asking")] });
  const rig = new CommandRig({ state, replies });
  expect(await rig.lines("decline", "cleo")).toEqual(["Declined. Cleo is not told."]);
  expect(await rig.lines("decline", "@dan")).toEqual(["The conversation with Dan is gone. They are not told."]);
  await expect(rig.run("decline")).rejects.toThrow("There is no room here yet.");
  const lobby = entryOf({});
  const inLobby = new CommandRig({ state: stateWith({ me, rooms: [lobby] }), roomId: lobby.state.room.id });
  await expect(inLobby.run("decline")).rejects.toThrow("Say whose request it is");
});

test("/unfriend ends a friendship, or takes a request back", async () => {
  const relations = [stands(ann.id, "friend"), stands(bob.id, "asked")];
  const replies = { "friend:remove": { relation: null }, "friend:cancel": { relation: null } };
  const rig = new CommandRig({ state: stateWith({ me, people, relations }), replies });
  expect(await rig.lines("unfriend", "@ann_lee")).toEqual(["You and Ann Lee are friends no more."]);
  expect(await rig.lines("unfriend", "@bob")).toEqual(["You took your request back."]);
});

test("/block and /unblock", async () => {
  const replies = { "block:add": { relation: stands(bob.id, "blocked") }, "block:remove": { relation: null } };
  const rig = new CommandRig({ state: stateWith({ me, people }), replies });
  expect((await rig.run("block", "@bob")).facts).toEqual([
    { type: "relation", handle: "bob", name: "Bob", relation: "blocked" },
  ]);
  expect(await rig.lines("unblock", "@bob")).toEqual(["Bob is no longer blocked."]);
  await expect(rig.run("block", "@bob now")).rejects.toThrow("Write it as /block @name.");
});
