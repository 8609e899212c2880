import { type Input, type MessageId, newId, type ReportId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lobbyOf, type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let sue: Person;
let olga: Person;
let mona: Person;
let mel: Person;
let eve: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [sue, olga, mona, mel, eve, xan] = await populate(server, ["Sue", "Olga", "Mona", "Mel", "Eve", "Xan"]);
});
beforeEach(async () => {
  for (const { id: reportId } of await openFor(sue)) await settle(sue, reportId, { action: "dismiss" });
  roomId = await olga.createRoom(`House ${numbers.next().value}`);
  await olga.do("member:add", { roomId, userIds: [mona.id, mel.id, eve.id] });
  await olga.do("member:change", { roomId, userId: mona.id, role: "moderator" });
});

const report = (who: Person, userId: UserId, more: { messageId?: MessageId; roomId?: RoomId } = { roomId }) =>
  who.do("report:create", { userId, reason: "harassment", line: "Look", ...more });
const openFor = async (person: Person) => (await person.do("report:list", {})).reports;
const countFor = async (person: Person) => (await person.do("sync:open", {})).openReports;
const settle = (who: Person, reportId: ReportId, more: Pick<Input<"report:settle">, "action" | "note">) =>
  who.do("report:settle", { reportId, ...more });

describe("reporting", () => {
  test("a message reaches the room's moderators and the administrators, nobody else", async () => {
    const message = await eve.send(roomId, "Something vile");
    const before = await countFor(sue);
    const { id } = await report(mel, eve.id, { roomId, messageId: message.id });
    for (const who of [olga, mona, sue]) {
      const [found] = await openFor(who);
      expect(found).toMatchObject({ id, reporterId: mel.id, userId: eve.id, roomId, message, settled: null });
      expect(found).toMatchObject({ reason: "harassment", line: "Look" });
    }
    expect(await countFor(sue)).toBe(before + 1);
    for (const who of [mel, eve, xan]) expect([await countFor(who), await openFor(who)]).toEqual([0, []]);
    expect((await mona.do("report:list", {})).people.map((person) => person.id).sort()).toEqual(
      [mel.id, eve.id].sort(),
    );
  });

  test("the same twice is one report", async () => {
    const first = await report(mel, eve.id);
    expect(await report(mel, eve.id)).toEqual(first);
    expect((await report(xan, eve.id, {})).id).not.toBe(first.id);
    expect(await openFor(mona)).toHaveLength(1);
  });

  test("only what one sees, never oneself", async () => {
    const { id: messageId } = await eve.send(roomId, "Hidden from Xan");
    const codeOf = (who: Person, input: object) =>
      who.codeOf("report:create", { userId: eve.id, reason: "spam", ...input });
    expect(await codeOf(xan, { roomId, messageId })).toBe("not_found");
    expect(await codeOf(xan, { roomId })).toBe("not_found");
    expect(await codeOf(mel, { messageId })).toBe("invalid");
    expect(await codeOf(mel, { roomId, userId: xan.id })).toBe("not_found");
    expect(await codeOf(mel, { roomId, messageId, userId: olga.id })).toBe("not_found");
    expect(await codeOf(mel, { roomId, messageId: newId<MessageId>(Date.now()) })).toBe("not_found");
    expect(await codeOf(mel, { userId: newId<UserId>(Date.now()) })).toBe("not_found");
    expect(await codeOf(eve, {})).toBe("invalid");
    await mel.do("room:clear", { roomId });
    expect(await codeOf(mel, { roomId, messageId })).toBe("not_found");
    await eve.do("message:delete", { roomId, messageId });
    expect(await codeOf(mona, { roomId, messageId })).toBe("not_found");
  });

  test("a moderator is not shown to that moderator, nor counted for them, nor settled by them", async () => {
    const witness = await mona.connect();
    const { id } = await report(mel, mona.id);
    expect(await openFor(mona)).toEqual([]);
    expect(await countFor(mona)).toBe(0);
    expect(await mona.codeOf("report:settle", { reportId: id, action: "dismiss" })).toBe("not_found");
    expect((await openFor(olga)).map((found) => found.id)).toEqual([id]);
    await settle(olga, id, { action: "dismiss" });
    expect((await mona.do("report:list", { isOpen: false })).reports.map((found) => found.id)).not.toContain(id);
    await witness.barrier();
    expect(JSON.stringify(witness.batches)).not.toContain(mel.id);
    witness.close();
  });

  test("of a private conversation is for the administrators alone", async () => {
    const { room } = await eve.do("room:create-direct", { userIds: [mel.id] });
    const { id: messageId } = await eve.send(room.id, "Vile, in private");
    const { id } = await report(mel, eve.id, { roomId: room.id, messageId });
    expect((await openFor(sue)).find((found) => found.id === id)?.message?.body).toBe("Vile, in private");
    for (const who of [mel, eve, mona]) expect(await openFor(who)).toEqual([]);
    await eve.do("message:delete", { roomId: room.id, messageId });
    expect((await openFor(sue)).find((found) => found.id === id)?.message).toBeNull();
  });
});

