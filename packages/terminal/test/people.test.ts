import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type HttpServer, request } from "@parley/client";
import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { authenticatorCode } from "./rig/authenticator.ts";
import { Pane } from "./rig/pane.ts";
import { lobbyIdOf, password, says, startServer, type TestServer } from "./rig/server.ts";
import { Terminal } from "./rig/terminal.ts";

// Real processes take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: TestServer;
let lobbyId: RoomId;
beforeAll(async () => {
  server = await startServer();
  lobbyId = await lobbyIdOf(server.owner);
});
afterAll(async () => {
  await server?.stop();
});

const chat = (...args: string[]): Terminal => new Terminal(server, args);

/** What a subcommand prints for programs, once it has ended well. */
async function told(...args: string[]): Promise<unknown[]> {
  const terminal = chat(...args, "--json");
  expect(await terminal.ends(), terminal.errors).toBe(0);
  return terminal.json;
}

const relationsOf = async (who: HttpServer) => (await request(who, "sync:open", {})).relations;

test("asking, accepting and blocking as subcommands, the same truth in JSON", async () => {
  const ada = await server.register("Ada");
  const ben = await server.register("Ben");
  expect(await told("add", "@ben", "from the choir", "--user", "Ada")).toEqual([
    { type: "relation", handle: "ben", name: "Ben", relation: "asked" },
  ]);
  expect(await told("friends", "--user", "Ben")).toEqual([
    { type: "asking", handle: "ada", name: "Ada", line: "from the choir", since: expect.any(Number) },
  ]);
  const accept = chat("accept", "@ada", "--user", "Ben");
  expect(await accept.ends()).toBe(0);
  expect(accept.output).toBe("You and Ada are friends.\n");
  const here = new Terminal(server, ["--plain", "--user", "Ben"]);
  here.type("here I am");
  await here.shows("Ben: here I am");
  expect(await told("friends", "--user", "Ada")).toEqual([
    { type: "friend", handle: "ben", name: "Ben", since: expect.any(Number), availability: "online" },
  ]);
  expect(await told("status", "🌴", "away", "for", "2h", "--user", "Ben")).toEqual([
    { type: "status", status: { emoji: "🌴", text: "away", until: expect.any(Number) } },
  ]);
  expect(await told("presence", "invisible", "--user", "Ben")).toEqual([{ type: "presence", presence: "invisible" }]);
  expect(await told("profile", "@ben", "--user", "Ada")).toMatchObject([
    {
      type: "profile",
      handle: "ben",
      relation: "friend",
      status: { text: "away" },
      availability: "offline",
      rooms: [],
    },
  ]);
  expect(await told("block", "@ada", "--user", "Ben")).toMatchObject([{ type: "relation", relation: "blocked" }]);
  expect(await relationsOf(ada)).toEqual([]);
  expect(await told("profile", "@ben", "--user", "Ada")).toMatchObject([{ status: null, relation: null }]);
  expect(await told("unblock", "@ada", "--user", "Ben")).toMatchObject([{ type: "relation", relation: null }]);
  expect(await relationsOf(ben)).toEqual([]);
  const nobody = chat("unblock", "@ada", "--user", "Ben");
  expect(await nobody.ends()).toBe(1);
  expect(nobody.errors).toBe("You have not blocked them.\n");
});

test("a stranger's conversation is a request; who has read what is told for programs", async () => {
  const cat = await server.register("Cat");
  const dov = await server.register("Dov");
  const first = chat("send", "@dov", "do I know you?", "--user", "Cat");
  expect(await first.ends()).toBe(0);
  const rooms = chat("rooms", "--user", "Dov");
  expect(await rooms.ends()).toBe(0);
  expect(rooms.output).not.toContain("@cat");
  expect(await told("rooms", "--user", "Dov")).toContainEqual(expect.objectContaining({ room: "@cat", request: true }));
  expect(await told("friends", "--user", "Dov")).toEqual([{ type: "request", from: ["cat"] }]);
  expect(await told("accept", "@cat", "--user", "Dov")).toEqual([{ type: "request", from: ["cat"], accepted: true }]);
  const { room } = await request(dov, "room:create-direct", { userIds: [cat.begun.user.id] });
  await request(dov, "receipt:read", { roomId: room.id, seq: 1 });
  expect(await told("seen", "@dov", "1", "--user", "Cat")).toEqual([
    { type: "read", handle: "dov", name: "Dov", seq: 1, readAt: expect.any(Number) },
  ]);
});

