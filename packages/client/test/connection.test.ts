import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ParleyError } from "@parley/contract";
import { Server } from "socket.io";
import { expect, onTestFinished, test, vi } from "vitest";
import { createClient, memoryStorage } from "../src/index.ts";

/** Nobody's polls are answered, as those of a browser are that come without an Origin; WebSockets are not. */
async function aServerWithoutWebSockets(): Promise<string> {
  const http = createServer();
  const io = new Server(http, { transports: ["polling"] });
  const refusal = new ParleyError("unauthenticated", "Nobody is signed in.");
  io.use((_socket, next) => next(Object.assign(new Error(refusal.message), { data: refusal.toWire() })));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

test("a page whose WebSocket fails once waits for the next, and is not taken for signed out", async () => {
  const client = createClient({ url: await aServerWithoutWebSockets(), storage: memoryStorage(), random: () => 0 });
  onTestFinished(() => client.stop());
  const seen = new Set<string>();
  client.subscribe(() => seen.add(client.getState().connection.status));
  await client.start();
  const retries = new Set<number | null>();
  client.subscribe(() => retries.add(client.getState().connection.retryAt));
  await vi.waitFor(() => expect(retries.size).toBeGreaterThan(1));
  expect([...seen]).not.toContain("signed-out");
});
