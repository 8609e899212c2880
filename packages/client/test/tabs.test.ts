import "fake-indexeddb/auto";
import type { UserId } from "@parley/contract";
import { expect, onTestFinished, test, vi } from "vitest";
import { createClient, indexedDbStorage, type ParleyClient } from "../src/index.ts";
import { type ModelRoom, ModelServer } from "./model/model-server.ts";
import { SocketServer } from "./model/socket-server.ts";

/** Jitter so great that no pause ever ends, as in a hidden tab whose timers the browser holds back. */
const never = () => 1_000_000;

async function aServer(): Promise<{ server: SocketServer; me: UserId; talk: ModelRoom }> {
  const model = new ModelServer();
  const me = model.addUser("me").id;
  const talk = model.addRoom("public", [me]);
  const server = new SocketServer(model);
  await server.start();
  onTestFinished(() => server.stop());
  return { server, me, talk };
}

async function aTab(server: SocketServer, me: UserId, random = () => 0): Promise<ParleyClient> {
  const client = createClient({ url: server.url, token: me, storage: indexedDbStorage("one browser"), random });
  onTestFinished(() => client.stop());
  await client.start();
  return client;
}

test("a hidden tab that sends for all is told by one that is seen when the server is back", async () => {
  const { server, me, talk } = await aServer();
  const hidden = await aTab(server, me, never);
  await hidden.whenLive();
  const seen = await aTab(server, me);
  await seen.whenLive();
  await server.stop();
  for (const tab of [hidden, seen]) await vi.waitFor(() => expect(tab.getState().connection.status).toBe("offline"));
  await hidden.send(talk.id, "one");
  await vi.waitFor(() => expect(seen.getState().outbox).toHaveLength(1));
  await seen.send(talk.id, "two");
  await server.start();
  await seen.whenLive();
  await vi.waitFor(() => expect(talk.messages.map(({ body }) => body)).toEqual(["one", "two"]));
  await hidden.whenLive();
  await vi.waitFor(() => expect([...seen.getState().outbox, ...hidden.getState().outbox]).toEqual([]));
});
