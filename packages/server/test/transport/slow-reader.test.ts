/** One who does not read what is sent costs the others nothing (R18). */
import { randomBytes } from "node:crypto";
import { connect as connectTcp, type Socket } from "node:net";
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
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

/** A connection that is made, joins its rooms, and never reads again. */
async function connectDeaf(person: Person): Promise<Socket> {
  const socket = connectTcp({ port: server.app.port, host: "127.0.0.1" });
  socket.write(
    [
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
      `Host: 127.0.0.1:${server.app.port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      `Authorization: Bearer ${person.token}`,
      "",
      "",
    ].join("\r\n"),
  );
  let read = "";
  let isAsked = false;
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("data", (chunk) => {
      read += chunk.toString("latin1");
      if (!isAsked && read.includes("pingInterval")) {
        isAsked = true;
        socket.write(frame("40"));
      }
      if (read.includes("40{")) resolve();
    });
  });
  socket.removeAllListeners("data");
  socket.pause();
  return socket;
}

/** A masked WebSocket text frame of up to 125 bytes. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

test("a connection that does not read is ended, and the others miss nothing", { timeout: 60_000 }, async () => {
  const witness = await ben.connect();
  const writer = await anna.connect();
  const deaf = await connectDeaf(slow);
  expect(server.app.connectionCount()).toBe(3);
  const before = process.memoryUsage().rss;
  const body = "€".repeat(8_000);
  const isEnded = () => server.log.some((line) => line.message.includes("did not read"));
  let sent = 0;
  while (!isEnded() && sent < 2_000) {
    const messages = Array.from({ length: 40 }, () => ({ id: newId<MessageId>(Date.now()), roomId, body }));
    for (const reply of await Promise.all(messages.map((message) => writer.call("message:send", message))))
      expect(reply).toMatchObject({ ok: true });
    sent += messages.length;
  }
  expect(isEnded()).toBe(true);
  expect(server.app.connectionCount()).toBe(2);
  await witness.when(() => witness.named("message:sent").length === sent, "every message");
  const seqs = witness.named("message:sent").map((event) => event.payload.seq);
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  deaf.destroy();
  witness.close();
  writer.close();
});