test("plain lines: commands work, everything else is a message, and blocked people are one line", async () => {
  const eli = await server.register("Eli");
  await server.register("Flo");
  const plain = chat("--plain", "--user", "Flo");
  plain.type("/jion the club");
  await plain.shows("Flo: /jion the club");
  await says(eli, lobbyId, "can you hear me?");
  await plain.shows("Eli: can you hear me?");
  plain.type("/block @eli");
  await plain.shows("You blocked Eli: neither of you reaches the other. They are not told.");
  await says(eli, lobbyId, "and now?");
  await plain.shows("1 message from someone you blocked");
  plain.type("/unblock @nobody");
  await plain.complains("Not done: There is nobody called @nobody here.");
  plain.type("/clear\ny");
  await plain.shows("Cleared, for you.");
  plain.endInput();
  expect(await plain.ends()).toBe(1);
  expect(plain.output).not.toContain("and now?");
  const after = await says(eli, lobbyId, "after it");
  const tail = chat("tail", "#lobby", "--since", "0", "--json", "--user", "Flo");
  expect(await tail.ends()).toBe(0);
  const { seq, id, sentAt } = after;
  expect(tail.json).toEqual([{ type: "blocked", room: expect.stringMatching(/^#/), seq, id, sentAt }]);
});

test("plain lines: under a link to a message of a room of mine stands what it says", async () => {
  const nia = await server.register("Nia");
  const [mine, hers] = await Promise.all(
    ["Mine too", "Hers"].map(async (name) => {
      const { room } = await request(nia, "room:create", { id: newId<RoomId>(Date.now()), kind: "public", name });
      await says(nia, room.id, `in ${name}`);
      return room;
    }),
  );
  await request(await server.register("Ole"), "room:join", { roomId: mine?.id as RoomId });
  const plain = chat("--plain", "--user", "Ole");
  plain.type("here I am");
  await plain.shows("Ole: here I am");
  for (const room of [hers, mine]) await says(nia, lobbyId, `see ${server.url}/r/${room?.id}?at=1`);
  await plain.shows("  » Nia in #Mine too: in Mine too");
  expect(plain.output).not.toContain("in Hers");
  expect(plain.lines.filter((line) => line.includes("» "))).toHaveLength(1);
  plain.endInput();
  expect(await plain.ends()).toBe(0);
});

test("export keeps everything of mine in a new file", async () => {
  await server.register("Mo");
  const file = join(server.folder, "mo.zip");
  const first = chat("export", file, "--user", "Mo");
  expect(await first.ends(), first.errors).toBe(0);
  expect(first.errors).toMatch(/^Gathering everything of yours: \d+ of \d+$/m);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe("PK");
  const again = chat("export", file, "--user", "Mo");
  expect(await again.ends()).toBe(1);
  expect(again.errors).toContain(`Nothing was kept in ${file}`);
});

test("a second factor is asked for, or comes from PARLEY_CODE", async () => {
  const ned = await server.register("Ned");
  const { secret } = await request(ned, "factor:begin-totp", { password });
  const code = authenticatorCode(secret);
  const { recoveryCodes } = await request(ned, "factor:confirm-totp", { code });
  const [one = "", other = ""] = recoveryCodes;
  const args = ["rooms", "--user", "Ned", "--profile", `${server.folder}/ned`];
  const wrong = new Terminal(server, args, { PARLEY_CODE: "not a code" });
  expect(await wrong.ends()).toBe(1);
  expect(wrong.errors).toMatch(/This code is not right/);
  const script = new Terminal(server, args, { PARLEY_CODE: one });
  expect(await script.ends()).toBe(0);
  const pane = await Pane.open({ server, args: ["--user", "Ned"] });
  await pane.shows("Code of your authenticator, or a recovery code:");
  await pane.type(other);
  expect(await pane.screen()).not.toContain(other);
  await pane.press("Enter");
  await pane.shows("● live  Ned");
});
