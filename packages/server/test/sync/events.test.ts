/** For every event of the contract: a client that heard it is where a new client begins. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ParleyClient, RoomEntry } from "@parley/client";
import { type EventName, eventNames, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawn, newSet } from "../drawn.ts";
import { picture } from "../jpeg-picture.ts";
import { befriend } from "../looking.ts";
import { nowhere } from "../outbound/nowhere.ts";
import { type Person, password, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { shareVoice } from "../uploading.ts";
import { type LiveClient, proveSync, startClient } from "./live-client.ts";
import { pollCauses } from "./poll-causes.ts";
import { savedCauses } from "./saved-causes.ts";
import { scheduledCauses } from "./scheduled-causes.ts";

const server = await startServer({ config: { linkPreviews: true }, wire: nowhere });
let anna: Person;
let ben: Person;
let cleo: Person;
let live: LiveClient;
let roomId: RoomId;

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
  live = await startClient(ben);
});
afterAll(async () => {
  await live.client.stop();
  await server.stop();
});

const inRoom = () => live.client.getState().rooms.get(roomId);
const until = (fits: (entry: RoomEntry) => boolean) =>
  when(live.client, () => {
    const entry = inRoom();
    return entry !== undefined && fits(entry);
  });

/** What makes Ben hear of each; a name that is missing here does not compile. */
const causes: Record<EventName, () => Promise<unknown>> = {
  "settings:changed": () => ben.do("settings:change", { theme: "dark" }),
  "account:changed": async () => {
    await ben.do("account:delete", { password, messages: "remove" });
    await ben.do("account:keep", {});
    await ben.do("account:delete", { password, messages: "anonymise" });
  },
  "export:changed": () => ben.do("export:start", {}),
  "session:changed": () => ben.signIn("Another device"),
  "profile:changed": async () => {
    await anna.do("profile:set-avatar", { image: picture().toString("base64") });
    await anna.do("profile:change", { name: "Anne", status: { emoji: "🌴", text: "Away", until: null } });
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    await ben.do("profile:change", { name: "Benno", status: { emoji: "", text: "Here", until: null } });
  },
  "relation:changed": async () => {
    await anna.do("friend:ask", { userId: ben.id, line: "Hello" });
    await ben.do("friend:accept", { userId: anna.id });
    await cleo.do("friend:ask", { userId: ben.id });
    await ben.do("friend:decline", { userId: cleo.id });
  },
  "room:changed": () => anna.do("room:change", { roomId, name: "Renamed", topic: "New" }),
  "room:entered": () => anna.do("room:create-direct", { userIds: [ben.id, cleo.id] }),
  "room:accepted": async () => {
    const stranger = await register(server, "Stranger");
    const { room } = await stranger.do("room:create-direct", { userIds: [ben.id] });
    await stranger.send(room.id, "Hello?");
    await ben.do("room:accept", { roomId: room.id });
  },
  "room:departed": () => anna.do("member:remove", { roomId, userId: ben.id }),
  "report:changed": async () => {
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    await cleo.do("report:create", { roomId, userId: anna.id, reason: "spam" });
    await anna.do("member:change", { roomId, userId: ben.id, role: "moderator" });
    await anna.do("report:create", { roomId, userId: cleo.id, reason: "other", line: "Look at this" });
  },
  "warning:changed": async () => {
    const { id: reportId } = await cleo.do("report:create", { userId: ben.id, reason: "harassment" });
    await anna.do("report:settle", { reportId, action: "warn", note: "Be kind." });
  },
  "room:cleared": async () => {
    await anna.send(roomId, "Hello @ben", { replyTo: 1 });
    await ben.do("room:clear", { roomId });
    await anna.send(roomId, "After that @ben", { replyTo: 1 });
    const { messages } = await anna.do("message:list", { roomId, seqs: [2] });
    await anna.do("message:edit", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1), body: "Changed" });
  },
  "member:joined": () => anna.do("member:add", { roomId, userIds: [cleo.id] }),
  "member:left": async () => {
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    await cleo.do("receipt:read", { roomId, seq: 1 });
    await cleo.do("room:leave", { roomId });
  },
  "member:changed": () => anna.do("member:change", { roomId, userId: ben.id, role: "moderator" }),
  "message:sent": async () => {
    await anna.send(roomId, "Hello @ben", { replyTo: 1 });
    await ben.send(roomId, "From my other device");
  },
  "message:edited": async () => {
    const { id: messageId } = await anna.send(roomId, "Helo");
    await anna.do("message:edit", { roomId, messageId, body: "Hello @ben" });
    await anna.do("message:edit", { roomId, messageId, body: "Hello" });
  },
  "message:deleted": async () => {
    const { id: messageId } = await anna.send(roomId, "Hello @ben", { replyTo: 1 });
    await anna.do("message:delete", { roomId, messageId });
  },
  "emoji:changed": async () => {
    for (const name of ["here", "gone"]) await anna.do("emoji:add", { name, id: await drawn(anna) });
    await anna.do("emoji:remove", { name: "gone" });
  },
  "sticker:changed": () => newSet(anna),
  "reaction:changed": async () => {
    await anna.send(roomId, "React to this");
    for (const emoji of ["👍", "🎉", "❤️"]) await anna.do("reaction:add", { roomId, seq: 2, emoji });
    await ben.do("reaction:add", { roomId, seq: 2, emoji: "🎉" });
    await ben.do("reaction:add", { roomId, seq: 1, emoji: "👀" });
    await anna.do("reaction:remove", { roomId, seq: 2, emoji: "👍" });
    await anna.do("reaction:add", { roomId, seq: 2, emoji: "👍" });
    await ben.do("reaction:add", { roomId, seq: 2, emoji: "👍" });
    await ben.do("reaction:remove", { roomId, seq: 2, emoji: "👍" });
    await ben.do("reaction:remove", { roomId, seq: 1, emoji: "👀" });
    const { messages } = await anna.do("message:list", { roomId, seqs: [2] });
    await anna.do("message:edit", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1), body: "Edited" });
  },
  "message:previewed": async () => {
    for (const at of [2, 3]) await anna.send(roomId, `https://nowhere.example.org/${at}`);
    const isLooked = (seq: number) =>
      until((entry) => entry.window?.messages.find((one) => one.seq === seq)?.preview?.isComing === undefined);
    for (const seq of [2, 3]) await isLooked(seq);
    const { messages } = await anna.do("message:list", { roomId, seqs: [2, 3] });
    await anna.do("preview:remove", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1) });
    await anna.do("message:edit", { roomId, messageId: messages[1]?.id ?? newId<MessageId>(1), body: "No link" });
  },
  ...pollCauses(() => ({ anna, ben, roomId })),
  ...savedCauses(() => ({ anna, ben, roomId })),
  ...scheduledCauses(() => ({ ben, roomId, server })),
  "message:pinned": async () => {
    for (const body of ["One", "Two", "Three", "Four"]) await anna.send(roomId, body);
    for (const seq of [4, 2, 3, 5]) await anna.do("pin:add", { roomId, seq });
    await anna.do("pin:remove", { roomId, seq: 3 });
    await anna.do("pin:add", { roomId, seq: 2 });
    const { messages } = await anna.do("message:list", { roomId, seqs: [4, 5] });
    for (const { id: messageId, seq } of messages) {
      if (seq === 4) await anna.do("message:delete", { roomId, messageId });
      else await anna.do("message:edit", { roomId, messageId, body: "Still pinned" });
    }
  },
  "voice:played": async () => {
    const { seq } = await shareVoice(anna, roomId);
    await shareVoice(anna, roomId);
    await ben.do("voice:play", { roomId, seq });
    await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
  },
  "thread:changed": async () => {
    await anna.send(roomId, "Answer this");
    const { room } = await anna.do("thread:open", { roomId, seq: 2 });
    for (const body of ["One", "Two"]) await anna.send(room.id, body);
    await cleo.codeOf("message:send", { id: newId<MessageId>(1), roomId: room.id, body: "From outside" });
  },
  "thread:followed": async () => {
    await anna.send(roomId, "Answer this");
    const { room } = await anna.do("thread:open", { roomId, seq: 2 });
    for (const body of ["Hello @ben", "And more", "For all: @everyone"]) await anna.send(room.id, body);
    await ben.do("receipt:read", { roomId: room.id, seq: 1 });
    const other = await anna.do("thread:open", { roomId, seq: 1 });
    for (const isFollowed of [true, false, true, false])
      await ben.do("thread:follow", { roomId: other.room.id, isFollowed });
    await ben.send(other.room.id, "I take part");
  },
  "receipt:moved": () => anna.do("receipt:read", { roomId, seq: 1 }),
  "receipt:changed": async () => {
    await anna.send(roomId, "One");
    await anna.send(roomId, "Two @ben");
    await ben.do("receipt:read", { roomId, seq: 3 });
    await ben.do("receipt:unread", { roomId, seq: 1 });
  },
  "room:preferred": async () => {
    await anna.do("receipt:read", { roomId, seq: 1 });
    await until((entry) => entry.receipts.get(anna.id)?.readSeq === 1);
    await ben.do("room:prefer", { roomId, typing: false, receipts: false });
  },
  "draft:changed": () => ben.do("draft:save", { roomId, body: "Half a sent", replyTo: 1 }),
  "presence:changed": async () => {
    live.client.watch([roomId]);
    await until((entry) => entry.online.has(ben.id));
    const witness = await anna.connect();
    await until((entry) => entry.online.has(anna.id));
    witness.close();
    await until((entry) => !entry.online.has(anna.id));
  },
  "presence:friends-changed": async () => {
    const frida = await register(server, "Frida");
    await befriend(frida, ben);
    live.client.watch([], { friends: true });
    const witness = await frida.connect();
    const isHere = () => live.client.getState().friendPresence.get(frida.id);
    await when(live.client, () => isHere() === "online");
    await frida.do("settings:change", { presence: "busy" });
    await when(live.client, () => isHere() === "busy");
    witness.close();
    await when(live.client, () => isHere() === undefined);
  },
  "typing:changed": async () => {
    live.client.watch([roomId]);
    await until((entry) => entry.online.has(ben.id));
    await anna.ask("typing:start", { roomId });
    await until((entry) => entry.typing.has(anna.id));
    await anna.ask("typing:stop", { roomId });
    await until((entry) => !entry.typing.has(anna.id));
  },
};

test("every event of the contract has a cause, and a source that publishes it", () => {
  expect(Object.keys(causes).sort()).toEqual([...eventNames].sort());
  const sources = globSync(join(import.meta.dirname, "../../src/**/*.ts")).map((path) => readFileSync(path, "utf8"));
  const isPublished = (name: EventName) => sources.some((text) => text.includes(`"${name}"`));
  expect(eventNames.filter((name) => !isPublished(name))).toEqual([]);
});

test.each(eventNames)("%s", async (name) => {
  roomId = await anna.createRoom(`About ${name.replace(":", " ")}`);
  await anna.send(roomId, "The first");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  await when(live.client, () => inRoom() !== undefined);
  await live.client.openRoom(roomId);
  const from = live.heard.length;
  await causes[name]();
  await when(live.client, () => live.heard.slice(from).includes(name));
  await proveSync(ben, live.client);
});

async function when(client: ParleyClient, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const check = () => {
      if (!isSo()) return;
      for (const off of offs) off();
      resolve();
    };
    const offs = [client.subscribe(check), client.on("event", check)];
  });
}
