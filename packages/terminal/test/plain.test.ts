import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { request } from "@parley/client";
import { newId } from "@parley/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startServer, type TestServer } from "./rig/server.ts";
import { Terminal } from "./rig/terminal.ts";

// Real processes take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

let people = 0;
/** A name that nobody has yet. */
const freshName = (name: string): string => `${name}${++people}`;
const chat = (...args: string[]): Terminal => new Terminal(server, ["--plain", ...args]);
/** What a terminal shows once it is in the room: its own line, stored. */
async function isIn(terminal: Terminal, name: string): Promise<void> {
  terminal.type("here I am");
  await terminal.shows(`${name}: here I am`);
}

test("two terminals hold a conversation in exactly the ancestor's lines", async () => {
  const [ann, bob] = [freshName("Ann "), freshName("Bob")];
  const one = chat("--user", ann, "--register");
  await isIn(one, ann);
  const two = chat("--register");
  two.type(bob);
  await one.shows(`${bob} has joined the chat.`);
  await isIn(two, bob);
  await one.shows(`${bob}: here I am`);
  one.type("hello Bob");
  await two.shows(`${ann}: hello Bob`);
  two.type("hello Ann\nhow are you?");
  await one.shows(`${bob}: how are you?`);
  one.type("fine");
  await two.shows(`${ann}: fine`);
  two.type("exit");
  expect(await two.ends()).toBe(0);
  await one.shows(`${bob} has left the chat.`);
  one.type("exit");
  expect(await one.ends()).toBe(0);
  const shared = [
    `${bob}: here I am`,
    `${ann}: hello Bob`,
    `${bob}: hello Ann`,
    `${bob}: how are you?`,
    `${ann}: fine`,
  ];
  expect(one.lines).toEqual([
    `${ann}: here I am`,
    `${bob} has joined the chat.`,
    ...shared,
    `${bob} has left the chat.`,
  ]);
  expect(two.output).toBe(`Enter your username: \n${shared.join("\n")}\n`);
  expect(one.errors + two.errors).toBe("");
});

test("a session is kept: the next time no password is needed", async () => {
  const profile = join(server.folder, "profile-of-carl");
  const carl = freshName("carl");
  const first = chat("--user", carl, "--register", "--profile", profile);
  first.endInput("one\n");
  expect(await first.ends()).toBe(0);
  const second = new Terminal(server, ["send", "#lobby", "two", "--profile", profile], { PARLEY_PASSWORD: "" });
  expect(await second.ends()).toBe(0);
  const person = await request(server.owner, "user:find", { text: carl });
  expect(person.people).toHaveLength(1);
});

test("an ended session is signed in again, or says that it is over", async () => {
  const profile = join(server.folder, "profile-of-dora");
  const dora = freshName("dora");
  const account = await server.register(dora);
  const first = chat("--user", dora, "--profile", profile);
  first.endInput("one\n");
  expect(await first.ends()).toBe(0);
  await request(account, "session:delete", { which: "others" });
  const without = new Terminal(server, ["rooms", "--profile", profile], { PARLEY_PASSWORD: "" });
  expect(await without.ends()).toBe(3);
  expect(without.errors).toMatch(/not signed in/);
  const again = new Terminal(server, ["rooms", "--user", dora, "--profile", profile]);
  expect(await again.ends()).toBe(0);
});

test("the end of the input waits until everything is stored, in order", async () => {
  const eve = freshName("eve");
  const terminal = chat("--user", eve, "--register");
  const texts = Array.from({ length: 300 }, (_, at) => `line ${at}`);
  terminal.endInput(`${texts.join("\n")}\n\n`);
  expect(await terminal.ends()).toBe(0);
  expect(terminal.lines).toEqual(texts.map((text) => `${eve}: ${text}`));
});

test("a code is sent as its emoji, but not within code", async () => {
  const hal = freshName("hal");
  const terminal = chat("--user", hal, "--register");
  terminal.endInput(":tada: at 12:30:00\n`:tada:`\n");
  expect(await terminal.ends()).toBe(0);
  expect(terminal.lines).toEqual([`${hal}: 🎉 at 12:30:00`, `${hal}: \`:tada:\``]);
});