describe("settling", () => {
  test("counts down for everyone who could, and stays in the list of what was settled", async () => {
    const lives = [await startClient(mona), await startClient(olga), await startClient(sue)];
    const { id } = await report(mel, eve.id);
    const settled = await settle(mona, id, { action: "dismiss", note: "A joke" });
    expect(settled.settled).toMatchObject({ by: mona.id, action: "dismiss", note: "A joke" });
    for (const [at, who] of [mona, olga, sue].entries()) if (lives[at]) await proveSync(who, lives[at].client);
    for (const { client } of lives) await client.stop();
    expect(await olga.codeOf("report:settle", { reportId: id, action: "dismiss" })).toBe("conflict");
    expect((await olga.do("report:list", { isOpen: false })).reports[0]).toEqual(settled);
    expect(await openFor(mona)).toEqual([]);
    for (const who of [mel, eve, xan])
      expect(await who.codeOf("report:settle", { reportId: id, action: "dismiss" })).toBe("not_found");
  });

  test("by deleting: the message is gone for everyone, by an administrator from outside, too", async () => {
    const message = await eve.send(roomId, "Something vile");
    const { id } = await report(mel, eve.id, { roomId, messageId: message.id });
    const witness = await mel.connect();
    expect(await settle(sue, id, { action: "delete" })).toMatchObject({ message: null });
    expect((await witness.until("message:deleted")).payload).toMatchObject({ id: message.id, body: "" });
    const { id: other } = await report(mel, eve.id);
    expect(await mona.codeOf("report:settle", { reportId: other, action: "delete" })).toBe("invalid");
    expect(await openFor(mona)).toHaveLength(1);
    witness.close();
  });

  test("by a warning, shown until it is acknowledged, without a word of who reported", async () => {
    const live = await startClient(eve);
    const { id } = await report(mel, eve.id);
    await settle(mona, id, { action: "warn", note: "Be kind." });
    const { warnings } = await eve.do("sync:open", {});
    expect(warnings).toMatchObject([{ text: "Be kind." }]);
    await proveSync(eve, live.client);
    expect(live.client.getState().warnings).toEqual(warnings);
    const [{ id: warningId } = { id: "" as never }] = warnings;
    expect(await mel.codeOf("warning:acknowledge", { warningId })).toBe("not_found");
    await eve.do("warning:acknowledge", { warningId });
    expect(await eve.codeOf("warning:acknowledge", { warningId })).toBe("not_found");
    await proveSync(eve, live.client);
    expect(live.client.getState().warnings).toEqual([]);
    await live.client.stop();
  });

  test("by a ban; moderators act on those who rank below them, and on nobody twice", async () => {
    const { id } = await report(mel, eve.id);
    await settle(mona, id, { action: "ban", note: "Enough" });
    expect((await mona.do("member:list-bans", { roomId })).bans).toMatchObject([{ userId: eve.id, reason: "Enough" }]);
    expect(await eve.codeOf("room:open", { roomId })).toBe("not_found");
    const { id: ofOwner } = await report(mel, olga.id);
    for (const action of ["ban", "warn"] as const)
      expect(await mona.codeOf("report:settle", { reportId: ofOwner, action })).toBe("forbidden");
    expect(await sue.codeOf("report:settle", { reportId: ofOwner, action: "ban" })).toBe("conflict");
    expect(await sue.codeOf("report:settle", { reportId: ofOwner, action: "warn" })).toBe("ok");
  });

  test("by a ban where there is no room to be banned from: an administrator suspends", async () => {
    const { id } = await report(mel, xan.id, {});
    const witness = await xan.connect();
    const { settled } = await settle(sue, id, { action: "ban", note: "Spam" });
    expect(settled).toMatchObject({ by: sue.id, action: "suspend", note: "Spam" });
    await witness.untilClosed();
    expect(await xan.codeOf("sync:open", {})).toBe("unauthenticated");
    await sue.do("user:restore", { userId: xan.id });
    xan = await xan.signIn();
  });
});

