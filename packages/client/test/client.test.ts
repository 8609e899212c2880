import type { MessageId, RoomId, UserId } from "@parley/contract";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type ClientStorage,
  createClient,
  memoryStorage,
  type ParleyClient,
  roomList,
  roomTitle,
  tick,
  timeline,
  totalUnread,
} from "../src/index.ts";
import { expectInSync } from "./in-sync.ts";
import { answer } from "./model/answers.ts";
import { type ModelRoom, ModelServer } from "./model/model-server.ts";
import { SocketServer } from "./model/socket-server.ts";

let server: SocketServer;
let me: UserId;
let ann: UserId;
let talk: ModelRoom;
let direct: ModelRoom;

beforeEach(async () => {
  const model = new ModelServer();
  [me, ann] = [model.addUser("me").id, model.addUser("ann").id];
  talk = model.addRoom("public", [ann, me]);
  direct = model.addRoom("direct", [ann, me]);
  server = new SocketServer(model);
  await server.start();
  onTestFinished(() => server.stop());
});

async function aClient(userId: UserId, storage: ClientStorage = memoryStorage()): Promise<ParleyClient> {
  const client = createClient({ url: server.url, token: userId, storage });
  onTestFinished(() => client.stop());
  await client.start();
  return client;
}

function say(from: UserId, body: string, roomId: RoomId = talk.id): MessageId {
  const id = server.model.newId<MessageId>();
  answer(server.model, from, ["message:send", { id, roomId, body }]);
  return id;
}

const bodies = (client: ParleyClient, roomId: RoomId = talk.id) =>
  timeline(client.getState(), roomId).map((row) => row.message.body);

test("two people talk, and each is in sync with a new client of theirs", async () => {
  const [mine, anns] = [await aClient(me), await aClient(ann)];
  await Promise.all([mine.whenLive(), anns.whenLive()]);
  await Promise.all([mine.openRoom(talk.id), anns.openRoom(talk.id)]);
  const heard: string[] = [];
  anns.on("event", (_roomId, [name]) => heard.push(name));
  const id = await mine.send(talk.id, "hello @ann");
  expect(bodies(mine)).toEqual(["hello @ann"]);
  const stored = await mine.whenStored(id);
  await vi.waitFor(() => expect(bodies(anns)).toEqual(["hello @ann"]));
  expect(heard).toContain("message:sent");
  expect(totalUnread(anns.getState())).toEqual({ unread: 1, mentions: 1 });
  await anns.markRead(talk.id, stored.seq);
  await vi.waitFor(() => {
    const entry = mine.getState().rooms.get(talk.id);
    expect(entry && tick(mine.getState(), entry, stored)).toBe("read");
  });
  await mine.edit(talk.id, id, "hello again");
  await anns.send(talk.id, "hi", stored.seq);
  await vi.waitFor(() => expect(bodies(anns)).toEqual(["hello again", "hi"]));
  await mine.remove(talk.id, id);
  await vi.waitFor(() => expect(bodies(anns)).toEqual(["", "hi"]));
  await expectInSync(mine, await aClient(me));
  await expectInSync(anns, await aClient(ann));
});

test("rows keep their identity and place while others change", async () => {
  const mine = await aClient(me);
  await mine.whenLive();
  await mine.openRoom(talk.id);
  say(ann, "one");
  await vi.waitFor(() => expect(bodies(mine)).toEqual(["one"]));
  const [first] = timeline(mine.getState(), talk.id);
  const id = await mine.send(talk.id, "two");
  const pending = timeline(mine.getState(), talk.id).at(-1);
  expect(pending).toMatchObject({ key: id, message: { seq: 0, rev: 0 } });
  await mine.whenStored(id);
  await vi.waitFor(() => expect(mine.getState().outbox).toEqual([]));
  const rows = timeline(mine.getState(), talk.id);
  expect(rows.map((row) => row.key)).toEqual([first?.key, id]);
  expect(rows[0]).toBe(first);
  expect(rows[1]).toMatchObject({ status: "stored", message: { seq: 2 } });
  expect(timeline(mine.getState(), talk.id)).toBe(rows);
});

test("a server that comes back finds everything written meanwhile, and gives everything missed", async () => {
  const mine = await aClient(me);
  await mine.whenLive();
  await mine.openRoom(talk.id);
  say(ann, "before");
  await vi.waitFor(() => expect(bodies(mine)).toEqual(["before"]));
  await server.stop();
  await vi.waitFor(() => expect(mine.getState().connection.status).toBe("offline"));
  for (let at = 0; at < 5; at += 1) say(ann, `missed ${at}`);
  await Promise.all(["mine 0", "mine 1"].map((body) => mine.send(talk.id, body)));
  expect(bodies(mine)).toEqual(["before", "mine 0", "mine 1"]);
  expect(mine.getState().connection.retryAt).not.toBeNull();
  await server.start();
  await mine.whenLive();
  const missed = Array.from({ length: 5 }, (_, at) => `missed ${at}`);
  await vi.waitFor(() => expect(bodies(mine)).toEqual(["before", ...missed, "mine 0", "mine 1"]));
  await expectInSync(mine, await aClient(me));
  expect(talk.messages.map((message) => message.body)).toEqual(bodies(mine));
});

test("an answer that is lost costs nothing: the message is there once", async () => {
  const mine = await aClient(me);
  await mine.whenLive();
  await mine.openRoom(talk.id);
  server.losesAnswer = (name) => name === "message:send";
  const id = await mine.send(talk.id, "once");
  expect(await mine.whenStored(id)).toMatchObject({ body: "once", seq: 1 });
  server.losesAnswer = () => false;
  await vi.waitFor(() => expect(mine.getState().outbox).toEqual([]));
  expect(talk.messages).toHaveLength(1);
});

