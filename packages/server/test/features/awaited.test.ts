/** Messages that wait for somebody to be online: they tell nothing that their writer may not see. */
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { choose } from "../looking.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;
let direct: RoomId;

const waitingOf = async (person: Person) => (await person.do("sync:open", {})).scheduled;
const bodiesIn = async () => (await mel.do("message:history", { roomId: direct })).messages.map(({ body }) => body);
const schedule = (person: Person, body: string, sendAt: number | null) =>
  person.do("scheduled:add", { id: newId<MessageId>(Date.now()), roomId: direct, body, sendAt });
const wait = (body: string) => schedule(mel, body, null);
const arrived = (body: string) => expect.poll(bodiesIn).toEqual([body]);

/** The job has looked whether they are there. */
async function isParked(): Promise<void> {
  const data = await openData(server);
  await expect.poll(() => data.sql("select due_at from scheduled_messages")).toEqual([{ due_at: null }]);
  await data.close();
}

beforeAll(async () => {
  [olga, mel, xan] = await populate(server, ["Olga", "Mel", "Xan"]);
  roomId = await olga.createRoom("Board");
  await olga.do("member:add", { roomId, userIds: [mel.id] });
  direct = (await mel.do("room:create-direct", { userIds: [xan.id] })).room.id;
  await mel.send(direct, "Hello");
  await xan.ask("room:accept", { roomId: direct });
});
beforeEach(async () => {
  await mel.do("room:clear", { roomId: direct });
  await xan.do("settings:change", { presence: "auto" });
  await choose(xan, {});
  await choose(mel, {});
});

test("it goes when they come, and at once when they are there", async () => {
  await wait("Welcome");
  await isParked();
  expect(await bodiesIn()).toEqual([]);
  const witness = await xan.connect();
  await arrived("Welcome");
  await mel.do("room:clear", { roomId: direct });
  await wait("Still there?");
  await arrived("Still there?");
  witness.close();
});

test("invisible, they are not: it waits, and goes when they show themselves", async () => {
  await xan.do("settings:change", { presence: "invisible" });
  expect(await mel.do("scheduled:offer", { roomId: direct })).toEqual({ canAwait: true });
  const witness = await xan.connect();
  await wait("Boo");
  await isParked();
  witness.signal("presence:idle", { isIdle: true });
  await witness.barrier();
  expect(await bodiesIn()).toEqual([]);
  witness.signal("presence:idle", { isIdle: false });
  await xan.do("settings:change", { presence: "auto" });
  await arrived("Boo");
  witness.close();
});

test("hidden meanwhile, it waits until I may see it again", async () => {
  await xan.do("settings:change", { presence: "invisible" });
  const witness = await xan.connect();
  await wait("Psst");
  await isParked();
  await choose(xan, { presence: { audience: "nobody", except: [] } });
  await xan.do("settings:change", { presence: "auto" });
  await schedule(xan, "Something to wait for", server.clock.now() + 60_000);
  server.clock.forward(60_000);
  await arrived("Something to wait for");
  expect(await waitingOf(mel)).toHaveLength(1);
  await choose(xan, {});
  await expect.poll(() => bodiesIn()).toEqual(["Something to wait for", "Psst"]);
  witness.close();
});

test("it is offered only in a conversation of two, to those who may see it", async () => {
  const canAwait = async (place: RoomId) => (await mel.do("scheduled:offer", { roomId: place })).canAwait;
  expect([await canAwait(direct), await canAwait(roomId)]).toEqual([true, false]);
  const refused = () =>
    mel.codeOf("scheduled:add", { id: newId<MessageId>(Date.now()), roomId: direct, body: "Hm", sendAt: null });
  for (const hide of [
    () => choose(xan, { presence: { audience: "nobody", except: [] } }),
    () => choose(xan, {}).then(() => choose(mel, { presence: { audience: "friends", except: [] } })),
  ]) {
    await hide();
    expect([await canAwait(direct), await refused()]).toEqual([false, "forbidden"]);
  }
  await choose(mel, {});
  await xan.do("block:add", { userId: mel.id });
  expect([await canAwait(direct), await refused()]).toEqual([false, "not_reachable"]);
  await xan.do("block:remove", { userId: mel.id });
  expect(await canAwait(direct)).toBe(true);
});
