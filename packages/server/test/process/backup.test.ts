/** A backup of a server at work, and its restoration, with the statements of docs/self-hosting.md (R32). */
import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createClient, memoryStorage } from "@parley/client";
import type { MessageId } from "@parley/contract";
import { expect, test } from "vitest";
import { openData } from "../database.ts";
import { lobbyOf, Person, populate } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { proveSync } from "../sync/live-client.ts";

const guide = readFileSync(join(import.meta.dirname, "../../../../docs/self-hosting.md"), "utf8");

function told(pattern: RegExp): string {
  const statement = pattern.exec(guide)?.[1];
  if (statement === undefined) throw new Error(`The guide does not say ${pattern}.`);
  return statement;
}

const backUp = told(/"(vacuum into '[^"]+')"/);
const moveOn = told(/"(update rooms [^"]+)"/);

/** As the operator's shell does: another process than the server. */
async function shell(file: string, statement: string): Promise<void> {
  const program = "new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec(process.argv[2])";
  await promisify(execFile)(process.execPath, ["--eval", program, file, statement]);
}

async function storedIn(server: TestServer): Promise<Set<unknown>> {
  const data = await openData(server);
  const rows = await data.sql("select id from messages");
  await data.close();
  return new Set(rows.map(({ id }) => id));
}

test("a backup holds what was answered before it, and late clients follow it", async () => {
  const server = await startServer();
  const [anna, ben] = await populate(server, ["Anna", "Ben"]);
  const roomId = await lobbyOf(anna);
  const file = join(server.folder, "parley.db");
  const backup = join(server.folder, "backup.db");

  const answered: MessageId[] = [];
  const state = { isOver: false };
  const write = async (person: Person) => {
    while (!state.isOver) answered.push((await person.send(roomId, "Written all the while")).id);
  };
  const writing = Promise.all([write(anna), write(ben)]);
  await expect.poll(() => answered.length).toBeGreaterThan(20);
  const before = [...answered];
  await shell(file, backUp.replace(/'.*'/, `'${backup}'`));
  const sofar = answered.length;
  await expect.poll(() => answered.length).toBeGreaterThan(sofar + 20);
  state.isOver = true;
  await writing;

  // Anna's device has seen what will be lost.
  const device = { token: anna.token, storage: memoryStorage() };
  const early = createClient({ url: server.url, ...device });
  await early.start();
  await early.whenLive();
  await early.openRoom(roomId);
  await early.stop();
  await server.halt();
  for (const rest of ["-wal", "-shm"]) rmSync(`${file}${rest}`, { force: true });
  copyFileSync(backup, file);
  await shell(file, moveOn);

  const restored = await server.again();
  const kept = await storedIn(restored);
  expect(before.filter((id) => !kept.has(id))).toEqual([]);
  expect(kept.has(answered.at(-1))).toBe(false);
  // The numbers of what was lost are given anew before she is back.
  const again = new Person(restored, ben);
  for (let at = kept.size; at < answered.length + 5; at += 1) await again.send(roomId, "Written since");
  const late = createClient({ url: restored.url, ...device });
  await late.start();
  await late.whenLive();
  await late.openRoom(roomId);
  await proveSync(new Person(restored, anna), late);
  const now = await storedIn(restored);
  const shown = late.getState().rooms.get(roomId)?.window?.messages ?? [];
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(({ id }) => !now.has(id))).toEqual([]);
  await late.stop();
  await restored.halt();
  await server.stop();
});
