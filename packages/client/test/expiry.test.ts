import { expect, onTestFinished, test, vi } from "vitest";
import { createClient, memoryStorage, timeline } from "../src/index.ts";
import { answer } from "./model/answers.ts";
import { ModelServer } from "./model/model-server.ts";
import { SocketServer } from "./model/socket-server.ts";

const minuteMs = 60_000;

test("what disappears does so while the server is away, and not before that by the clock of this device", async () => {
  const model = new ModelServer();
  const [me, ann] = [model.addUser("me").id, model.addUser("ann").id];
  const talk = model.addRoom("public", [ann, me]);
  for (const body of ["stays", "goes"]) {
    answer(model, ann, ["message:send", { id: model.newId(), roomId: talk.id, body }]);
  }
  let now = Date.now();
  talk.messages = talk.messages.map((one) => (one.body === "goes" ? { ...one, expiresAt: now + 5 * minuteMs } : one));
  const server = new SocketServer(model);
  await server.start();
  onTestFinished(() => server.stop());
  const client = createClient({
    url: server.url,
    token: me,
    storage: memoryStorage(),
    clock: () => now,
    random: () => 0,
  });
  onTestFinished(() => client.stop());
  await client.start();
  await client.whenLive();
  await client.openRoom(talk.id);
  const bodies = () => timeline(client.getState(), talk.id).map((row) => row.message.body);
  await vi.waitFor(() => expect(bodies()).toEqual(["stays", "goes"]));
  now += 6 * minuteMs;
  expect(bodies()).toEqual(["stays", "goes"]);
  await server.stop();
  await vi.waitFor(() => expect(bodies()).toEqual(["stays", ""]));
});