test("no message is obeyed, and none can look like another line", async () => {
  const fay = freshName("fay");
  const account = await server.register(fay);
  const gus = freshName("gus");
  const terminal = chat("--user", gus, "--register");
  await isIn(terminal, gus);
  const { rooms } = await request(account, "sync:open", {});
  const roomId = rooms[0]?.room.id;
  if (!roomId) throw new Error("There is no lobby.");
  const body = "\u001b[2Jup\nolga has left the chat.\u202e";
  await request(account, "message:send", { id: newId(Date.now()), roomId, body });
  await request(account, "message:send", { id: newId(Date.now()), roomId, body: "the end" });
  await terminal.shows(`${fay}: the end`);
  expect(terminal.output).not.toContain("\u202e");
  expect(terminal.lines).toContain("  olga has left the chat.<U+202E>");
  terminal.type("exit");
  expect(await terminal.ends()).toBe(0);
});

test("a server that dies and comes back costs no line and doubles none", async () => {
  const [hal, ida] = [freshName("hal"), freshName("ida")];
  const one = chat("--user", hal, "--register");
  await isIn(one, hal);
  const two = chat("--user", ida, "--register");
  await isIn(two, ida);
  await one.shows(`${ida}: here I am`);
  await server.kill();
  await server.revive();
  for (let at = 0; at < 20; at += 1) {
    one.type(`one ${at}`);
    two.type(`two ${at}`);
  }
  for (const terminal of [one, two]) {
    await terminal.shows(`${hal}: one 19`);
    await terminal.shows(`${ida}: two 19`);
  }
  const messages = ({ lines }: Terminal) => lines.filter((line) => / (one|two) \d+$/.test(line));
  expect(messages(one)).toHaveLength(40);
  expect(messages(two)).toEqual(messages(one));
  const noise = [...one.lines, ...two.lines].filter((line) => line.startsWith(hal) && line.endsWith("the chat."));
  expect(noise).toEqual([]);
});

test("what was typed while the server was away survives the terminal being killed, and goes out once", async () => {
  const lee = freshName("lee");
  const first = chat("--user", lee, "--register");
  await isIn(first, lee);
  await server.kill();
  first.type("written in the dark");
  await first.complains("The server is away; waiting for it.\n");
  const outbox = join(server.folder, "parley");
  const isKept = async () => {
    const files = await readdir(outbox, { recursive: true, withFileTypes: true });
    const journals = files.filter((file) => file.name.startsWith("outbox-"));
    const texts = await Promise.all(journals.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
    return texts.join("").includes("written in the dark");
  };
  await expect.poll(isKept, { timeout: 30_000, interval: 20 }).toBe(true);
  first.signal("SIGKILL");
  await first.ends();
  await server.revive();
  const second = chat("--user", lee);
  second.endInput("and in the light\n");
  expect(await second.ends()).toBe(0);
  const tail = new Terminal(server, ["tail", "#lobby", "--user", lee]);
  expect(await tail.ends()).toBe(0);
  const mine = tail.lines.filter((line) => line.startsWith(`${lee}: `));
  expect(mine).toEqual([`${lee}: here I am`, `${lee}: written in the dark`, `${lee}: and in the light`]);
});

test("signals end it cleanly", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const name = freshName("jo");
    const terminal = chat("--user", name, "--register");
    await isIn(terminal, name);
    terminal.signal(signal);
    expect(await terminal.ends()).toBe(0);
    expect(terminal.errors).toBe("");
  }
});

test("an unreachable server, a wrong password, a taken name, a missing name", async () => {
  const nowhere = { ...server, url: "http://127.0.0.1:9" };
  const unreachable = new Terminal(nowhere, ["--plain", "--user", "kim"]);
  expect(await unreachable.ends()).toBe(3);
  expect(unreachable.errors).toMatch(/^Cannot reach http:\/\/127\.0\.0\.1:9/);
  const kim = freshName("kim");
  await server.register(kim);
  const wrong = new Terminal(server, ["--plain", "--user", kim], {
    PARLEY_PASSWORD: randomBytes(8).toString("hex"),
  });
  expect(await wrong.ends()).toBe(1);
  const taken = chat("--user", kim, "--register");
  expect(await taken.ends()).toBe(1);
  const nobody = new Terminal(server, ["rooms", "--profile", join(server.folder, "nobody")]);
  expect(await nobody.ends()).toBe(2);
  for (const { errors } of [unreachable, wrong, taken, nobody]) expect(errors.trim().split("\n")).toHaveLength(1);
});
