import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openLean } from "./rig/lean-socket.ts";
import { type ChaosProxy, createProxy } from "./rig/proxy.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function serverFrame(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, body.length]), body]);
}

/** A server that upgrades, accepts the namespace, and hands its side of the connection out. */
async function peer(): Promise<{ port: number; sockets: Socket[]; received: () => string }> {
  const sockets: Socket[] = [];
  let received = "";
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n");
      socket.write(serverFrame('0{"sid":"a"}'));
      socket.write(serverFrame('40{"sid":"b"}'));
      socket.on("data", (chunk) => {
        received += chunk.toString("latin1");
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, sockets, received: () => received };
}

async function through(): Promise<{
  proxy: ChaosProxy;
  heard: string[];
  closed: Promise<void>;
  far: Awaited<ReturnType<typeof peer>>;
  send(packet: string): void;
  isOpen(): boolean;
}> {
  const far = await peer();
  const proxy = await createProxy(far.port);
  open.push(proxy);
  const heard: string[] = [];
  const socket = await openLean({
    port: proxy.port,
    onPacket: (buffer, start, end) => void heard.push(buffer.toString("utf8", start, end)),
  });
  open.push(socket);
  return { proxy, heard, closed: socket.closed, far, send: socket.send, isOpen: socket.isOpen };
}

test("it passes frames through as they are, both ways", async () => {
  const { heard, far, send } = await through();
  far.sockets[0]?.write(serverFrame('42["a"]'));
  send('42["to the server"]');
  await expect.poll(() => heard).toEqual(['42["a"]']);
  await expect.poll(far.received).toContain('42["to the server"]');
});

test("it loses ack frames only, also when they come in pieces", async () => {
  const { proxy, heard, far } = await through();
  proxy.set({ dropAcks: 1 });
  const bytes = Buffer.concat([serverFrame('42["a"]'), serverFrame('431[{"ok":true}]'), serverFrame('42["b"]')]);
  far.sockets[0]?.write(bytes.subarray(0, 14));
  await expect.poll(() => heard).toEqual(['42["a"]']);
  far.sockets[0]?.write(bytes.subarray(14));
  await expect.poll(() => heard).toEqual(['42["a"]', '42["b"]']);
  expect(proxy.counts.acksDropped).toBe(1);
});

test("it cuts in the middle of a frame: the client sees a closed connection and never that frame", async () => {
  const { proxy, heard, closed, far } = await through();
  proxy.cut("mid-frame");
  far.sockets[0]?.write(serverFrame('42["half of this arrives"]'));
  await closed;
  expect(heard).toEqual([]);
});

test("it cuts after a number of bytes", async () => {
  const { proxy, heard, closed, far } = await through();
  proxy.set({ cutAfterBytes: 100 });
  for (let at = 0; at < 20; at += 1) far.sockets[0]?.write(serverFrame(`42["${at}"]`));
  await closed;
  expect(heard.length).toBeLessThan(20);
});

test("a black hole swallows, and a reset ends at once", async () => {
  const { proxy, heard, closed, far } = await through();
  proxy.set({ isBlackHole: true });
  far.sockets[0]?.write(serverFrame('42["lost"]'));
  proxy.set({ latencyMs: 1 });
  proxy.cut("reset");
  await closed;
  expect(heard).toEqual([]);
});

test("half open: the client is not told that the server went", async () => {
  const { proxy, heard, closed, far, send, isOpen } = await through();
  proxy.set({ isHalfOpen: true });
  const serverSide = far.sockets[0];
  const gone = serverSide ? once(serverSide, "close") : Promise.resolve();
  serverSide?.destroy();
  await gone;
  send('42["into the void"]');
  expect(heard).toEqual([]);
  expect(isOpen()).toBe(true);
  proxy.cut("close");
  await closed;
});

test("latency and rate hold data back, in order", async () => {
  const { proxy, heard, far } = await through();
  proxy.set({ latencyMs: 60, bytesPerSecond: 2000 });
  const startedAt = performance.now();
  for (let at = 0; at < 5; at += 1) far.sockets[0]?.write(serverFrame(`42["${at}"]`));
  await expect.poll(() => heard.length).toBe(5);
  expect(heard).toEqual([0, 1, 2, 3, 4].map((at) => `42["${at}"]`));
  expect(performance.now() - startedAt).toBeGreaterThan(55);
});
