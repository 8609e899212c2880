import { type FileId, newId, ParleyError, type UserId } from "@parley/contract";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type ClientStorage,
  createClient,
  memoryStorage,
  type OutgoingFile,
  type ParleyClient,
  timeline,
} from "../src/index.ts";
import { type ModelRoom, ModelServer } from "./model/model-server.ts";
import { SocketServer } from "./model/socket-server.ts";

const MEGABYTE = 1024 * 1024;

let server: SocketServer;
let me: UserId;
let talk: ModelRoom;

beforeEach(async () => {
  const model = new ModelServer();
  me = model.addUser("me").id;
  talk = model.addRoom("public", [me]);
  server = new SocketServer(model);
  await server.start();
  onTestFinished(() => server.stop());
});

async function aClient(storage: ClientStorage = memoryStorage()): Promise<ParleyClient> {
  const client = createClient({ url: server.url, token: me, storage, random: () => 0 });
  onTestFinished(() => client.stop());
  await client.start();
  await client.whenLive();
  await client.openRoom(talk.id);
  return client;
}

function aFile(name: string, size = 1_000): OutgoingFile {
  const bytes = new Blob([new Uint8Array(size).fill(name.length)]);
  return { file: { id: newId<FileId>(Date.now()), name, type: "text/plain", size, kind: "file" }, bytes };
}

/** Pieces wait until it is opened. */
function closedGate(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.uploads.gate = promise;
  return resolve;
}

const rows = (client: ParleyClient) => timeline(client.getState(), talk.id);
const arrived = ({ file: { id, size } }: OutgoingFile) =>
  vi.waitFor(() => expect(server.uploads.files.get(id)?.bytes.length ?? 0).toBeGreaterThanOrEqual(size));

test("a message waits for its files, and what is written after it does not", async () => {
  const storage = memoryStorage();
  const client = await aClient(storage);
  const open = closedGate();
  const files = [aFile("ä list.txt"), aFile("b.txt", 3 * MEGABYTE)];
  const id = await client.sendFiles(talk.id, { files, body: "both" });
  expect(
    rows(client)
      .at(-1)
      ?.message.files?.map(({ name }) => name),
  ).toEqual(["ä list.txt", "b.txt"]);
  await client.whenStored(await client.send(talk.id, "meanwhile"));
  open();
  const message = await client.whenStored(id);
  expect(message.files?.map(({ name }) => name)).toEqual(["ä list.txt", "b.txt"]);
  expect(talk.messages.map(({ body }) => body)).toEqual(["meanwhile", "both"]);
  await vi.waitFor(async () => expect(await (await storage.files()).list()).toEqual([]));
  expect(client.getState().uploads.size).toBe(0);
  expect(server.uploads.dropped).toEqual([]);
});

test("an upload that was cut off goes on from there", async () => {
  const client = await aClient();
  server.uploads.breaksAt = 2 * MEGABYTE;
  const file = aFile("film", 4 * MEGABYTE);
  await client.whenStored(await client.sendFiles(talk.id, { files: [file], body: "" }));
  expect(server.uploads.files.get(file.file.id)?.bytes.length).toBe(4 * MEGABYTE);
  expect(server.uploads.received).toBe(4 * MEGABYTE);
});

test("what the device kept is uploaded after the next start, from where it stopped", async () => {
  const storage = memoryStorage();
  const first = await aClient(storage);
  const file = aFile("film", 2 * MEGABYTE);
  let pieces = 0;
  // The second piece never ends.
  Object.defineProperty(server.uploads, "gate", {
    configurable: true,
    get: () => (++pieces === 2 ? new Promise(() => {}) : Promise.resolve()),
  });
  const id = await first.sendFiles(talk.id, { files: [file], body: "" });
  await vi.waitFor(() => expect(pieces).toBe(2));
  await first.stop();
  const second = await aClient(storage);
  await vi.waitFor(() => expect(talk.messages.map((message) => message.id)).toEqual([id]));
  await vi.waitFor(() => expect(second.getState().outbox).toEqual([]));
  expect(server.uploads.received).toBe(2 * MEGABYTE);
});

test("a refusal is for the whole message, until what is too much is taken out", async () => {
  const client = await aClient();
  server.uploads.refusal = new ParleyError("too_large", "At most 1 MB.");
  const [small, large] = [aFile("small"), aFile("large")];
  const id = await client.sendFiles(talk.id, { files: [small, large], body: "look" });
  await expect(client.whenStored(id)).rejects.toMatchObject({ code: "too_large" });
  const row = rows(client).at(-1);
  expect(row).toMatchObject({ status: "failed", error: { code: "too_large" } });
  server.uploads.refusal = null;
  await client.dropFile(row?.outboxKey ?? "", large.file.id);
  expect((await client.whenStored(id)).files?.map(({ name }) => name)).toEqual(["small"]);
  expect(server.uploads.dropped).toEqual([large.file.id]);
});

