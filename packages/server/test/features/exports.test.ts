/** Everything of mine, as one file: what is in it, what is not, and who gets it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Message, RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openData } from "../database.ts";
import { picture } from "../jpeg-picture.ts";
import { type Person, password, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { startClient } from "../sync/live-client.ts";
import { archiveOf, type Files, fetchArchive, fileIn } from "./archive.ts";
import { fill } from "./many-messages.ts";

const server = await startServer();
afterAll(server.stop);
const dayMs = 86_400_000;
const folder = join(server.folder, "exports");
let anna: Person;
let ben: Person;
let mallory: Person;
beforeAll(async () => {
  [anna, ben, mallory] = await populate(server, ["Anna", "Ben", "Mallory"]);
});

const all = (files: Files) => [...files.values()].join("\n");

describe("the archive", () => {
  let files: Files;
  let roomId: RoomId;
  let shown: readonly Message[];

  beforeAll(async () => {
    roomId = await anna.createRoom("Plain");
    await anna.do("room:change", { roomId, topic: "<img src=x onerror=alert(1)>" });
    // No such name is taken; but this page is on its own should one ever be.
    const data = await openData(server);
    await data.sql(`update rooms set name = '../../<script>alert("room")</script>' where id = '${roomId}'`);
    await data.close();
    await anna.do("member:add", { roomId, userIds: [ben.id, mallory.id] });
    await anna.do("profile:set-avatar", { image: picture().toString("base64") });
    await anna.do("profile:change", { bio: "</dd><script>bio</script>", timeZone: "Europe/Berlin" });
    await anna.do("settings:change", { theme: "dark" });
    await ben.do("friend:ask", { userId: anna.id, line: "It is me" });
    await ben.send(roomId, "CLEARED before");
    await anna.do("room:clear", { roomId });
    await anna.send(roomId, "**Hello** <b>there</b> [x](javascript:alert(1)) https://example.org/?a=1&b=2 ||hush||");
    const gone = await ben.send(roomId, "CANARY of what was deleted");
    await ben.do("message:delete", { roomId, messageId: gone.id });
    await ben.send(roomId, "```\n</code><script>alert(2)</script>\n```\n> said\n- one\n- two", { replyTo: 2 });
    await mallory.send(roomId, "From whom I block");
    await anna.do("block:add", { userId: mallory.id });
    for (const [person, emoji] of [
      [anna, "🎉"],
      [ben, "🎉"],
      [ben, "👀"],
    ] as const)
      await person.do("reaction:add", { roomId, seq: 4, emoji });
    await anna.do("draft:save", { roomId, body: "Half a sent" });
    const left = await ben.createRoom("Left behind");
    await ben.do("member:add", { roomId: left, userIds: [anna.id] });
    await anna.send(left, "MINE in a room that I left");
    await ben.send(left, "OUTSIDE after all");
    await anna.do("reaction:add", { roomId: left, seq: 2, emoji: "👍" });
    await ben.do("reaction:add", { roomId: left, seq: 2, emoji: "🤫" });
    await anna.do("room:leave", { roomId: left });
    const apart = await ben.createRoom("Apart");
    await ben.send(apart, "OUTSIDE of everything");
    const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
    await ben.send(direct.room.id, "Between the two of us");
    await ben.do("profile:change", { status: { emoji: "", text: "HIDDEN from strangers", until: null } });
    shown = (await anna.do("message:history", { roomId })).messages;
    files = await archiveOf(anna);
  });

  test("has what I am here, and no secret of mine", () => {
    const read = (path: string) => JSON.parse(fileIn(files, path));
    expect(read("profile.json")).toMatchObject({ id: anna.id, name: "Anna", timeZone: "Europe/Berlin" });
    expect(read("settings.json")).toMatchObject({ theme: "dark" });
    expect(read("relations.json")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Ben", kind: "asking", line: "It is me" }),
        expect.objectContaining({ name: "Mallory", kind: "blocked" }),
      ]),
    );
    expect(read("sessions.json")).toMatchObject([{ id: anna.sessionId }]);
    expect(files.has("avatar.jpg")).toBe(true);
    expect(all(files)).not.toContain(anna.token);
    expect(all(files)).not.toMatch(/argon2|passwordHash|token/i);
  });

  test("has each conversation as I am shown it", () => {
    const room = JSON.parse(fileIn(files, "script-alert-room-script.json"));
    const { messages } = room;
    expect(messages).toEqual(shown.map(({ rev: _, ...message }) => message));
    expect(messages.map((message: Message) => message.seq)).toEqual([2, 3, 4, 5]);
    expect(room.members.map((member: { name: string }) => member.name).sort()).toEqual(["Anna", "Ben", "Mallory"]);
    expect(room.mine.draft.body).toBe("Half a sent");
    expect(JSON.parse(fileIn(files, "-ben.json")).messages).toMatchObject([{ body: "Between the two of us" }]);
  });

  test("has my words from where I am no longer, and nobody else's", () => {
    expect(JSON.parse(fileIn(files, "my-messages.json"))).toContainEqual(
      expect.objectContaining({ body: "MINE in a room that I left", roomName: null, senderId: anna.id }),
    );
    expect(all(files)).not.toMatch(/OUTSIDE|Left behind|Apart/);
  });

  test("has my reactions, those in what I left included, and of others' what I see", () => {
    const mine = JSON.parse(fileIn(files, "my-reactions.json"));
    expect(mine).toMatchObject([
      { roomId, seq: 4, emoji: "🎉", reactedAt: expect.any(Number) },
      { roomName: null, seq: 2, emoji: "👍" },
    ]);
    expect(fileIn(files, "script-alert-room-script.html")).toContain('<p class="quiet">🎉 2 · 👀 1</p>');
    expect(all(files)).not.toContain("🤫");
  });

  test("has nothing that was deleted, cleared, or not for me", () => {
    expect(all(files)).not.toMatch(/CANARY|CLEARED/);
    for (const [path, text] of files) if (path !== "profile.json") expect(text).not.toContain("HIDDEN");
  });

  test("is read offline: pages that link to each other, in which nothing runs", () => {
    const page = fileIn(files, "script-alert-room-script.html");
    const index = fileIn(files, "index.html");
    for (const [path, text] of files) {
      expect(path).toMatch(/^(rooms\/)?[a-z0-9-]+\.(html|json|jpg)$/);
      if (!path.endsWith(".html")) continue;
      expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"`);
      expect(text).not.toMatch(/<script|<b>there|href="javascript|<img src=x/i);
      for (const [, target = ""] of text.matchAll(/href="(?!https?:)([^"#]*)/g))
        expect([...files.keys()]).toContain(join(path, "..", target));
    }
    expect(index).toContain("Europe/Berlin");
    expect(index).toContain("data:image/jpeg;base64,");
    expect(page).toContain("<strong>Hello</strong> &#60;b&#62;there");
    expect(page).toContain('<a href="https://example.org/?a=1&#38;b=2"');
    expect(page).toContain('<span class="spoiler" tabindex="0">hush</span>');
    expect(page).toContain("&#60;script&#62;alert(2)");
    expect(page).toMatch(/<blockquote><p>said<\/p><\/blockquote><ul><li><p>one/);
    expect(page).toContain("This message was deleted.");
    expect(page).toMatch(/<details><summary[^>]*>A message from someone you blocked<\/summary>.*From whom I block/);
    expect(page).toMatch(/<h2>\w+day, \d+ \w+ \d{4}<\/h2>/);
    expect(page).toMatch(/<a href="\d+-script-alert-room-script.html#m2">/);
  });
});

describe("making it", () => {
  test("tells all devices how far it is; one at a time", async () => {
    const [witness, { client }] = [await ben.connect(), await startClient(ben)];
    const started = await client.call("export:start", {});
    expect(started).toMatchObject({ state: "running", bytes: null, expiresAt: null });
    await client.call("export:start", {});
    const { payload } = await witness.until("export:changed", ({ state }) => state === "ready");
    expect(payload).toMatchObject({ done: payload.total, bytes: expect.any(Number) });
    expect(payload.expiresAt).toBeGreaterThan(server.clock.now() + dayMs - 60_000);
    expect(payload.total).toBeGreaterThan(0);
    await vi.waitFor(() => expect(client.getState().archive).toEqual(payload));
    witness.close();
    await client.stop();
  });

  test("leaves out what has disappeared, and stops where I was taken out", async () => {
    const cleo = await register(server, "Cleo");
    const roomId = await anna.createRoom("Short-lived");
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
    await anna.send(roomId, "SHORT words");
    server.clock.forward(300_001);
    expect(all(await archiveOf(cleo))).not.toContain("SHORT");
    await anna.do("member:remove", { roomId, userId: cleo.id });
    expect(all(await archiveOf(cleo))).not.toContain("Short-lived");
  });

  test("a long history is cut into pages that a browser opens", async () => {
    const dora = await register(server, "Dora");
    const roomId = await dora.createRoom("Long");
    const data = await openData(server);
    await fill(data, { roomId, senderIds: [dora.id], count: 4_100 });
    await data.close();
    const answered = await dora.send(roomId, "The answer", { replyTo: 2_001 });
    const files = await archiveOf(dora);
    const bodies = (text: string) => text.match(/<article /g)?.length ?? 0;
    const pages = [1, 2, 3].map((page) => fileIn(files, page === 1 ? "-long.html" : `-long-${page}.html`));
    expect(pages.map(bodies)).toEqual([2_000, 2_000, answered.seq - 4_000]);
    expect(pages[2]).toMatch(/<a href="\d+-long-2.html#m2001">/);
    expect(JSON.parse(fileIn(files, "-long.json")).messages).toHaveLength(answered.seq);
    expect(JSON.parse(fileIn(files, "my-messages.json"))).toHaveLength(answered.seq);
  });
});

describe("fetching it", () => {
  test("is for its owner alone, as a file that nobody keeps", async () => {
    const eve = await register(server, "Eve");
    expect((await fetchArchive(eve)).status).toBe(404);
    expect((await fetchArchive({ server, token: "" })).status).toBe(401);
    await archiveOf(eve);
    const answer = await fetchArchive(eve);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="parley-archive.zip"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-length": String((await answer.arrayBuffer()).byteLength),
    });
    const byCookie = (more: Record<string, string>) =>
      fetch(`${server.url}/exports/mine`, { headers: { cookie: `parley_${server.app.port}=${eve.token}`, ...more } });
    expect((await byCookie({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await byCookie({ "sec-fetch-site": "cross-site" })).status).toBe(401);
    expect((await byCookie({ origin: "https://evil.example" })).status).toBe(401);
    for (const name of readdirSync(folder)) {
      expect(name).toMatch(/^[\w-]{32}\.zip$/);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    await eve.do("session:delete", { which: "this" });
    expect((await fetchArchive(eve)).status).toBe(401);
  });

  test("ends after a day, and the file goes", async () => {
    const fay = await register(server, "Fay");
    await archiveOf(fay);
    server.clock.forward(dayMs);
    expect((await fetchArchive(fay)).status).toBe(404);
    expect(await fay.do("export:show", {})).toMatchObject({ state: "none" });
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  test("ends with the account", async () => {
    const gil = await register(server, "Gil");
    await archiveOf(gil);
    expect(readdirSync(folder)).toHaveLength(1);
    await gil.do("account:delete", { password, messages: "anonymise" });
    server.clock.forward(7 * dayMs - 60_000);
    await archiveOf(gil);
    server.clock.forward(60_000);
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), { timeout: 5_000 });
    expect((await fetchArchive(gil)).status).toBe(401);
  });
});
