/** An account that is to be deleted: seven days to think again, and then nothing of it. */
import type { RoomId, UserId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openData } from "../database.ts";
import { lobbyOf, type Person, password, populate, post, register } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
const dayMs = 86_400_000;
let owner: Person;
let friend: Person;

beforeAll(async () => {
  [owner, friend] = await populate(server, ["Olga", "Fritz"]);
});

const signIn = async (username: string, given = password) => {
  const { reply } = await post(server.url, "session:create", { input: { username, password: given } });
  return reply.ok ? "ok" : reply.error.code;
};

const ask = (person: Person, messages: "remove" | "anonymise" = "anonymise") =>
  person.do("account:delete", { password, messages });

/** Seven days later, when all is done. */
async function waitForEnd(on: TestServer, userId: UserId): Promise<void> {
  on.clock.forward(7 * dayMs);
  const data = await openData(on);
  await vi.waitFor(
    async () => {
      const [row] = await data.sql(`select gone_at, deletes_at from users where id = '${userId}'`);
      expect(row).toMatchObject({ gone_at: expect.anything(), deletes_at: null });
      expect(await data.sql("select * from purges")).toEqual([]);
    },
    { timeout: 5_000 },
  );
  await data.close();
}

const bodiesIn = async (roomId: RoomId, by: UserId) => {
  const { messages } = await owner.do("message:history", { roomId });
  return messages.filter((message) => message.senderId === by).map((message) => message.body);
};

describe("the grace", () => {
  test("is seven days, asked for with the password, and shown on every device and at sign-in", async () => {
    const anna = await register(server, "Anna");
    expect(await anna.codeOf("account:delete", { password: "wrong", messages: "remove" })).toBe("wrong_credentials");
    const other = await (await anna.signIn()).connect();
    const before = server.clock.now();
    const account = await ask(anna);
    expect(account.deletesAt).toBeGreaterThanOrEqual(before + 7 * dayMs);
    expect((await other.until("account:changed")).payload.account).toEqual(account);
    server.clock.forward(6 * dayMs);
    const later = await anna.signIn();
    expect((await later.do("sync:open", {})).account).toEqual(account);
    expect(await later.do("account:keep", {})).toEqual({ deletesAt: null, hasTotp: false });
    expect((await other.until("account:changed", (event) => event.account.deletesAt === null)).roomId).toBeUndefined();
    other.close();
    server.clock.forward(2 * dayMs);
    expect(await signIn("Anna")).toBe("ok");
    expect(await later.do("account:keep", {})).toEqual({ deletesAt: null, hasTotp: false });
  });

  test("does not begin for the server's owner, nor for the only owner of a room with others in it", async () => {
    const reply = await owner.ask("account:delete", { password, messages: "remove" });
    expect(reply).toMatchObject({ error: { code: "conflict", message: expect.stringContaining("server") } });
    const ben = await register(server, "Ben");
    const [chess, tea] = [await ben.createRoom("Chess"), await ben.createRoom("Tea")];
    await ben.createRoom("Alone");
    for (const roomId of [chess, tea]) await ben.do("member:add", { roomId, userIds: [owner.id] });
    const refused = await ben.ask("account:delete", { password, messages: "remove" });
    expect(refused).toMatchObject({ error: { code: "conflict", message: expect.stringMatching(/“Chess”, “Tea”/) } });
    expect(JSON.stringify(refused)).not.toContain("Alone");
    for (const roomId of [chess, tea]) await ben.do("member:change", { roomId, userId: owner.id, role: "owner" });
    expect(await ben.codeOf("account:delete", { password, messages: "remove" })).toBe("ok");
    await ben.do("account:keep", {});
  });
});

