import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HttpServer, request } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { newId } from "@parley/contract";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startServer, type TestServer } from "./rig/server.ts";
import { Terminal } from "./rig/terminal.ts";

// Real processes take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: TestServer;
let bot: HttpServer;
let opsId: RoomId;

beforeAll(async () => {
  server = await startServer();
  bot = await server.register("Bot");
  await server.register("Ann Lee");
  const ops = { id: newId<RoomId>(Date.now()), kind: "public", name: "Ops", topic: "pagers" } as const;
  opsId = (await request(bot, "room:create", ops)).room.id;
});
afterAll(async () => {
  await server?.stop();
});

const chat = (...args: string[]): Terminal => new Terminal(server, args);

test("send takes a text, or every line of its input, and prints what was stored", async () => {
  const one = chat("send", "#OPS", "disk is full", "--user", "Bot", "--json");
  expect(await one.ends()).toBe(0);
  expect(one.json).toEqual([{ seq: 1, id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  const many = chat("--json", "--user", "bot", "send", "#ops");
  many.endInput(`${Array.from({ length: 250 }, (_, at) => `line ${at}`).join("\n")}\n\n`);
  expect(await many.ends()).toBe(0);
  expect(many.json).toEqual(Array.from({ length: 250 }, (_, at) => ({ seq: at + 2, id: expect.any(String) })));
  const quiet = chat("send", "#ops", "quiet", "--user", "Bot");
  expect(await quiet.ends()).toBe(0);
  expect(quiet.output).toBe("");
});

test("tail prints what is there: the last 50, or everything since a number", async () => {
  const last = chat("tail", "#ops", "--user", "Bot");
  expect(await last.ends()).toBe(0);
  expect(last.lines).toHaveLength(50);
  expect(last.lines.at(-1)).toBe("Bot: quiet");
  const since = chat("tail", "#ops", "--since", "0", "--json", "--user", "Bot");
  expect(await since.ends()).toBe(0);
  expect(since.json).toHaveLength(252);
  expect(since.json[0]).toEqual({
    type: "message",
    room: "#Ops",
    seq: 1,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    from: "bot",
    text: "disk is full",
    sentAt: expect.any(Number),
  });
  expect(since.json.map((line) => (line as { seq: number }).seq)).toEqual(
    Array.from({ length: 252 }, (_, at) => at + 1),
  );
});

test("search finds what was said, and --json says where", async () => {
  const found = async () => {
    const search = chat("search", "disk", "from:me", "--json", "--user", "Bot");
    expect(await search.ends()).toBe(0);
    return search.json;
  };
  await expect.poll(found, { timeout: 30_000 }).toHaveLength(1);
  expect(await found()).toMatchObject([{ type: "hit", room: "#Ops", seq: 1, from: "bot", text: "disk is full" }]);
  const wrong = chat("search", "has:lunch", "--user", "Bot");
  expect(await wrong.ends()).toBe(1);
  expect(wrong.errors).toContain("has: takes link, file, image, voice, poll, sticker");
});

test("tail --follow tells edits and deletions too, also across a server's death", async () => {
  const deck = { id: newId<RoomId>(Date.now()), kind: "public", name: "Deck" } as const;
  const roomId = (await request(bot, "room:create", deck)).room.id;
  await request(bot, "message:send", { id: newId(Date.now()), roomId, body: "quiet" });
  const tail = chat("tail", "#deck", "--follow", "--json", "--since", "0", "--user", "Ann Lee");
  await expect.poll(() => tail.json, { timeout: 30_000 }).toMatchObject([{ seq: 1, text: "quiet" }]);
  const id = newId<never>(Date.now());
  await request(bot, "message:send", { id, roomId, body: "one" });
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(2);
  await request(bot, "message:edit", { roomId, messageId: id, body: "two" });
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(3);
  await server.kill();
  await server.revive();
  await request(bot, "message:delete", { roomId, messageId: id });
  await request(bot, "message:send", { id: newId(Date.now()), roomId, body: "three" });
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(5);
  const common = { room: "#Deck", id, seq: 2, from: "bot" };
  expect(tail.json.slice(1, 3)).toEqual([
    { type: "message", ...common, text: "one", sentAt: expect.any(Number) },
    { type: "edit", ...common, text: "two", editedAt: expect.any(Number) },
  ]);
  expect(tail.json.slice(3)).toEqual(
    expect.arrayContaining([
      { type: "delete", ...common, deletedAt: expect.any(Number) },
      expect.objectContaining({ type: "message", seq: 3, text: "three" }),
    ]),
  );
  tail.signal("SIGINT");
  expect(await tail.ends()).toBe(0);
});

test("reactions are told in JSON as they are, and are no edits", async () => {
  const nest = { id: newId<RoomId>(Date.now()), kind: "public", name: "Nest" } as const;
  const roomId = (await request(bot, "room:create", nest)).room.id;
  const id = newId<never>(Date.now());
  await request(bot, "message:send", { id, roomId, body: "eggs" });
  const tail = chat("tail", "#nest", "--follow", "--json", "--since", "0", "--user", "Ann Lee");
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(1);
  await request(bot, "reaction:add", { roomId, seq: 1, emoji: "🥚" });
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(2);
  const common = { room: "#Nest", id, seq: 1, from: "bot" };
  const bots = { emoji: "🥚", count: 1, isMine: false };
  expect(tail.json[1]).toEqual({ type: "reactions", ...common, reactions: [bots] });
  const react = chat("react", "#nest", "1", ":hatching_chick:", "--user", "Ann Lee", "--json");
  expect(await react.ends(), react.errors).toBe(0);
  expect(react.json).toEqual([{ type: "reaction", seq: 1, emoji: "🐣", isOn: true, count: 1 }]);
  await expect.poll(() => tail.json, { timeout: 30_000 }).toHaveLength(3);
  const hers = { emoji: "🐣", count: 1, isMine: true };
  expect(tail.json[2]).toEqual({ type: "reactions", ...common, reactions: [bots, hers] });
  tail.signal("SIGINT");
  expect(await tail.ends()).toBe(0);
  const later = chat("tail", "#nest", "--json", "--user", "Ann Lee");
  expect(await later.ends()).toBe(0);
  expect(later.json).toMatchObject([{ type: "message", text: "eggs", reactions: [bots, hers] }]);
});

test("@name opens the private conversation, whoever begins it", async () => {
  const there = chat("send", "@ann_lee", "psst", "--user", "Bot", "--json");
  expect(await there.ends()).toBe(0);
  expect(there.json).toMatchObject([{ seq: 1 }]);
  const back = chat("send", "@bot", "what?", "--user", "Ann Lee", "--json");
  expect(await back.ends()).toBe(0);
  expect(back.json).toMatchObject([{ seq: 2 }]);
  const tail = chat("tail", "@bot", "--user", "Ann Lee");
  expect(await tail.ends()).toBe(0);
  expect(tail.lines).toEqual(["Bot: psst", "Ann Lee: what?"]);
});

test("rooms lists them, for people and for programs", async () => {
  const people = chat("rooms", "--user", "Bot");
  expect(await people.ends()).toBe(0);
  expect(people.lines).toContainEqual("#Ops  (1 member)");
  expect(people.lines).toContainEqual(expect.stringMatching(/^@ann_lee {2}\(2 members, 1 unread, 1 for you\)$/));
  const program = chat("rooms", "--json", "--user", "Bot");
  expect(await program.ends()).toBe(0);
  expect(program.json).toContainEqual({
    type: "room",
    room: "#Ops",
    id: opsId,
    kind: "public",
    topic: "pagers",
    members: expect.any(Number),
    lastSeq: expect.any(Number),
    unread: 0,
    mentions: 0,
  });
});

test("a reader that has seen enough ends it quietly", async () => {
  const tail = chat("tail", "#ops", "--follow", "--since", "0", "--user", "Bot");
  await expect.poll(() => tail.lines.length, { timeout: 30_000 }).toBeGreaterThan(0);
  tail.closeOutput();
  const send = chat("send", "#ops", "one more line", "--user", "Bot");
  expect(await send.ends()).toBe(0);
  expect(await tail.ends()).toBe(0);
  expect(tail.errors).toBe("");
});

test("what does not exist, what is too long, what makes no sense", async () => {
  const room = chat("send", "#nowhere", "hi", "--user", "Bot");
  expect(await room.ends()).toBe(1);
  expect(room.errors).toMatch(/no room #nowhere/);
  const person = chat("send", "@nobody", "hi", "--user", "Bot");
  expect(await person.ends()).toBe(1);
  expect(person.errors).toMatch(/nobody called @nobody/);
  const long = chat("send", "#ops", "--user", "Bot", "--json");
  long.endInput(`${"x".repeat(9_000)}\nshort\n`);
  expect(await long.ends()).toBe(1);
  expect(long.errors).toMatch(/^Not sent: /);
  expect(long.json).toHaveLength(1);
  const wrong = chat("sned", "#ops", "hi");
  expect(await wrong.ends()).toBe(2);
  expect(wrong.errors).toMatch(/no subcommand "sned"/);
  const help = chat("--help");
  expect(await help.ends()).toBe(0);
  expect(help.output).toMatch(/Exit codes/);
});

test("an invitation leads into its room, with an account or without", async () => {
  const closed = { id: newId<RoomId>(Date.now()), kind: "private", name: "Cellar" } as const;
  const { room } = await request(server.owner, "room:create", closed);
  const { code } = await request(server.owner, "invitation:create", { roomId: room.id });
  const link = `${server.url}/join#${code}`;
  const newcomer = chat("--plain", "--user", "Nell", "--register", "--invite", link);
  newcomer.endInput("is it dark here?\n");
  expect(await newcomer.ends()).toBe(0);
  const member = chat("--plain", "--user", "Bot", "--invite", code);
  member.endInput("it is\n");
  expect(await member.ends()).toBe(0);
  const tail = chat("tail", "#cellar", "--user", "Nell");
  expect(await tail.ends()).toBe(0);
  expect(tail.lines).toEqual(["Nell: is it dark here?", "Bot: it is"]);
});

test("send --file sends a file, tail tells of it, and a command keeps it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "plan of the day.txt");
  writeFileSync(path, "nine: tide");
  const sent = chat("send", "#ops", "the plan", "--file", path, "--user", "Bot", "--json");
  expect(await sent.ends(), sent.errors).toBe(0);
  const [{ seq } = { seq: 0 }] = sent.json as { seq: number }[];
  const tail = chat("tail", "#ops", "--since", String(seq - 1), "--user", "Bot", "--json");
  expect(await tail.ends()).toBe(0);
  const name = "plan of the day.txt";
  const file = { id: expect.any(String), name, size: 10, kind: "file", path: expect.stringMatching(/^\/files\//) };
  expect(tail.json).toMatchObject([{ seq, text: "the plan", files: [file] }]);
  const lines = chat("tail", "#ops", "--since", String(seq - 1), "--user", "Bot");
  expect(await lines.ends()).toBe(0);
  expect(lines.output).toBe("Bot: 📎 plan of the day.txt (10 B)\n  the plan\n");
  const talk = chat("--plain", "--room", "#ops", "--user", "Bot");
  mkdirSync(join(folder, "here"));
  talk.endInput(`/get ${seq} ${join(folder, "here")}\n`);
  expect(await talk.ends()).toBe(0);
  expect(readFileSync(join(folder, "here", name), "utf8")).toBe("nine: tide");
  const none = chat("send", "#ops", "--file", join(folder, "none"), "--user", "Bot");
  expect(await none.ends()).toBe(1);
});