test("an administrator who moderates the lobby suspends nobody their equal by a report from there", async () => {
  const lobby = await lobbyOf(sue);
  for (const { id: userId } of [mona, olga]) await sue.do("user:change-role", { userId, role: "admin" });
  await sue.do("member:change", { roomId: lobby, userId: mona.id, role: "moderator" });
  const { id } = await report(mel, olga.id, { roomId: lobby });
  expect(await mona.codeOf("report:settle", { reportId: id, action: "ban" })).toBe("forbidden");
  expect(await olga.codeOf("sync:open", {})).toBe("ok");
  expect(await sue.codeOf("report:settle", { reportId: id, action: "dismiss" })).toBe("ok");
  await sue.do("member:change", { roomId: lobby, userId: mona.id, role: "member" });
  for (const { id: userId } of [mona, olga]) await sue.do("user:change-role", { userId, role: "person" });
});

test("a room's moderators warn nobody who keeps order on the server; the owner of the server does", async () => {
  await sue.do("user:change-role", { userId: eve.id, role: "admin" });
  const { id } = await report(mel, eve.id);
  const warn = (who: Person) => who.codeOf("report:settle", { reportId: id, action: "warn" });
  for (const who of [mona, olga]) expect(await warn(who)).toBe("forbidden");
  // An equal on the server, above them in the room.
  await sue.do("user:change-role", { userId: olga.id, role: "admin" });
  expect(await warn(olga)).toBe("forbidden");
  expect((await eve.do("sync:open", {})).warnings).toEqual([]);
  expect(await openFor(mona)).toHaveLength(1);
  expect(await warn(sue)).toBe("ok");
  const { warnings } = await eve.do("sync:open", {});
  expect(warnings).toHaveLength(1);
  for (const { id: warningId } of warnings) await eve.do("warning:acknowledge", { warningId });
  for (const { id: userId } of [eve, olga]) await sue.do("user:change-role", { userId, role: "person" });
});

test("whoever begins or ceases to keep order is told what waits", async () => {
  await report(mel, eve.id);
  const live = await startClient(eve);
  const lynn = await startClient(mona);
  const { id } = await report(mel, olga.id);
  await olga.do("member:change", { roomId, userId: eve.id, role: "moderator" });
  expect(await countFor(eve)).toBe(1);
  await proveSync(eve, live.client);
  expect(await countFor(mona)).toBe(2);
  await olga.do("member:remove", { roomId, userId: mona.id });
  expect(await countFor(mona)).toBe(0);
  await proveSync(mona, lynn.client);
  await olga.do("member:change", { roomId, userId: eve.id, role: "member" });
  expect(await countFor(eve)).toBe(0);
  await proveSync(eve, live.client);
  await settle(sue, id, { action: "dismiss" });
  for (const { client } of [live, lynn]) await client.stop();
});
