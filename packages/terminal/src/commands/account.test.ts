import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Export } from "@parley/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { noon, person, stateWith } from "../../test/rig/state.ts";

const state = stateWith({ me: person("Me") });

test("/password asks for both without showing them, the new one twice", async () => {
  const replies = { "account:change-password": { ended: 2 } };
  const rig = new CommandRig({ state, replies, typed: ["old secret", "new secret", "new secret"] });
  expect(await rig.lines("password")).toEqual(["Your password is changed. 2 other sessions have ended."]);
  expect(rig.questions.every(({ isHidden }) => isHidden)).toBe(true);
  expect(rig.asked).toEqual([["account:change-password", { current: "old secret", next: "new secret" }]]);
});

test("/password changes nothing when the two differ, or one gives up", async () => {
  const differ = new CommandRig({ state, typed: ["old secret", "new secret", "new sceret"] });
  await expect(differ.run("password")).rejects.toThrow("The two differ");
  const given = new CommandRig({ state, typed: ["old secret", null] });
  await expect(given.run("password")).rejects.toThrow("Your password is as it was.");
  expect([...differ.asked, ...given.asked]).toEqual([]);
});

let folder: string;
let server: Server;
let url: string;
let authorizations: (string | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-export-"));
  authorizations = [];
  server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    response.writeHead(request.url === "/exports/mine" ? 200 : 404).end("everything");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const archive = (more: Partial<Export>): Export => ({
  state: "running",
  done: 0,
  total: 3,
  bytes: null,
  expiresAt: null,
  ...more,
});
const ready = archive({ state: "ready", done: 3, bytes: 10, expiresAt: noon + 3_600_000 });

test("/export waits until the archive is there, and says where", async () => {
  const steps = [archive({ done: 1 }), archive({ done: 1 }), ready];
  const replies = { "export:start": archive({}), "export:show": () => steps.shift() ?? ready };
  const rig = new CommandRig({ state, replies, url });
  expect((await rig.run("export")).facts).toEqual([
    { type: "export", url: `${url}/exports/mine`, bytes: 10, expiresAt: noon + 3_600_000 },
  ]);
  expect(rig.said).toEqual(["Gathering everything of yours: 0 of 3", "Gathering everything of yours: 1 of 3"]);
});

test("/export FILE keeps it there, for nobody else to read, and overwrites nothing", async () => {
  const file = join(folder, "mine.zip");
  const rig = new CommandRig({ state, replies: { "export:start": ready }, url });
  expect(await rig.lines("export", file)).toEqual([`Everything of yours is in ${file} (10 bytes).`]);
  expect(await readFile(file, "utf8")).toBe("everything");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(authorizations).toEqual(["Bearer a-token"]);
  await writeFile(file, "something else");
  await expect(rig.run("export", file)).rejects.toThrow(`Nothing was kept in ${file}`);
  expect(await readFile(file, "utf8")).toBe("something else");
});

test("/export says when it failed", async () => {
  const rig = new CommandRig({ state, replies: { "export:start": archive({ state: "failed" }) }, url });
  await expect(rig.run("export")).rejects.toThrow("The archive could not be made.");
});