describe("the end", () => {
  test("leaves messages without a name, and ends every session at once", async () => {
    const cleo = await register(server, "Cleo");
    const roomId = await owner.createRoom("Parting", "public");
    await owner.do("member:add", { roomId, userIds: [cleo.id, friend.id] });
    const { seq, id: messageId } = await cleo.send(roomId, "I, Cleo, was here");
    await cleo.do("message:edit", { roomId, messageId, body: "I was here" });
    await cleo.do("reaction:add", { roomId, seq, emoji: "👋" });
    await cleo.do("draft:save", { roomId, body: "Half a sent" });
    await cleo.do("settings:change", { theme: "dark" });
    await cleo.do("friend:ask", { userId: friend.id });
    await friend.do("friend:accept", { userId: cleo.id });
    const [hers, his] = [await cleo.connect(), await friend.connect()];
    await ask(cleo);
    await waitForEnd(server, cleo.id);
    await hers.untilClosed();
    const { payload } = await his.until("relation:changed", (event) => event.userId === cleo.id);
    expect(payload).toMatchObject({ relation: null, user: { name: "Deleted account", isGone: true } });
    await his.until("member:left", (event, where) => event.userId === cleo.id && where === roomId);
    his.close();

    expect(await bodiesIn(roomId, cleo.id)).toEqual(["I was here"]);
    expect(await owner.do("edit:list", { roomId, seq })).toEqual({ edits: [] });
    const { reactors, people: reacted } = await owner.do("reaction:list", { roomId, seq });
    expect([reactors, reacted]).toMatchObject([[{ userId: cleo.id }], [{ name: "Deleted account", isGone: true }]]);
    const { people } = await owner.do("user:list", { userIds: [cleo.id] });
    expect(people).toMatchObject([{ name: "Deleted account", isGone: true, role: "person" }]);
    expect(await signIn("Cleo")).toBe("wrong_credentials");
    expect(await signIn(people[0]?.handle ?? "")).toBe("wrong_credentials");
    expect(await cleo.codeOf("session:list", {})).toBe("unauthenticated");
    expect(await cleo.codeOf("account:keep", {})).toBe("unauthenticated");
    const data = await openData(server);
    for (const table of ["sessions", "drafts", "passkeys", "recovery_codes", "avatars", "relations"])
      expect(await data.sql(`select * from ${table} where user_id = '${cleo.id}'`)).toEqual([]);
    expect(await data.sql(`select * from relations where other_id = '${cleo.id}'`)).toEqual([]);
    expect(await data.sql(`select settings from users where id = '${cleo.id}'`)).toEqual([{ settings: "{}" }]);
    expect(await data.sql(`select room_id from members where user_id = '${cleo.id}' and has_left = 0`)).toEqual([]);
    await data.close();
    // Nobody reaches what remains.
    expect(await friend.codeOf("room:create-direct", { userIds: [cleo.id] })).toBe("not_found");
    expect(await friend.codeOf("friend:ask", { userId: cleo.id })).toBe("not_found");
    expect(await owner.codeOf("member:add", { roomId, userIds: [cleo.id] })).toBe("not_found");
    // The name is free again.
    expect((await register(server, "Cleo")).id).not.toBe(cleo.id);
  });

  test("takes the messages along, those in rooms left before and in private included", async () => {
    const dora = await register(server, "Dora");
    const [left, joined] = [await owner.createRoom("Left"), await owner.createRoom("Joined")];
    for (const roomId of [left, joined]) await owner.do("member:add", { roomId, userIds: [dora.id] });
    const { room } = await dora.do("room:create-direct", { userIds: [owner.id] });
    for (const roomId of [left, joined, room.id]) await dora.send(roomId, "CANARY");
    const { seq } = await owner.send(joined, "Mine stays");
    for (const emoji of ["👍", "🎉"]) await dora.do("reaction:add", { roomId: joined, seq, emoji });
    await owner.do("reaction:add", { roomId: joined, seq, emoji: "🎉" });
    const before = (await owner.do("room:open", { roomId: joined })).state.rev;
    await dora.do("room:leave", { roomId: left });
    const witness = await owner.connect();
    await ask(dora, "remove");
    await waitForEnd(server, dora.id);
    for (const roomId of [left, joined, room.id]) {
      await witness.until("message:deleted", (event, where) => where === roomId && event.senderId === dora.id);
      expect(await bodiesIn(roomId, dora.id)).toEqual([""]);
    }
    witness.close();
    expect(await bodiesIn(joined, owner.id)).toEqual(["Mine stays"]);
    const changes = await owner.do("sync:room", { roomId: joined, sinceRev: before });
    const reactions = [{ emoji: "🎉", count: 1, userIds: [owner.id], isMine: true }];
    expect(changes).toMatchObject({ messages: expect.arrayContaining([expect.objectContaining({ seq, reactions })]) });
    const state = (await owner.do("sync:open", {})).rooms.find((one) => one.room.id === room.id);
    expect(state?.directIds).toContain(dora.id);
  });

  test("hands over what has become theirs meanwhile: to a moderator before a member", async () => {
    const [emil, gus, hal] = [
      await register(server, "Emil"),
      await register(server, "Gus"),
      await register(server, "Hal"),
    ];
    await ask(emil);
    const roomId = await emil.createRoom("Late");
    await emil.do("member:add", { roomId, userIds: [gus.id] });
    await emil.do("member:add", { roomId, userIds: [hal.id] });
    await emil.do("member:change", { roomId, userId: hal.id, role: "moderator" });
    await waitForEnd(server, emil.id);
    const { members } = await hal.do("member:list", { roomId });
    expect(members.map(({ userId, role }) => [userId, role]).sort()).toEqual(
      [
        [gus.id, "member"],
        [hal.id, "owner"],
      ].sort(),
    );
  });

  test("comes a portion of rooms at a time, the lobby too", async () => {
    const ida = await register(server, "Ida");
    for (let at = 0; at < 25; at += 1) await ida.createRoom(`Room ${at}`);
    const lobbyId = await lobbyOf(ida);
    await ida.send(lobbyId, "Good-bye");
    await ask(ida, "remove");
    await waitForEnd(server, ida.id);
    expect(await bodiesIn(lobbyId, ida.id)).toEqual([""]);
    const { members } = await owner.do("member:list", { roomId: lobbyId });
    expect(members.map((member) => member.userId)).not.toContain(ida.id);
  });

  test("comes after a restart, too", async () => {
    const kept = await startServer();
    const [, jo] = await populate(kept, ["Olga", "Jo"]);
    await ask(jo);
    await kept.halt();
    const again = await kept.again();
    await waitForEnd(again, jo.id);
    await again.halt();
    await kept.stop();
  });
});