test("taking out the last file takes the message back, here and there", async () => {
  const storage = memoryStorage();
  const client = await aClient(storage);
  closedGate();
  const file = aFile("film");
  await client.sendFiles(talk.id, { files: [file], body: "" });
  await vi.waitFor(() => expect(server.uploads.files.size).toBe(1));
  await client.dropFile(rows(client).at(-1)?.outboxKey ?? "", file.file.id);
  expect(rows(client)).toEqual([]);
  await vi.waitFor(() => expect(server.uploads.dropped).toEqual([file.file.id]));
  expect(await (await storage.files()).list()).toEqual([]);
});

test("files that the server has forgotten are brought again", async () => {
  const client = await aClient();
  const file = aFile("film");
  const id = await client.sendFiles(talk.id, { files: [file], body: "refuse" });
  await arrived(file);
  await expect(client.whenStored(id)).rejects.toMatchObject({ code: "forbidden" });
  server.uploads.files.clear();
  await client.edit(talk.id, id, "please");
  expect((await client.whenStored(id)).files?.map(({ name }) => name)).toEqual(["film"]);
});

const scheduledHere = (client: ParleyClient) =>
  client.getState().outbox.flatMap(({ request, key }) => (request.name === "scheduled:add" ? { key, ...request } : []));

test("what is to go later waits for its files, and is not among the messages", async () => {
  const client = await aClient();
  const open = closedGate();
  const sendAt = Date.now() + MEGABYTE;
  const first = await client.sendFiles(talk.id, { files: [aFile("a"), aFile("b")], body: "album", sendAt });
  // Each of them is wanted, whatever is to go after it.
  const second = await client.sendFiles(talk.id, { files: [aFile("c")], body: "", sendAt: null });
  await client.whenStored(await client.send(talk.id, "meanwhile"));
  expect(scheduledHere(client).map(({ input }) => input.id)).toEqual([first, second]);
  expect(rows(client).map(({ message }) => message.body)).toEqual(["meanwhile"]);
  open();
  await vi.waitFor(() => expect(client.getState().outbox).toEqual([]));
  const { scheduled } = client.getState();
  expect(scheduled.map(({ id, body, sendAt: at, files }) => [id, body, at, files?.map(({ name }) => name)])).toEqual([
    [first, "album", sendAt, ["a", "b"]],
    [second, "", null, ["c"]],
  ]);
  expect(server.uploads.dropped).toEqual([]);
});

test("while it waits for its files it is changed, sent at once, or given up", async () => {
  const storage = memoryStorage();
  const client = await aClient(storage);
  const open = closedGate();
  const [one, other, third] = [aFile("one"), aFile("other"), aFile("third")];
  const later = (file: OutgoingFile) => client.sendFiles(talk.id, { files: [file], body: "later", sendAt: 1 });
  const ids = [await later(one), await later(other), await later(third)];
  const [first, second, last] = scheduledHere(client).map(({ key }) => key);
  await client.reschedule(first ?? "", { body: "much later", sendAt: 2 });
  await client.reschedule(second ?? "", "now");
  await client.reschedule(last ?? "", "never");
  expect(scheduledHere(client).map(({ input }) => [input.id, input.body, input.sendAt])).toEqual([
    [ids[0], "much later", 2],
  ]);
  await vi.waitFor(() => expect(server.uploads.dropped).toEqual([third.file.id]));
  open();
  await vi.waitFor(() => expect(talk.messages).toMatchObject([{ id: ids[1], files: [{ name: "other" }] }]));
  await vi.waitFor(() => expect(client.getState().scheduled).toMatchObject([{ id: ids[0], body: "much later" }]));
  await vi.waitFor(async () => expect(await (await storage.files()).list()).toEqual([]));
});

test("once its files are up it may be the server's already, and is not changed here", async () => {
  const client = await aClient();
  server.losesAnswer = (name) => name === "scheduled:add";
  await client.sendFiles(talk.id, { files: [aFile("film")], body: "later", sendAt: 1 });
  await vi.waitFor(() => expect(client.getState().scheduled).toHaveLength(1));
  const key = scheduledHere(client)[0]?.key ?? "";
  for (const change of ["now", "never", { body: "else", sendAt: 2 }] as const)
    await expect(client.reschedule(key, change)).rejects.toMatchObject({ code: "unavailable" });
  expect(scheduledHere(client)).toMatchObject([{ key, input: { body: "later" } }]);
  expect(talk.messages).toEqual([]);
});

test("what the server will not have is kept, to be tried otherwise", async () => {
  const client = await aClient();
  await client.sendFiles(talk.id, { files: [aFile("film")], body: "refuse", sendAt: 1 });
  await vi.waitFor(() =>
    expect(client.getState().outbox).toMatchObject([{ status: "failed", error: { field: "sendAt" } }]),
  );
  await client.reschedule(scheduledHere(client)[0]?.key ?? "", { body: "please", sendAt: 2 });
  await vi.waitFor(() => expect(client.getState().outbox).toEqual([]));
  expect(client.getState().scheduled).toMatchObject([{ body: "please", sendAt: 2, files: [{ name: "film" }] }]);
});
