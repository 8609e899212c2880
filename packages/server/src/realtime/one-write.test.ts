import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket as NetSocket } from "node:net";
import { Server } from "socket.io";
import { io as connect, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { TurnWrites } from "./one-write.ts";
import { straightAdapter } from "./straight-adapter.ts";

const http = createServer();
const writes = new TurnWrites();
const io = new Server(http, { adapter: straightAdapter(writes), perMessageDeflate: false });
writes.watch(io);
const clients: Socket[] = [];
const wires: NetSocket[] = [];
http.on("connection", (wire) => wires.push(wire));

/** A turn of the event loop with both: two answers, and in between three packets for the room. */
io.on("connection", (socket) => {
  void socket.join(["room", "side"]);
  socket.on("twice", (answer: (text: string) => void) => {
    socket.emit("heard", "own");
    for (const text of ["first", "second €", "third"]) io.to("room").emit("heard", text);
    answer("done");
  });
  socket.on("leave", () => {
    io.to("room").emit("heard", "goodbye");
    socket.disconnect(true);
  });
});

beforeAll(async () => void (await once(http.listen(0, "127.0.0.1"), "listening")));
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await io.close();
});

async function enter(transports: ("websocket" | "polling")[]): Promise<{ client: Socket; heard: unknown[] }> {
  const { port } = http.address() as AddressInfo;
  const client = connect(`http://127.0.0.1:${port}`, { transports, forceNew: true, reconnection: false });
  const heard: unknown[] = [];
  client.on("heard", (what) => heard.push(what));
  clients.push(client);
  await new Promise<void>((resolve) => client.once("connect", resolve));
  return { client, heard };
}

/** Engine.io's list of what it waits to be told is sent. */
function awaited(): number {
  return [...io.of("/").sockets.values()].reduce(
    (sum, { conn }) => sum + (conn as unknown as { sentCallbackFn: unknown[] }).sentCallbackFn.length,
    0,
  );
}

test("all of a turn leaves in order and in one write, and nothing of it is kept", async () => {
  const { client, heard } = await enter(["websocket"]);
  await client.emitWithAck("twice");
  const [wire] = wires;
  if (wire === undefined) throw new Error("Nobody is connected.");
  const write = vi.spyOn(wire, "write");
  for (let round = 0; round < 20; round += 1) {
    heard.length = 0;
    write.mockClear();
    expect(await client.emitWithAck("twice")).toBe("done");
    expect(heard).toEqual(["own", "first", "second €", "third"]);
    expect(write).toHaveBeenCalledTimes(1);
  }
  await expect.poll(awaited).toBe(0);
});

test("whoever polls hears the same", async () => {
  const [asking, polling] = [await enter(["websocket"]), await enter(["polling"])];
  await asking.client.emitWithAck("twice");
  await expect.poll(() => polling.heard).toEqual(["first", "second €", "third"]);
});

test("what is said in two rooms at once, or to all but some, is heard once", async () => {
  const [one, other] = [await enter(["websocket"]), await enter(["websocket"])];
  io.to(["room", "side"]).emit("heard", "both");
  io.to("room")
    .except(other.client.id ?? "")
    .emit("heard", "not you");
  io.to("nowhere").emit("heard", "nobody");
  io.to("room").emit("heard", Buffer.from("binary"));
  io.emit("heard", "all");
  await expect.poll(() => one.heard).toEqual(["both", "not you", expect.any(Buffer), "all"]);
  await expect.poll(() => other.heard).toEqual(["both", expect.any(Buffer), "all"]);
});

test("what was said before the connection is closed still arrives", async () => {
  const { client, heard } = await enter(["websocket"]);
  const gone = new Promise((resolve) => client.once("disconnect", resolve));
  client.emit("leave");
  await gone;
  expect(heard).toEqual(["goodbye"]);
});
