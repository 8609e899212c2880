import { request } from "@parley/client";
import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Pane } from "./rig/pane.ts";
import { lobbyIdOf, says, startServer, type TestServer } from "./rig/server.ts";
import { Terminal } from "./rig/terminal.ts";

// Real processes take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: TestServer;
let lobbyId: RoomId;
let bob: Awaited<ReturnType<TestServer["register"]>>;

beforeAll(async () => {
  server = await startServer();
  bob = await server.register("Bob");
  lobbyId = await lobbyIdOf(bob);
});
afterAll(async () => {
  await server?.stop();
});

const bobSays = (body: string) => says(bob, lobbyId, body);

test("a conversation under a pseudo-terminal: send, receive, edit, answer, delete, leave", async () => {
  const pane = await Pane.open({ server, args: ["--user", "Ann", "--register"] });
  await pane.shows(/#lobby {2}\d+ members/);
  await pane.shows("● live");
  await pane.type("hello 日本 world");
  await pane.shows("> hello 日本 world");
  expect(await pane.cursor()).toBe("18,22");
  await pane.press("Enter");
  await pane.shows(/\d hello 日本 world ✓/);
  await pane.shows(/^> *$/m);
  await bobSays("hi *Ann*, ||surprise||");
  await pane.shows(/\d hi Ann, ▒▒▒▒▒▒▒▒/);
  await pane.type("/reveal");
  await pane.press("Enter");
  await pane.shows("hi Ann, surprise");
  await pane.press("Up");
  await pane.shows(/edit \d+> hello 日本 world/);
  await pane.press("C-u");
  await pane.type("hello again");
  await pane.press("Enter");
  await pane.shows(/hello again \(edited\) ✓/);
  await pane.type("/reply what a surprise");
  await pane.press("Enter");
  await pane.shows("↪ Bob: hi Ann, ▒▒▒");
  await pane.shows("what a surprise ✓");
  await pane.type("/delete");
  await pane.press("Enter");
  await pane.shows("(deleted)");
  await pane.type("/quit");
  await pane.press("Enter");
  await pane.shows("ended with 0");
  await pane.showsNo("#lobby");
});

test("rooms, private conversations, invitations, completion, help, unknown commands", async () => {
  const ops = { id: newId<RoomId>(Date.now()), kind: "public", name: "Ops", topic: "pagers" } as const;
  await request(bob, "room:create", ops);
  const pane = await Pane.open({ server, args: ["--user", "Cleo", "--register"] });
  await pane.shows("● live");
  await pane.type("/jion #ops");
  await pane.press("Enter");
  await pane.shows("There is no command /jion. Did you mean /join, /pin?");
  await pane.type("/search-room op");
  await pane.press("Enter");
  await pane.shows("/join #Ops");
  await pane.type("/jo");
  await pane.press("Tab");
  await pane.type("#ops");
  await pane.press("Enter");
  await pane.shows(/#Ops {2}2 members.*pagers/);
  await pane.type("/invite");
  await pane.press("Enter");
  await pane.shows(`${server.url}/join#`);
  await pane.type("/msg @bob are you there?");
  await pane.press("Enter");
  await pane.shows(/^@Bob {2}2 members/m);
  await pane.shows("are you there? ✓");
  await request(bob, "message:send", { id: newId(Date.now()), roomId: lobbyId, body: "@cleo look" });
  await pane.shows(/#lobby +@\d/);
  await pane.type("/goto #lob");
  await pane.press("Tab");
  await pane.press("Enter");
  await pane.shows(/^#lobby {2}/m);
  await pane.shows("@cleo look");
  await pane.type("/help");
  await pane.press("Enter");
  await pane.shows("/help  show the commands and keys");
  await pane.press("NPage");
  await pane.shows(/PgUp, PgDn {2}older/);
  await pane.press("Escape");
  await pane.showsNo("PgUp, PgDn");
  await pane.press("C-c");
  await pane.shows("ended with 0");
});

test("a message that is linked to is quoted beneath the link, and /goto leads to it", async () => {
  const notes = { id: newId<RoomId>(Date.now()), kind: "public", name: "Notes", topic: "" } as const;
  await request(bob, "room:create", notes);
  await says(bob, notes.id, "the first note");
  const link = `${server.url}/r/${notes.id}?at=1`;
  const pane = await Pane.open({ server, args: ["--user", "Finn", "--register"] });
  await pane.shows("● live");
  await bobSays(`look at ${link}`);
  await pane.shows("look at");
  await pane.type(`/goto ${link}`);
  await pane.press("Enter");
  await pane.shows("That message is in a room that you are not in.");
  await pane.showsNo("» ");
  for (const command of ["/join #notes", "/goto #lobby"]) {
    await pane.type(command);
    await pane.press("Enter");
    await pane.shows(command === "/goto #lobby" ? /^#lobby {2}/m : /^#Notes {2}/m);
  }
  await pane.shows("» Bob in #Notes: the first note");
  await pane.type(`/goto ${server.url}/r/elsewhere`);
  await pane.press("Enter");
  await pane.shows("That is not a link to a message of http://");
  await pane.type(`/goto ${link}`);
  await pane.press("Enter");
  await pane.shows(/^#Notes {2}/m);
  await pane.shows("1 the first note");
});

test("history comes by scrolling, and a number leads back to its message", async () => {
  const filler = new Terminal(server, ["send", "#lobby", "--user", "Bob"]);
  filler.endInput(`${Array.from({ length: 300 }, (_, at) => `history ${at}`).join("\n")}\n`);
  expect(await filler.ends()).toBe(0);
  const pane = await Pane.open({ server, args: ["--user", "Dan", "--register"] });
  await pane.shows("● live");
  await pane.type("/goto end");
  await pane.press("Enter");
  await pane.shows("history 299");
  for (let page = 0; page < 6; page += 1) await pane.press("PPage");
  await pane.shows("for the newest");
  await expect
    .poll(
      async () => {
        await pane.press("PPage");
        return await pane.screen();
      },
      { timeout: 30_000, interval: 50 },
    )
    .toMatch(/history 0$/m);
  await pane.type("/goto 200");
  await pane.press("Enter");
  await pane.shows(/^.*│200 /m);
  await pane.type("/goto 2099-01-01");
  await pane.press("Enter");
  await pane.shows("Nothing was said here since.");
  await pane.type("/goto #lobby 150");
  await pane.press("Enter");
  await pane.shows(/^.*│150 /m);
  await bobSays("something new");
  await pane.showsNo("something new");
  await pane.type("/goto end");
  await pane.press("Enter");
  await pane.shows("something new");
});

test("it resizes, and shows only the conversation where there is no place for more", async () => {
  const pane = await Pane.open({ server, args: ["--user", "Eli", "--register"], columns: 100, rows: 30 });
  await pane.shows("● live");
  await pane.shows("│");
  await pane.resize(40, 16);
  await pane.showsNo("│");
  await pane.paste("two\nlines of text");
  await pane.shows("> two\n  lines of text");
  await pane.press("Enter");
  await pane.shows(/two\n +lines of text ✓/);
  const lines = (await pane.screen()).split("\n");
  expect(lines[0]).toMatch(/^#lobby/);
  expect(lines[15]).toMatch(/^● live/);
  await pane.resize(120, 40);
  await pane.shows("│");
});

test("who writes and who read is shown; while the server is away one goes on writing", async () => {
  const one = await Pane.open({ server, args: ["--user", "Fay", "--register", "--room", "@bob"] });
  await one.shows("● live");
  // They do not know each other: until he accepts, she learns nothing of him.
  const requests = (await request(bob, "sync:open", {})).rooms.filter(({ isRequest }) => isRequest);
  expect(requests.length).toBeGreaterThan(0);
  for (const { room } of requests) await request(bob, "room:accept", { roomId: room.id });
  const two = await Pane.open({ server, args: ["--user", "Bob", "--room", "@fay"] });
  await two.shows("● live");
  await two.type("something to say");
  await one.shows("Bob is writing…");
  await two.press("Enter");
  await one.shows("something to say");
  await one.type("heard");
  await one.press("Enter");
  await two.shows("heard");
  await two.press("Right");
  await one.shows(/heard ✓✓/);
  await server.kill();
  await server.revive();
  await one.type("written in between");
  await one.press("Enter");
  await two.shows("written in between");
  await one.shows(/written in between ✓/);
});

test("name and password are asked for, the password without showing it", async () => {
  const pane = await Pane.open({ server, args: ["--register"], hasPassword: false });
  await pane.shows("Enter your username:");
  await pane.type("Gil");
  await pane.press("Enter");
  await pane.shows("Password for Gil:");
  await pane.type("a secret of Gil");
  await pane.press("Enter");
  await pane.shows("The same again:");
  await pane.type("a secret of Gil");
  expect(await pane.screen()).not.toContain("secret");
  await pane.press("Enter");
  await pane.shows("● live  Gil");
});

test("when the session ends elsewhere, one signs in again", async () => {
  const hope = await server.register("Hope");
  const pane = await Pane.open({ server, args: ["--user", "Hope"] });
  await pane.shows("● live");
  const { sessions } = await request(hope, "session:list", {});
  await request(hope, "session:delete", { which: "others" });
  await expect
    .poll(
      async () => {
        const now = await request(hope, "session:list", {});
        return now.sessions.filter(({ id }) => !sessions.some((before) => before.id === id)).length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await pane.shows("● live");
});
