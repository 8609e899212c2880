/** One who does not read what is sent costs the others nothing (R18). */
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDeaf } from "../deaf.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let slow: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, slow] = await populate(server, ["Anna", "Ben", "Slow"]);
  roomId = await anna.createRoom("Busy");
  await anna.do("member:add", { roomId, userIds: [ben.id, slow.id] });
});

test("a connection that does not read is ended, and the others miss nothing", { timeout: 60_000 }, async () => {
  const witness = await ben.connect();
  const writer = await anna.connect();
  const deaf = await connectDeaf(server, slow);
  expect(server.app.connectionCount()).toBe(3);
  const before = process.memoryUsage().rss;
  const body = "€".repeat(8_000);
  const isEnded = () => server.log.some((line) => line.message.includes("did not read"));
  let sent = 0;
  while (!isEnded()) {
    const messages = Array.from({ length: 40 }, () => ({ id: newId<MessageId>(Date.now()), roomId, body }));
    for (const reply of await Promise.all(messages.map((message) => writer.call("message:send", message))))
      expect(reply).toMatchObject({ ok: true });
    sent += messages.length;
  }
  expect(server.app.connectionCount()).toBe(2);
  await witness.when(() => witness.named("message:sent").length === sent, "every message");
  const seqs = witness.named("message:sent").map((event) => event.payload.seq);
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  deaf.destroy();
  witness.close();
  writer.close();
});
