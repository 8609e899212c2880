import { request } from "@parley/client";
import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Pane } from "./rig/pane.ts";
import { password, says, startServer, type TestServer } from "./rig/server.ts";

// Real processes take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

test("ask, accept, see who has read, block, clear", async () => {
  const gus = await server.register("Gus");
  const pane = await Pane.open({ server, args: ["--user", "Hal", "--register"], columns: 100, rows: 30 });
  await pane.shows("● live");
  const enter = async (text: string) => {
    await pane.type(text);
    await pane.press("Enter");
  };
  await enter("/add @gus hello");
  await pane.shows("You asked Gus.");
  const [asking] = (await request(gus, "sync:open", {})).relations;
  if (!asking) throw new Error("Nobody asks Gus.");
  await request(gus, "friend:accept", { userId: asking.userId });
  await enter("/friends");
  await pane.shows(/[○●] Gus {2}@gus/);
  await enter("/msg @gus are you there?");
  await pane.shows("are you there? ✓");
  const { room } = await request(gus, "room:create-direct", { userIds: [asking.userId] });
  await request(gus, "receipt:read", { roomId: room.id, seq: 1 });
  await enter("/seen");
  await pane.shows(/Message 1 was read by\s+Gus {2}@gus/);
  await enter("to the wrong one");
  await pane.shows("to the wrong one ✓");
  await enter("/undo");
  await pane.showsNo("to the wrong one ✓");
  await pane.shows("> to the wrong one");
  await pane.press("C-u");
  await enter("/expire 1h");
  await pane.shows("◔ 1 hour");
  await enter("/previews off");
  await pane.shows("Links written here show nothing of what is behind them.");
  await says(gus, room.id, "for an hour");
  await pane.shows("for an hour ◔");
  await enter("/block @gus");
  await pane.shows("1 message from someone you blocked");
  await pane.shows("You blocked them. Unblock to write.");
  await enter("so there");
  await pane.shows("> so there");
  await expect(says(gus, room.id, "why?")).rejects.toMatchObject({ code: "not_reachable" });
  await pane.press("C-u");
  await enter("/unblock @gus");
  await pane.shows("for an hour ◔");
  await enter("/clear");
  await pane.shows("The others keep it. y/n");
  await enter("y");
  await pane.showsNo("for an hour");
  await enter("/quit");
  await pane.shows("ended with 0");
});

test("a stranger's conversation stands apart until it is accepted", async () => {
  const ian = await server.register("Ian");
  const joy = await server.register("Joy");
  const { room } = await request(ian, "room:create-direct", { userIds: [joy.begun.user.id] });
  await says(ian, room.id, "buy my boat");
  const pane = await Pane.open({ server, args: ["--user", "Joy"] });
  await pane.shows("1 to answer: /friends");
  await pane.shows(/Requests +│/);
  await pane.type("/acc");
  await pane.press("Tab");
  await pane.type("@");
  await pane.press("Tab");
  await pane.shows("> /accept @ian");
  await pane.press("Enter");
  await pane.shows("You and Ian can write to each other now.");
  await pane.showsNo("Requests");
});

test("order in a room", async () => {
  const kim = await server.register("Kim");
  const lou = await server.register("Lou");
  const deck = { id: newId<RoomId>(Date.now()), kind: "public", name: "Deck" } as const;
  const { id: roomId } = (await request(kim, "room:create", deck)).room;
  await request(lou, "room:join", { roomId });
  const pane = await Pane.open({ server, args: ["--user", "Kim", "--room", "#deck"] });
  const louPane = await Pane.open({ server, args: ["--user", "Lou", "--room", "#deck"] });
  await louPane.shows(/^#Deck {2}2 members/m);
  const enter = async (text: string) => {
    await pane.type(text);
    await pane.press("Enter");
  };
  await pane.shows(/^#Deck {2}2 members/m);
  await enter("/mute @lou 10m");
  await pane.shows(/Lou reads only until \d\d:\d\d/);
  await louPane.shows(/You are muted in this room until \d\d:\d\d\./);
  await louPane.type("but I must say");
  await louPane.press("Enter");
  await louPane.shows("> but I must say");
  await enter("/mute @lou off");
  await louPane.showsNo("You are muted");
  await louPane.press("Enter");
  await pane.shows("but I must say");
  await enter("/report @lou too loud");
  await pane.shows("Reported to those who keep order here.");
  await enter("/kick @lou");
  await pane.shows("Lou is out of this room.");
  await louPane.shows(/^#lobby/im);
  await request(lou, "room:join", { roomId });
  await enter("/ban @lou 1h noise");
  await pane.shows(/Lou is banned from this room until/);
  await expect(request(lou, "room:join", { roomId })).rejects.toMatchObject({ code: "forbidden" });
  await enter("/unban @lou");
  await pane.shows("Lou may come back.");
  await request(lou, "room:join", { roomId });
});

test("another password, typed without showing it", async () => {
  const mia = await server.register("Mia");
  const pane = await Pane.open({ server, args: ["--user", "Mia"] });
  await pane.shows("● live");
  await pane.type("/password");
  await pane.press("Enter");
  for (const [question, secret] of [
    ["Your password now:", password],
    ["The new one:", "another secret"],
    ["The new one again:", "another secret"],
  ] as const) {
    await pane.shows(question);
    await pane.type(secret);
    await pane.shows("•".repeat(secret.length));
    expect(await pane.screen()).not.toContain(secret);
    await pane.press("Enter");
  }
  await pane.shows(/Your password is changed\. \d other session/);
  await expect(request(mia, "sync:open", {})).rejects.toMatchObject({ code: "unauthenticated" });
  await pane.press("C-p");
  await pane.shows("> /password");
});
