/** SIGTERM in the middle of everything: what was answered is stored, once; the process ends cleanly (R31). */
import { rmSync } from "node:fs";
import { type Message, type MessageId, newId, type Reply, type RoomId, type SessionBegun } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { password, post } from "../person.ts";
import { createTestDatabase } from "../postgres.ts";
import { isOnPostgres, setupToken } from "../start-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { connect } from "../witness.ts";
import { runMain } from "./run-main.ts";

const folder = temporaryFolder("parley-test-");
const database = isOnPostgres ? await createTestDatabase() : null;
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});
const place = {
  PARLEY_DATA: folder,
  PARLEY_SETUP_TOKEN: setupToken,
  PARLEY_LIMITERS: "off",
  ...(database && { PARLEY_DATABASE_URL: database.url }),
};

test("everything that was answered before the end is there after it", async () => {
  const first = runMain(place);
  const url = await first.listening();
  const setUp = await post(url, "server:setup", { input: { token: setupToken, username: "Olga", password } });
  const { token = "" } = (setUp.reply as { data: SessionBegun }).data;
  const roomId = newId<RoomId>(Date.now());
  await post(url, "room:create", { token, input: { id: roomId, kind: "private", name: "Busy" } });

  const witnesses = await Promise.all(Array.from({ length: 4 }, () => connect(url, token)));
  const answered: Message[] = [];
  const tried = new Set<MessageId>();
  const writers = witnesses.map(async (witness) => {
    while (witness.socket.connected) {
      const id = newId<MessageId>(Date.now());
      tried.add(id);
      const reply: Reply | null = await witness
        .call("message:send", { id, roomId, body: `Message ${tried.size}` })
        .catch(() => null);
      if (reply?.ok) answered.push(reply.data as Message);
      if (answered.length === 200) first.child.kill("SIGTERM");
    }
  });
  expect(await first.ended).toBe(0);
  await Promise.all(writers);
  for (const witness of witnesses) witness.close();
  expect(answered.length).toBeGreaterThanOrEqual(200);

  const second = runMain(place);
  const again = await second.listening();
  const stored: Message[] = [];
  for (let isEnd = false; !isEnd; ) {
    const from = { edge: "after", seq: stored.length };
    const { reply } = await post(again, "message:history", { token, input: { roomId, from, limit: 200 } });
    const page = (reply as { data: { messages: Message[]; isEnd: boolean } }).data;
    stored.push(...page.messages);
    ({ isEnd } = page);
  }
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  const byId = new Map(stored.map((message) => [message.id, message]));
  expect(byId.size).toBe(stored.length);
  expect(stored.map((message) => message.seq)).toEqual(stored.map((_, at) => at + 1));
  for (const message of answered) expect(byId.get(message.id)).toEqual(message);
  for (const { id } of stored) expect(tried.has(id)).toBe(true);
});