test("a session that the server ends is over, and stays so", async () => {
  const mine = await aClient(me);
  await mine.whenLive();
  server.endSession(me);
  await vi.waitFor(() => expect(mine.getState().connection.status).toBe("signed-out"));
  await expect(mine.whenLive()).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(mine.call("sync:open", {})).rejects.toMatchObject({ code: "unavailable" });
  expect(mine.getState().rooms.size).toBe(2);
});

test("a start without a server shows the last rooms and lets one write", async () => {
  const storage = memoryStorage();
  const first = await aClient(me, storage);
  await first.whenLive();
  await first.openRoom(talk.id);
  say(ann, "seen");
  await vi.waitFor(() => expect(bodies(first)).toEqual(["seen"]));
  await first.stop();
  await server.stop();
  const second = await aClient(me, storage);
  await second.openRoom(talk.id);
  expect(bodies(second)).toEqual(["seen"]);
  expect(roomList(second.getState()).map((entry) => roomTitle(second.getState(), entry))).toEqual(["talk", "ann"]);
  await second.send(talk.id, "written offline");
  expect(bodies(second)).toEqual(["seen", "written offline"]);
  await second.stop();
  await server.start();
  const third = await aClient(me, storage);
  await third.whenLive();
  await vi.waitFor(() => expect(talk.messages.map((message) => message.body)).toEqual(["seen", "written offline"]));
  await expectInSync(third, await aClient(me));
});

test("a room opened offline is there as soon as the server is", async () => {
  await server.stop();
  const mine = await aClient(me);
  const opened = mine.openRoom(talk.id);
  await server.start();
  say(ann, "hello");
  await opened;
  expect(bodies(mine)).toEqual(["hello"]);
  mine.closeRoom(talk.id);
  await expect(mine.openRoom(server.model.newId<RoomId>())).rejects.toMatchObject({ code: "not_found" });
});

test("history comes in pages, to both sides and around a message, without holes", async () => {
  for (let at = 1; at <= 700; at += 1) say(ann, `${at}`);
  const mine = await aClient(me);
  await mine.whenLive();
  await mine.openRoom(talk.id);
  for (let page = 0; page < 5; page += 1) await mine.loadOlder(talk.id);
  const window = () => mine.getState().rooms.get(talk.id)?.window;
  expect(window()?.messages.length).toBe(400);
  expect(window()?.isEnd).toBe(false);
  say(ann, "701");
  await vi.waitFor(() => expect(mine.getState().rooms.get(talk.id)?.state.lastSeq).toBe(701));
  expect(bodies(mine)).not.toContain("701");
  await mine.jumpTo(talk.id, 40);
  expect(bodies(mine)).toContain("40");
  await mine.loadNewer(talk.id);
  const seqs = window()?.messages.map((message) => message.seq) ?? [];
  expect(seqs).toEqual(seqs.map((_, at) => (seqs[0] ?? 0) + at));
  await mine.jumpToLatest(talk.id);
  expect(bodies(mine).at(-1)).toBe("701");
  await expectInSync(mine, await aClient(me));
});

test("drafts, settings and the divider are where one left them, on every device", async () => {
  const [here, there] = [await aClient(me), await aClient(me)];
  await Promise.all([here.whenLive(), there.whenLive()]);
  say(ann, "news");
  await vi.waitFor(() => expect(there.getState().rooms.get(talk.id)?.state.unread).toBe(1));
  await there.openRoom(talk.id, "unread");
  expect(there.getState().rooms.get(talk.id)?.window?.dividerSeq).toBe(1);
  await there.markRead(talk.id, 1);
  await vi.waitFor(() => expect(here.getState().rooms.get(talk.id)?.state.unread).toBe(0));
  expect(there.getState().rooms.get(talk.id)?.window?.dividerSeq).toBe(1);
  here.saveDraft(direct.id, "not yet", undefined);
  expect(here.getState().rooms.get(direct.id)?.state.draft?.body).toBe("not yet");
  await here.call("settings:change", { theme: "dark" });
  await vi.waitFor(() => {
    expect(there.getState().rooms.get(direct.id)?.state.draft?.body).toBe("not yet");
    expect(there.getState().settings.theme).toBe("dark");
  });
  await here.send(direct.id, "now");
  await vi.waitFor(() => expect(there.getState().rooms.get(direct.id)?.state.draft).toBeNull());
  await expectInSync(here, there);
});

test("signing out forgets everything on this device", async () => {
  const storage = memoryStorage();
  const mine = await aClient(me, storage);
  await mine.whenLive();
  await mine.signOut();
  expect(mine.getState()).toMatchObject({ me: null, outbox: [], connection: { status: "signed-out" } });
  expect(await storage.load()).toEqual({ cache: null, outbox: [] });
});

test("somebody else who signs in on this device is shown nothing of the one before", async () => {
  const storage = memoryStorage();
  const mine = await aClient(me, storage);
  await mine.whenLive();
  await mine.openRoom(direct.id);
  await mine.stop();
  expect((await storage.load())?.cache?.me.id).toBe(me);
  await server.stop();
  const theirs = createClient({ url: server.url, token: ann, storage, account: ann });
  onTestFinished(() => theirs.stop());
  await theirs.start();
  expect(theirs.getState().me).toBeNull();
  expect(theirs.getState().rooms.size).toBe(0);
  expect(await storage.load()).toEqual({ cache: null, outbox: [] });
});
